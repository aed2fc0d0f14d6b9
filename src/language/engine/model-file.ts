import { brotliDecompressSync } from 'node:zlib';
import { ChanceryError } from '../../model/index.ts';
import type { RoleWeights } from './role-finder.ts';
import { decodeWeight, type SparseRows } from './weights.ts';

/**
 * A trained model: Brotli over "CHM1", the header's length (u32 LE), the header (JSON, UTF-8), then four weight
 * sections (tags, actions, labels, labels at second sight). A section: row count, entry count, stream lengths (u32 LE each), then the streams: gaps
 * between rows that hold weights and entries a row (varints), classes (bytes), values (signed bytes).
 */
export interface ModelHeader {
  readonly language: string;
  /** Annotation style to answer in, 0 for none. */
  readonly style: number;
  readonly version: number;
  /** "VERB VBD": universal tag, a blank, and what else the tagger decides. */
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  /** log2 of the number of weight rows: tagger, actions, labels, labels at second sight. */
  readonly bits: readonly [number, number, number, number];
  /** Forms whose tag is certain -> index into `tags`. */
  readonly fixed: Readonly<Record<string, number>>;
  /** Suffix tables: see SuffixTable. */
  readonly lemmas: string;
  /** Forms whose lemma is not the dictionary's. */
  readonly exceptions: string;
  /** StemLexicon; absent where suffix tables do. */
  readonly stems?: string;
  readonly feats: string;
  /** Where a fifth section holds the weights of the role finder: log2 of its rows, and its scale. */
  readonly roles?: { readonly bits: number; readonly scale: number };
}

export interface Model extends ModelHeader {
  readonly tagRows: SparseRows;
  /** Four a row: shift, left, right, nothing. */
  readonly actionWeights: Int16Array;
  readonly labelRows: SparseRows;
  readonly relabelRows: SparseRows;
  readonly roleWeights: RoleWeights | undefined;
}

export const MAGIC = 'CHM1';
export const VERSION = 1;

/** Reads the bytes of data/models/<language>.bin. Throws MODEL_FORMAT. */
export function readModel(bytes: Uint8Array): Model {
  const data = inflate(bytes);
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (String.fromCharCode(...data.subarray(0, 4)) !== MAGIC) throw badModel('no model signature');
  const length = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(data.subarray(8, 8 + length))) as ModelHeader;
  if (header.version !== VERSION) throw badModel(`version ${header.version}`);
  const cursor: Cursor = { data, view, at: 8 + length };
  const tagRows = readSparse(cursor, 1 << header.bits[0]);
  const actionWeights = readDense(cursor, 1 << header.bits[1]);
  const labelRows = readSparse(cursor, 1 << header.bits[2]);
  const relabelRows = readSparse(cursor, 1 << header.bits[3]);
  const { roles } = header;
  const roleWeights = roles && { ...roles, values: readDense(cursor, 1 << roles.bits) };
  return { ...header, tagRows, actionWeights, labelRows, relabelRows, roleWeights };
}

function inflate(bytes: Uint8Array): Uint8Array {
  try {
    return brotliDecompressSync(bytes);
  } catch {
    throw badModel('not a Brotli stream');
  }
}

function badModel(found: string): ChanceryError {
  return new ChanceryError('MODEL_FORMAT', 'the language model cannot be read', {
    expected: `${MAGIC} version ${VERSION}`,
    found,
    hint: 'Rebuild it with `npm run train`, or take the file that came with this version',
  });
}

interface Cursor {
  readonly data: Uint8Array;
  readonly view: DataView;
  at: number;
}

interface Section {
  readonly rows: number;
  readonly entries: number;
  /** Gap and count of every row that holds weights. */
  readonly layout: Cursor;
  readonly classes: Uint8Array;
  readonly values: Int8Array;
}

function readSection(cursor: Cursor): Section {
  const { data, view } = cursor;
  if (cursor.at + 12 > data.length) throw badModel('a file that ends too early');
  const rows = view.getUint32(cursor.at, true);
  const entries = view.getUint32(cursor.at + 4, true);
  const layoutLength = view.getUint32(cursor.at + 8, true);
  const layoutAt = cursor.at + 12;
  const classesAt = layoutAt + layoutLength;
  const valuesAt = classesAt + entries * 2;
  cursor.at = valuesAt + entries;
  if (cursor.at > data.length) throw badModel('a file that ends too early');
  return {
    rows,
    entries,
    layout: { data, view, at: layoutAt },
    classes: data.subarray(classesAt, valuesAt),
    values: new Int8Array(data.buffer, data.byteOffset + valuesAt, entries),
  };
}

/** Class of entry e: low bytes first, then the high bytes of all. */
function classOf(section: Section, e: number): number {
  return section.classes[e]! | (section.classes[section.entries + e]! << 8);
}

function readVarint(cursor: Cursor): number {
  let value = 0;
  let shift = 0;
  for (;;) {
    const byte = cursor.data[cursor.at++]!;
    value |= (byte & 127) << shift;
    if (byte < 128) return value;
    shift += 7;
  }
}

function readSparse(cursor: Cursor, size: number): SparseRows {
  const section = readSection(cursor);
  const starts = new Int32Array(size + 1);
  const entries = new Int32Array(section.entries);
  let row = -1;
  let at = 0;
  for (let r = 0; r < section.rows; r++) {
    const next = row + 1 + readVarint(section.layout);
    starts.fill(at, row + 1, next + 1);
    row = next;
    const end = at + readVarint(section.layout);
    for (; at < end; at++) entries[at] = (decodeWeight(section.values[at]!) << 9) | classOf(section, at);
  }
  starts.fill(at, row + 1);
  return { starts, entries };
}

function readDense(cursor: Cursor, size: number): Int16Array {
  const section = readSection(cursor);
  const weights = new Int16Array(size * 4);
  let row = -1;
  let at = 0;
  for (let r = 0; r < section.rows; r++) {
    row += 1 + readVarint(section.layout);
    const end = at + readVarint(section.layout);
    for (; at < end; at++) weights[row * 4 + classOf(section, at)] = decodeWeight(section.values[at]!);
  }
  return weights;
}
