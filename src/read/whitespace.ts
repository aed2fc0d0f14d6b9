/* Soft hyphens, zero-width characters, direction marks and controls: invisible on the page, and they break matching. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SPACES = /[\t\u000b\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

/** Canonical characters: NFC, LF line ends, nothing invisible. Line structure stays. */
export function canonical(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(INVISIBLE, '')
    .normalize('NFC');
}

/** One line: every run of white space is one space, none outside. Input must be canonical. */
export function oneLine(text: string): string {
  return text.replace(/\n/g, ' ').replace(SPACES, ' ').trim();
}
