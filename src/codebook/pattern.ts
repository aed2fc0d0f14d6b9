import { ChanceryError } from '../model/index.ts';

export type WordClass = 'V' | 'N' | 'A' | 'R';

/** Where a participant stands, seen from the head: a relation, a case, or an adposition with its case. */
export interface Slot {
  /** subj, obj, poss, or a UD case such as acc; absent when only an adposition is asked for. */
  readonly relation?: string;
  readonly adposition?: string;
}

/**
 * A pattern finds a word and what must stand with it:
 * `impose.V [sanctions] R:on|against` · `take.V +task` · `возложить.V +ответственность R:на+acc`
 * Grammar in docs/reference/patterns.md.
 */
export interface Pattern {
  readonly heads: readonly string[];
  readonly wordClass?: WordClass | undefined;
  /** Words that must depend on the head or stand beside it, each with its alternatives. */
  readonly companions: readonly (readonly string[])[];
  /** Words that must not stand there. */
  readonly exclusions: readonly (readonly string[])[];
  /** Class of the object (data/words/<lang>/classes.tsv). */
  readonly objectClass?: string | undefined;
  /** Class of the subject: "missiles hit" is an attack, "prices hit" is none. */
  readonly subjectClass?: string | undefined;
  readonly actor?: readonly Slot[] | undefined;
  readonly recipient?: readonly Slot[] | undefined;
  /** `~`: all sides act together and stand in `actor`. */
  readonly symmetric: boolean;
  /** `~~`: they act on each other and stand in `actor` and `recipient`. */
  readonly reciprocal?: boolean | undefined;
}

const WORD = /^[^\s[\]{}+:|.~]+$/u;

function fail(at: string, column: number, expected: string, found: string): never {
  throw new ChanceryError('PATTERN_SYNTAX', `expected ${expected}`, {
    at: `${at}:${column}`,
    found: found === '' ? 'the end' : `"${found}"`,
    hint: 'See docs/reference/patterns.md',
  });
}

function parseHead(item: string, at: string): Pick<Pattern, 'heads' | 'wordClass'> {
  const dot = item.lastIndexOf('.');
  const wordClass = dot > 0 && /^[VNAR]$/.test(item.slice(dot + 1)) ? (item.slice(dot + 1) as WordClass) : undefined;
  const heads = (wordClass ? item.slice(0, dot) : item).split('|');
  for (const head of heads) if (!WORD.test(head)) fail(at, 1, 'a word such as impose.V', item);
  return wordClass ? { heads, wordClass } : { heads };
}

function parseSlots(text: string, at: string, column: number): Slot[] {
  if (text === '') fail(at, column, 'a slot such as R:on or R:acc', text);
  return text.split('|').map((slot) => {
    const plus = slot.indexOf('+');
    if (plus === 0) fail(at, column, 'an adposition before +', slot);
    if (plus > 0) return { adposition: slot.slice(0, plus), relation: slot.slice(plus + 1) };
    return isRelation(slot) ? { relation: slot } : { adposition: slot };
  });
}

const RELATIONS = new Set(['subj', 'obj', 'poss', 'none', 'speaker', 'nom', 'acc', 'dat', 'gen', 'ins', 'loc', 'abl']);

function isRelation(slot: string): boolean {
  return RELATIONS.has(slot);
}

/** Reads one pattern; `at` is `file:line` for errors (PATTERN_SYNTAX with the column). */
export function parsePattern(text: string, at: string): Pattern {
  const items = [...text.matchAll(/\S+/g)];
  const first = items[0];
  if (!first) fail(at, 1, 'a head word', '');
  const companions: string[][] = [];
  const exclusions: string[][] = [];
  let objectClass: string | undefined;
  let subjectClass: string | undefined;
  let actor: Slot[] | undefined;
  let recipient: Slot[] | undefined;
  let symmetric = false;
  let reciprocal = false;
  for (const match of items.slice(1)) {
    const item = match[0];
    const column = match.index + 1;
    if (item === '~' || item === '~~') {
      symmetric = true;
      reciprocal = item === '~~';
    } else if (item.startsWith('+') && item.length > 1) companions.push(item.slice(1).split('|'));
    else if (item.startsWith('-') && item.length > 1) exclusions.push(item.slice(1).split('|'));
    else if (/^\[[^[\]]+\]$/.test(item)) objectClass = item.slice(1, -1);
    else if (/^\{[^{}]+\}$/.test(item)) subjectClass = item.slice(1, -1);
    else if (item.startsWith('A:')) actor = parseSlots(item.slice(2), at, column + 2);
    else if (item.startsWith('R:')) recipient = parseSlots(item.slice(2), at, column + 2);
    else fail(at, column, '+word, -word, [class], {class}, A:slot, R:slot, ~ or ~~', item);
  }
  return {
    ...parseHead(first[0], at),
    companions,
    exclusions,
    symmetric,
    ...(reciprocal ? { reciprocal } : {}),
    ...(objectClass ? { objectClass } : {}),
    ...(subjectClass ? { subjectClass } : {}),
    ...(actor ? { actor } : {}),
    ...(recipient ? { recipient } : {}),
  };
}

function printSlots(slots: readonly Slot[]): string {
  return slots
    .map((s) => (s.adposition && s.relation ? `${s.adposition}+${s.relation}` : (s.adposition ?? s.relation)))
    .join('|');
}

/** The inverse of `parsePattern`. */
export function printPattern(pattern: Pattern): string {
  const parts = [pattern.heads.join('|') + (pattern.wordClass ? `.${pattern.wordClass}` : '')];
  for (const words of pattern.companions) parts.push(`+${words.join('|')}`);
  for (const words of pattern.exclusions) parts.push(`-${words.join('|')}`);
  if (pattern.objectClass) parts.push(`[${pattern.objectClass}]`);
  if (pattern.subjectClass) parts.push(`{${pattern.subjectClass}}`);
  if (pattern.actor) parts.push(`A:${printSlots(pattern.actor)}`);
  if (pattern.recipient) parts.push(`R:${printSlots(pattern.recipient)}`);
  if (pattern.symmetric) parts.push(pattern.reciprocal ? '~~' : '~');
  return parts.join(' ');
}
