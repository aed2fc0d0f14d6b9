import type { Command } from 'commander';
import { registerBench } from './bench.ts';
import { registerCite } from './cite.ts';
import { registerClassify } from './classify.ts';
import { registerCode } from './code.ts';
import { registerContext } from './context.ts';
import { registerDemo } from './demo.ts';
import { registerDict } from './dict.ts';
import { registerDiff } from './diff.ts';
import { registerDyad } from './dyad.ts';
import { registerEval } from './eval.ts';
import { registerEvents } from './events.ts';
import { registerExplain } from './explain.ts';
import { registerIngest } from './ingest.ts';
import type { Io } from './io.ts';
import { registerNetwork } from './network.ts';
import { registerParse } from './parse.ts';
import { registerRead } from './read.ts';
import { registerServe } from './serve.ts';
import { registerSources } from './sources.ts';
import { registerStatements } from './statements.ts';
import { registerWarn } from './warn.ts';
import { registerWhen } from './when.ts';
import { registerWho } from './who.ts';

/** Adds one command; `done` receives its exit code. */
export type Register = (program: Command, io: Io, done: (code: number) => void) => void;

/** In the order in which `chancery --help` lists them. */
export const commands: readonly Register[] = [
  registerDemo,
  registerCode,
  registerIngest,
  registerEvents,
  registerExplain,
  registerCite,
  registerServe,
  registerContext,
  registerDyad,
  registerNetwork,
  registerWarn,
  registerRead,
  registerStatements,
  registerSources,
  registerWho,
  registerDict,
  registerWhen,
  registerParse,
  registerClassify,
  registerDiff,
  registerEval,
  registerBench,
];
