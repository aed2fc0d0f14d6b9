import type { Command } from 'commander';
import { demoInputs } from '../app/demo.ts';
import { openWorkbench, type Workbench } from '../app/workbench.ts';
import { EXIT, type Io, writeLine } from './io.ts';
import { progressBar } from './progress.ts';
import { whole } from './whole.ts';

interface Options {
  rounds: string;
  warmUp: string;
}

export function registerBench(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('bench')
    .description('time the whole path, page to events, on the bundled documents')
    .option('--rounds <n>', 'how often the documents are coded while the clock runs', '5')
    .option(
      '--warm-up <n>',
      'how often before the clock runs: just-in-time compilation takes some 20 rounds to settle',
      '25',
    )
    .action(async ({ rounds, warmUp }: Options) => {
      const counts = {
        rounds: whole(rounds, '--rounds', [1, MOST_ROUNDS]),
        warmUp: whole(warmUp, '--warm-up', [0, MOST_ROUNDS]),
      };
      writeLine(io, await bench(counts, progressBar(io, counts.warmUp + counts.rounds, 'rounds')));
      done(EXIT.ok);
    });
}

const MOST_ROUNDS = 10_000;

interface Counted {
  readonly documents: number;
  readonly sentences: number;
  readonly events: number;
  readonly seconds: number;
}

/**
 * Sentences and documents a second in a program that has run for a while, as on a large corpus, and in the first round of
 * one that has just been started (`coldSentencesPerSecond`, loading of languages and dictionaries included), as on one page.
 */
async function bench(
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
  tell: (done: number, of: number) => void,
): Promise<Record<string, number>> {
  const workbench = openWorkbench();
  const all: Counted[] = [];
  for (let k = 0; k < warmUp + rounds; k++) {
    all.push(await oneRound(workbench));
    tell(k + 1, warmUp + rounds);
  }
  const sum = (name: keyof Counted): number => all.slice(warmUp).reduce((total, one) => total + one[name], 0);
  const seconds = sum('seconds');
  return {
    documents: sum('documents'),
    sentences: sum('sentences'),
    events: sum('events'),
    seconds: round3(seconds),
    documentsPerSecond: round3(sum('documents') / seconds),
    sentencesPerSecond: round3(sum('sentences') / seconds),
    coldSentencesPerSecond: round3(all[0]!.sentences / all[0]!.seconds),
    peakMemoryMB: round3(process.resourceUsage().maxRSS / 1024),
  };
}

async function oneRound(workbench: Workbench): Promise<Counted> {
  const { inputs } = demoInputs();
  const began = process.hrtime.bigint();
  let sentences = 0;
  let events = 0;
  for (const input of inputs) {
    const { document } = await workbench.read(input);
    const coded = workbench.code(document);
    sentences += coded.sentences.length;
    events += coded.events.length;
  }
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  return { documents: inputs.length, sentences, events, seconds };
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
