import { readdirSync } from 'node:fs';
import { proseRecords, weightRecords } from '../scripts/records/files.ts';
import { Workbench } from '../src/app/workbench.ts';
import type { Reading } from '../src/code/settle/reading.ts';
import type { Settled } from '../src/code/settle/settle.ts';
import type { Types } from '../src/code/type/typer.ts';
import { readJsonLines } from './relation-examples.ts';

/** Of every part a model is learnt without it, by which it is answered. */
export const PARTS = 5;
/** Passages of real prose, which teach what is no event. Eight times cost a tenth of the recall on news (the PLOVER records). */
export const PROSE_TIMES = 4;

/**
 * A workbench that keeps what the rules read. What they would code, and what its word is likelier to tell than not, counts as told, so that
 * what is read behind it is read as it will be.
 */
export function recorder(types?: Types): { readonly workbench: Workbench; readonly take: () => Reading[] } {
  let readings: Reading[] = [];
  const settle = (reading: Reading): Settled => {
    readings.push(reading);
    const { refused, parties, judged } = reading;
    const isTold = refused === undefined && (judged?.none ?? 0) < 0.5;
    return isTold ? { parties, confidence: 1, steps: [] } : { why: refused ?? 'only read' };
  };
  const take = (): Reading[] => {
    const taken = readings;
    readings = [];
    return taken;
  };
  return { workbench: new Workbench(undefined, () => ({ settle, around: settle, types })), take };
}

/** The records that the layer learns from: the corpus and the open records without their unseen parts, those for weights, never the blind ones. */
export function studiedRecords(language: string): { at: string; record: Record<string, unknown> }[] {
  const corpus = readdirSync('gold/sentences').filter((name) => name.startsWith(`${language}-`));
  const files = [
    ...corpus.sort().map((name) => `gold/sentences/${name}`),
    `gold/records/${language}.jsonl`,
    weightRecords(language),
    proseRecords(language),
  ];
  return files.flatMap((file) =>
    readJsonLines(file)
      .map((record, i) => ({ at: `${file}:${i + 1}`, record }))
      .filter(({ record }) => record['part'] !== 'unseen'),
  );
}
