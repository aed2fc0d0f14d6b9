import { contains, overlaps, type Span } from '../../model/index.ts';
import { isOpen } from './before-quotation.ts';
import { firstEndingAfter, quotationsIn } from './page.ts';
import { countWords, isSentence, MIN_WORDS, type Place, take } from './place.ts';
import type { Quotation } from './quotation.ts';
import { setSpeaker } from './quotation-speaker.ts';
import type { Utterance } from './utterance.ts';
import type { Read, Spoken } from './voice.ts';

/** A short quotation belongs to a word of speech only this near it. */
const MAX_GAP = 40;

/** And a word of speech governs the quotation after it over no more characters. */
const MAX_BETWEEN = 90;

/**
 * A word of speech right before the quotation (“and added, “…””, “saying: “…””) governs it. Words of another speaker's
 * sentence that run into it end before that cue, when both have one speaker.
 */
export function governedBy(place: Place): Utterance | undefined {
  const { page, passage, quotation, own } = place;
  const read = passage.reads[firstEndingAfter(passage.reads, quotation.start)];
  if (!read) return undefined;
  const { text } = page.document;
  const cue = read.spoken.findLast(
    (one) => one.speech && one.region.end <= quotation.start && isBefore(text.slice(one.region.end, quotation.start)),
  );
  if (!cue) return undefined;
  const utterance = own.get(cue)!;
  const isQuoted = (span: Span): boolean => utterance.quoted.some((one) => overlaps(one, span));
  const before = utterance.content.filter((span) => span.end <= cue.region.start && !isQuoted(span));
  // the words stand in the quotation, not in the clause before the cue, which may be a statement of its own
  const isOwn = before.length > 0 && /:\s*$/.test(text.slice(cue.region.end, quotation.start));
  // a whole quotation ends what is said, an inserted one may go on without marks
  const isWhole = isSentence(text, quotation) || isFollowedByAct(read, quotation);
  const kept = utterance.content
    .filter((span) => overlaps(span, quotation) || isQuoted(span))
    .map((span) => (isWhole && overlaps(span, quotation) ? quotation : span));
  utterance.content.splice(0, utterance.content.length, ...kept);
  take(utterance, quotation);
  setSpeaker(place, cue, utterance);
  // words that hold the speaker are not what he says
  const isHolding = utterance.voice.source.some((one) => before.some((span) => overlaps(span, one)));
  if (isOwn && !isHolding) place.found.push({ voice: utterance.voice, content: before, quoted: [] });
  const source = utterance.voice.source[0];
  for (const one of read.spoken)
    if (one !== cue && one.form !== 'raised') cutBefore(text, own.get(one)!, cue.region, source);
  return utterance;
}

/** saying: “The struggle continues” and vowing to … — what the speaker did besides is not said. */
function isFollowedByAct({ sentence }: Read, quotation: Span): boolean {
  const next = sentence.tokens.findIndex((token) => token.start >= quotation.end);
  const [joint, verb] = [sentence.tokens[next], sentence.tokens[next + 1]];
  return joint?.upos === 'CCONJ' && verb?.upos === 'VERB' && ['Ger', 'Part'].includes(verb.feats['VerbForm'] ?? '');
}

/** Nothing but a comma or colon, or an adverbial or addressee before it (“stated a day earlier, “…””). */
function isBefore(between: string): boolean {
  return /^[\s,:]*$/.test(between) || (between.length < MAX_BETWEEN && /[,:]\s*$/.test(between) && isOpen(between));
}

function cutBefore(text: string, utterance: Utterance, cue: Span, source: Span | undefined): void {
  const { content } = utterance;
  const at = content.findIndex((span) => span.start < cue.start && cue.end <= span.end);
  if (at < 0 || (source && content.some((span) => contains(span, source)))) return;
  const kept = text.slice(content[at]!.start, cue.start).replace(/[\s,;–—-]+(?:\p{L}{1,4})?\s*$/u, '');
  const end = content[at]!.start + kept.length;
  content.splice(at, content.length - at, ...(end > content[at]!.start ? [{ start: content[at]!.start, end }] : []));
}

/** Utterances whose words hold the quotation or most of it: these are stretched to its ends. The outermost one is given. */
export function claimedBy(place: Place): Utterance | undefined {
  const { page, passage, quotation, own } = place;
  const { reads } = passage;
  let outermost: Utterance | undefined;
  for (let k = firstEndingAfter(reads, quotation.start); k < reads.length; k++) {
    const { sentence, spoken } = reads[k]!;
    if (sentence.start >= quotation.end) break;
    for (const one of spoken) {
      // what a quotation before has left of its words
      const utterance = own.get(one)!;
      if (contains(quotation, one.region) || !utterance.content.some((span) => overlaps(span, quotation))) continue;
      const part = { start: Math.max(sentence.start, quotation.start), end: Math.min(sentence.end, quotation.end) };
      if (common(utterance.content, part) * 2 < part.end - part.start) continue;
      take(utterance, quotation);
      if (one.speech) {
        setSpeaker(place, one, utterance);
        keepQuoted(page.document.text, one, utterance, quotation);
      }
      if (!outermost || size(utterance) > size(outermost)) outermost = utterance;
    }
  }
  return outermost;
}

/** The nearest word of speech outside the quotation in a sentence that it touches, or that follows at once (“…?” he asked). */
export function besideOf({ page, passage: { reads, quotations }, quotation, own }: Place): Spoken | undefined {
  const { text } = page.document;
  const isTaken = (one: Spoken): boolean => (own.get(one)?.quoted.length ?? 0) > 0 && !isSentence(text, quotation);
  let best: { spoken: Spoken; distance: number } | undefined;
  const isShort = countWords(text, quotation.inner) < MIN_WORDS;
  for (let k = Math.max(0, firstEndingAfter(reads, quotation.start) - 1); k < reads.length; k++) {
    const { sentence, spoken } = reads[k]!;
    const isNext = sentence.start >= quotation.end;
    if (isNext && !followsAtOnce(text, quotation, sentence)) break;
    if (sentence.end <= quotation.start) continue;
    for (const one of spoken) {
      // a word inside any quotation governs none beside it
      if (!one.speech || quotationsIn(quotations, one.region).length > 0 || isOfSpeaker(one, quotation)) continue;
      const distance = gap(one.region, quotation);
      if (isShort && (distance > MAX_GAP || isTaken(one))) continue;
      if (!best || distance < best.distance) best = { spoken: one, distance };
    }
    if (isNext) break;
  }
  return best?.spoken;
}

/** NAME, citing “the unity of the party,” said the army could win: the quotation is of the speaker's phrase. */
function isOfSpeaker({ source }: Spoken, quotation: Quotation): boolean {
  return source.some((span) => span.start < quotation.start && overlaps(span, quotation));
}

function followsAtOnce(text: string, quotation: Quotation, sentence: Span): boolean {
  return sentence.start - quotation.end <= 2 && /^\p{Ll}/u.test(text.slice(sentence.start, sentence.start + 2));
}

function gap(region: Span, quotation: Span): number {
  if (region.end <= quotation.start) return quotation.start - region.end;
  if (region.start >= quotation.end) return region.start - quotation.end;
  return 0;
}

function common(content: readonly Span[], part: Span): number {
  return content.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.end, part.end) - Math.max(span.start, part.start)),
    0,
  );
}

function size({ content }: Utterance): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** “…,” he said: what else the tree takes for his words is none, unless it goes on from the quotation. */
export function keepQuoted(text: string, spoken: Spoken, utterance: Utterance, quotation: Quotation): void {
  const { region } = spoken;
  const source = utterance.voice.source[0];
  const start = Math.min(region.start, source?.start ?? region.start);
  if (start < quotation.end || text.slice(quotation.end, start).trim().replace(/^,/, '') !== '') return;
  const kept = utterance.content
    .filter((span) => overlaps(span, quotation) || utterance.quoted.some((one) => overlaps(one, span)))
    .map((span) => (overlaps(span, quotation) ? { start: startOf(text, span, quotation), end: quotation.end } : span));
  utterance.content.splice(0, utterance.content.length, ...kept);
}

/** Words before the quotation are said too, unless a colon or comma sets them off. */
function startOf(text: string, span: Span, quotation: Quotation): number {
  return span.start >= quotation.start || /[:,]\s*$/.test(text.slice(span.start, quotation.start))
    ? quotation.start
    : span.start;
}
