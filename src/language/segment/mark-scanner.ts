import {
  CLASS,
  classAt,
  DIGIT,
  isApostrophe,
  isLetter,
  isWordUnit,
  LOWER,
  MARK,
  SPACE,
  SURROGATE,
} from './characters.ts';

const LONGEST_LOCAL_PART = 64;
const RUNS = '-=*_~<>`';

/**
 * End of the token that begins at `at` with something that is no letter or digit; -1 when it opens a word (".5", "@user", "'s").
 */
export function markEnd(text: string, at: number, end: number, clitics: boolean): number {
  const unit = text.charCodeAt(at);
  if (CLASS[unit] === SURROGATE) return runEnd(text, at, end, (next) => next === SURROGATE || next === MARK);
  if (opensWord(text, at, end, clitics)) return -1;
  const mark = text[at]!;
  const special = mark === '&' ? entityEnd(text, at, end) : ':;='.includes(mark) ? smileyEnd(text, at, end) : 0;
  let to = special > 0 ? special : at + 1;
  if (special === 0 && (mark === '.' || mark === '!' || mark === '?' || mark === '…')) {
    while (to < end && '.!?…'.includes(text[to]!)) to++;
  } else if (special === 0 && (RUNS.includes(mark) || (mark === "'" && text[to] === "'"))) {
    while (to < end && text[to] === mark) to++;
  }
  while (to < end && CLASS[text.charCodeAt(to)] === MARK) to++;
  return to;
}

function runEnd(text: string, at: number, end: number, belongs: (kind: number) => boolean): number {
  let to = at + 1;
  while (to < end && belongs(CLASS[text.charCodeAt(to)]!)) to++;
  return to;
}

function opensWord(text: string, at: number, end: number, clitics: boolean): boolean {
  if (at + 1 >= end) return false;
  const next = classAt(text, at + 1);
  const free = at === 0 || classAt(text, at - 1) === SPACE;
  switch (text[at]) {
    case '@':
    case '#':
      return free && isLetter(next);
    case '.':
      return free && (next === DIGIT || next === LOWER);
    default:
      return clitics && isApostrophe(text.charCodeAt(at)) && isClitic(text, at + 1);
  }
}

function isClitic(text: string, at: number): boolean {
  let to = at;
  while (to < at + 4 && isWordUnit(classAt(text, to))) to++;
  const after = text.slice(at, to);
  return /^(?:[smd]|ll|ve|re|em|til|\d\ds)$/iu.test(after);
}

/** "&amp;" left over from a page. */
function entityEnd(text: string, at: number, end: number): number {
  const entity = /^(?:&#?[a-z0-9]{2,6};)+/iu.exec(text.slice(at, Math.min(end, at + 24)));
  return entity ? at + entity[0].length : 0;
}

function smileyEnd(text: string, at: number, end: number): number {
  const smiley = /^[:;=]-?[()DP](?![\p{L}\p{N}])[()]*/u.exec(text.slice(at, Math.min(end, at + 12)));
  return smiley ? at + smiley[0].length : 0;
}

/** End of a URL or e-mail address that begins at `from`, or 0. */
export function addressEnd(text: string, from: number, end: number): number {
  if (/^(?:https?|ftp):\/\/|^www\./iu.test(text.slice(from, Math.min(end, from + 8)))) return urlEnd(text, from, end);
  const limit = Math.min(end, from + LONGEST_LOCAL_PART);
  let at = from;
  while (at < limit && isAddressUnit(text.charCodeAt(at))) at++;
  if (text[at] !== '@' || at + 1 >= end || !isLetter(classAt(text, at + 1))) return 0;
  at++;
  while (at < end && isAddressUnit(text.charCodeAt(at))) at++;
  while (text[at - 1] === '.' || text[at - 1] === '-') at--;
  return at;
}

function isAddressUnit(unit: number): boolean {
  const kind = CLASS[unit]!;
  return (
    isLetter(kind) ||
    kind === DIGIT ||
    unit === 0x2e ||
    unit === 0x2d ||
    unit === 0x5f ||
    unit === 0x2b ||
    unit === 0x25
  );
}

function urlEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && CLASS[text.charCodeAt(at)] !== SPACE && !'<>"«»“”|'.includes(text[at]!)) at++;
  while (at > from + 1 && ".,;:!?)]'’…".includes(text[at - 1]!)) at--;
  return at;
}
