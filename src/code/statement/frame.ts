import { type Mention, overlaps, type Sentence, type Span, type Token, textSpan } from '../../model/index.ts';
import type { Spoken, Voice } from './voice.ts';

interface FrameInput {
  readonly text: string;
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly quotation: Span;
  readonly spoken: Spoken;
}

const NAMING = ['NOUN', 'PROPN', 'PRON'];

/**
 * The speaker beside a quotation, from the word order alone: quoted words lead the parser astray, the few words that
 * frame them do not. “…,” NAME said; “…,” said NAME, a …; undefined when no noun stands there.
 */
export function frameSpeaker({ text, sentence, mentions, quotation, spoken }: FrameInput): Spoken | undefined {
  const outside = sentence.tokens.filter((token) => !overlaps(token, quotation));
  const cue = outside.findIndex((token) => overlaps(token, spoken.region));
  if (cue < 0) return undefined;
  const span = before(outside, cue) ?? beforeAside(outside, cue, quotation) ?? after(outside, cue);
  if (!span) return undefined;
  const mention =
    mentions.find((one) => overlaps(one, span) && one.kind !== 'place') ?? mentions.find((one) => overlaps(one, span));
  const { mention: _, ...rest } = spoken;
  return { ...rest, source: [textSpan(text, span.start, span.end)], ...(mention ? { mention } : {}) };
}

/**
 * “…,” NAME notes. — the tagger took the verb for a noun: a word of speech that ends the frame after a quotation, or
 * begins it, or stands before its colon or comma.
 */
export function frameCue(
  input: Omit<FrameInput, 'spoken'> & { readonly isSpeech: (word: Token) => boolean },
): Spoken | undefined {
  const { text, sentence, quotation, isSpeech } = input;
  const outside = sentence.tokens.filter((token) => !overlaps(token, quotation) && token.upos !== 'PUNCT');
  const near = outside.filter(
    ({ start, end }) => Math.min(Math.abs(start - quotation.end), Math.abs(quotation.start - end)) < 60,
  );
  const cue = near.find((token) => isSpeech(token));
  if (!cue || outside.length > MAX_FRAME) return undefined;
  const spoken: Spoken = {
    source: [],
    cue: [textSpan(text, cue.start, cue.end)],
    content: [],
    speech: true,
    region: cue,
  };
  const framed = frameSpeaker({ ...input, spoken });
  return framed && framed.source.length > 0 ? framed : undefined;
}

const MAX_FRAME = 12;

/** Words up to the cue, back to the quotation, a comma or another clause. */
function before(tokens: readonly Token[], cue: number): Span | undefined {
  let first = cue;
  while (first > 0 && belongs(tokens[first - 1]!, tokens[first]!)) first -= 1;
  return phrase(tokens.slice(first, cue));
}

/** “…,” NAME, who leads the party, said: from the quotation or the sentence's head up to the first comma. */
function beforeAside(tokens: readonly Token[], cue: number, quotation: Span): Span | undefined {
  if (tokens[cue - 1]?.form !== ',') return undefined;
  let first = 0;
  while (
    first < cue &&
    (tokens[first]!.upos === 'PUNCT' || (tokens[first]!.end <= quotation.start && tokens[cue]!.start > quotation.end))
  )
    first += 1;
  let last = first;
  while (last < cue && tokens[last]!.upos !== 'PUNCT') last += 1;
  return last < cue - 1 ? phrase(tokens.slice(first, last)) : undefined;
}

/** Words after the cue up to a comma, a verb or an adverbial. */
function after(tokens: readonly Token[], cue: number): Span | undefined {
  let last = cue + 1;
  while (last < tokens.length && ['AUX', 'ADV', 'PART'].includes(tokens[last]!.upos)) last += 1;
  const start = last;
  let named = false;
  while (last < tokens.length) {
    const token = tokens[last]!;
    if (token.upos === 'PUNCT' && !/^[-()./]$/.test(token.form)) break;
    const isJoined = tokens[last - 1]!.form === '-';
    if (
      (['VERB', 'AUX', 'SCONJ'].includes(token.upos) && !isJoined && !isName(token)) ||
      (token.upos === 'ADP' && (!named || token.deprel !== 'case'))
    )
      break;
    named ||= NAMING.includes(token.upos) || isName(token);
    last += 1;
  }
  return phrase(tokens.slice(start, last));
}

function belongs(token: Token, next: Token): boolean {
  if (next.start - token.end > 4) return false;
  return (
    !['PUNCT', 'VERB', 'SCONJ', 'CCONJ', 'INTJ'].includes(token.upos) || /^[-()./]$/.test(token.form) || isName(token)
  );
}

/** A capital in the frame of a quotation is a name, whatever the tagger made of it. */
function isName({ form }: Token): boolean {
  return /^\p{Lu}\p{Ll}/u.test(form);
}

function phrase(tokens: readonly Token[]): Span | undefined {
  if (!tokens.some((token) => NAMING.includes(token.upos) || isName(token))) return undefined;
  const kept = tokens.filter(({ upos, form }) => upos !== 'PUNCT' || /^[-()./]$/.test(form));
  return { start: kept[0]!.start, end: kept.at(-1)!.end };
}

/** "… - David Wasserman: “…”": a name of its own between a dash or the head of the line (`from`) and the colon. */
export function nameBefore(text: string, from: number, quotation: Span): Span | undefined {
  const lower = Math.max(from, quotation.start - MAX_NAME);
  const line = text.slice(lower, quotation.start);
  const colon = /\s*[:：]\s*$/.exec(line);
  if (!colon) return undefined;
  let start = colon.index;
  let first = -1;
  for (let n = 0; n < 6; n++) {
    const word = /(\S+)\s*$/.exec(line.slice(0, start));
    if (!word || !isNameWord(word[1]!)) break;
    start = word.index;
    if (/^\p{Lu}/u.test(word[1]!)) first = start;
  }
  if (first < 0) return undefined;
  const before = line.slice(0, first).trimEnd();
  const isOwn = before === '' ? lower === from : /[-–—•*.!?\]]$/.test(before);
  return isOwn ? { start: lower + first, end: lower + colon.index } : undefined;
}

const MAX_NAME = 80;

function isNameWord(word: string): boolean {
  return /^\p{Lu}[\p{L}.,’'-]*$/u.test(word) || /^(?:\p{Ll}{2,3})$/u.test(word);
}

/** Who is spoken of in the clause before a colon: “Clinton apologized for it: “…””; the subject of its main verb, else its first. */
export function subjectBefore({ text, sentence, mentions, quotation }: Omit<FrameInput, 'spoken'>): Voice | undefined {
  const before = sentence.tokens.map((token, i) => ({ token, i })).filter(({ token }) => token.end <= quotation.start);
  const subjects = before.filter(({ token }) => token.deprel.startsWith('nsubj'));
  const main = subjects.find(({ token }) => sentence.tokens[token.head]?.head === -1) ?? subjects[0];
  if (!main) return undefined;
  const inside = before.filter(
    ({ token, i }) => i === main.i || (token.head === main.i && Math.abs(i - main.i) < 6 && token.upos !== 'PUNCT'),
  );
  const span = { start: inside[0]!.token.start, end: inside.at(-1)!.token.end };
  const mention = mentions.find((one) => overlaps(one, main.token)) ?? mentions.find((one) => overlaps(one, span));
  return { source: [textSpan(text, span.start, span.end)], cue: [], ...(mention ? { mention } : {}) };
}
