import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Span } from '../src/model/index.ts';

/** A raw text with its gold sentences and words, rebuilt from a treebank. */
export interface GoldText {
  readonly text: string;
  readonly sentences: readonly Span[];
  /** UD words; the parts of a multiword token are its pieces where they spell it, else the whole token each. */
  readonly words: readonly Span[];
  /** Surface tokens: a multiword token counts once. */
  readonly tokens: readonly Span[];
}

interface GoldSentence {
  readonly text: string;
  readonly words: readonly Span[];
  readonly tokens: readonly Span[];
  readonly opensParagraph: boolean;
  readonly spaceAfter: boolean;
}

/** With newdoc/newpar marks the text is as it was; without, five sentences make a paragraph, and one without an end mark ends it. */
export function readTreebank(path: string): GoldText[] {
  const blocks = gunzipSync(readFileSync(path)).toString('utf8').split('\n\n');
  const hasParagraphs = blocks.some((block) => block.includes('# newpar'));
  const texts: GoldText[] = [];
  let open: GoldSentence[] = [];
  for (const block of blocks) {
    const sentence = readSentence(block);
    if (sentence === undefined) continue;
    const last = open.at(-1);
    const breaks = hasParagraphs
      ? sentence.opensParagraph
      : open.length >= 5 || !/[.!?…]["»”')\]]*$/u.test(last?.text ?? '.');
    if (breaks && open.length > 0) {
      texts.push(join(open));
      open = [];
    }
    open.push(sentence);
  }
  if (open.length > 0) texts.push(join(open));
  return texts;
}

function join(sentences: readonly GoldSentence[]): GoldText {
  let text = '';
  const spans: Span[] = [];
  const words: Span[] = [];
  const tokens: Span[] = [];
  for (const sentence of sentences) {
    const from = text.length;
    const shift = (span: Span): Span => ({ start: span.start + from, end: span.end + from });
    text += sentence.text;
    spans.push({ start: from, end: text.length });
    words.push(...sentence.words.map(shift));
    tokens.push(...sentence.tokens.map(shift));
    if (sentence.spaceAfter) text += ' ';
  }
  return { text, sentences: spans, words, tokens };
}

function readSentence(block: string): GoldSentence | undefined {
  const text = /^# text = (.*)$/mu.exec(block)?.[1]?.trimEnd();
  if (text === undefined) return undefined;
  const words: Span[] = [];
  const tokens: Span[] = [];
  let at = 0;
  let skipTo = 0;
  let whole: Span = { start: 0, end: 0 };
  let misc = '';
  for (const line of block.split('\n')) {
    const cells = line.split('\t');
    if (cells.length < 10 || cells[0]!.includes('.')) continue;
    const form = cells[1]!;
    const ids = cells[0]!.split('-').map(Number);
    const inside = ids.length === 1 && ids[0]! <= skipTo;
    const start = inside ? text.indexOf(form, at) : text.indexOf(form, whole.end);
    if (!inside) {
      if (start < 0) return undefined;
      whole = { start, end: start + form.length };
      tokens.push(whole);
      at = start;
      misc = cells[9]!;
    }
    if (ids.length === 2) {
      skipTo = ids[1]!;
      continue;
    }
    const fits = start >= whole.start && start + form.length <= whole.end;
    words.push(fits ? { start, end: start + form.length } : whole);
    if (fits) at = start + form.length;
  }
  return {
    text,
    words,
    tokens,
    opensParagraph: /^# new(par|doc)/mu.test(block),
    spaceAfter: !misc.includes('SpaceAfter=No'),
  };
}

/** Spans in both lists, for F1. */
export function matches(predicted: readonly Span[], gold: readonly Span[]): number {
  const keys = new Set(gold.map((span) => `${span.start}-${span.end}`));
  return predicted.filter((span) => keys.has(`${span.start}-${span.end}`)).length;
}
