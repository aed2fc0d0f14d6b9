import { contains, type Span } from '../../model/index.ts';
import { besideOf, claimedBy, governedBy, keepQuoted } from './cued.ts';
import { nameBefore } from './frame.ts';
import { introductionBefore } from './introduced.ts';
import { firstEndingAfter, type Page, type Passage, quotationsIn } from './page.ts';
import { countWords, MIN_WORDS, type Place, type Running, take, voiceOf } from './place.ts';
import type { Quotation } from './quotation.ts';
import { setSpeaker } from './quotation-speaker.ts';
import { reportedBy } from './reported.ts';
import { afterColon, dashedBy, framedBy, goesOn, goesOnMixed, nearVoice, signedBy } from './uncued.ts';
import type { Utterance } from './utterance.ts';
import type { Spoken } from './voice.ts';
import { viewedBy, wordedBy } from './wording.ts';

/** All utterances that the sentences show, with their quotations, and the quotations that find their speaker nearby. */
export function readQuotations(page: Page): Utterance[] {
  const utterances = new Set<Utterance>();
  const found: Utterance[] = [];
  let running: Running | undefined;
  for (const [p, passage] of page.passages.entries()) {
    const own = utterancesOf(passage);
    for (const utterance of own.values()) utterances.add(utterance);
    for (const quotation of passage.quotations) {
      const holder = ownerOf({ page, passage, p, quotation, own, running, found });
      if (!holder) continue;
      utterances.add(holder);
      const end = endOf(passage, quotation, holder);
      running = isAside({ passage, p, quotation }, holder, running)
        ? { ...running, end: Math.max(running.end, end) }
        : { utterance: holder, end, passage: p, open: quotation.open };
    }
  }
  return [...utterances, ...found];
}

/** “…,” he said, adding that he was “ready.” — what goes on after such a clause is the first quotation. */
function isAside(
  { passage, p, quotation }: Pick<Place, 'passage' | 'p' | 'quotation'>,
  holder: Utterance,
  running: Running | undefined,
): running is Running {
  if (running?.passage !== p || running.utterance === holder || quotation.end > running.end) return false;
  const sentence = passage.reads[firstEndingAfter(passage.reads, quotation.start)]?.sentence;
  const isMixed = holder.content.some((span) => span.start < quotation.start && quotation.end <= span.end);
  return isMixed && running.utterance.quoted[0]?.start === sentence?.start;
}

function utterancesOf({ reads, quotations }: Passage): Map<Spoken, Utterance> {
  const own = new Map<Spoken, Utterance>();
  for (const { spoken } of reads)
    for (const one of spoken) own.set(one, { voice: one, content: clip(one, quotations), quoted: [] });
  return own;
}

/** What a cue inside a quotation governs lies in the same quotation. */
function clip({ content, region }: Spoken, quotations: readonly Quotation[]): Span[] {
  const around = quotationsIn(quotations, region).find((one) => contains(one, region));
  if (!around) return [...content];
  const { inner } = around;
  return content
    .map(({ start, end }) => ({ start: Math.max(start, inner.start), end: Math.min(end, inner.end) }))
    .filter(({ start, end }) => end > start);
}

/** The utterance a quotation belongs to, with the quotation added to its words; undefined for a scare quote. */
function ownerOf(place: Place): Utterance | undefined {
  const { page, passage, quotation, own, running } = place;
  if (isSpeakersName(place) || isTitle(place)) return undefined;
  const name = nameBefore(page.document.text, passage.paragraph.start, quotation) ?? signedBy(place);
  if (name) return { voice: voiceOf(place, name), content: [quotation], quoted: [quotation] };
  // NAME hinted at it: “…,” he told the paper — the clause after the comma is the quotation's own
  const after = isEndedByComma(place) && !isFirstOfTwo(place) ? reportedBy(place) : undefined;
  const governed = after ?? governedBy(place) ?? reportedBy(place) ?? dashedBy(place);
  if (governed) return governed;
  const held = claimedBy(place);
  if (held) return held;
  const words = countWords(page.document.text, quotation.inner);
  const worded = wordedBy(place) ?? viewedBy(place);
  if (worded) return { voice: worded, content: [quotation], quoted: [quotation] };
  const spoken = besideOf(place);
  if (spoken) {
    const utterance = own.get(spoken)!;
    take(utterance, quotation);
    setSpeaker(place, spoken, utterance);
    keepQuoted(page.document.text, spoken, utterance, quotation);
    return utterance;
  }
  const framed = afterColon(place) ?? (quotation.open ? undefined : framedBy(place));
  if (framed) return { voice: framed, content: [quotation], quoted: [quotation] };
  if (running && goesOn(place, running)) {
    take(running.utterance, quotation);
    return running.utterance;
  }
  if (running && goesOnMixed(place, running)) return running.utterance;
  const voice = introductionBefore(page, place.p, quotation) ?? (words < MIN_WORDS ? undefined : nearVoice(place));
  return voice ? { voice, content: [quotation], quoted: [quotation] } : undefined;
}

function isEndedByComma({ page, quotation }: Place): boolean {
  return !quotation.open && /,\s*$/u.test(page.document.text.slice(quotation.inner.start, quotation.inner.end));
}

/** When somebody shouted, “No,” NAME joked, “Yes, yes!” — a word or two that the verb before governs. */
function isFirstOfTwo({ page, passage, quotation }: Place): boolean {
  const { text } = page.document;
  if (countWords(text, quotation.inner) >= MIN_WORDS) return false;
  const read = passage.reads[firstEndingAfter(passage.reads, quotation.start)];
  const isGoverned = read?.spoken.some(
    ({ speech, region }) =>
      speech && region.end <= quotation.start && /^[\s,:]*$/.test(text.slice(region.end, quotation.start)),
  );
  return (
    isGoverned === true && passage.quotations.some(({ start }) => start > quotation.start && start < read!.sentence.end)
  );
}

/** “they complained at «Gazprom»”, “…,” said a man who saw “a long line”: words in marks that are of the speaker's phrase. */
function isSpeakersName(place: Place): boolean {
  const { page, passage, quotation, own } = place;
  const { reads } = passage;
  const isShort = countWords(page.document.text, quotation.inner) < MIN_WORDS;
  const read = reads[firstEndingAfter(reads, quotation.start)];
  // “So be it,” NAME said: what a comma ends is no name, though the parser takes it for one
  const isOf = (span: Span): boolean =>
    contains(span, quotation.inner) && (span.start < quotation.start || !isEndedByComma(place));
  return read?.spoken.some((one) => (isShort || own.get(one)!.quoted.length > 0) && one.source.some(isOf)) ?? false;
}

const TITLE_WORD = /^[^\p{L}]*(?:\p{Lu}[\p{L}\p{N}’'-]*|\p{L}{1,3})[^\p{L}]*$/u;

/** “…,” he said on “Meet the Press”: capitalised words in the clause that reports a quotation. */
function isTitle({ page, passage, quotation, own }: Place): boolean {
  const { text } = page.document;
  const words = text.slice(quotation.inner.start, quotation.inner.end).split(/\s+/).filter(Boolean);
  const isCapital = /^[^\p{L}]*\p{Lu}/u.test(words[0] ?? '') && words.every((word) => TITLE_WORD.test(word));
  if (!isCapital || !/[\p{L}’'`]\s+$/u.test(text.slice(passage.paragraph.start, quotation.start))) return false;
  const read = passage.reads[firstEndingAfter(passage.reads, quotation.start)];
  return (
    read?.spoken.some((one) => {
      const quoted = own.get(one)!.quoted;
      const isBefore = one.region.end < quotation.start && /\p{L}/u.test(text.slice(one.region.end, quotation.start));
      return isBefore && quoted.some((span) => span.end <= one.region.start);
    }) ?? false
  );
}

function endOf({ reads }: Passage, quotation: Quotation, { voice }: Utterance): number {
  const cue = voice.cue.at(-1)?.end ?? 0;
  const at = Math.max(quotation.end - 1, cue > quotation.end && cue - quotation.end < 400 ? cue - 1 : 0);
  return Math.max(quotation.end, reads[firstEndingAfter(reads, at)]?.sentence.end ?? quotation.end);
}
