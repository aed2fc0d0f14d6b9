/** Soft hyphens, zero-width characters, direction marks and controls: invisible on the page, and they break matching. */
const INVISIBLE =
  /(?![\n\t\v\f])[\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
const SPACES = /[\t\v\f\p{Zs}]+/gu;

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
