import { foldText } from '../../model/fold.ts';
import { parseTsv } from '../../model/index.ts';
import type { OutletHit } from './name-index.ts';

/** data/words/<language>/sources.tsv: words that stand before or after the outlet on whose word something is told. */
export interface SourceCues {
  /** Does the hit stand beside a cue in this text? */
  holds(text: string, hit: OutletHit): boolean;
}

const NEAR = 80;
/** Words that may stand between cue and name: "according to the Russian news agency TASS". */
const BEFORE_GAP = 5;
const AFTER_GAP = 2;

/** Compiles the cue tables of all languages together: a Turkish page quotes an English one. Throws TSV_*. */
export function parseSourceCues(files: readonly { readonly file: string; readonly text: string }[]): SourceCues {
  const before = new Set<string>();
  const after = new Set<string>();
  for (const { file, text } of files) {
    for (const { fields } of parseTsv(text, file, ['place', 'words'])) {
      (fields['place'] === 'before' ? before : after).add(foldText(fields['words']!));
    }
  }
  const left = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives(before)})(?:[\\s«“"]+[\\p{L}\\p{N}'-]+){0,${BEFORE_GAP}}[\\s«“"(]*$`,
    'u',
  );
  const right = new RegExp(
    `^(?:'\\p{L}{1,8})?[»”")]*(?:\\s+[\\p{L}\\p{N}'-]+){0,${AFTER_GAP}}\\s*(?:${alternatives(after)})(?![\\p{L}\\p{N}])`,
    'u',
  );
  return {
    holds(text, hit) {
      const folded = foldText(text.slice(Math.max(0, hit.start - NEAR), hit.start));
      return left.test(folded) || right.test(foldText(text.slice(hit.end, hit.end + NEAR)));
    },
  };
}

function alternatives(words: ReadonlySet<string>): string {
  if (words.size === 0) return '(?!)';
  return [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
    .join('|');
}
