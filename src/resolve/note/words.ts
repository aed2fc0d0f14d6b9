import { foldText } from '../../model/fold.ts';
import { parseTsv } from '../../model/tsv.ts';

/** data/words/<language>/notes.tsv as text. */
export interface NoteWordFile {
  readonly language: string;
  readonly notes: string;
}

/**
 * How notes speak, in all languages at once: a Turkish article cites English books with "ibid.". All expressions
 * are meant for folded text.
 */
export interface NoteWords {
  readonly ibid: RegExp;
  readonly opcit: RegExp;
  /** Forms of op. cit. that, when nothing stands before them, mean the work of the note before (a.g.e.). */
  readonly previous: RegExp;
  readonly supra: RegExp;
  readonly accessed: RegExp;
  readonly published: RegExp;
  readonly see: RegExp;
  readonly page: RegExp;
  readonly volume: RegExp;
  readonly issue: RegExp;
  readonly editor: RegExp;
  readonly others: RegExp;
  readonly source: RegExp;
  readonly and: readonly string[];
  readonly months: ReadonlyMap<string, number>;
  /** True when 03/04/2024 is 3 April in one of these languages. */
  readonly dayFirst: boolean;
}

const NUMBERS = '\\s*:?\\s*([ivxlcdm]{1,6}|\\d{1,6}(?:\\s*[-–—,]\\s*\\d{1,6})*)';

/** Compiles the tables. Throws TSV_* for a broken one. */
export function parseNoteWords(files: readonly NoteWordFile[]): NoteWords {
  const byKind = new Map<string, string[]>();
  const months = new Map<string, number>();
  for (const file of files) {
    for (const { fields } of parseTsv(file.notes, `${file.language}/notes.tsv`, ['kind', 'text'])) {
      const kind = fields['kind']!;
      const text = foldText(fields['text']!);
      if (kind === 'month') months.set(text, Number(fields['value']));
      else add(byKind, kind, text);
      if (kind === 'opcit' && fields['value'] === 'previous') add(byKind, 'previous', text);
    }
  }
  const any = (...kinds: string[]) => alternatives(kinds.flatMap((kind) => byKind.get(kind) ?? []));
  const word = (...kinds: string[]) => new RegExp(`(?<![\\p{L}\\p{N}])${any(...kinds)}(?![\\p{L}\\p{N}])`, 'u');
  return {
    ibid: word('ibid'),
    opcit: word('opcit', 'loccit'),
    previous: word('previous', 'loccit'),
    supra: new RegExp(`(?<![\\p{L}\\p{N}])${any('supra')}\\s*(?:no\\.?|№|#)?\\s*(\\d{1,5})(?!\\d)`, 'u'),
    accessed: word('accessed'),
    published: word('published'),
    see: new RegExp(`^${any('see')}(?![\\p{L}\\p{N}])[\\s:,]*`, 'u'),
    page: new RegExp(`(?<![\\p{L}\\p{N}])${any('page')}${NUMBERS}(?![\\p{L}\\p{N}])`, 'u'),
    volume: new RegExp(`(?<![\\p{L}\\p{N}])${any('volume')}${NUMBERS}(?![\\p{L}\\p{N}])`, 'u'),
    issue: new RegExp(`(?<![\\p{L}\\p{N}])${any('issue')}${NUMBERS}(?![\\p{L}\\p{N}])`, 'u'),
    editor: word('editor', 'translator'),
    others: word('others'),
    source: new RegExp(`^${any('source')}\\s*:\\s*`, 'u'),
    and: byKind.get('and') ?? [],
    months,
    dayFirst: byKind.has('order'),
  };
}

function add(map: Map<string, string[]>, key: string, text: string): void {
  const list = map.get(key);
  if (list) list.push(text);
  else map.set(key, [text]);
}

const POINT = /(\p{L}*)\.( ?)/gu;

/** The point may be left out after a whole word, never after single letters: "a.y." is a note, "ay" is a moon. */
function point(_match: string, word: string, _space: string, at: number, phrase: string): string {
  const initials = word.length < 2 || (word.length === 2 && phrase.length === 3);
  const last = at + word.length + 1 >= phrase.length && (word.length > 3 || /[. ]/.test(phrase.slice(0, at)));
  return `${word}\\s?\\.${last || !(initials || at + word.length + 1 >= phrase.length) ? '?' : ''}\\s?`;
}

/** "op. cit." also matches opcit, op.cit and "op . cit": a point or a blank more or less is a matter of typing. */
function alternatives(phrases: readonly string[]): string {
  const sorted = [...new Set(phrases)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const sources = sorted.map((phrase) =>
    phrase
      .replace(/[\\^$*+?()[\]{}|/]/g, '\\$&')
      .replace(POINT, point)
      .replaceAll(' ', '\\s?'),
  );
  return sources.length === 0 ? '(?!)' : `(?:${sources.join('|')})`;
}
