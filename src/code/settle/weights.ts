import { ChanceryError } from '../../model/index.ts';

/** Slots of one table; features are hashed, names that share a slot share a weight. */
export const SLOTS = 2 ** 17;

/** Slot -> value; of two features in one slot the stronger counts. */
export type Features = Map<number, number>;

export type Emit = (name: string, value?: number) => void;

/** Gathers what a feature function emits. */
export function gather(emitter: (emit: Emit) => void): Features {
  const found: Features = new Map();
  emitter((name, value = 1) => {
    const slot = slotOf(name);
    const known = found.get(slot);
    if (known === undefined || value > known) found.set(slot, value);
  });
  return found;
}

/** FNV-1a over UTF-16 units, cut to the table. */
export function slotOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

/** Tables for a side as actor, a side as recipient, the whole answer, and "no event". */
export const TABLES = ['actor', 'recipient', 'whole', 'none'] as const;
export type TableName = (typeof TABLES)[number];
export type Tables = Readonly<Record<TableName, Float32Array>>;

export interface Weights {
  readonly tables: Tables;
  /** Divides the scores, so that probabilities are calibrated. */
  readonly temperature: number;
}

const HEADER = 8;

/** File: float32 scale and temperature (little endian), then the tables in 8 bits a slot. */
export function packWeights({ tables, temperature }: Weights): Uint8Array {
  let top = 1e-6;
  for (const name of TABLES) for (const value of tables[name]) top = Math.max(top, Math.abs(value));
  const scale = Math.fround(top / 127);
  const bytes = new Uint8Array(HEADER + TABLES.length * SLOTS);
  const view = new DataView(bytes.buffer);
  for (const [k, value] of [scale, temperature].entries()) view.setFloat32(4 * k, value, true);
  for (const [k, name] of TABLES.entries())
    for (let i = 0; i < SLOTS; i++) view.setInt8(HEADER + k * SLOTS + i, Math.round(tables[name][i]! / scale));
  return bytes;
}

/** Reads data/models/record.<language>.bin; MODEL_SIZE when the file is cut short. */
export function readWeights(bytes: Uint8Array, at: string): Weights {
  const expected = HEADER + TABLES.length * SLOTS;
  if (bytes.length !== expected) {
    const hint = 'Reinstall the package, or rebuild the file with npx tsx train/train-record.ts';
    throw new ChanceryError('MODEL_SIZE', 'the model has another size', {
      at,
      expected: `${expected} bytes`,
      found: `${bytes.length} bytes`,
      hint,
    });
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const scale = view.getFloat32(0, true);
  const table = (k: number): Float32Array => {
    const whole = new Int8Array(bytes.buffer, bytes.byteOffset + HEADER + k * SLOTS, SLOTS);
    return Float32Array.from(whole, (value) => value * scale);
  };
  const tables = { actor: table(0), recipient: table(1), whole: table(2), none: table(3) };
  return { tables, temperature: Math.round(view.getFloat32(4, true) * 1000) / 1000 };
}

export function score(table: Float32Array, features: Features): number {
  let sum = 0;
  for (const [slot, value] of features) sum += table[slot]! * value;
  return sum;
}
