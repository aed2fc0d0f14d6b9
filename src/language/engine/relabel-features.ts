import { addStyleRows, join, slot } from './hash.ts';
import { type Arc, labelFeatures } from './label-features.ts';
import type { ParseState } from './parse-state.ts';

/** At most this many features are written. */
export const RELABEL_FEATURES = 136;

/** Relations whose presence under a word tells what else hangs on it. */
const KINDS: readonly (readonly string[])[] = [
  ['nsubj', 'csubj'],
  ['nsubj:pass', 'csubj:pass', 'aux:pass', 'obl:agent'],
  ['obj', 'ccomp'],
  ['cop'],
  ['case'],
  ['mark'],
  ['xcomp', 'iobj'],
  ['det', 'nummod', 'amod'],
];
const CASE = 1 << 4;
const MARK = 1 << 5;

/** What a finished tree says of every word's children: relations present (bits), and the word that marks its case. */
export class ChildSummary {
  readonly #bits: Int32Array;
  present = new Int32Array(256);
  marker = new Int32Array(256);

  constructor(labels: readonly string[]) {
    this.#bits = Int32Array.from(labels, (label) => {
      const kind = KINDS.findIndex((names) => names.includes(label));
      return kind < 0 ? 0 : 1 << kind;
    });
  }

  fill(state: ParseState): void {
    const { length, head, label, word } = state;
    if (length + 2 > this.present.length) {
      this.present = new Int32Array(length * 2);
      this.marker = new Int32Array(length * 2);
    }
    this.present.fill(0, 0, length + 2);
    this.marker.fill(0, 0, length + 2);
    for (let node = 1; node <= length; node++) {
      const above = head[node]!;
      const bit = this.#bits[label[node]!]!;
      this.present[above]! |= bit;
      if ((bit === CASE || bit === MARK) && this.marker[above] === 0) this.marker[above] = word[node]!;
    }
  }
}

/** An arc of a finished tree. */
export interface TreeArc extends Arc {
  readonly children: ChildSummary;
}

/** Weight rows for the label of an arc in the finished tree, whose labels are those of the first pass. */
export function relabelFeatures(state: ParseState, arc: TreeArc, z: number, f: Int32Array): number {
  const from = labelFeatures(state, arc, z, f);
  const { word: w, tag: t, label: l, head } = state;
  const { present, marker } = arc.children;
  const { head: h, child: d } = arc;
  const side = d < h ? 1 : 2;
  const above = h <= state.length ? head[h]! : 0;
  const both = join(join(t[h]!, side), t[d]!);
  const first = l[d]! + 1;
  const ht = join(t[h]!, side);
  let k = from;
  f[k++] = slot(50, first, z);
  f[k++] = slot(51, join(both, first), z);
  f[k++] = slot(52, join(w[d]!, first), z);
  f[k++] = slot(53, join(w[h]!, first), z);
  f[k++] = slot(54, join(both, present[h]!), z);
  f[k++] = slot(55, join(both, present[d]!), z);
  f[k++] = slot(56, join(join(first, present[h]!), side), z);
  f[k++] = slot(57, join(join(first, present[d]!), t[h]!), z);
  f[k++] = slot(58, join(both, marker[d]!), z);
  f[k++] = slot(59, join(join(w[h]!, marker[d]!), side), z);
  f[k++] = slot(60, join(join(w[d]!, marker[d]!), ht), z);
  f[k++] = slot(61, join(both, l[h]! + 1), z);
  f[k++] = slot(62, join(both, t[above]!), z);
  f[k++] = slot(63, join(join(w[d]!, present[d]!), ht), z);
  f[k++] = slot(64, join(join(w[h]!, present[h]!), t[d]!), z);
  f[k++] = slot(65, join(join(both, marker[d]!), present[h]!), z);
  if (state.dictionary) {
    const r = state.reading[d]!;
    f[k++] = slot(66, join(join(ht, r), present[h]!), z);
    f[k++] = slot(67, join(join(ht, r), marker[d]!), z);
    f[k++] = slot(68, join(join(first, r), ht), z);
    f[k++] = slot(69, join(join(r, present[h]!), state.reading[h]!), z);
  }
  if (state.style === 0) return k;
  return from + addStyleRows(f.subarray(from), k - from, { number: state.style, shift: z, step: 1 });
}
