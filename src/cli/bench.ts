import type { Command } from 'commander';
import { demoInputs } from '../app/demo.ts';
import { openWorkbench } from '../app/workbench.ts';
import { EXIT, type Io, writeLine } from './io.ts';

interface Options {
  rounds: string;
}

export function registerBench(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('bench')
    .description('time the whole path, page to events, on the bundled documents')
    .option('--rounds <n>', 'how often the documents are coded', '5')
    .action(async ({ rounds }: Options) => {
      writeLine(io, await bench(Math.max(1, Number(rounds) || 1)));
      done(EXIT.ok);
    });
}

async function bench(rounds: number): Promise<Record<string, number>> {
  const workbench = openWorkbench();
  const { inputs } = demoInputs();
  let documents = 0;
  let sentences = 0;
  let events = 0;
  let began = process.hrtime.bigint();
  // the first round warms up: loading the languages is measured by `cold`, not here
  for (let round = 0; round <= rounds; round++) {
    if (round === 1) {
      began = process.hrtime.bigint();
      documents = sentences = events = 0;
    }
    for (const input of inputs) {
      const { document } = await workbench.read(input);
      const coded = workbench.code(document);
      documents += 1;
      sentences += coded.sentences.length;
      events += coded.events.length;
    }
  }
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  return {
    documents,
    sentences,
    events,
    seconds: round3(seconds),
    documentsPerSecond: round3(documents / seconds),
    sentencesPerSecond: round3(sentences / seconds),
    peakMemoryMB: round3(process.resourceUsage().maxRSS / 1024),
  };
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}
