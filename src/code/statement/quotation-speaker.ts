import { overlaps } from '../../model/index.ts';
import { frameSpeaker, spokenBy } from './frame.ts';
import { firstEndingAfter } from './page.ts';
import { antecedent, isHanging, mainSubject } from './phrase-span.ts';
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
  const voice = hangingVoice(place, read, spoken) ?? outsideVoice(place, read, spoken);
  utterance.voice = namedVoice(place, read, { ...spoken, ...voice }) ?? voice;
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
  return voice && voice.source.length > 0 ? { ...spoken, source: voice.source, ...mentionOf(voice) } : undefined;
}

/** “…,” she said, adding: “…” — she goes on; NAME sat down, telling the crowd: “…” — who does the main clause says it. */
function hangingVoice(place: Place, read: Read, spoken: Spoken): Voice | undefined {
  const { page, passage, p, quotation, running } = place;
  const { text } = page.document;
  const { tokens } = read.sentence;
  if (spoken.region.end > quotation.start) return undefined;
  const at = tokens.findIndex((token) => overlaps(token, spoken.region) && token.upos === 'VERB');
  if (at === 0 && isHanging(tokens[0]!)) return goingOn(place, spoken);
  const before = tokens[at - 1];
  if (at < 1 || !isHanging(tokens[at]!) || !before || !(before.form === ',' || before.upos === 'SCONJ'))
    return undefined;
  if (running?.passage === p && running.end >= quotation.start && running.utterance.voice.source.length > 0)
    return { ...spoken, source: running.utterance.voice.source, ...mentionOf(running.utterance.voice) };
  const span = mainSubject({ sentence: read.sentence, quotations: passage.quotations }, tokens[at]!.start);
  if (!span || spoken.source.some((one) => overlaps(one, span))) return undefined;
  return spokenBy({ text, mentions: page.mentions[read.sentence.index] ?? [], spoken }, span);
}
