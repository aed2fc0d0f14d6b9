import { contains, overlaps, type Sentence, type Span, type Token } from '../../model/index.ts';
import { frameCue, nameAfter, nameInMarks, spokenBy, subjectBefore } from './frame.ts';
import { firstEndingAfter } from './page.ts';
import { nounBefore, phrase } from './phrase-span.ts';
import { bareSpoken, countWords, frameOf, isSentence, MIN_WORDS, type Place, type Running, take } from './place.ts';
import type { Utterance } from './utterance.ts';
import type { Voice } from './voice.ts';

/** NAME waved it away — “That makes me smart” — and left: a quotation set off by dashes is the clause's subject's. */
export function dashedBy(place: Place): Utterance | undefined {
  const { page, passage, quotation } = place;
  const { text } = page.document;
  const read = passage.reads[firstEndingAfter(passage.reads, quotation.start)];
  if (!read || read.sentence.start >= quotation.start || quotation.open) return undefined;
  const isDashed = /\s(?:[—–―-]|--)\s*$/u.test(
    text.slice(Math.max(read.sentence.start, quotation.start - 4), quotation.start),
  );
  const isLong = countWords(text, quotation.inner) >= MIN_WORDS && /^\p{Lu}/u.test(text.slice(quotation.inner.start));
  if (!isDashed || !isLong) return undefined;
  const before = read.sentence.tokens.filter((token) => token.end <= quotation.start && token.upos !== 'PUNCT');
  const near = nounBefore(before, before.length);
  const isNamed =
    near !== undefined &&
    before.some((token) => token.upos === 'PROPN' && overlaps(token, near) && token.end === near.end);
  const mentions = page.mentions[read.sentence.index] ?? [];
  const voice = isNamed
    ? spokenBy({ text, mentions, spoken: bareSpoken(text, { start: near.end, end: near.end }) }, near)
    : subjectBefore(frameOf(place, read));
  if (!voice) return undefined;
  for (const one of read.spoken) if (!contains(quotation, one.region)) endBefore(place.own.get(one)!, quotation.start);
  return { voice: { ...voice, cue: [] }, content: [quotation], quoted: [quotation] };
}

/** What the parser took for said from a dash on is not: the dash sets it off. */
function endBefore({ content }: Utterance, at: number): void {
  const kept = content
    .map((span) => (span.start < at && at < span.end ? { start: span.start, end: at } : span))
    .filter((span) => span.end <= at);
  content.splice(0, content.length, ...kept);
}

/** “Clinton apologized for it: “…””: no word of speech, but a colon and a subject. */
export function afterColon(place: Place): Voice | undefined {
  const { page, passage, quotation } = place;
  const { text } = page.document;
  const read = passage.reads[firstEndingAfter(passage.reads, quotation.start)];
  const start = read?.sentence.start ?? quotation.start;
  if (
    !read ||
    start >= quotation.start ||
    !/[:：]\s*$/.test(text.slice(Math.max(start, quotation.start - 4), quotation.start))
  )
    return undefined;
  const { words, sentence, mentions } = frameOf(place, read);
  const before = sentence.tokens.filter((token) => token.end <= quotation.start && token.upos !== 'PUNCT');
  const subject = subjectBefore(frameOf(place, read));
  const last = lastNoun(before, { isHolder: words.isHolder, isThing: isThing(sentence, subject) });
  return last ? { ...spokenBy({ text, mentions, spoken: bareSpoken(text, last) }, last), cue: [] } : subject;
}

/** “More from NAME: “…””, “That surprised NAME: “…””: who stands right before the colon, unless somebody else does the deed. */
function lastNoun(
  tokens: readonly Token[],
  { isHolder, isThing }: { readonly isHolder: (word: Token) => boolean; readonly isThing: boolean },
): Span | undefined {
  const border = tokens.findLastIndex((token) => ['VERB', 'AUX', 'ADP', 'SCONJ', 'ADV'].includes(token.upos));
  const name = phrase(tokens.slice(border + 1));
  if (border < 0 || !name) return undefined;
  if (isHolder(tokens[border]!)) return name;
  return isThing && tokens[border]!.upos === 'VERB' && tokens.at(-1)!.upos === 'PROPN' ? name : undefined;
}

/** Neither a name nor a pronoun. */
function isThing({ tokens }: Sentence, voice: Voice | undefined): boolean {
  const [span] = voice?.source ?? [];
  return span !== undefined && !tokens.some((one) => overlaps(one, span) && ['PROPN', 'PRON'].includes(one.upos));
}

/** The name that signs the quotation, at the end of its paragraph or on the line below. */
export function signedBy({ page, passage, p, quotation }: Place): Span | undefined {
  const { text } = page.document;
  const { end } = passage.paragraph;
  if (text.slice(quotation.end, end).trim() !== '') return nameAfter(text, end, quotation.end);
  const below = page.passages[p + 1]?.paragraph;
  if (!below) return undefined;
  return nameAfter(text, below.end, below.start) ?? (quotation.open ? nameInMarks(text, below) : undefined);
}

/** A speaker in the few words around the quotation where the tree shows no word of speech. */
export function framedBy(place: Place): Voice | undefined {
  const { passage, quotation } = place;
  const from = firstEndingAfter(passage.reads, quotation.start);
  for (let k = from; k < passage.reads.length; k++) {
    const { sentence } = passage.reads[k]!;
    if (sentence.start >= quotation.end) break;
    if (contains(quotation, sentence)) continue;
    const framed = frameCue(frameOf(place, passage.reads[k]!));
    if (framed) return framed;
  }
  return undefined;
}

/** Nothing but space since the speech paused, in this paragraph or at the head of the next. */
export function goesOn({ page, passage, p, quotation }: Place, running: Running): boolean {
  const { text } = page.document;
  if (running.passage === p) return text.slice(running.end, quotation.start).trim() === '';
  if (p - running.passage !== 1 || text.slice(passage.paragraph.start, quotation.start).trim() !== '') return false;
  // “American Skin” was written …: a title opens the paragraph
  const isTerm = !quotation.open && !isSentence(text, quotation);
  if (isTerm && /^\s*\p{Ll}/u.test(text.slice(quotation.end, quotation.end + 3))) return false;
  const before = page.passages[running.passage]!.paragraph;
  return running.open || text.slice(Math.min(running.end, before.end), before.end).trim() === '';
}

const MIN_GOING_ON = 5;

/**
 * “…,” he said. But now “it cannot go on like this.” — the sentence right after a quotation that ends in marks and has no
 * speaker of its own is the same speaker's, with the words before the marks.
 */
export function goesOnMixed({ page, passage, p, quotation }: Place, running: Running): boolean {
  const { text } = page.document;
  const read = passage.reads[firstEndingAfter(passage.reads, quotation.start)];
  if (running.passage !== p || !read || quotation.open) return false;
  const { start, end } = read.sentence;
  const isNext = text.slice(running.end, start).trim() === '' && start >= running.end && start < quotation.start;
  const isLast = quotation.end >= end - 1 && countWords(text, quotation.inner) >= MIN_GOING_ON;
  const isSpoken = read.spoken.some((one) => one.source.length > 0 && !contains(quotation, one.region));
  if (!isNext || !isLast || isSpoken) return false;
  take(running.utterance, { start, end: quotation.end }, quotation);
  return true;
}

/**
 * Whole sentences in marks without a cue: who speaks in this paragraph goes on; else who spoke right before without
 * words of his own (“Smith said in a statement.”), or, for a paragraph all in marks, who spoke last in the one before.
 */
export function nearVoice(place: Place): Voice | undefined {
  const { page, passage, p, quotation, running } = place;
  const { text } = page.document;
  const at = firstEndingAfter(passage.reads, quotation.start);
  const sentence = passage.reads[at]?.sentence;
  const isCapital = /\p{Lu}/u.test(text.slice(quotation.inner.start, quotation.inner.start + 2));
  if (!isCapital || sentence === undefined || Math.abs(sentence.start - quotation.start) > 1) return undefined;
  const before = at > 0 ? passage.reads[at - 1] : page.passages[p - 1]?.reads.at(-1);
  const waiting = before?.spoken.findLast((one) => one.speech && one.source.length > 0);
  if (waiting && waiting.content.length === 0) return waiting;
  if (running?.passage === p) return running.utterance.voice;
  const isAll =
    text.slice(passage.paragraph.start, quotation.start).trim() === '' &&
    text.slice(quotation.end, passage.paragraph.end).trim() === '';
  return isAll && before && before.sentence.end <= quotation.start ? waiting : undefined;
}
