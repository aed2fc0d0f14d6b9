import { extended, type Mention, overlaps, type Sentence, type Span, type Token, textSpan } from '../../model/index.ts';
import { beforeAside, clauseSubject } from './before-cue.ts';
import {
  type Framed,
  isHanging,
  isNameLike,
  isNominal,
  mainSubject,
  nounBefore,
  phrase,
  subjectAbove,
} from './phrase-span.ts';
import type { Quotation } from './quotation.ts';
import type { Spoken, Voice } from './voice.ts';

export interface FrameInput {
  readonly text: string;
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly quotation: Span;
  /** All of the paragraph, in order. */
  readonly quotations: readonly Quotation[];
  readonly words: SpeechWords;
  readonly spoken: Spoken;
}

/** What the words of the language tell of a token. */
export interface SpeechWords {
  readonly isSpeech: (word: Token) => boolean;
  readonly isRelative: (word: Token) => boolean;
  /** Its object hears what is said ("told", "asked"). */
  readonly isAddressing: (word: Token) => boolean;
  /** Opens a clause of a noun and a participle ("with NAME yelling"). */
  readonly isAbsolute: (word: Token) => boolean;
  /** Stands before whose words they are ("from", "by"). */
  readonly isHolder: (word: Token) => boolean;
  /** A thing that is written or shown ("statement"). */
  readonly isDocument: (word: Token) => boolean;
}

/**
 * The speaker beside a quotation, from the word order alone: quoted words lead the parser astray, the few words that
 * frame them do not. “…,” NAME said; “…,” said NAME, a …; undefined when no noun stands there.
 */
export function frameSpeaker(input: FrameInput): Spoken | undefined {
  const { text, sentence, mentions, quotation, quotations, words, spoken } = input;
  const outside = sentence.tokens.filter((token) => !overlaps(token, quotation));
  const cue = outside.findIndex((token) => overlaps(token, spoken.region));
  if (cue < 0) return undefined;
  if (isHearers(outside, cue, words)) return undefined;
  const isAfter = spoken.region.start >= quotation.end;
  const side = outside.filter(({ start, end }) => (isAfter ? start >= quotation.end : end <= quotation.start));
  const span =
    nounBefore(outside, cue) ??
    (isHanging(outside[cue]!) ? clauseSubject : beforeAside)(side, side.indexOf(outside[cue]!), words.isRelative) ??
    (spoken.region.end <= quotation.start ? aboveCue({ sentence, quotations }, outside[cue]!) : undefined) ??
    after(outside, cue);
  return span && spokenBy({ text, mentions, spoken }, span);
}

/** "NAME was told": the verb before which the hearer stands. */
export function isHearers(tokens: readonly Token[], cue: number, { isAddressing }: SpeechWords): boolean {
  return tokens[cue - 1]?.deprel === 'aux:pass' && isAddressing(tokens[cue]!);
}

/** NAME sat down, telling the crowd: “…” has its speaker in the clause above. */
function aboveCue(framed: Framed, cue: Token): Span | undefined {
  return subjectAbove(framed, framed.sentence.tokens.indexOf(cue)) ?? mainSubject(framed, cue.start);
}

/** The same words by the speaker that stands in `span`, and by nobody else. */
export function spokenBy(
  { text, mentions, spoken }: Pick<FrameInput, 'text' | 'mentions' | 'spoken'>,
  span: Span,
): Spoken {
  const mention =
    mentions.find((one) => overlaps(one, span) && one.kind !== 'place') ?? mentions.find((one) => overlaps(one, span));
  const { mention: _, ...rest } = spoken;
  return extended(rest, { source: [textSpan(text, span.start, span.end)], ...(mention ? { mention } : {}) });
}

/**
 * “…,” NAME notes. — the tagger took the verb for a noun: a word of speech that ends the frame after a quotation, or
 * begins it, or stands before its colon or comma.
 */
export function frameCue(input: Omit<FrameInput, 'spoken'>): Spoken | undefined {
  const { text, sentence, quotation, words } = input;
  const outside = sentence.tokens.filter((token) => !overlaps(token, quotation) && token.upos !== 'PUNCT');
  const near = outside.filter(
    ({ start, end }) => Math.min(Math.abs(start - quotation.end), Math.abs(quotation.start - end)) < 60,
  );
  const cue = near.find((token) => words.isSpeech(token));
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

/** Words after the cue up to a comma, a verb or an adverbial. */
function after(tokens: readonly Token[], cue: number): Span | undefined {
  let last = cue + 1;
  while (last < tokens.length && ['AUX', 'ADV', 'PART'].includes(tokens[last]!.upos)) last += 1;
  // "put it", "told them": no speaker
  const { Case: form, Gender: gender } = tokens[last]?.feats ?? {};
  if (tokens[last]?.upos === 'PRON' && (form === 'Acc' || gender === 'Neut')) return undefined;
  const start = last;
  let named = false;
  while (last < tokens.length) {
    const token = tokens[last]!;
    if (token.upos === 'PUNCT' && !/^[-()./]$/.test(token.form)) break;
    const isJoined = tokens[last - 1]!.form === '-';
    if (
      (['VERB', 'AUX', 'SCONJ'].includes(token.upos) && !isJoined && !isNameLike(token)) ||
      (token.upos === 'ADP' && (!named || token.deprel !== 'case'))
    )
      break;
    named ||= isNominal(token);
    last += 1;
  }
  return phrase(tokens.slice(start, last));
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

/** “…” — NAME, and the same on a line of its own below: who signs a quotation said it. `to` is the end of the paragraph. */
export function nameAfter(text: string, to: number, from: number): Span | undefined {
  const signed = /^\s*[—–―-]{1,2}\s*([^\n,]{3,})(?:,[^\n]*)?$/u.exec(
    text.slice(from, Math.min(to, from + MAX_SIGNATURE)).trimEnd(),
  );
  if (!signed) return undefined;
  const name = signed[1]!.replace(/[.\s]+$/u, '');
  const words = name.split(/\s+/);
  if (words.length > MAX_NAME_WORDS || !words.every(isNameWord) || !/^\p{Lu}/u.test(name)) return undefined;
  const start = text.indexOf(name, from);
  return { start, end: start + name.length };
}

/** `"… without cuts.` and `NAME, University."` on the line below: the line that closes the marks names who said it. */
export function nameInMarks(text: string, { start, end }: Span): Span | undefined {
  const line = text.slice(start, Math.min(end, start + MAX_SIGNATURE));
  const signed = /^\s*([^"“”«»\n,]{3,})(?:,[^"“”«»\n]*)?["”»]\s*$/u.exec(line);
  const name = signed?.[1]?.replace(/[.\s]+$/u, '');
  if (!name || name.split(/\s+/).length > MAX_NAME_WORDS || !name.split(/\s+/).every(isNameWord)) return undefined;
  const from = text.indexOf(name, start);
  return { start: from, end: from + name.length };
}

const MAX_SIGNATURE = 120;
const MAX_NAME_WORDS = 7;
const MAX_NAME = 80;

function isNameWord(word: string): boolean {
  return /^\p{Lu}[\p{L}.,’'-]*$/u.test(word) || /^(?:\p{Ll}{2,3})$/u.test(word);
}

/** Who is spoken of in the clause before a colon: “Clinton apologized for it: “…””; the subject of its main verb, else its first. */
export function subjectBefore({
  text,
  sentence,
  mentions,
  quotation,
  quotations,
}: Omit<FrameInput, 'spoken'>): Voice | undefined {
  const span = mainSubject({ sentence, quotations }, quotation.start);
  if (!span) return undefined;
  const mention = mentions.find((one) => overlaps(one, span));
  return { source: [textSpan(text, span.start, span.end)], cue: [], ...(mention ? { mention } : {}) };
}
