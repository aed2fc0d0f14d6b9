import { addStyleRows, join, slot } from './hash.ts';
import type { ParseState } from './parse-state.ts';
import { ahead, atMost, bufferFeatures, clip, labelled, s0Of, s1Of, s2Of, stackFeatures } from './stack-features.ts';

/** At most this many features are written. */
export const ACTION_FEATURES = 192;

/** Row offsets (times 4: three weights and a pad) of the features of the next action; gives their number. */
export function actionFeatures(state: ParseState, shift: number, out: Int32Array): number {
  let k = stackFeatures(state, shift, out, 0);
  k = bufferFeatures(state, shift, out, k);
  k = meetingFeatures(state, shift, out, k);
  return addStyleRows(out, k, { number: state.style, shift, step: 4 });
}

/** Of the stack's words together with the next ones, and of what an action before may have changed: new for every action. */
export function meetingFeatures(state: ParseState, z: number, f: Int32Array, from: number): number {
  let k = wordFeatures(state, z, f, from);
  k = tagFeatures(state, z, f, k);
  k = distanceFeatures(state, z, f, k);
  k = childFeatures(state, z, f, k);
  return state.dictionary ? readingFeatures(state, z, f, k) : k;
}

function wordFeatures(state: ParseState, z: number, f: Int32Array, from: number): number {
  const { word: w, tag: t, suffix: x } = state;
  const s0 = s0Of(state);
  const s1 = s1Of(state);
  const b0 = ahead(state, 0);
  const s0w = w[s0]!;
  const s0t = t[s0]!;
  const s1w = w[s1]!;
  const s1t = t[s1]!;
  const b0w = w[b0]!;
  const b0t = t[b0]!;
  const s0wt = join(s0w, s0t);
  const b0wt = join(b0w, b0t);
  let k = from;
  f[k++] = slot(15, join(s0wt, b0wt), z) << 2;
  f[k++] = slot(16, join(s0wt, b0w), z) << 2;
  f[k++] = slot(17, join(s0w, b0wt), z) << 2;
  f[k++] = slot(18, join(s0wt, b0t), z) << 2;
  f[k++] = slot(19, join(s0t, b0wt), z) << 2;
  f[k++] = slot(20, join(s0w, b0w), z) << 2;
  f[k++] = slot(21, join(s0t, b0t), z) << 2;
  f[k++] = slot(75, join(join(s1w, b0w), s0t), z) << 2;
  f[k++] = slot(76, join(join(s1t, s0w), b0t), z) << 2;
  f[k++] = slot(77, join(s1w, b0t), z) << 2;
  f[k++] = slot(78, join(s1t, b0w), z) << 2;
  f[k++] = slot(82, join(x[s0]!, x[b0]!), z) << 2;
  f[k++] = slot(85, join(join(s1w, s1t), join(s0t, b0t)), z) << 2;
  return k;
}

function tagFeatures(state: ParseState, z: number, f: Int32Array, from: number): number {
  const { word: w, tag: t, part: p } = state;
  const s0 = s0Of(state);
  const s1 = s1Of(state);
  const s2 = s2Of(state);
  const b0 = ahead(state, 0);
  const b1 = ahead(state, 1);
  const b2 = ahead(state, 2);
  const s0t = t[s0]!;
  const b0t = t[b0]!;
  const b1t = t[b1]!;
  const s0b0 = join(s0t, b0t);
  const s1s0 = join(t[s1]!, s0t);
  let k = from;
  f[k++] = slot(29, join(s0b0, b1t), z) << 2;
  f[k++] = slot(30, join(s1s0, b0t), z) << 2;
  f[k++] = slot(31, join(join(s1s0, b0t), b1t), z) << 2;
  f[k++] = slot(33, join(join(s0b0, b1t), t[b2]!), z) << 2;
  const parts = join(join(p[s1]!, p[s0]!), join(p[b0]!, join(p[b1]!, join(p[b2]!, p[s2]!))));
  f[k++] = slot(72, parts, z) << 2;
  f[k++] = slot(79, join(join(w[s0]!, b0t), b1t), z) << 2;
  f[k++] = slot(80, join(join(s0t, w[b0]!), b1t), z) << 2;
  f[k++] = slot(81, join(s0b0, w[b1]!), z) << 2;
  f[k++] = slot(86, join(s0b0, b0 > 1 ? t[b0 - 1]! : 0), z) << 2;
  f[k++] = slot(88, join(s0b0, s0 ? t[s0 + 1]! : 0), z) << 2;
  return k;
}

function distanceFeatures(state: ParseState, z: number, f: Int32Array, from: number): number {
  const { word: w, tag: t } = state;
  const s0 = s0Of(state);
  const b0 = ahead(state, 0);
  const near = s0 && b0 ? clip(b0 - s0) : 0;
  const rights = s0 ? atMost(state.rightCount[s0]!, 4) : 7;
  const lefts = b0 ? atMost(state.leftCount[b0]!, 4) : 7;
  let k = from;
  f[k++] = slot(41, join(w[s0]!, near), z) << 2;
  f[k++] = slot(42, join(t[s0]!, near), z) << 2;
  f[k++] = slot(43, join(w[b0]!, near), z) << 2;
  f[k++] = slot(44, join(t[b0]!, near), z) << 2;
  f[k++] = slot(45, join(join(w[s0]!, w[b0]!), near), z) << 2;
  f[k++] = slot(46, join(join(t[s0]!, t[b0]!), near), z) << 2;
  f[k++] = slot(49, join(w[s0]!, rights), z) << 2;
  f[k++] = slot(50, join(t[s0]!, rights), z) << 2;
  f[k++] = slot(53, join(w[b0]!, lefts), z) << 2;
  f[k++] = slot(54, join(t[b0]!, lefts), z) << 2;
  return k;
}

function childFeatures(state: ParseState, z: number, f: Int32Array, from: number): number {
  const { word: w, tag: t, label: l, left1, left2, right1, right2 } = state;
  const s0 = s0Of(state);
  const s1 = s1Of(state);
  const b0 = ahead(state, 0);
  const s0t = t[s0]!;
  const b0t = t[b0]!;
  const s0r = right1[s0]!;
  const s1r = right1[s1]!;
  const b0l = left1[b0]!;
  const s0rt = labelled(state, s0r);
  const b0lt = labelled(state, b0l);
  const s0b0 = join(s0t, b0t);
  const s1s0 = join(t[s1]!, s0t);
  let k = from;
  f[k++] = slot(34, join(s0b0, t[left1[s0]!]!), z) << 2;
  f[k++] = slot(35, join(s0b0, t[s0r]!), z) << 2;
  f[k++] = slot(36, join(s0b0, t[b0l]!), z) << 2;
  f[k++] = slot(38, join(s1s0, t[s0r]!), z) << 2;
  f[k++] = slot(58, join(s0t, s0rt), z) << 2;
  f[k++] = slot(59, join(b0t, b0lt), z) << 2;
  f[k++] = slot(61, join(join(s0t, s0rt), labelled(state, right2[s0]!)), z) << 2;
  f[k++] = slot(63, join(join(b0t, b0lt), labelled(state, left2[b0]!)), z) << 2;
  f[k++] = slot(64, join(w[s0]!, l[s0r]!), z) << 2;
  f[k++] = slot(66, join(w[b0]!, l[b0l]!), z) << 2;
  f[k++] = slot(68, join(w[s0r]!, s0t), z) << 2;
  f[k++] = slot(70, join(w[b0l]!, b0t), z) << 2;
  f[k++] = slot(73, join(s0b0, join(l[s0r]!, l[b0l]!)), z) << 2;
  f[k++] = slot(74, join(join(s1s0, b0t), join(l[s1r]!, l[s0r]!)), z) << 2;
  f[k++] = slot(84, join(join(w[s0]!, s0rt), b0t), z) << 2;
  return k;
}

function readingFeatures(state: ParseState, z: number, f: Int32Array, from: number): number {
  const { reading: r, tag: t } = state;
  const s0 = s0Of(state);
  const b0 = ahead(state, 0);
  f[from] = slot(90, join(r[s0]!, r[b0]!), z) << 2;
  f[from + 1] = slot(92, join(r[s0]!, t[b0]!), z) << 2;
  f[from + 2] = slot(93, join(t[s0]!, r[b0]!), z) << 2;
  return from + 3;
}
