import { foldText } from '../../model/fold.ts';
import { ChanceryError, parseTsv } from '../../model/index.ts';
import type { OutletHit } from './name-index.ts';
import { isOfficial } from './outlet.ts';

/** data/words/<language>/sources.tsv: words that stand before or after the outlet on whose word something is told. */
export interface SourceCues {
  /** Does the hit stand beside a cue in this text? */
  holds(text: string, hit: OutletHit): boolean;
  /** Does the sentence only say who told the one before ("Об этом сообщает …")? */
  pointsBack(sentence: string): boolean;
}

const NEAR = 80;
/** Words that may stand between cue and name: "according to the Russian news agency TASS". */
const BEFORE_GAP = 5;
const AFTER_GAP = 2;
const PLACES = ['before', 'after', 'to', 'back'] as const;
type Place = (typeof PLACES)[number];

/** Compiles the cue tables of all languages together: a Turkish page quotes an English one. Throws TSV_*, SOURCE_CUE. */
export function parseSourceCues(files: readonly { readonly file: string; readonly text: string }[]): SourceCues {
  const words: Record<Place, Set<string>> = { before: new Set(), after: new Set(), to: new Set(), back: new Set() };
  for (const { file, text } of files) {
    for (const { fields, at } of parseTsv(text, file, ['place', 'words'])) {
      words[placeOf(fields['place'], at)].add(foldText(fields['words']!));
    }
  }
  const official = leftOf(words.before);
  // a ministry that is told something is no source of it; a newspaper is
  const press = leftOf(new Set([...words.before, ...words.to]));
  const right = new RegExp(
    `^(?:'\\p{L}{1,8})?[»”")]*(?:\\s+[\\p{L}\\p{N}'-]+){0,${AFTER_GAP}}\\s*(?:${alternatives(words.after)})(?![\\p{L}\\p{N}])`,
    'u',
  );
  const back = new RegExp(`^[\\s«“"]*(?:${alternatives(words.back)})(?![\\p{L}\\p{N}])`, 'u');
  return {
    holds(text, hit) {
      const left = isOfficial(hit.outlet) ? official : press;
      const folded = foldText(text.slice(Math.max(0, hit.start - NEAR), hit.start));
      return left.test(folded) || right.test(foldText(text.slice(hit.end, hit.end + NEAR)));
    },
    pointsBack: (sentence) => back.test(foldText(sentence.slice(0, NEAR))),
  };
}

function placeOf(place: string | undefined, at: string): Place {
  const found = PLACES.find((one) => one === place);
  if (found) return found;
  throw new ChanceryError('SOURCE_CUE', 'no place for a cue', { at, expected: PLACES.join(', '), found: place ?? '' });
}

function leftOf(words: ReadonlySet<string>): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives(words)})(?:[\\s«“"]+[\\p{L}\\p{N}'-]+){0,${BEFORE_GAP}}[\\s«“"(]*$`,
    'u',
  );
}

function alternatives(words: ReadonlySet<string>): string {
  if (words.size === 0) return '(?!)';
  return [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
    .join('|');
}
