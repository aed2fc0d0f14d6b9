import { foldText } from '../model/fold.ts';
import type { DateReading } from '../model/printed-date.ts';
import { parseTsv } from '../model/tsv.ts';

/** The word tables of one language, as text: data/words/<language>/{boilerplate,section,notes,common}.tsv. */
export interface WordFile {
  readonly language: string;
  readonly boilerplate: string;
  readonly section: string;
  readonly notes: string;
  readonly common: string;
}

/** How a boilerplate text is met: the whole line, its beginning, or anywhere in a short line. */
type MatchWay = 'line' | 'start' | 'has';

interface Phrase {
  readonly kind: string;
  readonly folded: string;
}

/** The tables of all languages, merged: a Russian page may carry English buttons, a Turkish one Russian links. */
export interface ReadWords {
  readonly files: readonly WordFile[];
  /** Folded whole line -> kind of boilerplate ("share", "related" …). */
  readonly lines: ReadonlyMap<string, string>;
  /** By first folded word. */
  readonly starts: ReadonlyMap<string, readonly Phrase[]>;
  readonly has: readonly Phrase[];
  readonly languageNames: ReadonlyMap<string, string>;
  readonly sections: ReadonlySet<string>;
  readonly noteHeadings: ReadonlySet<string>;
  readonly referenceHeadings: ReadonlySet<string>;
  /** Folded words and phrases that only notes have: ibid, op. cit., "accessed on". */
  readonly noteCues: readonly string[];
  readonly dates: DateReading;
  /** Language -> its most frequent words, folded. */
  readonly common: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Builds the tables once; the result is immutable and may be shared. Throws TSV_* for a broken table. */
export function parseReadWords(files: readonly WordFile[]): ReadWords {
  const lines = new Map<string, string>();
  const starts = new Map<string, Phrase[]>();
  const has: Phrase[] = [];
  const languageNames = new Map<string, string>();
  for (const file of files) {
    for (const { fields } of parseTsv(file.boilerplate, `${file.language}/boilerplate.tsv`, [
      'kind',
      'match',
      'text',
    ])) {
      const kind = fields['kind']!;
      const folded = foldText(fields['text']!);
      const way = fields['match'] as MatchWay;
      if (kind === 'language') languageNames.set(folded, fields['value'] ?? '');
      else if (way === 'line') lines.set(folded, kind);
      else if (way === 'start') push(starts, firstWord(folded), { kind, folded });
      else has.push({ kind, folded });
    }
  }
  for (const list of starts.values()) list.sort((a, b) => b.folded.length - a.folded.length);
  return { files, lines, starts, has, languageNames, ...sectionsAndNotes(files), common: commonWords(files) };
}

type NoteTables = Pick<ReadWords, 'sections' | 'noteHeadings' | 'referenceHeadings' | 'noteCues' | 'dates'>;

function sectionsAndNotes(files: readonly WordFile[]): NoteTables {
  const sections = new Set<string>();
  const byKind = new Map<string, string[]>();
  const months = new Map<string, number>();
  for (const file of files) {
    for (const { fields } of parseTsv(file.section, `${file.language}/section.tsv`, ['name'])) {
      sections.add(foldText(fields['name']!));
    }
    for (const { fields } of parseTsv(file.notes, `${file.language}/notes.tsv`, ['kind', 'text'])) {
      const folded = foldText(fields['text']!);
      if (fields['kind'] === 'month') months.set(folded, Number(fields['value']));
      else push(byKind, fields['kind']!, folded);
    }
  }
  const list = (kind: string) => byKind.get(kind) ?? [];
  return {
    sections,
    noteHeadings: new Set(list('heading')),
    referenceHeadings: new Set(list('references')),
    noteCues: [...list('ibid'), ...list('opcit'), ...list('accessed')].filter((cue) => cue.length > 3),
    // Outside the United States, the languages read so far put the day first; a page of another habit is only
    // wrong where both numbers are below 13.
    dates: { months, dayFirst: list('order').length > 0 },
  };
}

function commonWords(files: readonly WordFile[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    files.map((file) => {
      const rows = parseTsv(file.common, `${file.language}/common.tsv`, ['word']);
      return [file.language, new Set(rows.map((row) => foldText(row.fields['word']!)))];
    }),
  );
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

export function firstWord(folded: string): string {
  return /^[\p{L}\p{N}']+/u.exec(folded)?.[0] ?? folded.slice(0, 1);
}
