import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { ChanceryError } from '../../model/index.ts';

/** Slots of one table; features are hashed, names that share a slot share a weight. Most stay empty and take no room in the file. */
export const SLOTS = 2 ** 20;

/** Slots and their values, in the order in which they were met; of two features in one slot the stronger counts. */
export class Features {
  readonly slots: number[];
  readonly values: number[];

  /** Begins with those of `others`. */
  constructor(others?: Features) {
    this.slots = others === undefined ? [] : others.slots.slice();
    this.values = others === undefined ? [] : others.values.slice();
  }

  readonly add: Emit = (slot, value = 1) => {
    const known = this.slots.indexOf(slot);
    if (known < 0) {
      this.slots.push(slot);
      this.values.push(value);
    } else if (value > this.values[known]!) this.values[known] = value;
  };
}

export type Emit = (slot: number, value?: number) => void;

/** What may stand in a name. */
type Part = string | number | boolean | null | undefined;

const START = 0x811c9dc5;
const PRIME = 0x01000193;
const LOW_LINE = 95;

/**
 * The slot of a feature's name: FNV-1a over UTF-16 units, cut to the table. A tag for templates, slotOf`rule:${role}`: the
 * parts are read one after the other and the name itself is never built. Of four parts at most, so that no list of them is.
 */
export function slotOf(words: TemplateStringsArray, a: Part, b?: Part, c?: Part, d?: Part): number {
  return slotAt(begun(words, a, b, c, d));
}

/** What many names begin with, read once: a tag as `slotOf`, for `slotAt`, `slotOn` and `goOn`. */
export function begun(words: TemplateStringsArray, a: Part, b?: Part, c?: Part, d?: Part): number {
  const count = words.length;
  let hash = hashWord(hashPart(hashWord(START, words[0]!), a), words[1]!);
  if (count > 2) hash = hashWord(hashPart(hash, b), words[2]!);
  if (count > 3) hash = hashWord(hashPart(hash, c), words[3]!);
  if (count > 4) hash = hashWord(hashPart(hash, d), words[4]!);
  return hash;
}

/** The beginning and one more part behind a low line. */
export function goOn(beginning: number, part: Part): number {
  return hashPart(Math.imul(beginning ^ LOW_LINE, PRIME), part);
}

/** The slot of the beginning itself. */
export function slotAt(beginning: number): number {
  return (beginning ^ (beginning >>> 15)) & (SLOTS - 1);
}

/** The slot of the beginning with one more part behind a low line. */
export function slotOn(beginning: number, part: Part): number {
  return slotAt(goOn(beginning, part));
}

/** Apart from `hashPart`, which sees texts of every kind that V8 knows: this one sees constants only. */
function hashWord(before: number, text: string): number {
  let hash = before;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash;
}

function hashPart(before: number, part: Part): number {
  const text = String(part);
  // asked once: of texts of many kinds V8 looks the length up the slow way
  const { length } = text;
  let hash = before;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash;
}

/** Tables for a side as actor, a side as recipient, the whole answer, and "no event". */
export const TABLES = ['actor', 'recipient', 'whole', 'none'] as const;
export type TableName = (typeof TABLES)[number];
/** In the trainer as they are learnt, in the coder as they stand in the file: a quarter of the room, which the cache feels. */
export type Table = Float32Array | Int8Array;
export type Tables = Readonly<Record<TableName, Table>>;

export interface Weights {
  readonly tables: Tables;
  /** What a step of a table's numbers is worth. */
  readonly scale: number;
  /** Divides the scores, so that probabilities are calibrated. */
  readonly temperature: number;
  /** An act that the rules code is an event from this probability on. */
  readonly keep: number;
}

const HEADER = 12;

/** How hard files of weights are packed: the highest takes half a minute and saves a fifth. */
const QUALITY = 9;

export function pack(bytes: Uint8Array): Uint8Array {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
}

/** MODEL_SIZE when a packed file of weights is cut short, damaged, or of another build. */
export function unpack(packed: Uint8Array, expected: number, at: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = brotliDecompressSync(packed, { maxOutputLength: MOST });
  } catch {
    throw badSize(expected, `${packed.length} packed bytes that end too early or are damaged`, at);
  }
  if (bytes.length !== expected) throw badSize(expected, `${bytes.length} bytes`, at);
  return bytes;
}

/** No file of weights is larger when it is unpacked. */
const MOST = 1 << 27;

function badSize(expected: number, found: string, at: string): ChanceryError {
  const hint = 'Reinstall the package, or rebuild the file with npx tsx train/train-record.ts';
  return new ChanceryError('MODEL_SIZE', 'the model has another size', {
    at,
    expected: `${expected} bytes`,
    found,
    hint,
  });
}

/** File, packed: float32 scale, temperature and threshold (little endian), then the tables in 8 bits a slot. */
export function packWeights({ tables, temperature, keep }: Omit<Weights, 'scale'>): Uint8Array {
  let top = 1e-6;
  for (const name of TABLES) for (const value of tables[name]) top = Math.max(top, Math.abs(value));
  const scale = Math.fround(top / 127);
  const bytes = new Uint8Array(HEADER + TABLES.length * SLOTS);
  const view = new DataView(bytes.buffer);
  for (const [k, value] of [scale, temperature, keep].entries()) view.setFloat32(4 * k, value, true);
  for (const [k, name] of TABLES.entries())
    for (let i = 0; i < SLOTS; i++) view.setInt8(HEADER + k * SLOTS + i, Math.round(tables[name][i]! / scale));
  return pack(bytes);
}

/** Reads data/models/record.<language>.bin; MODEL_SIZE when the file is cut short. */
export function readWeights(packed: Uint8Array, at: string): Weights {
  const bytes = unpack(packed, HEADER + TABLES.length * SLOTS, at);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const scale = view.getFloat32(0, true);
  const table = (k: number): Int8Array => new Int8Array(bytes.buffer, bytes.byteOffset + HEADER + k * SLOTS, SLOTS);
  const tables = { actor: table(0), recipient: table(1), whole: table(2), none: table(3) };
  const [temperature, keep] = [4, 8].map((place) => Math.round(view.getFloat32(place, true) * 1000) / 1000);
  return { tables, scale, temperature: temperature!, keep: keep! };
}

/** In steps of the table. */
export function score(table: Table, { slots, values }: Features): number {
  let sum = 0;
  for (let k = 0; k < slots.length; k++) sum += table[slots[k]!]! * values[k]!;
  return sum;
}
