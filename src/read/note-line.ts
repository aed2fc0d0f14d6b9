import { foldText } from '../model/fold.ts';
import type { DraftNote, Line } from './draft.ts';
import type { ReadWords } from './words.ts';

/** How a note's mark is set: "[1] …", "1. …", a superscript, "* …", or the bare number. */
type MarkStyle = 'bracket' | 'paren' | 'dot' | 'superscript' | 'symbol' | 'bare';

export interface NoteStart {
  readonly style: MarkStyle;
  readonly mark: string;
  readonly text: string;
}

const STYLES: readonly (readonly [MarkStyle, RegExp])[] = [
  ['bracket', /^\[(\d{1,5}|[ivxlcdm]{1,7}|[a-z]|[*†‡§]{1,3})\][\s.:]*/],
  ['paren', /^\((\d{1,3})\)\s*/],
  ['superscript', /^([\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,4})\s?/],
  ['dot', /^(\d{1,4})[.)]\s?(?=\D)/],
  ['symbol', /^([*†‡§]{1,3})\s?(?=[\p{L}"“«„])/u],
  ['bare', /^\^?\s?(\d{1,4})\s?(?=[\p{Lu}"“«„'‘])/u],
];
const SUPERSCRIPT = '\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079';

/** Splits a line into mark and note text; undefined when it does not begin with a mark. */
export function noteStart(line: string): NoteStart | undefined {
  const head = line.slice(0, 24);
  for (const [style, pattern] of STYLES) {
    const match = pattern.exec(head);
    if (!match) continue;
    const mark =
      style === 'superscript' ? [...match[1]!].map((digit) => SUPERSCRIPT.indexOf(digit)).join('') : match[1]!;
    const text = line.slice(match[0].length).trim();
    return text === '' ? undefined : { style, mark, text };
  }
  return undefined;
}

/** Does a line read like a reference to a work: a link, Ibid., an access date, a quoted title with a year? */
export function looksLikeReference(text: string, words: ReadWords): boolean {
  if (/https?:\/\/|www\.|doi\.org|\bdoi:|\S \/\/ \S/i.test(text)) return true;
  const folded = foldText(text.slice(0, 400));
  if (words.noteCues.some((cue) => folded.includes(cue))) return true;
  return (
    text.length < 400 &&
    /(?:19|20)\d\d/.test(text) &&
    /["“”«»„]|, (?:p|pp|s|ss|с|С)\. ?\d|\((?:19|20)\d\d[a-zа-я]?\)/.test(text)
  );
}

export interface NoteZone {
  /** Line index of the first note (or of its heading) and one past the last. */
  readonly from: number;
  readonly to: number;
  readonly notes: readonly DraftNote[];
  readonly heading?: string;
}

/** Finds the stretch of lines that is the list of notes, by its heading or by a run of marked lines. */
export function findNoteZone(lines: readonly Line[], from: number, words: ReadWords): NoteZone | undefined {
  for (let i = from; i < lines.length; i++) {
    const name = headingName(lines[i]!.text);
    if (name === undefined) continue;
    const isNotes = words.noteHeadings.has(name);
    const isWorks = words.referenceHeadings.has(name);
    if (!isNotes && !isWorks) continue;
    const zone = zoneAfterHeading(lines, i, words);
    if (zone) return { ...zone, from: i, heading: lines[i]!.text };
  }
  return zoneWithoutHeading(lines, from, words);
}

function headingName(text: string): string | undefined {
  if (text.length > 50) return undefined;
  return foldText(text.replace(/^[\s\d.#]+|[\s:.]+$/g, ''));
}

function zoneAfterHeading(lines: readonly Line[], at: number, words: ReadWords): NoteZone | undefined {
  const first = lines[at + 1];
  if (!first) return undefined;
  const start = noteStart(first.text);
  if (start) return markedRun(lines, at + 1, start.style, words);
  if (!isEntry(first.text, words) && !isEntry(lines[at + 2]?.text ?? '', words)) return undefined;
  return unmarkedRun(lines, at + 1, words);
}

/** A works-cited list without numbers: each line one work, until something is no reference. */
function unmarkedRun(lines: readonly Line[], from: number, words: ReadWords): NoteZone {
  const notes: DraftNote[] = [];
  let i = from;
  for (; i < lines.length; i++) {
    const text = lines[i]!.text;
    if (noteStart(text) === undefined && !isEntry(text, words)) break;
    notes.push({ mark: authorYear(text) ?? String(notes.length + 1), text });
  }
  return { from, to: i, notes };
}

/** Under a heading "References", a name at the beginning and a year are enough. */
function isEntry(text: string, words: ReadWords): boolean {
  return looksLikeReference(text, words) || (text.length < 400 && authorYear(text) !== undefined);
}

/** "Allison, G. (2017) …" -> "Allison 2017". */
export function authorYear(text: string): string | undefined {
  const head = text.slice(0, 200);
  const name = /^(?:\p{Lu}\.\s?){0,3}(\p{Lu}[\p{L}'’-]+)/u.exec(head)?.[1];
  const year = /(?<![\d/.-])((?:19|20)\d\d[a-zа-я]?)(?![\d/-])/u.exec(head)?.[1];
  return name !== undefined && year !== undefined ? `${name} ${year}` : undefined;
}

/** Consecutive marked lines of one style; a line without a mark in the same group goes on with the note before. */
function markedRun(lines: readonly Line[], from: number, style: MarkStyle, words: ReadWords): NoteZone {
  const notes: DraftNote[] = [];
  let to = from;
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]!;
    const start = noteStart(line.text);
    if (start && sameStyle(start.style, style)) {
      notes.push({ mark: start.mark, text: start.text });
      to = i + 1;
      continue;
    }
    const last = notes[notes.length - 1];
    const goesOn = last !== undefined && to === i && line.group === lines[i - 1]!.group;
    if (goesOn) notes[notes.length - 1] = { mark: last.mark, text: `${last.text} ${line.text}` };
    else if (ownNote(line, lines[i + 1], style, words)) notes.push({ mark: '–', text: line.text });
    else if (!nextIsMarked(lines, i + 1, style)) break;
    else if (last) notes[notes.length - 1] = { mark: last.mark, text: `${last.text} ${line.text}` };
    to = i + 1;
  }
  return { from, to, notes };
}

function sameStyle(a: MarkStyle, b: MarkStyle): boolean {
  const digits = (style: MarkStyle) => style === 'dot' || style === 'bare';
  return a === b || (digits(a) && digits(b)) || a === 'symbol' || b === 'symbol';
}

/** An entry whose mark was lost stands among marked ones and is a reference by itself. */
function ownNote(line: Line, next: Line | undefined, style: MarkStyle, words: ReadWords): boolean {
  const follows = next !== undefined && noteStart(next.text)?.style === style;
  return follows && looksLikeReference(line.text, words);
}

/** A note may have a second paragraph; more than two unmarked lines end the list. */
function nextIsMarked(lines: readonly Line[], from: number, style: MarkStyle): boolean {
  for (let i = from; i < Math.min(from + 2, lines.length); i++) {
    const start = noteStart(lines[i]!.text);
    if (start && start.style === style) return true;
  }
  return false;
}

/** No heading: a run that begins with the first mark and whose lines are bracketed or read like references. */
function zoneWithoutHeading(lines: readonly Line[], from: number, words: ReadWords): NoteZone | undefined {
  for (let i = from; i < lines.length; i++) {
    const start = noteStart(lines[i]!.text);
    if (!start || !/^(?:[01]|i|a|[*†])$/.test(start.mark)) continue;
    const zone = markedRun(lines, i, start.style, words);
    if (isNotes(zone, start.style, lines, words)) return zone;
    if (zone.to > i + 1) i = zone.to - 1;
  }
  // Numbering that does not begin with one ("[4] …" after a cut): bracketed lines at the very end still count.
  for (let i = Math.max(from, 0); i < lines.length; i++) {
    const start = noteStart(lines[i]!.text);
    if (start?.style !== 'bracket') continue;
    const zone = markedRun(lines, i, 'bracket', words);
    return zone.notes.length > 1 || looksLikeReference(start.text, words) ? zone : undefined;
  }
  return undefined;
}

function isNotes(zone: NoteZone, style: MarkStyle, lines: readonly Line[], words: ReadWords): boolean {
  const like = zone.notes.filter((note) => looksLikeReference(note.text, words)).length;
  if (style === 'bracket' || style === 'superscript') return like > 0 || referredTo(lines, zone);
  return like * 2 >= zone.notes.length || (zone.notes.length > 1 && referredTo(lines, zone));
}

function referredTo(lines: readonly Line[], zone: NoteZone): boolean {
  const marks = zone.notes.slice(0, 2).map(({ mark }) => [`[${mark}]`, `(${mark})`]);
  const body = lines.slice(0, zone.from);
  return marks.every((forms) => body.some(({ text }) => forms.some((form) => text.includes(form, 1))));
}
