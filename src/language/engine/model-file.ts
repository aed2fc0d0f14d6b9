import { brotliDecompressSync, inflateRawSync } from 'node:zlib';
import { ChanceryError } from '../../model/index.ts';
import { mergePacked, mergeSparse } from './merge-style.ts';
import type { RoleNets } from './role-finder.ts';
import { type NetHeader, NetReader } from './small-net.ts';
import { SectionReader } from './weight-sections.ts';
import type { SparseRows } from './weights.ts';

/**
 * A trained model: "CHM2", the length of the packed header and of the weights unpacked (u32 LE each), the header (JSON, UTF-8,
 * Brotli), then the weights (raw Deflate, which unpacks four times as fast): see SectionReader for the sections, which are
 * tags, actions, labels, labels at second sight and, where the language has them, finite verbs and roles.
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
  /** Where two more sections hold the rows of nets: which words are finite verbs, which part words play under verbs. */
  readonly nets?: { readonly finite: NetHeader; readonly pairs: NetHeader };
}

export interface Model extends ModelHeader {
  readonly tagRows: SparseRows;
  /** Codes of shift, left, right in one number a row; in a model with a style their weights, four places a row. */
  readonly actionWeights: Int32Array | Int16Array;
  readonly labelRows: SparseRows;
  readonly relabelRows: SparseRows;
  readonly roleNets: RoleNets | undefined;
}

export const MAGIC = 'CHM2';
export const VERSION = 2;
/** Bytes before the packed header. */
export const START = 12;

/** Reads the bytes of data/models/<language>.bin. Throws MODEL_FORMAT. */
export function readModel(bytes: Uint8Array): Model {
  if (String.fromCharCode(...bytes.subarray(0, 4)) !== MAGIC || bytes.length < START)
    throw badModel('no model signature');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weightsAt = START + view.getUint32(4, true);
  const header = readHeader(bytes.subarray(START, weightsAt));
  if (header.version !== VERSION) throw badModel(`version ${header.version}`);
  try {
    const sections = new SectionReader(unpackWeights(bytes.subarray(weightsAt), view.getUint32(8, true)));
    return { ...header, ...readWeights(header, sections) };
  } catch {
    throw badModel('a file that ends too early or is damaged');
  }
}

type Weights = Pick<Model, 'tagRows' | 'actionWeights' | 'labelRows' | 'relabelRows' | 'roleNets'>;

/** Rows of the style that the model answers in are one with those of all styles: its features are asked for without a style. */
function readWeights({ bits, nets, style }: ModelHeader, sections: SectionReader): Weights {
  const sparse = (size: number): SparseRows => {
    const rows = sections.sparse(size);
    return style === 0 ? rows : mergeSparse(rows, style);
  };
  const packed = (size: number): Int32Array | Int16Array => {
    const codes = sections.packed(size);
    return style === 0 ? codes : mergePacked(codes, style);
  };
  return {
    tagRows: sparse(1 << bits[0]),
    actionWeights: packed(1 << bits[1]),
    labelRows: sparse(1 << bits[2]),
    relabelRows: sparse(1 << bits[3]),
    roleNets: nets && { finite: readNet(nets.finite, sections), pairs: readNet(nets.pairs, sections) },
  };
}

function readNet(header: NetHeader, sections: SectionReader): NetReader {
  return new NetReader({ ...header, ...sections.table(1 << header.bits, header.hidden) });
}

function readHeader(packed: Uint8Array): ModelHeader {
  try {
    return JSON.parse(new TextDecoder().decode(brotliDecompressSync(packed))) as ModelHeader;
  } catch {
    throw badModel('a header that cannot be unpacked');
  }
}

/** No model is larger: a length that says so is no length. */
const MOST = 1 << 26;

/** In one piece where the length is what it says. */
function unpackWeights(packed: Uint8Array, length: number): Uint8Array {
  return inflateRawSync(packed, { chunkSize: Math.min(MOST, Math.max(64, length)), maxOutputLength: MOST });
}

function badModel(found: string): ChanceryError {
  return new ChanceryError('MODEL_FORMAT', 'the language model cannot be read', {
    expected: `${MAGIC} version ${VERSION}`,
    found,
    hint: 'Rebuild it with `npm run train`, or take the file that came with this version',
  });
}
