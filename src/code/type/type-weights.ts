import { type Emit, pack, SLOTS, unpack } from '../settle/weights.ts';

/** A row a slot, a column a type, and the last column for "no act". */
export interface TypeWeights {
  readonly rows: Int8Array;
  readonly scale: number;
  readonly columns: number;
}

const HEADER = 8;

/** File, packed: float32 scale, uint32 columns (little endian), then the rows in 8 bits a weight. */
export function packTypeWeights(rows: Float32Array, columns: number): Uint8Array {
  let top = 1e-6;
  for (const value of rows) top = Math.max(top, Math.abs(value));
  const scale = Math.fround(top / 127);
  const bytes = new Uint8Array(HEADER + rows.length);
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, scale, true);
  view.setUint32(4, columns, true);
  for (let i = 0; i < rows.length; i++) view.setInt8(HEADER + i, Math.round(rows[i]! / scale));
  return pack(bytes);
}

/** Reads data/models/type.<language>.bin; MODEL_SIZE when the file is cut short or of another codebook. */
export function readTypeWeights(packed: Uint8Array, at: string, columns: number): TypeWeights {
  const bytes = unpack(packed, HEADER + SLOTS * columns, at);
  const scale = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getFloat32(0, true);
  return { rows: new Int8Array(bytes.buffer, bytes.byteOffset + HEADER, SLOTS * columns), scale, columns };
}

/** Sums what features say, by column. */
export class RowSums {
  private readonly weights: TypeWeights;
  private sums: Float64Array;

  constructor(weights: TypeWeights) {
    this.weights = weights;
    this.sums = new Float64Array(weights.columns);
  }

  readonly add: Emit = (slot, value = 1) => {
    const { rows, columns } = this.weights;
    const { sums } = this;
    const row = slot * columns;
    for (let c = 0; c < columns; c++) sums[c]! += rows[row + c]! * value;
  };

  /** What has been added since the last call, on top of `start`. */
  take(start?: Float64Array): Float64Array {
    const { sums } = this;
    const { scale, columns } = this.weights;
    this.sums = new Float64Array(columns);
    for (let c = 0; c < columns; c++) sums[c] = sums[c]! * scale + (start === undefined ? 0 : start[c]!);
    return sums;
  }
}
