import { ChanceryError } from '../model/error.ts';

export type Format = 'html' | 'plain';

export interface Sniffed {
  readonly name?: string | undefined;
  readonly contentType?: string | undefined;
}

/** First bytes of formats that are no text whatever the file is called. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a ZIP archive (DOCX, EPUB, ODT)'],
  ['\u0089PNG', 'a PNG image'],
  ['\u00ff\u00d8\u00ff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['\u001f\u008b', 'a gzip archive'],
  ['\u007fELF', 'an executable'],
  ['MZ\u0090', 'an executable'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office file'],
  ['BZh', 'a bzip2 archive'],
  ['7z\u00bc\u00af', 'a 7-zip archive'],
  ['Rar!', 'a RAR archive'],
  ['ID3', 'an audio file'],
  ['OggS', 'an Ogg file'],
  ['RIFF', 'a RIFF file'],
  ['SQLite format 3', 'an SQLite database'],
  ['wOF', 'a font'],
];
const SAMPLE = 8192;

/** Throws READ_EMPTY or READ_BINARY. */
export function assertText(bytes: Uint8Array, at: string): void {
  if (isBlank(bytes)) {
    throw new ChanceryError('READ_EMPTY', 'there is nothing in it', {
      at,
      hint: 'Check the path, or what the server sent',
    });
  }
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SAMPLE)).toString('latin1');
  const magic = MAGIC.find(([start]) => head.startsWith(start));
  const found = magic?.[1] ?? (controlShare(bytes) > 0.1 ? 'binary data' : undefined);
  if (found === undefined) return;
  throw new ChanceryError('READ_BINARY', 'this is not text', {
    at,
    expected: 'HTML or plain text',
    found,
    hint: 'Save the page as HTML or text first',
  });
}

function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf) return false;
  return true;
}

/**
 * UTF-16 without a mark: the high byte of nearly every unit is 0 (Latin) or 4 (Cyrillic), the low byte hardly ever.
 * undefined when it is something else.
 */
export function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const end = Math.min(bytes.length, SAMPLE) & ~1;
  const high = [0, 0];
  for (let i = 0; i < end; i++) if (bytes[i] === 0 || bytes[i] === 4) high[i % 2]!++;
  const [even, odd] = high as [number, number];
  if (end < 8 || Math.max(even, odd) < end * 0.4 || Math.min(even, odd) > end * 0.1) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Share of control bytes in the first part. */
function controlShare(bytes: Uint8Array): number {
  if (utf16Order(bytes) !== undefined) return 0;
  const end = Math.min(bytes.length, SAMPLE);
  let controls = 0;
  for (let i = 0; i < end; i++) {
    const byte = bytes[i]!;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  }
  return end === 0 ? 0 : controls / end;
}

const HTML_START =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|main|div|p|section|meta|title|h[1-6])\b/i;
const TAGS =
  /<\/?(?:p|div|a|span|h[1-6]|ul|ol|li|table|article|section|body|head|meta|br|blockquote|sup|script|img)\b[^<>]{0,2000}>/gi;

/** HTML by its first tag, by what server or file name say if there are tags at all, or by many tags. */
export function formatOf(text: string, from: Sniffed): Format {
  const head = text.slice(0, 20_000);
  if (HTML_START.test(head)) return 'html';
  const tags = head.match(TAGS)?.length ?? 0;
  const said = /html/i.test(from.contentType ?? '') || /\.x?html?$/i.test(from.name ?? '');
  return (said && tags > 0) || tags >= 6 ? 'html' : 'plain';
}
