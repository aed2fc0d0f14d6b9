import { ChanceryError, parseTsv } from '../model/index.ts';
import { type Pattern, parsePattern, printPattern, type Slot } from './pattern.ts';
import type { Codebook } from './plover.ts';

/** One line of data/patterns/<lang>.tsv. */
export interface Entry {
  readonly id: string;
  readonly at: string;
  readonly pattern: Pattern;
  /** An event type, or '' when the line is an operator. */
  readonly type: string;
  readonly operator?: string | undefined;
  readonly mode: string | null;
  /** CAMEO code of what the line finds, where a convention gives it to the word itself. */
  readonly cameo?: string | undefined;
  /** Specificity and trust, 0.4 … 2: the heaviest matching line wins. */
  readonly weight: number;
  readonly example: string;
  /** Expected codes in the example, `|` between several, '' for none. */
  readonly actor: string;
  readonly recipient: string;
}

export interface Lexicon {
  readonly entries: readonly Entry[];
  readonly byHead: ReadonlyMap<string, readonly Entry[]>;
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
}

const COLUMNS = ['id', 'pattern', 'type', 'mode', 'weight', 'example', 'actor', 'recipient'];

/** A line about what is said: its actor is whoever speaks. */
export function isSaidLine({ pattern }: Entry): boolean {
  return pattern.actor?.[0]?.relation === 'speaker';
}

/** Reads a pattern file; every error names file, line and column (PATTERN_*). */
export function parsePatterns(text: string, file: string, codebook: Codebook): Entry[] {
  const ids = new Set<string>();
  return parseTsv(text, file, COLUMNS).map(({ fields, at }) => {
    const { id, pattern, type, mode, weight, example, actor, recipient, cameo } = fields as Record<string, string>;
    const operator = type!.startsWith('op:') ? type!.slice(3) : undefined;
    if (operator === undefined && !codebook.types.has(type!)) {
      throw new ChanceryError('PATTERN_UNKNOWN_TYPE', `unknown type "${type}"`, {
        at,
        expected: [...codebook.types.keys()].join(', '),
      });
    }
    if (operator === undefined && mode && !codebook.types.get(type!)!.modes[mode]) {
      const modes = Object.keys(codebook.types.get(type!)!.modes).join(', ');
      throw new ChanceryError('PATTERN_UNKNOWN_MODE', `${type} has no mode "${mode}"`, {
        at,
        expected: modes || 'no mode',
      });
    }
    if (ids.has(id!))
      throw new ChanceryError('PATTERN_DUPLICATE_ID', `id "${id}" is used twice`, { at, hint: 'Ids must be unique' });
    ids.add(id!);
    const value = Number(weight);
    if (!(value > 0 && value <= 3)) {
      throw new ChanceryError('PATTERN_WEIGHT', 'bad weight', {
        at,
        expected: 'a number above 0, up to 3',
        found: `"${weight}"`,
      });
    }
    return {
      id: id!,
      at,
      pattern: parsePattern(pattern!, at),
      type: operator === undefined ? type! : '',
      ...(operator === undefined ? {} : { operator }),
      mode: mode || null,
      ...(cameo ? { cameo } : {}),
      weight: value,
      example: example!,
      actor: actor!,
      recipient: recipient!,
    };
  });
}

/** Reads data/words/<lang>/classes.tsv: which words an object class holds. */
export function parseClasses(text: string, file: string, fold: (word: string) => string): Map<string, Set<string>> {
  const classes = new Map<string, Set<string>>();
  for (const { fields } of parseTsv(text, file, ['class', 'word'])) {
    const name = fields['class']!;
    const words = classes.get(name) ?? new Set<string>();
    words.add(fold(fields['word']!));
    classes.set(name, words);
  }
  return classes;
}

/** Indexes entries by folded head; later entries with the same pattern override earlier ones (conventions, a project's own lines). */
export function buildLexicon(
  entries: readonly Entry[],
  classes: ReadonlyMap<string, ReadonlySet<string>>,
  fold: (word: string) => string,
): Lexicon {
  const byHead = new Map<string, Entry[]>();
  const folded = entries.map((entry) => foldEntry(entry, fold));
  const all = new Map(classes);
  for (const entry of withoutOverridden(folded)) {
    const { objectClass, subjectClass } = entry.pattern;
    for (const name of [objectClass, subjectClass]) {
      if (name === undefined || all.has(name)) continue;
      // "{=tanks|tank}": a class that the line itself lists
      if (name.startsWith('=')) {
        all.set(name, new Set(name.slice(1).split('|').map(fold)));
        continue;
      }
      throw new ChanceryError('PATTERN_UNKNOWN_CLASS', `unknown class "${name}"`, {
        at: entry.at,
        hint: 'Add it to classes.tsv',
      });
    }
    for (const head of entry.pattern.heads) {
      const key = fold(head);
      const list = byHead.get(key);
      if (list) list.push(entry);
      else byHead.set(key, [entry]);
    }
  }
  return { entries: folded, byHead, classes: all };
}

/**
 * A line to be matched, of the one hidden class that all lines have: every word of a text is held against hundreds, and of
 * objects that have a field or lack it each question takes the slow way.
 */
function foldEntry(entry: Entry, fold: (word: string) => string): Entry {
  const { id, at, type, operator, mode, cameo, weight, example, actor, recipient } = entry;
  const pattern = foldWords(entry.pattern, fold);
  return { id, at, pattern, type, operator, mode, cameo, weight, example, actor, recipient };
}

/** Companions, exclusions and adpositions are compared with folded words of the text. */
function foldWords(pattern: Pattern, fold: (word: string) => string): Pattern {
  const { heads, wordClass, companions, exclusions, objectClass, subjectClass, symmetric, reciprocal } = pattern;
  const foldAll = (lists: Pattern['companions']): Pattern['companions'] => lists.map((words) => words.map(fold));
  const foldSlots = (slots: readonly Slot[]): Slot[] =>
    slots.map((slot) => (slot.adposition === undefined ? slot : { ...slot, adposition: fold(slot.adposition) }));
  return {
    heads: heads.map(fold),
    wordClass,
    companions: foldAll(companions),
    exclusions: foldAll(exclusions),
    objectClass,
    subjectClass,
    actor: pattern.actor && foldSlots(pattern.actor),
    recipient: pattern.recipient && foldSlots(pattern.recipient),
    symmetric,
    reciprocal,
  };
}

/** Keeps the last of several event lines with the same pattern; operators stand beside them. */
function withoutOverridden(entries: readonly Entry[]): Entry[] {
  const last = new Map<string, Entry>();
  for (const entry of entries) if (entry.operator === undefined) last.set(printPattern(entry.pattern), entry);
  return entries.filter((entry) => entry.operator !== undefined || last.get(printPattern(entry.pattern)) === entry);
}
