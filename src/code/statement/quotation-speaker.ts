import { contains, extended, overlaps } from '../../model/index.ts';
import { absoluteSubject, beforeAside, clauseSubject, verbStart } from './before-cue.ts';
import { subjectPastDashes } from './dash-aside.ts';
import { frameSpeaker, spokenBy } from './frame.ts';
import { firstEndingAfter, quotationsIn } from './page.ts';
import { antecedent, isHanging, mainSubject, nounBefore } from './phrase-span.ts';
import { frameOf, mentionOf, type Place, speechWords } from './place.ts';
import type { Utterance } from './utterance.ts';
import type { Read, Spoken, Voice } from './voice.ts';

/** A speaker must stand outside the words he says; where the tree puts him inside, the frame of the quotation tells. */
export function setSpeaker(place: Place, spoken: Spoken, utterance: Utterance): void {
  const { passage } = place;
  // whose quotations the cue reports already is settled
  if (utterance.quoted.length > 1) return;
  const read = passage.reads[firstEndingAfter(passage.reads, spoken.region.start)];
  if (!read) return;
  const voice =
    dashVoice(place, read, spoken) ??
    hangingVoice(place, read, spoken) ??
    joinedVoice(place, read, spoken) ??
    issuerVoice(place, read, spoken) ??
    asideVoice(place, read, spoken) ??
    outsideVoice(place, read, spoken);
  utterance.voice = namedVoice(place, read, { ...spoken, ...voice }) ?? voice;
}

/** “NAME – who had come late – said: “…””: neither the words between dashes nor a noun in them is the speaker. */
function dashVoice(place: Place, read: Read, spoken: Spoken): Voice | undefined {
  const { tokens } = read.sentence;
  const cue = tokens.findIndex((token) => overlaps(token, spoken.region) && token.upos === 'VERB');
  if (cue < 1) return undefined;
  const framed = frameOf(place, read);
  const past = subjectPastDashes(framed, cue);
  const isTold = spoken.source.length > 0 && !spoken.source.some((one) => past && overlaps(one, past.aside));
  return past && !isTold ? spokenBy({ ...framed, spoken }, past.span) : undefined;
}

/** “NAME noted that he was new, and added: “…””: the words noted seem to run on; NAME added it. */
function joinedVoice(
  { passage }: Place,
  { sentence: { tokens }, spoken: all }: Read,
  spoken: Spoken,
): Voice | undefined {
  const [source] = spoken.source;
  const cue = tokens.findIndex((token) => overlaps(token, spoken.region));
  if (tokens[cue - 1]?.upos !== 'CCONJ') return undefined;
  const before = all.find(
    (one) =>
      one !== spoken &&
      one.speech &&
      one.source.length > 0 &&
      one.region.end <= (source ?? spoken.region).start &&
      quotationsIn(passage.quotations, one.region).length === 0 &&
      (!source || one.content.some((span) => contains(span, source) && contains(span, spoken.region))),
  );
  return before && extended(spoken, { source: before.source, ...mentionOf(before) });
}

/** “NAME, who was away, issued a statement on Monday saying, “…””: who issues the document, where the tree shows nobody. */
function issuerVoice({ page, quotation }: Place, read: Read, spoken: Spoken): Voice | undefined {
  const { tokens } = read.sentence;
  const cue = tokens.findIndex((token) => overlaps(token, spoken.region) && isHanging(token));
  if (cue < 1 || spoken.region.end > quotation.start || tokens[cue - 1]!.form === ',') return undefined;
  const words = speechWords(page);
  const near = nounBefore(tokens, cue);
  const document = near && tokens.findIndex((token) => overlaps(token, near) && words.isDocument(token));
  if (document === undefined || document < 1) return undefined;
  const isShown = spoken.source.length > 0 && !spoken.source.some((one) => overlaps(one, near!));
  const span = isShown ? undefined : clauseSubject(tokens, document, words.isRelative);
  const mentions = page.mentions[read.sentence.index] ?? [];
  return span && spokenBy({ text: page.document.text, mentions, spoken }, span);
}

/** “On Monday, NAME, who leads the party, said, “…””: the parser gave the verb another subject than the noun before the aside. */
function asideVoice({ page, quotation }: Place, read: Read, spoken: Spoken): Voice | undefined {
  const { tokens } = read.sentence;
  const cue = tokens.findIndex((token) => overlaps(token, spoken.region) && token.upos === 'VERB');
  if (cue < 1 || spoken.region.end > quotation.start || isHanging(tokens[cue]!)) return undefined;
  const span = beforeAside(tokens, cue, speechWords(page).isRelative);
  const isNamed = span && tokens.some((token) => token.upos === 'PROPN' && overlaps(token, span));
  if (!isNamed || spoken.source.some((one) => overlaps(one, span))) return undefined;
  return spokenBy({ text: page.document.text, mentions: page.mentions[read.sentence.index] ?? [], spoken }, span);
}

function outsideVoice(place: Place, read: Read, spoken: Spoken): Voice {
  const isOutside = spoken.source.length > 0 && spoken.source.every((span) => !overlaps(span, place.quotation));
  if (isOutside) return spoken;
  const framed = frameSpeaker({ ...frameOf(place, read), spoken });
  return framed ?? { ...spoken, source: spoken.source.filter((span) => !overlaps(span, place.quotation)) };
}

/** “NAME, who has … for it, wrote: “…””: the parser gave the verb the subject of the clause between; NAME wrote it. */
function namedVoice({ page, quotation }: Place, read: Read, spoken: Spoken): Voice | undefined {
  const [source] = spoken.source;
  const span = source && antecedent(read.sentence.tokens, source, speechWords(page).isRelative);
  if (!span || overlaps(span, quotation)) return undefined;
  const mentions = page.mentions[read.sentence.index] ?? [];
  return spokenBy({ text: page.document.text, mentions, spoken }, span);
}

/** “Adding, “…”” for a sentence of its own: who spoke last in this paragraph. */
function goingOn({ passage, p, running }: Place, spoken: Spoken): Voice | undefined {
  const at = firstEndingAfter(passage.reads, spoken.region.start);
  const last = passage.reads[at - 1]?.spoken.findLast((one) => one.source.length > 0);
  const voice = running?.passage === p ? running.utterance.voice : last;
  return voice && voice.source.length > 0 ? extended(spoken, { source: voice.source, ...mentionOf(voice) }) : undefined;
}

/** “…,” she said, adding: “…” — she goes on; NAME sat down, telling the crowd: “…” — who does the main clause says it. */
function hangingVoice(place: Place, read: Read, spoken: Spoken): Voice | undefined {
  const { page, passage, p, quotation, running } = place;
  const { text } = page.document;
  const { tokens } = read.sentence;
  if (spoken.region.end > quotation.start) return undefined;
  const at = tokens.findIndex((token) => overlaps(token, spoken.region) && token.upos === 'VERB');
  if (at === 0 && isHanging(tokens[0]!)) return goingOn(place, spoken);
  const words = speechWords(page);
  const mentions = page.mentions[read.sentence.index] ?? [];
  const absolute = at > 0 && isHanging(tokens[at]!) ? absoluteSubject(tokens, at, words.isAbsolute) : undefined;
  if (absolute) return spokenBy({ text, mentions, spoken }, absolute);
  const before = tokens[verbStart(tokens, at) - 1];
  if (at < 1 || !isHanging(tokens[at]!) || !before || !(before.form === ',' || before.upos === 'SCONJ'))
    return undefined;
  if (running?.passage === p && running.end >= quotation.start && running.utterance.voice.source.length > 0)
    return extended(spoken, { source: running.utterance.voice.source, ...mentionOf(running.utterance.voice) });
  const outside = tokens.filter((token) => quotationsIn(passage.quotations, token).length === 0);
  const span =
    mainSubject({ sentence: read.sentence, quotations: passage.quotations }, tokens[at]!.start) ??
    clauseSubject(outside, outside.indexOf(tokens[at]!), words.isRelative);
  if (!span || spoken.source.some((one) => overlaps(one, span))) return undefined;
  return spokenBy({ text, mentions, spoken }, span);
}
