import { brotliCompressSync, constants, deflateRawSync } from 'node:zlib';
import { MAGIC, type ModelHeader, START } from '../src/language/engine/model-file.ts';
import type { NetHeader, SmallNet } from '../src/language/engine/small-net.ts';
import { MOST_CLASSES, NARROW } from '../src/language/engine/weight-sections.ts';

/** What the largest weight of a section is when read: see decodeWeight. */
export const WEIGHT_LIMIT = 127 * 127;

export interface WeightSection {
  readonly weights: Float32Array;
  /** Classes a row. */
  readonly stride: number;
  /** Weights smaller than this times the root mean square are dropped. */
  readonly threshold: number;
}

/** Bytes of a model file: see ModelHeader for the format. */
export function packModel(
  header: ModelHeader,
  sections: readonly WeightSection[],
  nets: readonly Uint8Array[] = [],
): Uint8Array {
  const weights = sections.map(({ weights, stride, threshold }) => packCodes(quantise(weights, threshold), stride));
  return packFile(header, Buffer.concat([...weights, ...nets]));
}

/** Weights hardly repeat: codes by frequency alone are smaller than with repetitions and the same on every machine. */
function packFile(header: ModelHeader, weights: Buffer): Uint8Array {
  const json = brotliCompressSync(JSON.stringify(header));
  const start = Buffer.alloc(START);
  start.write(MAGIC, 0, 'latin1');
  start.writeUInt32LE(json.length, 4);
  start.writeUInt32LE(weights.length, 8);
  const packed = deflateRawSync(weights, { level: 9, memLevel: 9, strategy: constants.Z_HUFFMAN_ONLY });
  return Buffer.concat([start, json, packed]);
}

/** One section of 8-bit weights: see SectionReader. */
function packCodes(codes: Int8Array, stride: number): Buffer {
  if (stride > MOST_CLASSES) throw new RangeError(`${stride} classes do not fit into a byte`);
  const gaps: number[] = [];
  const counts: number[] = [];
  const classes: number[] = [];
  const values: number[] = [];
  let rows = 0;
  let last = -1;
  for (let row = 0; row * stride < codes.length; row++) {
    const before = values.length;
    let mask = 0;
    for (let c = 0; c < stride; c++) {
      const code = codes[row * stride + c]!;
      if (code === 0) continue;
      mask |= 1 << c;
      classes.push(c);
      values.push(code & 255);
    }
    if (values.length === before) continue;
    pushVarint(gaps, row - last - 1);
    if (stride <= NARROW) counts.push(mask);
    else pushVarint(counts, values.length - before);
    last = row;
    rows++;
  }
  const sizes = Buffer.alloc(16);
  for (const [i, size] of [rows, values.length, gaps.length, counts.length].entries()) sizes.writeUInt32LE(size, i * 4);
  return Buffer.concat([
    sizes,
    ...[gaps, counts, stride <= NARROW ? [] : classes, values].map((stream) => Buffer.from(stream)),
  ]);
}

/** Weights below this share of the root mean square say too little for their room. */
const NET_THRESHOLD = 0.3;
/** Steps on either side of zero: finer ones take a third more room and change no figure. */
const NET_LEVELS = 31;
const NET_LIMIT = (NET_LEVELS * Math.floor(127 / NET_LEVELS)) ** 2;
const DIGITS = 1e4;

/** A net in two parts: its rows for a section, in 8 bits, and all else for the header, in four digits. */
export function packedNet(net: SmallNet): { readonly header: NetHeader; readonly section: Uint8Array } {
  const { bits, hidden, bias, out, outBias, starts, values } = net;
  const round = (numbers: readonly number[]): number[] => numbers.map((number) => Math.round(number * DIGITS) / DIGITS);
  const weights = Float32Array.from(values);
  const most = weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0);
  const codes = quantise(weights, NET_THRESHOLD, NET_LEVELS);
  const gaps: number[] = [];
  let last = -1;
  for (const [row, start] of starts.entries()) {
    if (start < 0) continue;
    pushVarint(gaps, row - last - 1);
    last = row;
  }
  const sizes = Buffer.alloc(16);
  for (const [i, size] of [codes.length / hidden, codes.length, gaps.length, 0].entries())
    sizes.writeUInt32LE(size, i * 4);
  return {
    header: { bits, hidden, scale: NET_LIMIT / most, bias: round(bias), out: round(out), outBias: round(outBias) },
    section: Buffer.concat([sizes, Buffer.from(gaps), Buffer.from(codes.buffer)]),
  };
}

/** Signed square roots in 8 bits, the largest weight at 127, or, with fewer levels, at their last. */
function quantise(weights: Float32Array, threshold: number, levels = 127): Int8Array {
  let most = 0;
  let squares = 0;
  let used = 0;
  for (const weight of weights) {
    if (weight === 0) continue;
    most = Math.max(most, Math.abs(weight));
    squares += weight * weight;
    used++;
  }
  const least = used === 0 ? 0 : threshold * Math.sqrt(squares / used);
  const codes = new Int8Array(weights.length);
  const step = Math.floor(127 / levels);
  for (let i = 0; i < weights.length; i++) {
    const size = Math.abs(weights[i]!);
    if (size === 0 || size < least) continue;
    codes[i] = Math.sign(weights[i]!) * step * Math.round(levels * Math.sqrt(size / most));
  }
  return codes;
}

function pushVarint(out: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    out.push((rest & 127) | 128);
    rest >>= 7;
  }
  out.push(rest);
}
