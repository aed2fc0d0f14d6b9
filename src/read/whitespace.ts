/** Soft hyphens, zero-width characters, direction marks and controls: invisible on the page, and they break matching. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it takes out
  /[\0-\b\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]+/g;
const LONE_SURROGATE = /\p{Cs}/gu;
const SPACES = /[\t\v\f \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;
const PLAIN = /^[\n -~]*$/;

/** Canonical characters: NFC, LF line ends, nothing invisible. Line structure stays. */
export function canonical(text: string): string {
  if (PLAIN.test(text)) return text;
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
