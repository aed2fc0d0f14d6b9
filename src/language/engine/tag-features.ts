import { addStyleRows, join, slot } from './hash.ts';
import { AFTER, BEFORE, EXACT, FLAGS, LOWER, PARTS, READINGS, SHAPE, SUFFIX } from './word-table.ts';

/** At most this many features are written. */
export const TAG_FEATURES = 112;

/** A sentence while it is tagged: `words[i]` is an offset into the word table. */
export interface TagState {
  features: Int32Array;
  words: Int32Array;
  length: number;
  /** Templates over dictionary readings are used. */
  readonly dictionary: boolean;
  /** Annotation style, 0 for none. */
  readonly style: number;
}

export interface TagHistory {
  /** Tags of the word before and of the one before that; -1 outside. */
  last: number;
  beforeLast: number;
}

/**
 * Groups of features that come back with every token of a word (within a sentence, or as its first), with the word before
 * or behind, or with two tags: their sums are worth keeping. A group knows nothing but its word or its tags.
 */
export const OWN = 0;
export const OWN_FIRST = 1;
export const WORD_BEFORE = 2;
export const WORD_AFTER = 3;
/** Number of the groups of one word. */
export const WORD_GROUPS = 4;

/** Writes the weight rows for word i into `out`; gives their number. */
export function tagFeatures(state: TagState, i: number, history: TagHistory, shift: number, out: Int32Array): number {
  let k = wordFeatures(state, state.words[i]!, i === 0 ? OWN_FIRST : OWN, shift, out, 0);
  k = wordFeatures(state, before(state, i), WORD_BEFORE, shift, out, k);
  k = wordFeatures(state, behind(state, i), WORD_AFTER, shift, out, k);
  k = historyFeatures(history, shift, out, k);
  k = pairFeatures(state, i, history, shift, out, k);
  return addStyleRows(out, k, { number: state.style, shift, step: 1 });
}

/** Offset of the word before word i. */
export function before({ words }: TagState, i: number): number {
  return i > 0 ? words[i - 1]! : BEFORE;
}

/** Offset of the word behind word i. */
export function behind({ words, length }: TagState, i: number): number {
  return i < length - 1 ? words[i + 1]! : AFTER;
}

/** Features of one word in one of its groups. */
export function wordFeatures(
  { features: f, dictionary }: TagState,
  word: number,
  group: number,
  shift: number,
  out: Int32Array,
  from: number,
): number {
  let k = from;
  if (group === WORD_BEFORE) {
    out[k++] = slot(19, f[word + LOWER]!, shift);
    out[k++] = slot(23, f[word + SUFFIX + 2]!, shift);
    out[k++] = slot(26, f[word + SHAPE]!, shift);
    return k;
  }
  if (group === WORD_AFTER) {
    out[k++] = slot(20, f[word + LOWER]!, shift);
    out[k++] = slot(24, f[word + SUFFIX + 2]!, shift);
    out[k++] = slot(25, f[word + SHAPE]!, shift);
    if (dictionary) out[k++] = slot(55, f[word + READINGS]!, shift);
    return k;
  }
  const first = group === OWN_FIRST;
  out[k++] = slot(1, 0, shift);
  for (let j = LOWER; j < SHAPE + 1; j++) out[k++] = slot(2 + j, f[word + j]!, shift);
  out[k++] = slot(14, f[word + EXACT]!, shift);
  out[k++] = slot(31, f[word + FLAGS]! | (first ? 64 : 0), shift);
  out[k++] = slot(35, join(f[word + SHAPE]!, first ? 1 : 2), shift);
  if (!dictionary) return k;
  const readings = f[word + READINGS]!;
  out[k++] = slot(50, readings, shift);
  out[k++] = slot(56, join(readings, f[word + SUFFIX + 1]!), shift);
  out[k++] = slot(57, f[word + PARTS]!, shift);
  return k;
}

function lastTag({ last }: TagHistory): number {
  return Math.imul(last + 2, 0x1b873593);
}

function lastTags(history: TagHistory): number {
  return join(lastTag(history), Math.imul(history.beforeLast + 2, 0x19d699a5));
}

/** Features of the tags before. */
export function historyFeatures(history: TagHistory, shift: number, out: Int32Array, from: number): number {
  out[from] = slot(15, lastTag(history), shift);
  out[from + 1] = slot(16, lastTags(history), shift);
  return from + 2;
}

/** Features of several words, or of a word and a tag: they seldom come back. */
export function pairFeatures(
  state: TagState,
  i: number,
  history: TagHistory,
  shift: number,
  out: Int32Array,
  from: number,
): number {
  const { features: f, words, length } = state;
  const a = words[i]!;
  const b = before(state, i);
  const c = behind(state, i);
  const d = i > 1 ? words[i - 2]! : BEFORE;
  const e = i < length - 2 ? words[i + 2]! : AFTER;
  const t1 = lastTag(history);
  const t2 = lastTags(history);
  const aw = f[a + LOWER]!;
  const bw = f[b + LOWER]!;
  const cw = f[c + LOWER]!;
  const ew = f[e + LOWER]!;
  const a3 = f[a + SUFFIX + 2]!;
  const c3 = f[c + SUFFIX + 2]!;
  let k = from;
  out[k++] = slot(17, join(t1, aw), shift);
  out[k++] = slot(18, join(t1, a3), shift);
  out[k++] = slot(21, f[d + LOWER]!, shift);
  out[k++] = slot(22, ew, shift);
  out[k++] = slot(27, join(bw, aw), shift);
  out[k++] = slot(28, join(cw, aw), shift);
  out[k++] = slot(29, join(f[b + SUFFIX + 2]!, a3), shift);
  out[k++] = slot(30, join(c3, a3), shift);
  out[k++] = slot(32, join(t1, cw), shift);
  out[k++] = slot(33, join(t1, c3), shift);
  out[k++] = slot(34, join(cw, ew), shift);
  out[k++] = slot(36, join(t2, a3), shift);
  out[k++] = slot(37, join(t1, f[c + SUFFIX + 1]!), shift);
  out[k++] = slot(38, join(t1, f[a + SUFFIX + 3]!), shift);
  out[k++] = slot(39, join(bw, cw), shift);
  return state.dictionary ? readingFeatures(f, { a, b, c, t1, t2 }, shift, out, k) : k;
}

interface Places {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly t1: number;
  readonly t2: number;
}

function readingFeatures(f: Int32Array, at: Places, shift: number, out: Int32Array, from: number): number {
  const ar = f[at.a + READINGS]!;
  const ap = f[at.a + PARTS]!;
  let k = from;
  out[k++] = slot(51, join(at.t1, ar), shift);
  out[k++] = slot(52, join(f[at.b + READINGS]!, ar), shift);
  out[k++] = slot(53, join(f[at.c + READINGS]!, ar), shift);
  out[k++] = slot(54, join(at.t2, ar), shift);
  out[k++] = slot(58, join(at.t1, ap), shift);
  out[k++] = slot(59, join(join(f[at.b + PARTS]!, ap), f[at.c + PARTS]!), shift);
  return k;
}
