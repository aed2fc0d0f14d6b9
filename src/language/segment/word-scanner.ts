import { interned, type RawToken } from '../../model/index.ts';
import { type Abbreviations, kindOf } from './abbreviations.ts';
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
  UPPER,
} from './characters.ts';
import { fold } from './fold.ts';
import { addressEnd, markEnd } from './mark-scanner.ts';

/** How a treebank cuts words. Everything not named here is common to all languages. */
export interface WordRules {
  readonly abbreviations: Abbreviations;
  /** Compounds at the hyphen: one word, or three (then listed prefixes stay joined). */
  readonly hyphen: 'join' | 'split';
  /** 's, n't, 'll … are words of their own. */
  readonly clitics: boolean;
  /** A suffix may follow a closing quotation mark: `"Zaman"ın`. */
  readonly quoteSuffix: boolean;
  /** "С.В." is two words, "U.S." is one. */
  readonly initialsApart: boolean;
  /** "5." and "II." are ordinals. */
  readonly ordinalDot: boolean;
  /** A comma in a figure is decimal; else it must stand before three digits. */
  readonly decimalComma: boolean;
}

const LONGEST_ABBREVIATION = 12;
const CLITICS: ReadonlySet<string> = new Set(['s', 'm', 'd', 'll', 've', 're']);

/** UD words of text[start, end): every non-space unit is in exactly one. One pass, bounded look-around. */
export function scanWords(text: string, start: number, end: number, rules: WordRules): RawToken[] {
  const tokens: RawToken[] = [];
  const push = (from: number, to: number): void => {
    tokens.push({ start: from, end: to, form: interned(text.slice(from, to)) });
  };
  let at = start;
  while (at < end) {
    const kind = CLASS[text.charCodeAt(at)]!;
    if (kind === SPACE) {
      at++;
      continue;
    }
    const to = isWordUnit(kind) ? wordEnd(text, at, end, rules) : markEnd(text, at, end, rules.clitics);
    if (to < 0) {
      // A mark that opens a word: ".doc", "@user", "'s".
      const wordTo = wordEnd(text, at + 1, end, rules);
      push(at, wordTo);
      at = wordTo;
      continue;
    }
    let from = at;
    for (const cut of cutsOf(text, at, to, rules)) {
      push(from, cut);
      from = cut;
    }
    push(from, to);
    at = to;
  }
  return tokens;
}

function wordEnd(text: string, from: number, end: number, rules: WordRules): number {
  let at = from;
  while (at < end && isWordUnit(CLASS[text.charCodeAt(at)]!)) at++;
  if (at >= end || CLASS[text.charCodeAt(at)] === SPACE) return at;
  const address = addressEnd(text, from, end);
  if (address > 0) return address;
  let segment = from;
  while (at + 1 < end && joins(text, { segment, at, end }, rules)) {
    segment = ++at;
    while (at < end && isWordUnit(CLASS[text.charCodeAt(at)]!)) at++;
  }
  if (at < end && text[at] === '.' && keepsDot(text, from, at, { end, rules })) return at + 1;
  return at;
}

interface Joint {
  /** Start of the run of letters and digits before the mark. */
  readonly segment: number;
  readonly at: number;
  readonly end: number;
}

/** Whether the mark at `joint.at`, between two runs of letters or digits, is inside one word. */
function joins(text: string, joint: Joint, rules: WordRules): boolean {
  const { at } = joint;
  const before = CLASS[text.charCodeAt(at - 1)]!;
  const after = CLASS[text.charCodeAt(at + 1)]!;
  if (!isWordUnit(after) || after === MARK) return false;
  const figures = before === DIGIT && after === DIGIT;
  switch (text[at]) {
    case '.':
      return figures || joinsAtDot(text, joint, before, rules);
    case ',':
      return figures && (rules.decimalComma || digitsFrom(text, at + 1) === 3);
    case ':':
      return figures;
    case '/':
      return figures || (at - joint.segment === 1 && isLetter(before) && isLetter(after) && loneAt(text, at + 1));
    case '-':
    case '\u2010':
    case '\u2011':
      return joinsAtHyphen(text, joint, before, rules);
    case '&':
      return before === UPPER && after === UPPER;
    case '_':
      return true;
    case '*':
      return isLetter(before) && isLetter(after);
    case '"':
    case '”':
      return rules.quoteSuffix && before !== DIGIT && after === LOWER;
    default:
      return isApostrophe(text.charCodeAt(at)) && isLetter(after);
  }
}

function joinsAtDot(text: string, joint: Joint, before: number, rules: WordRules): boolean {
  const { at, segment } = joint;
  const after = classAt(text, at + 1);
  if (at - segment === 1 && before !== DIGIT) return !rules.initialsApart && loneAt(text, at + 1);
  if (after === DIGIT && before === LOWER) return !isGluedNote(text, joint);
  if (before !== UPPER) return after !== UPPER;
  return after !== DIGIT && at - segment > 1;
}

/** "the region.3": one or two figures glued to a full stop behind a word, with nothing behind them. */
function isGluedNote(text: string, joint: Joint): boolean {
  const digits = digitsFrom(text, joint.at + 1);
  const after = joint.at + 1 + digits;
  return digits <= 3 && joint.at - joint.segment > 2 && (after >= joint.end || classAt(text, after) === SPACE);
}

/** One letter stands alone at `at`. */
function loneAt(text: string, at: number): boolean {
  return isLetter(classAt(text, at)) && !isWordUnit(classAt(text, at + 1));
}

function digitsFrom(text: string, at: number): number {
  let count = 0;
  while (count < 9 && classAt(text, at + count) === DIGIT) count++;
  return count;
}

function joinsAtHyphen(text: string, joint: Joint, before: number, rules: WordRules): boolean {
  const { at, segment } = joint;
  const after = classAt(text, at + 1);
  if (before === DIGIT && after === DIGIT) return isPhoneJoint(text, segment, at);
  if (rules.hyphen === 'join') return true;
  if (at - segment > LONGEST_ABBREVIATION || before === DIGIT) return false;
  return rules.abbreviations.prefixes.has(fold(text.slice(segment, at)));
}

/** "713-853-3989" and "646-8420" are one word, "1969-1970" and "10-12" are ranges. */
function isPhoneJoint(text: string, segment: number, at: number): boolean {
  const right = digitsFrom(text, at + 1);
  const again = text[at + 1 + right] === '-' && classAt(text, at + 2 + right) === DIGIT;
  const already = text[segment - 1] === '-' && classAt(text, segment - 2) === DIGIT;
  return again || already || (at - segment === 3 && right === 4);
}

interface DotPlace {
  readonly end: number;
  readonly rules: WordRules;
}

/** Whether the full stop at `dot` belongs to the word before it. */
function keepsDot(text: string, from: number, dot: number, place: DotPlace): boolean {
  const { end, rules } = place;
  if (text[dot + 1] === '.' && dot + 1 < end) return false;
  const length = dot - from;
  if (length > LONGEST_ABBREVIATION) return false;
  const word = text.slice(from, dot);
  const first = CLASS[text.charCodeAt(from)]!;
  const last = dot + 1 >= end || closesRange(text, dot + 1, end);
  if (first === DIGIT) return rules.ordinalDot && !last && length <= 3 && /^\d+$/.test(word) && spaced(text, dot + 1);
  const kind = kindOf(rules.abbreviations, word);
  const initial = length === 1 && isLetter(first) && first !== LOWER;
  if (kind === 'number' && length > 1) return !last && nextIsFigure(text, dot + 1);
  if (kind !== undefined && !initial) return true;
  if (word.includes('.')) return /^(?:\p{L}\.)+\p{L}$/u.test(word);
  if (initial) return !last;
  return rules.ordinalDot && !last && /^[IVXLC]{1,6}$/.test(word);
}

function spaced(text: string, at: number): boolean {
  return classAt(text, at) === SPACE;
}

/** Only closing marks stand between `at` and the end of the range. */
function closesRange(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && at < from + 4 && !isWordUnit(classAt(text, at)) && classAt(text, at) !== SURROGATE) at++;
  return at >= end;
}

function nextIsFigure(text: string, at: number): boolean {
  const next = spaced(text, at) ? at + 1 : at;
  return classAt(text, next) === DIGIT || /^[IVXLC]{1,6}(?!\p{L})/u.test(text.slice(next, next + 7));
}

const NO_CUTS: readonly number[] = [];

/** Where the word text[from, to) is cut into several UD words. */
function cutsOf(text: string, from: number, to: number, rules: WordRules): readonly number[] {
  const length = to - from;
  const { cuts } = rules.abbreviations;
  if (cuts.size > 0 && length <= 10 && length >= 4) {
    const listed = cuts.get(fold(text.slice(from, to)));
    if (listed !== undefined) return listed.map((cut) => from + cut);
  }
  const note = gluedNoteMark(text, from, to);
  if (note > 0) return [note];
  return rules.clitics ? cliticCut(text, from, to) : NO_CUTS;
}

/** "Putin's" -> Putin 's, "don't" -> do n't. */
function cliticCut(text: string, from: number, to: number): readonly number[] {
  for (let at = to - 2; at > from && at >= to - 3; at--) {
    if (!isApostrophe(text.charCodeAt(at))) continue;
    const suffix = fold(text.slice(at + 1, to));
    if (CLITICS.has(suffix)) return [at];
    const negated = suffix === 't' && fold(text[at - 1]!) === 'n' && at - 1 > from;
    return negated ? [at - 1] : NO_CUTS;
  }
  return NO_CUTS;
}

/** "the region3": a note mark that lost its superscript, after four or more small letters. */
function gluedNoteMark(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && CLASS[text.charCodeAt(at - 1)] === DIGIT) at--;
  if (at === to || to - at > 2 || at - from < 4) return -1;
  for (let i = from; i < at; i++) if (CLASS[text.charCodeAt(i)] !== LOWER) return -1;
  return at;
}
