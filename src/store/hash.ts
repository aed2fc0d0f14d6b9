import { createHash } from 'node:crypto';

/** `sha256:` and the hash in lower-case hexadecimal, of bytes or of UTF-8 text. */
export function sha256(content: Uint8Array | string): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}
