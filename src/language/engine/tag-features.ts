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

/** Writes the weight rows for word i into `out`; gives their number. */
export function tagFeatures(state: TagState, i: number, history: TagHistory, shift: number, out: Int32Array): number {
  const { features: f, words, length } = state;
  const a = words[i]!;
  const b = i > 0 ? words[i - 1]! : BEFORE;
  const c = i < length - 1 ? words[i + 1]! : AFTER;
  const d = i > 1 ? words[i - 2]! : BEFORE;
  const e = i < length - 2 ? words[i + 2]! : AFTER;
  const t1 = Math.imul(history.last + 2, 0x1b873593);
  const t2 = join(t1, Math.imul(history.beforeLast + 2, 0x19d699a5));
  const aw = f[a + LOWER]!;
  const bw = f[b + LOWER]!;
  const cw = f[c + LOWER]!;
  const a3 = f[a + SUFFIX + 2]!;
  const b3 = f[b + SUFFIX + 2]!;
  const c3 = f[c + SUFFIX + 2]!;
  let k = 0;
  out[k++] = slot(1, 0, shift);
  for (let j = LOWER; j < SHAPE + 1; j++) out[k++] = slot(2 + j, f[a + j]!, shift);
  out[k++] = slot(14, f[a + EXACT]!, shift);
  out[k++] = slot(15, t1, shift);
  out[k++] = slot(16, t2, shift);
  out[k++] = slot(17, join(t1, aw), shift);
  out[k++] = slot(18, join(t1, a3), shift);
  out[k++] = slot(19, bw, shift);
  out[k++] = slot(20, cw, shift);
  out[k++] = slot(21, f[d + LOWER]!, shift);
  out[k++] = slot(22, f[e + LOWER]!, shift);
  out[k++] = slot(23, b3, shift);
  out[k++] = slot(24, c3, shift);
  out[k++] = slot(25, f[c + SHAPE]!, shift);
  out[k++] = slot(26, f[b + SHAPE]!, shift);
  out[k++] = slot(27, join(bw, aw), shift);
  out[k++] = slot(28, join(cw, aw), shift);
  out[k++] = slot(29, join(b3, a3), shift);
  out[k++] = slot(30, join(c3, a3), shift);
  out[k++] = slot(31, f[a + FLAGS]! | (i === 0 ? 64 : 0), shift);
  out[k++] = slot(32, join(t1, cw), shift);
  out[k++] = slot(33, join(t1, c3), shift);
  out[k++] = slot(34, join(cw, f[e + LOWER]!), shift);
  out[k++] = slot(35, join(f[a + SHAPE]!, i === 0 ? 1 : 2), shift);
  out[k++] = slot(36, join(t2, a3), shift);
  out[k++] = slot(37, join(t1, f[c + SUFFIX + 1]!), shift);
  out[k++] = slot(38, join(t1, f[a + SUFFIX + 3]!), shift);
  out[k++] = slot(39, join(bw, cw), shift);
  if (state.dictionary) k = dictionaryFeatures(f, { a, b, c, t1, t2 }, shift, out, k);
  return addStyleRows(out, k, { number: state.style, shift, step: 1 });
}

interface Places {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly t1: number;
  readonly t2: number;
}

function dictionaryFeatures(f: Int32Array, at: Places, shift: number, out: Int32Array, from: number): number {
  const ar = f[at.a + READINGS]!;
  const br = f[at.b + READINGS]!;
  const cr = f[at.c + READINGS]!;
  const ap = f[at.a + PARTS]!;
  let k = from;
  out[k++] = slot(50, ar, shift);
  out[k++] = slot(51, join(at.t1, ar), shift);
  out[k++] = slot(52, join(br, ar), shift);
  out[k++] = slot(53, join(cr, ar), shift);
  out[k++] = slot(54, join(at.t2, ar), shift);
  out[k++] = slot(55, cr, shift);
  out[k++] = slot(56, join(ar, f[at.a + SUFFIX + 1]!), shift);
  out[k++] = slot(57, ap, shift);
  out[k++] = slot(58, join(at.t1, ap), shift);
  out[k++] = slot(59, join(join(f[at.b + PARTS]!, ap), f[at.c + PARTS]!), shift);
  return k;
}
