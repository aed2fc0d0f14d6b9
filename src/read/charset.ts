import { ChanceryError } from '../model/error.ts';
import { utf16Order } from './sniff.ts';

export interface Decoded {
  readonly text: string;
  readonly charset: string;
  /** How the charset was found, the surest first. */
  readonly basis: 'bom' | 'utf-8' | 'header' | 'meta' | 'detected';
  /** Bytes that had no meaning in it and stand as U+FFFD. */
  readonly replaced: number;
}

const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
const HEAD_BYTES = 4096;
const SAMPLE_BYTES = 65_536;

/**
 * Bytes to text: byte order mark, then valid UTF-8, then what the HTTP header and the page's meta element say, then
 * a detector. Labels come after a successful UTF-8 reading because a page may lie about its charset, whereas
 * other encodings hardly ever happen to be valid UTF-8. iconv-lite decodes: Node's own TextDecoder destroys the curly quotes
 * of windows-1252.
 */
export async function decode(bytes: Uint8Array, contentType?: string): Promise<Decoded> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const bom = BOMS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  if (bom) return withIconv(buffer.subarray(bom[1].length), bom[0], 'bom');
  const wide = utf16Order(bytes);
  if (wide) return withIconv(buffer, wide, 'detected');
  const strict = utf8OrUndefined(bytes);
  if (strict !== undefined) return { text: strict, charset: 'utf-8', basis: 'utf-8', replaced: 0 };
  const head = buffer.subarray(0, HEAD_BYTES).toString('latin1');
  const header = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  const meta =
    /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,80}encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1];
  for (const [label, basis] of [
    [header, 'header'],
    [meta, 'meta'],
  ] as const) {
    if (label === undefined || /^(?:utf-?8|us-ascii|iso-8859-1)$/i.test(label)) continue;
    if (await known(label)) return withIconv(buffer, label, basis);
  }
  return withIconv(buffer, await detected(buffer), 'detected');
}

async function withIconv(buffer: Buffer, charset: string, basis: Decoded['basis']): Promise<Decoded> {
  const { default: iconv } = await import('iconv-lite');
  const text = iconv.decode(buffer, charset);
  let replaced = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) replaced++;
  return { text, charset: charset.toLowerCase(), basis, replaced };
}

async function known(label: string): Promise<boolean> {
  const { default: iconv } = await import('iconv-lite');
  return iconv.encodingExists(label);
}

function utf8OrUndefined(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function detected(buffer: Buffer): Promise<string> {
  const sample = buffer.subarray(0, SAMPLE_BYTES);
  if (mostlyUtf8(sample)) return 'utf-8';
  const { default: jschardet } = await import('jschardet');
  // Mark-up is ASCII and drowns the letters that decide.
  const letters = Buffer.from(sample.toString('latin1').replace(/<[^<>]{0,2000}>/g, ' '), 'latin1');
  const found = jschardet.detect(letters);
  if (found.encoding && found.confidence > 0.2 && (await known(found.encoding))) return found.encoding;
  if (found.encoding === null) {
    throw new ChanceryError('READ_CHARSET', 'the character encoding cannot be told', {
      expected: 'UTF-8 or a charset named in the header or the page',
      hint: 'Convert the file to UTF-8',
    });
  }
  return 'windows-1252';
}

/** A UTF-8 page with a few broken bytes is still UTF-8: most multi-byte sequences are whole. */
function mostlyUtf8(sample: Buffer): boolean {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i]!;
    if (byte < 0x80) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
    let ok = length > 0;
    for (let k = 1; k < length; k++) if ((sample[i + k] ?? 0) >> 6 !== 2) ok = false;
    if (ok) {
      whole++;
      i += length - 1;
    } else broken++;
  }
  return whole > 0 && whole >= broken * 4;
}
