import { overlaps, type Sentence, type Span } from '../../model/index.ts';
import { type Reporting, reportingAfter } from './after-quotation.ts';
import { reportingBefore } from './before-quotation.ts';
import { spokenBy } from './frame.ts';
import { firstEndingAfter, quotationsIn } from './page.ts';
import { antecedent } from './phrase-span.ts';
import { bareSpoken, frameOf, type Place, speechWords, take } from './place.ts';
import { addContent, type Utterance } from './utterance.ts';
import type { Read, Spoken } from './voice.ts';

const MAX_REPORT = 40;

/** A reporting clause that the order of the words shows right after the quotation, or before it. */
export function reportedBy(place: Place): Utterance | undefined {
  const { page, passage, quotation } = place;
  const { text } = page.document;
  if (page.words.cues.words('content-ending').size > 0) return undefined;
  const at = firstEndingAfter(passage.reads, quotation.end - 1);
  const same = passage.reads[at];
  const next = same && same.sentence.end > quotation.end ? same : passage.reads[at + 1];
  const isNext = next !== same;
  const words = speechWords(page);
  if (next && (!isNext || isReport(place, next.sentence))) {
    const tokens = next.sentence.tokens.filter((token) => token.start >= quotation.end);
    const after = reportingAfter({ text, quotation, tokens, words });
    if (after && (!isNext || isBare(next.sentence, after.cue))) return reported(place, next, after);
  }
  const read = passage.reads[firstEndingAfter(passage.reads, quotation.start)];
  const before = read && reportingBefore({ ...frameOf(place, read), quotation });
  return read && before && reported(place, read, before);
}

/** A sentence at once after the quotation without one of its own: short, or after a question (“…?” Smith asked in Rome.). */
function isReport({ page, passage, quotation }: Place, sentence: Span): boolean {
  const { text } = page.document;
  const isNear = sentence.start - quotation.end <= 2 && !text.slice(quotation.end, sentence.start).includes('\n');
  const start = { start: sentence.start, end: Math.min(sentence.end, sentence.start + MAX_REPORT) };
  if (!isNear || quotationsIn(passage.quotations, start).length > 0) return false;
  return (
    sentence.end - sentence.start < MAX_REPORT ||
    /[?!…]["”’'\s]*$/u.test(text.slice(quotation.inner.start, quotation.end)) ||
    /^\p{Ll}/u.test(text.slice(sentence.start, sentence.start + 1))
  );
}

/** The reporting verb has no clause of its own. */
function isBare({ tokens }: Sentence, cue: Span): boolean {
  const next = tokens.find((token) => token.start >= cue.end);
  return next === undefined || ['PUNCT', 'ADP', 'ADV', 'PROPN', 'NOUN', 'CCONJ'].includes(next.upos);
}

/** The quotation alone, by the speaker of the reporting clause; what the tree read from the same word is given up. */
function reported(
  { page, quotation, own }: Place,
  { sentence, spoken }: Read,
  { source: nearest, cue }: Reporting,
): Utterance {
  const { text } = page.document;
  const source = antecedent(sentence.tokens, nearest, speechWords(page).isRelative) ?? nearest;
  const mentions = page.mentions[sentence.index] ?? [];
  const known = spoken.find((one) => overlaps(one.region, cue));
  // the tree gives the speaker with his apposition
  const isSame =
    known?.source.some((span) => overlaps(span, source)) && !known.source.some((span) => overlaps(span, quotation));
  const voice = known && isSame ? known : spokenBy({ text, mentions, spoken: known ?? bareSpoken(text, cue) }, source);
  // “…,” she asked, according to the transcript: who passes it on passes all of it on
  for (const one of spoken)
    if (one !== known && one.form === 'whole' && one.region.start >= cue.end) addContent(own.get(one)!, quotation);
  const utterance = known && own.get(known);
  if (!utterance) return { voice, content: [quotation], quoted: [quotation] };
  utterance.voice = voice;
  const kept = utterance.quoted.filter((one) => one.end <= quotation.start);
  utterance.content.splice(0, utterance.content.length, ...kept);
  // what somebody else is said to say before stays his
  const isAlone = !spoken.some((one) => one !== known && one.speech && one.region.end <= quotation.start);
  const start = isAlone ? startOf(text, known, quotation) : quotation.start;
  take(utterance, { start, end: quotation.end }, quotation);
  return utterance;
}

/** He put the note in a “bag,” NAME said: words in small letters are the end of a clause that is said. */
function startOf(text: string, { content, region }: Spoken, quotation: Span): number {
  const isEnd =
    region.start >= quotation.end && /^[^\p{L}]*\p{Ll}/u.test(text.slice(quotation.start, quotation.start + 4));
  const clause = content.find((span) => span.start < quotation.start && overlaps(span, quotation));
  return isEnd && clause ? clause.start : quotation.start;
}
