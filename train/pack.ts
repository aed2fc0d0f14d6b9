import { brotliCompressSync, constants } from 'node:zlib';
import { MAGIC, type ModelHeader } from '../src/language/engine/model-file.ts';

/** What the largest weight of a section is when read: see decodeWeight. */
export const WEIGHT_LIMIT = 127 * 127;

export interface WeightSection {
  readonly weights: Float32Array;
  /** Classes a row. */
  readonly stride: number;
  /** Weights smaller than this times the root mean square are dropped. */
  readonly threshold: number;
}

/** Bytes of a model file: see ModelHeader for the format. A model that is thrown away again need not be small. */
export function packModel(header: ModelHeader, sections: readonly WeightSection[], passing = false): Uint8Array {
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const start = Buffer.alloc(8);
  start.write(MAGIC, 0, 'latin1');
  start.writeUInt32LE(json.length, 4);
  const data = Buffer.concat([start, json, ...sections.map(packSection)]);
  return brotliCompressSync(data, {
    params: { [constants.BROTLI_PARAM_QUALITY]: passing ? 1 : 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

function packSection({ weights, stride, threshold }: WeightSection): Buffer {
  const codes = quantise(weights, threshold);
  const layout: number[] = [];
  const classes: number[] = [];
  const values: number[] = [];
  let rows = 0;
  let last = -1;
  for (let row = 0; row * stride < codes.length; row++) {
    const before = values.length;
    for (let c = 0; c < stride; c++) {
      const code = codes[row * stride + c]!;
      if (code === 0) continue;
      classes.push(c);
      values.push(code & 255);
    }
    if (values.length === before) continue;
    pushVarint(layout, row - last - 1);
    pushVarint(layout, values.length - before);
    last = row;
    rows++;
  }
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(rows, 0);
  sizes.writeUInt32LE(values.length, 4);
  sizes.writeUInt32LE(layout.length, 8);
  const low = Buffer.from(classes.map((c) => c & 255));
  const high = Buffer.from(classes.map((c) => c >> 8));
  return Buffer.concat([sizes, Buffer.from(layout), low, high, Buffer.from(values)]);
}

/** Signed square roots in 8 bits, the largest weight at 127. */
function quantise(weights: Float32Array, threshold: number): Int8Array {
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
  for (let i = 0; i < weights.length; i++) {
    const size = Math.abs(weights[i]!);
    if (size === 0 || size < least) continue;
    codes[i] = Math.sign(weights[i]!) * Math.round(127 * Math.sqrt(size / most));
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
