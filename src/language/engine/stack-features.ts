import { join, slot } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/**
 * Features of the next action that stay as they are while a word is the stack's top or below it, and while a word is the
 * next one: their sums are made once a word, not once an action.
 */

export function s0Of(state: ParseState): number {
  return state.depth > 0 ? state.stack[state.depth - 1]! : 0;
}

export function s1Of(state: ParseState): number {
  return state.depth > 1 ? state.stack[state.depth - 2]! : 0;
}

export function s2Of(state: ParseState): number {
  return state.depth > 2 ? state.stack[state.depth - 3]! : 0;
}

/** Node `ahead` places behind the next word; 0 behind the root. */
export function ahead(state: ParseState, places: number): number {
  const node = state.next + places;
  return node <= state.length + 1 ? node : 0;
}

export function clip(distance: number): number {
  return distance > 10 ? 10 : distance > 5 ? 6 : distance;
}

export function atMost(count: number, most: number): number {
  return Math.min(count, most);
}

export function labelled(state: ParseState, node: number): number {
  return join(state.tag[node]!, state.label[node]! + 2);
}

/**
 * Of the stack's top and what lies below it: words and tags, the top's left children, all children of the word below. A
 * word has all its left children before it comes onto the stack, and no new right ones while another lies on it.
 */
export function stackFeatures(state: ParseState, z: number, f: Int32Array, from: number): number {
  const { word: w, tag: t, suffix: x } = state;
  const s0 = s0Of(state);
  const s1 = s1Of(state);
  const s0w = w[s0]!;
  const s0t = t[s0]!;
  const s1w = w[s1]!;
  const s1t = t[s1]!;
  const s0wt = join(s0w, s0t);
  const s1wt = join(s1w, s1t);
  const s1s0 = join(s1t, s0t);
  const far = s0 && s1 ? clip(s0 - s1) : 0;
  let k = from;
  f[k++] = slot(1, s0w, z) << 2;
  f[k++] = slot(2, s0t, z) << 2;
  f[k++] = slot(3, s0wt, z) << 2;
  f[k++] = slot(4, s1w, z) << 2;
  f[k++] = slot(5, s1t, z) << 2;
  f[k++] = slot(6, s1wt, z) << 2;
  f[k++] = slot(23, join(s1wt, s0wt), z) << 2;
  f[k++] = slot(24, join(s1wt, s0t), z) << 2;
  f[k++] = slot(25, join(s1t, s0wt), z) << 2;
  f[k++] = slot(26, join(s1w, s0w), z) << 2;
  f[k++] = slot(27, s1s0, z) << 2;
  f[k++] = slot(32, join(join(t[s2Of(state)]!, s1t), s0t), z) << 2;
  f[k++] = slot(47, join(s1s0, far), z) << 2;
  f[k++] = slot(48, join(join(s1w, s0w), far), z) << 2;
  f[k++] = slot(83, join(x[s1]!, x[s0]!), z) << 2;
  f[k++] = slot(87, join(s1s0, s0 > 1 ? t[s0 - 1]! : 0), z) << 2;
  f[k++] = slot(89, join(s1s0, s1 ? t[s1 + 1]! : 0), z) << 2;
  k = settledChildren(state, z, f, k);
  return state.dictionary ? stackReadings(state, z, f, k) : k;
}

function settledChildren(state: ParseState, z: number, f: Int32Array, from: number): number {
  const { word: w, tag: t, label: l, left1, left2, right1 } = state;
  const s0 = s0Of(state);
  const s1 = s1Of(state);
  const s0t = t[s0]!;
  const s1t = t[s1]!;
  const s1s0 = join(s1t, s0t);
  const s0l = left1[s0]!;
  const s1r = right1[s1]!;
  const s0lt = labelled(state, s0l);
  const lefts = s0 ? atMost(state.leftCount[s0]!, 4) : 7;
  const rights = s1 ? atMost(state.rightCount[s1]!, 4) : 7;
  let k = from;
  f[k++] = slot(37, join(s1s0, t[s0l]!), z) << 2;
  f[k++] = slot(39, join(s1s0, t[s1r]!), z) << 2;
  f[k++] = slot(40, join(s1s0, t[left1[s1]!]!), z) << 2;
  f[k++] = slot(51, join(w[s0]!, lefts), z) << 2;
  f[k++] = slot(52, join(s0t, lefts), z) << 2;
  f[k++] = slot(55, join(s1t, rights), z) << 2;
  f[k++] = slot(56, join(w[s1]!, rights), z) << 2;
  f[k++] = slot(57, join(s0t, s0lt), z) << 2;
  f[k++] = slot(60, join(s1t, labelled(state, s1r)), z) << 2;
  f[k++] = slot(62, join(join(s0t, s0lt), labelled(state, left2[s0]!)), z) << 2;
  f[k++] = slot(65, join(w[s0]!, l[s0l]!), z) << 2;
  f[k++] = slot(67, join(w[s1]!, l[s1r]!), z) << 2;
  f[k++] = slot(69, join(w[s0l]!, s0t), z) << 2;
  f[k++] = slot(71, join(w[s1r]!, s1t), z) << 2;
  return k;
}

function stackReadings(state: ParseState, z: number, f: Int32Array, from: number): number {
  const { reading: r, tag: t } = state;
  const s0 = s0Of(state);
  const s1 = s1Of(state);
  f[from] = slot(91, join(r[s1]!, r[s0]!), z) << 2;
  f[from + 1] = slot(94, join(r[s1]!, t[s0]!), z) << 2;
  f[from + 2] = slot(95, join(t[s1]!, r[s0]!), z) << 2;
  return from + 3;
}

/** Of the next word and the two behind it. */
export function bufferFeatures(state: ParseState, z: number, f: Int32Array, from: number): number {
  const { word: w, tag: t } = state;
  const b0 = ahead(state, 0);
  const b1 = ahead(state, 1);
  const b2 = ahead(state, 2);
  let k = from;
  f[k++] = slot(0, 0, z) << 2;
  f[k++] = slot(7, w[b0]!, z) << 2;
  f[k++] = slot(8, t[b0]!, z) << 2;
  f[k++] = slot(9, join(w[b0]!, t[b0]!), z) << 2;
  f[k++] = slot(10, w[b1]!, z) << 2;
  f[k++] = slot(11, t[b1]!, z) << 2;
  f[k++] = slot(12, join(w[b1]!, t[b1]!), z) << 2;
  f[k++] = slot(13, t[b2]!, z) << 2;
  f[k++] = slot(14, join(w[b2]!, t[b2]!), z) << 2;
  f[k++] = slot(22, join(t[b0]!, t[b1]!), z) << 2;
  f[k++] = slot(28, join(join(t[b0]!, t[b1]!), t[b2]!), z) << 2;
  return k;
}
