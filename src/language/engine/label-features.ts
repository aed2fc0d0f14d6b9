import { addStyleRows, join, slot } from './hash.ts';
import type { ParseState } from './parse-state.ts';

/** At most this many features are written. */
export const LABEL_FEATURES = 96;

/** An arc whose relation is asked for. */
export interface Arc {
  head: number;
  child: number;
}

/** Weight rows for the label of the arc head -> child in the present state; gives their number. */
export function labelFeatures(state: ParseState, arc: Arc, z: number, f: Int32Array): number {
  const { word: w, tag: t, suffix: x, left1, right1, label: l } = state;
  const { head: h, child: d } = arc;
  const side = d < h ? 1 : 2;
  const gap = Math.abs(h - d);
  const reach = gap > 6 ? 7 : gap > 3 ? 4 : gap;
  const ht = join(t[h]!, side);
  const dt = join(t[d]!, side);
  const hw = join(w[h]!, side);
  const dw = join(w[d]!, side);
  const both = join(ht, t[d]!);
  const dl = left1[d]!;
  const dr = right1[d]!;
  const hl = left1[h]!;
  const hr = right1[h]!;
  let k = 0;
  f[k++] = slot(0, side, z);
  f[k++] = slot(1, dw, z);
  f[k++] = slot(2, dt, z);
  f[k++] = slot(3, hw, z);
  f[k++] = slot(4, ht, z);
  f[k++] = slot(5, join(hw, w[d]!), z);
  f[k++] = slot(6, both, z);
  f[k++] = slot(7, join(hw, t[d]!), z);
  f[k++] = slot(8, join(ht, w[d]!), z);
  f[k++] = slot(9, join(both, reach), z);
  f[k++] = slot(10, join(both, t[dl]!), z);
  f[k++] = slot(11, join(both, t[dr]!), z);
  f[k++] = slot(12, join(dt, w[dl]!), z);
  f[k++] = slot(13, join(dt, w[dr]!), z);
  f[k++] = slot(14, join(dt, l[dl]!), z);
  f[k++] = slot(15, join(dt, l[dr]!), z);
  f[k++] = slot(16, join(both, t[hl]!), z);
  f[k++] = slot(17, join(both, t[hr]!), z);
  f[k++] = slot(18, join(both, l[hl]!), z);
  f[k++] = slot(19, join(both, l[hr]!), z);
  f[k++] = slot(20, join(dw, l[hl]!), z);
  f[k++] = slot(21, join(dt, join(t[d - 1]!, t[d + 1]!)), z);
  f[k++] = slot(22, join(both, t[h - 1]!), z);
  f[k++] = slot(23, join(ht, x[d]!), z);
  f[k++] = slot(24, join(dt, x[h]!), z);
  f[k++] = slot(25, join(both, w[dl]!), z);
  f[k++] = slot(26, join(join(hw, t[d]!), w[dl]!), z);
  f[k++] = slot(27, join(dt, w[d - 1]!), z);
  f[k++] = slot(28, join(dt, w[d + 1]!), z);
  f[k++] = slot(29, join(join(hw, t[d]!), l[hl]!), z);
  f[k++] = slot(30, join(join(hw, t[d]!), l[hr]!), z);
  f[k++] = slot(31, join(join(dt, x[h]!), t[hl]!), z);
  f[k++] = slot(32, join(both, childCounts(state, h)), z);
  f[k++] = slot(33, join(join(x[d]!, x[h]!), side), z);
  if (state.dictionary) {
    const { reading: r } = state;
    f[k++] = slot(34, join(r[d]!, side), z);
    f[k++] = slot(35, join(ht, r[d]!), z);
    f[k++] = slot(36, join(join(r[h]!, r[d]!), side), z);
    f[k++] = slot(37, join(hw, r[d]!), z);
    f[k++] = slot(38, join(join(ht, r[d]!), l[hl]!), z);
    f[k++] = slot(39, join(join(ht, r[d]!), l[hr]!), z);
  }
  return addStyleRows(f, k, { number: state.style, shift: z, step: 1 });
}

function childCounts(state: ParseState, node: number): number {
  return Math.min(state.leftCount[node]!, 2) * 3 + Math.min(state.rightCount[node]!, 2);
}
