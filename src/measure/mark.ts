import { foldText, parseTsv } from '../model/index.ts';
import type { Mark } from './alarm.ts';

export const definition =
  'Words that say how high a treaty stands or which service acts together: what firsts of their kind are told by.';
export const formula =
  'the stems of a line follow one another at the beginnings of neighbouring words of the quote, all folded';
export const unit = 'marks of an event';
export const source = 'data/words/<language>/ladders.tsv';

interface Line {
  readonly mark: Mark;
  readonly stems: readonly string[];
}

/** Reads a ladder table: columns ladder, step, always, label, stems (alternatives by |, stems of one by spaces). */
export function parseLadders(tsv: string, file: string): readonly Line[] {
  return parseTsv(tsv, file, ['ladder', 'step', 'always', 'label', 'stems']).flatMap(({ fields }) => {
    const step = fields['step'] ? Number(fields['step']) : undefined;
    const mark: Mark = {
      ladder: fields['ladder'] ?? '',
      label: fields['label'] ?? '',
      ...(step === undefined ? {} : { step }),
      ...(fields['always'] === 'yes' ? { always: true } : {}),
    };
    return (fields['stems'] ?? '')
      .split('|')
      .filter(Boolean)
      .map((stems) => ({ mark, stems: foldText(stems).split(' ') }));
  });
}

const WORDS = /[\p{L}\p{N}-]+/gu;

/** Marks of a sentence, each once, in the order of the table. */
export function marksIn(quote: string, lines: readonly Line[]): Mark[] {
  const words = foldText(quote).match(WORDS) ?? [];
  const held = new Set<Mark>();
  for (const { mark, stems } of lines) {
    const at = words.findIndex((_, i) => stems.every((stem, k) => words[i + k]?.startsWith(stem)));
    if (at >= 0) held.add(mark);
  }
  return [...held];
}
