import type { Span } from '../../model/index.ts';
import { type AbbreviationKind, type Abbreviations, kindOf } from './abbreviations.ts';
import {
  CLASS,
  classAt,
  DIGIT,
  isCloser,
  isClosingQuote,
  isDash,
  isLetter,
  isOpener,
  LOWER,
  SPACE,
  UPPER,
} from './characters.ts';
import { fold } from './fold.ts';

export interface SentenceRules {
  readonly abbreviations: Abbreviations;
  /** A full stop behind a figure makes it an ordinal ("5. kez"), so it ends no sentence by itself. */
  readonly ordinalDot: boolean;
}

/** A text with a line longer than this is not hard-wrapped: its single line breaks end paragraphs. */
const WRAPPED_LINE = 120;
const LONGEST_ABBREVIATION = 24;
const LONGEST_NOTE_MARK = 12;
const SPEECH_WINDOW = 60;

const TERMINAL = new Uint8Array(0x10000);
for (const mark of '.!?…。！？؟۔।') TERMINAL[mark.charCodeAt(0)] = 1;
const STOP = Uint8Array.from(TERMINAL);
STOP[0x0a] = 1;
STOP[0x0d] = 1;
STOP[0x2028] = 1;
STOP[0x2029] = 1;

/** Sentence spans of text[start, end) without outer white space; every non-space unit is in one. One pass, bounded look-around. */
export function scanSentences(text: string, start: number, end: number, rules: SentenceRules): Span[] {
  const spans: Span[] = [];
  let from = skipSpace(text, start, end);
  let at = from;
  const close = (to: number): void => {
    let last = to;
    while (last > from && CLASS[text.charCodeAt(last - 1)] === SPACE) last--;
    if (last > from) spans.push({ start: from, end: last });
    from = skipSpace(text, to, end);
    at = from;
  };
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (STOP[unit] === 0) {
      at++;
    } else if (TERMINAL[unit] === 0) {
      const next = skipSpace(text, at, end);
      if (lineEndsHere(text, at, next, { start: from, end })) close(at);
      else at = next;
    } else {
      let runEnd = at + 1;
      while (runEnd < end && TERMINAL[text.charCodeAt(runEnd)] === 1) runEnd++;
      const boundary = boundaryAfter(text, { start: at, end: runEnd }, { start: from, end }, rules);
      if (boundary >= 0) close(boundary);
      else at = runEnd;
    }
  }
  close(end);
  return spans;
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && CLASS[text.charCodeAt(at)] === SPACE) at++;
  return at;
}

/** A line break at `at` ends a sentence at a blank line, before a list mark, and in text that is not hard-wrapped. */
function lineEndsHere(text: string, at: number, next: number, sentence: Span): boolean {
  if (next >= sentence.end || hasBlankLine(text, at, next)) return true;
  if (isListMark(text, next)) return true;
  if (at - sentence.start > WRAPPED_LINE && !text.slice(at - WRAPPED_LINE, at).includes('\n')) return true;
  const ahead = text.slice(next, Math.min(sentence.end, next + WRAPPED_LINE + 1));
  return ahead.length > WRAPPED_LINE && !ahead.includes('\n');
}

function hasBlankLine(text: string, from: number, to: number): boolean {
  let breaks = 0;
  for (let at = from; at < to && breaks < 2; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x0a || unit === 0x2029 || (unit === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) breaks++;
    if (unit === 0x2029) breaks++;
  }
  return breaks >= 2;
}

function isListMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if ('•·▪◦‣●■*►✓➢'.includes(text[at] ?? ' ')) return true;
  if (isDash(unit)) return classAt(text, at + 1) === SPACE;
  let digits = 0;
  while (digits < 3 && classAt(text, at + digits) === DIGIT) digits++;
  const mark = text[at + digits];
  return digits > 0 && (mark === '.' || mark === ')') && classAt(text, at + digits + 1) === SPACE;
}

/** Where the sentence ends if the run of full stops and marks `run` ends it, else -1. */
function boundaryAfter(text: string, run: Span, sentence: Span, rules: SentenceRules): number {
  const closed = skipClosers(text, run, sentence.end);
  if (closed >= sentence.end) return sentence.end;
  if (classAt(text, closed) !== SPACE) return gluedBoundary(text, run, closed);
  const next = skipSpace(text, closed, sentence.end);
  if (next >= sentence.end || hasBlankLine(text, closed, next) || isBulletLine(text, closed, next)) return closed;
  const word = skipOpeners(text, next, sentence.end);
  const kind = classAt(text, word);
  if (text[word] === ',' || text[word] === ';') return -1;
  if (kind === LOWER) return closed === run.end && smallLetterMayStart(text, run, next, word, rules) ? closed : -1;
  if (run.end - run.start === 1 && text[run.start] === '.') {
    if (isDash(text.charCodeAt(next)) && isDateline(text, sentence.start, run.start)) return -1;
    return abbreviationAllows(text, run.start, word, { sentence, rules }) ? closed : -1;
  }
  const quoted = closed > run.end && isClosingQuote(text.charCodeAt(closed - 1));
  return quoted && kind === UPPER && speechFollows(text, word, rules, 5) ? -1 : closed;
}

/** "ПЕКИН, 21 марта. — Россия …": the place and day of an agency report are no sentence. */
function isDateline(text: string, from: number, to: number): boolean {
  return to - from < 60 && /^[\p{Lu}\s-]{3,}[,.(]/u.test(text.slice(from, to + 1));
}

/** Careless writing: "we left. they stayed". Not behind short words, which may be abbreviations, and not behind "…". */
function smallLetterMayStart(text: string, run: Span, next: number, word: number, rules: SentenceRules): boolean {
  if (word !== next || speechFollows(text, word, rules, 1)) return false;
  const mark = text[run.end - 1]!;
  if (mark === '?' || mark === '!') return run.end - run.start === 1;
  if (run.end - run.start > 1 || mark !== '.') return false;
  const from = wordStart(text, run.start, Math.max(0, run.start - LONGEST_ABBREVIATION));
  if (run.start - from < 4) return false;
  for (let at = from; at < run.start; at++) if (classAt(text, at) !== LOWER) return false;
  return kindOf(rules.abbreviations, text.slice(from, run.start)) === undefined;
}

function isBulletLine(text: string, from: number, next: number): boolean {
  return text.slice(from, next).includes('\n') && isListMark(text, next);
}

/** Closing quotes and brackets, note marks "[3]", "³" and figures glued to the full stop all belong to the sentence. */
function skipClosers(text: string, run: Span, end: number): number {
  let at = run.end;
  for (;;) {
    const before = at;
    while (at < end && isCloser(text.charCodeAt(at))) at++;
    at = skipNoteMark(text, at, end);
    if (at === before) return skipSpacedNote(text, at, end);
  }
}

function skipNoteMark(text: string, from: number, end: number): number {
  const bracketed = text[from] === '[';
  let at = bracketed ? from + 1 : from;
  const limit = Math.min(end, from + LONGEST_NOTE_MARK);
  while (at < limit && (isNoteUnit(text, at) || (bracketed && ', -–'.includes(text[at]!)))) at++;
  if (bracketed) return text[at] === ']' && at > from + 1 ? at + 1 : from;
  if (at === from || at - from > 3) return from;
  const superscript = classAt(text, from) !== DIGIT;
  const glued = classAt(text, at) === SPACE && !startsFigure(text, from - 1);
  return superscript || glued ? at : from;
}

/** "of its kind. [10] In": the note mark stands behind a space and still ends the sentence before it. */
function skipSpacedNote(text: string, at: number, end: number): number {
  if (text[at + 1] !== '[' || classAt(text, at) !== SPACE || text[at] === '\n') return at;
  const to = skipNoteMark(text, at + 1, end);
  return to > at + 1 && (to >= end || classAt(text, to) === SPACE) ? to : at;
}

function isNoteUnit(text: string, at: number): boolean {
  return classAt(text, at) === DIGIT || '¹²³⁰⁴⁵⁶⁷⁸⁹'.includes(text[at]!);
}

/** Whether the full stop at `at` may be part of a figure ("3.5", "No.5"): then what follows is no note mark. */
function startsFigure(text: string, at: number): boolean {
  if (text[at] !== '.') return false;
  return classAt(text, at - 1) !== LOWER || classAt(text, at - 2) !== LOWER;
}

/** "the region.The talks": a missing space, told from names of sites and files by the letters around. */
function gluedBoundary(text: string, run: Span, closed: number): number {
  const capital = classAt(text, closed) === UPPER && classAt(text, closed + 1) === LOWER;
  const worded = classAt(text, run.start - 1) === LOWER && classAt(text, run.start - 2) === LOWER;
  if (!capital || !worded) return -1;
  let at = closed;
  while (at < closed + LONGEST_ABBREVIATION && isLetter(classAt(text, at))) at++;
  const from = wordStart(text, run.start, 0);
  const addressed = /[@/:._&=]/u.test(text.slice(from, run.start)) || /[@/._&=]/u.test(text[at] ?? ' ');
  return addressed ? -1 : closed;
}

function skipOpeners(text: string, from: number, end: number): number {
  let at = from;
  const limit = Math.min(end, from + 6);
  while (at < limit) {
    const unit = text.charCodeAt(at);
    if (!isOpener(unit) && !isDash(unit) && CLASS[unit] !== SPACE) break;
    at++;
  }
  return at;
}

interface Place {
  readonly sentence: Span;
  readonly rules: SentenceRules;
}

function abbreviationAllows(text: string, dot: number, next: number, place: Place): boolean {
  const kind = kindBefore(text, dot, place);
  if (kind === undefined || kind === 'final') return true;
  if (kind === 'number') return classAt(text, next) !== DIGIT && !romanAt(text, next);
  if (kind === 'never') return false;
  return isStarter(text, next, place.rules);
}

function kindBefore(text: string, dot: number, place: Place): AbbreviationKind | undefined {
  const from = wordStart(text, dot, place.sentence.start);
  const word = text.slice(from, dot);
  const first = classAt(text, from);
  if (word.length === 0 || word.length > LONGEST_ABBREVIATION) return undefined;
  const opensSentence = from === place.sentence.start;
  if (first === DIGIT) return figureKind(word, opensSentence, place.rules);
  const { abbreviations } = place.rules;
  const segment = word.slice(Math.max(word.lastIndexOf('.'), word.lastIndexOf('-')) + 1);
  const initial = segment.length === 1 && isLetter(classAt(segment, 0)) && classAt(segment, 0) !== LOWER;
  const whole = initial && segment === word ? undefined : kindOf(abbreviations, word);
  const kind = whole ?? (segment === word || initial ? undefined : kindOf(abbreviations, segment));
  if (kind === 'year') return figureBefore(text, from) ? 'maybe' : 'never';
  if (kind !== undefined) return kind;
  if (initial) return opensSentence ? 'never' : 'maybe';
  return place.rules.ordinalDot && isRoman(word) ? 'maybe' : undefined;
}

function figureKind(word: string, opensSentence: boolean, rules: SentenceRules): AbbreviationKind | undefined {
  if (!/^\d+$/.test(word) || word.length > 3) return undefined;
  if (opensSentence) return 'never';
  return rules.ordinalDot ? 'maybe' : undefined;
}

function wordStart(text: string, dot: number, floor: number): number {
  const limit = Math.max(floor, dot - LONGEST_ABBREVIATION - 1);
  let at = dot;
  while (at > limit) {
    const unit = text.charCodeAt(at - 1);
    if (CLASS[unit] === SPACE || (unit !== 0x2d && (isOpener(unit) || isDash(unit) || isCloser(unit)))) break;
    if (unit === 0x2f || unit === 0x2c || unit === 0x3a) break;
    at--;
  }
  return at;
}

function figureBefore(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && before > at - 3 && classAt(text, before) === SPACE) before--;
  return classAt(text, before) === DIGIT || text[before] === '.';
}

function isRoman(word: string): boolean {
  return /^[IVXLC]{1,6}$/.test(word);
}

function romanAt(text: string, at: number): boolean {
  return /^[IVXLC]{1,6}(?![\p{L}\p{N}])/u.test(text.slice(at, at + 8));
}

/** A usual first word, not an initial, begins at `at`. */
function isStarter(text: string, at: number, rules: SentenceRules): boolean {
  let to = at;
  while (to < at + LONGEST_ABBREVIATION && (isLetter(classAt(text, to)) || text[to] === "'")) to++;
  if (to === at || text[to] === '.') return false;
  return classAt(text, at) === UPPER && rules.abbreviations.starters.has(fold(text.slice(at, to)));
}

/** `"Why?" Putin asked`: a verb of saying among the next words. */
function speechFollows(text: string, from: number, rules: SentenceRules, count: number): boolean {
  const words = text.slice(from, from + SPEECH_WINDOW).split(/\s+/, count);
  return words.some((word) => rules.abbreviations.speech.has(fold(word.replace(/[^\p{L}]+$/u, ''))));
}
