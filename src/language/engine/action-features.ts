import { addStyleRows, join, slot } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** At most this many features are written. */
export const ACTION_FEATURES = 192;

/** Row offsets (times 4: three weights and a pad) of the features of the next action; gives their number. */
export function actionFeatures(state: ParseState, shift: number, out: Int32Array): number {
  let k = wordFeatures(state, shift, out);
  k = pairFeatures(state, shift, out, k);
  k = tagFeatures(state, shift, out, k);
  k = distanceFeatures(state, shift, out, k);
  k = childFeatures(state, shift, out, k);
  if (state.dictionary) k = readingFeatures(state, shift, out, k);
  return addStyleRows(out, k, { number: state.style, shift, step: 4 });
}

function s0Of(state: ParseState): number {
  return state.depth > 0 ? state.stack[state.depth - 1]! : 0;
}

function s1Of(state: ParseState): number {
  return state.depth > 1 ? state.stack[state.depth - 2]! : 0;
}

function s2Of(state: ParseState): number {
  return state.depth > 2 ? state.stack[state.depth - 3]! : 0;
}

/** Node `ahead` places behind the next word; 0 behind the root. */
function ahead(state: ParseState, places: number): number {
  const node = state.next + places;
  return node <= state.length + 1 ? node : 0;
}

function wordFeatures(state: ParseState, z: number, f: Int32Array): number {
  const { word: w, tag: t } = state;
  const s0 = s0Of(state);
  const s1 = s1Of(state);
  const b0 = ahead(state, 0);
  const b1 = ahead(state, 1);
  const b2 = ahead(state, 2);
  f[0] = slot(0, 0, z) << 2;
  f[1] = slot(1, w[s0]!, z) << 2;
  f[2] = slot(2, t[s0]!, z) << 2;
  f[3] = slot(3, join(w[s0]!, t[s0]!), z) << 2;
  f[4] = slot(4, w[s1]!, z) << 2;
  f[5] = slot(5, t[s1]!, z) << 2;
  f[6] = slot(6, join(w[s1]!, t[s1]!), z) << 2;
  f[7] = slot(7, w[b0]!, z) << 2;
  f[8] = slot(8, t[b0]!, z) << 2;
  f[9] = slot(9, join(w[b0]!, t[b0]!), z) << 2;
  f[10] = slot(10, w[b1]!, z) << 2;
  f[11] = slot(11, t[b1]!, z) << 2;
  f[12] = slot(12, join(w[b1]!, t[b1]!), z) << 2;
  f[13] = slot(13, t[b2]!, z) << 2;
  f[14] = slot(14, join(w[b2]!, t[b2]!), z) << 2;
  return 15;
}

function pairFeatures(state: ParseState, z: number, f: Int32Array, from: number): number {
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
  const s1wt = join(s1w, s1t);
  let k = from;
  f[k++] = slot(15, join(s0wt, b0wt), z) << 2;
  f[k++] = slot(16, join(s0wt, b0w), z) << 2;
  f[k++] = slot(17, join(s0w, b0wt), z) << 2;
  f[k++] = slot(18, join(s0wt, b0t), z) << 2;
  f[k++] = slot(19, join(s0t, b0wt), z) << 2;
  f[k++] = slot(20, join(s0w, b0w), z) << 2;
  f[k++] = slot(21, join(s0t, b0t), z) << 2;
  f[k++] = slot(23, join(s1wt, s0wt), z) << 2;
  f[k++] = slot(24, join(s1wt, s0t), z) << 2;
  f[k++] = slot(25, join(s1t, s0wt), z) << 2;
  f[k++] = slot(26, join(s1w, s0w), z) << 2;
  f[k++] = slot(27, join(s1t, s0t), z) << 2;
  f[k++] = slot(75, join(join(s1w, b0w), s0t), z) << 2;
  f[k++] = slot(76, join(join(s1t, s0w), b0t), z) << 2;
  f[k++] = slot(77, join(s1w, b0t), z) << 2;
  f[k++] = slot(78, join(s1t, b0w), z) << 2;
  f[k++] = slot(82, join(x[s0]!, x[b0]!), z) << 2;
  f[k++] = slot(83, join(x[s1]!, x[s0]!), z) << 2;
  f[k++] = slot(85, join(s1wt, join(s0t, b0t)), z) << 2;
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
  const s1t = t[s1]!;
  const b0t = t[b0]!;
  const b1t = t[b1]!;
  const b2t = t[b2]!;
  const s0b0 = join(s0t, b0t);
  const s1s0 = join(s1t, s0t);
  let k = from;
  f[k++] = slot(22, join(b0t, b1t), z) << 2;
  f[k++] = slot(28, join(join(b0t, b1t), b2t), z) << 2;
  f[k++] = slot(29, join(s0b0, b1t), z) << 2;
  f[k++] = slot(30, join(s1s0, b0t), z) << 2;
  f[k++] = slot(31, join(join(s1s0, b0t), b1t), z) << 2;
  f[k++] = slot(32, join(join(t[s2]!, s1t), s0t), z) << 2;
  f[k++] = slot(33, join(join(s0b0, b1t), b2t), z) << 2;
  const parts = join(join(p[s1]!, p[s0]!), join(p[b0]!, join(p[b1]!, join(p[b2]!, p[s2]!))));
  f[k++] = slot(72, parts, z) << 2;
  f[k++] = slot(79, join(join(w[s0]!, b0t), b1t), z) << 2;
  f[k++] = slot(80, join(join(s0t, w[b0]!), b1t), z) << 2;
  f[k++] = slot(81, join(s0b0, w[b1]!), z) << 2;
  f[k++] = slot(86, join(s0b0, b0 > 1 ? t[b0 - 1]! : 0), z) << 2;
  f[k++] = slot(87, join(s1s0, s0 > 1 ? t[s0 - 1]! : 0), z) << 2;
  f[k++] = slot(88, join(s0b0, s0 ? t[s0 + 1]! : 0), z) << 2;
  f[k++] = slot(89, join(s1s0, s1 ? t[s1 + 1]! : 0), z) << 2;
  return k;
}

function clip(distance: number): number {
  return distance > 10 ? 10 : distance > 5 ? 6 : distance;
}

function atMost(count: number, most: number): number {
  return Math.min(count, most);
}

function distanceFeatures(state: ParseState, z: number, f: Int32Array, from: number): number {
  const { word: w, tag: t } = state;
  const s0 = s0Of(state);
  const s1 = s1Of(state);
  const b0 = ahead(state, 0);
  const near = s0 && b0 ? clip(b0 - s0) : 0;
  const far = s0 && s1 ? clip(s0 - s1) : 0;
  const left0 = s0 ? atMost(state.leftCount[s0]!, 4) : 7;
  const right0 = s0 ? atMost(state.rightCount[s0]!, 4) : 7;
  const right1 = s1 ? atMost(state.rightCount[s1]!, 4) : 7;
  const leftB = b0 ? atMost(state.leftCount[b0]!, 4) : 7;
  let k = from;
  f[k++] = slot(41, join(w[s0]!, near), z) << 2;
  f[k++] = slot(42, join(t[s0]!, near), z) << 2;
  f[k++] = slot(43, join(w[b0]!, near), z) << 2;
  f[k++] = slot(44, join(t[b0]!, near), z) << 2;
  f[k++] = slot(45, join(join(w[s0]!, w[b0]!), near), z) << 2;
  f[k++] = slot(46, join(join(t[s0]!, t[b0]!), near), z) << 2;
  f[k++] = slot(47, join(join(t[s1]!, t[s0]!), far), z) << 2;
  f[k++] = slot(48, join(join(w[s1]!, w[s0]!), far), z) << 2;
  f[k++] = slot(49, join(w[s0]!, right0), z) << 2;
  f[k++] = slot(50, join(t[s0]!, right0), z) << 2;
  f[k++] = slot(51, join(w[s0]!, left0), z) << 2;
  f[k++] = slot(52, join(t[s0]!, left0), z) << 2;
  f[k++] = slot(53, join(w[b0]!, leftB), z) << 2;
  f[k++] = slot(54, join(t[b0]!, leftB), z) << 2;
  f[k++] = slot(55, join(t[s1]!, right1), z) << 2;
  f[k++] = slot(56, join(w[s1]!, right1), z) << 2;
  return k;
}

function childFeatures(state: ParseState, z: number, f: Int32Array, from: number): number {
  const { word: w, tag: t, label: l, left1, left2, right1, right2 } = state;
  const s0 = s0Of(state);
  const s1 = s1Of(state);
  const b0 = ahead(state, 0);
  const s0t = t[s0]!;
  const s1t = t[s1]!;
  const b0t = t[b0]!;
  const s0l = left1[s0]!;
  const s0r = right1[s0]!;
  const s1l = left1[s1]!;
  const s1r = right1[s1]!;
  const b0l = left1[b0]!;
  const s0lt = join(t[s0l]!, l[s0l]! + 2);
  const s0rt = join(t[s0r]!, l[s0r]! + 2);
  const b0lt = join(t[b0l]!, l[b0l]! + 2);
  const s0b0 = join(s0t, b0t);
  const s1s0 = join(s1t, s0t);
  let k = from;
  f[k++] = slot(34, join(s0b0, t[s0l]!), z) << 2;
  f[k++] = slot(35, join(s0b0, t[s0r]!), z) << 2;
  f[k++] = slot(36, join(s0b0, t[b0l]!), z) << 2;
  f[k++] = slot(37, join(s1s0, t[s0l]!), z) << 2;
  f[k++] = slot(38, join(s1s0, t[s0r]!), z) << 2;
  f[k++] = slot(39, join(s1s0, t[s1r]!), z) << 2;
  f[k++] = slot(40, join(s1s0, t[s1l]!), z) << 2;
  f[k++] = slot(57, join(s0t, s0lt), z) << 2;
  f[k++] = slot(58, join(s0t, s0rt), z) << 2;
  f[k++] = slot(59, join(b0t, b0lt), z) << 2;
  f[k++] = slot(60, join(s1t, join(t[s1r]!, l[s1r]! + 2)), z) << 2;
  f[k++] = slot(61, join(join(s0t, s0rt), labelled(state, right2[s0]!)), z) << 2;
  f[k++] = slot(62, join(join(s0t, s0lt), labelled(state, left2[s0]!)), z) << 2;
  f[k++] = slot(63, join(join(b0t, b0lt), labelled(state, left2[b0]!)), z) << 2;
  f[k++] = slot(64, join(w[s0]!, l[s0r]!), z) << 2;
  f[k++] = slot(65, join(w[s0]!, l[s0l]!), z) << 2;
  f[k++] = slot(66, join(w[b0]!, l[b0l]!), z) << 2;
  f[k++] = slot(67, join(w[s1]!, l[s1r]!), z) << 2;
  f[k++] = slot(68, join(w[s0r]!, s0t), z) << 2;
  f[k++] = slot(69, join(w[s0l]!, s0t), z) << 2;
  f[k++] = slot(70, join(w[b0l]!, b0t), z) << 2;
  f[k++] = slot(71, join(w[s1r]!, s1t), z) << 2;
  f[k++] = slot(73, join(s0b0, join(l[s0r]!, l[b0l]!)), z) << 2;
  f[k++] = slot(74, join(join(s1s0, b0t), join(l[s1r]!, l[s0r]!)), z) << 2;
  f[k++] = slot(84, join(join(w[s0]!, s0rt), b0t), z) << 2;
  return k;
}

function readingFeatures(state: ParseState, z: number, f: Int32Array, from: number): number {
  const { reading: r, tag: t } = state;
  const s0 = s0Of(state);
  const s1 = s1Of(state);
  const b0 = ahead(state, 0);
  let k = from;
  f[k++] = slot(90, join(r[s0]!, r[b0]!), z) << 2;
  f[k++] = slot(91, join(r[s1]!, r[s0]!), z) << 2;
  f[k++] = slot(92, join(r[s0]!, t[b0]!), z) << 2;
  f[k++] = slot(93, join(t[s0]!, r[b0]!), z) << 2;
  f[k++] = slot(94, join(r[s1]!, t[s0]!), z) << 2;
  f[k++] = slot(95, join(t[s1]!, r[s0]!), z) << 2;
  return k;
}

function labelled(state: ParseState, node: number): number {
  return join(state.tag[node]!, state.label[node]! + 2);
}
