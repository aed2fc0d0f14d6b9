import { contains, overlaps, type Span, type Token, textSpan } from '../../model/index.ts';
import { frameCue, frameSpeaker, nameBefore, subjectBefore } from './frame.ts';
import { introductionBefore } from './introduced.ts';
import { firstEndingAfter, type Page, type Passage, quotationsIn } from './page.ts';
import type { Quotation } from './quotation.ts';
import { addContent, type Utterance } from './utterance.ts';
import type { Spoken, Voice } from './voice.ts';

/** Quotations shorter than this many words without a cue of their own are scare quotes or titles. */
const MIN_WORDS = 4;
/** A short quotation belongs to a word of speech only this near it. */
const MAX_GAP = 40;

/** The speech that a later quotation without a cue of its own goes on with. */
interface Running {
  readonly utterance: Utterance;
  /** End of the sentence that holds cue or quotation, whichever is later. */
  end: number;
  readonly passage: number;
  /** The last quotation has no closing mark. */
  open: boolean;
}

/** All utterances that the sentences show, with their quotations, and the quotations that find their speaker nearby. */
export function readQuotations(page: Page): Utterance[] {
  const utterances = new Set<Utterance>();
  let running: Running | undefined;
  for (const [p, passage] of page.passages.entries()) {
    const own = utterancesOf(passage);
    for (const utterance of own.values()) utterances.add(utterance);
    for (const quotation of passage.quotations) {
      const holder = ownerOf({ page, passage, p, quotation, own, running });
      if (!holder) continue;
      utterances.add(holder);
      running = { utterance: holder, end: endOf(passage, quotation, holder), passage: p, open: quotation.open };
    }
  }
  return [...utterances];
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

/** A speaker must stand outside the words he says; where the tree puts him inside, the frame of the quotation tells. */
function setSpeaker({ page, passage, quotation }: Place, spoken: Spoken, utterance: Utterance): void {
  const isOutside = spoken.source.length > 0 && spoken.source.every((span) => !overlaps(span, quotation));
  if (isOutside) return;
  const read = passage.reads[firstEndingAfter(passage.reads, spoken.region.start)];
  if (!read) return;
  const { sentence } = read;
  const framed = frameSpeaker({
    text: page.document.text,
    sentence,
    mentions: page.mentions[sentence.index] ?? [],
    quotation,
    spoken,
  });
  utterance.voice = framed ?? { ...spoken, source: spoken.source.filter((span) => !overlaps(span, quotation)) };
}

/** “…,” he said: what else the tree takes for his words is none, unless it goes on from the quotation. */
function keepQuoted(text: string, spoken: Spoken, utterance: Utterance, quotation: Quotation): void {
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

interface Place {
  readonly page: Page;
  readonly passage: Passage;
  readonly p: number;
  readonly quotation: Quotation;
  readonly own: ReadonlyMap<Spoken, Utterance>;
  readonly running: Running | undefined;
}

/** The utterance a quotation belongs to, with the quotation added to its words; undefined for a scare quote. */
function ownerOf(place: Place): Utterance | undefined {
  const { page, passage, quotation, own, running } = place;
  const name = nameBefore(page.document.text, passage.paragraph.start, quotation);
  if (name) return { voice: voiceOf(place, name), content: [quotation], quoted: [quotation] };
  const governed = governedBy(place);
  if (governed) return governed;
  const held = claimedBy(place);
  if (held) return held;
  const words = countWords(page.document.text, quotation.inner);
  const spoken = besideOf(page.document.text, passage, quotation);
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
  const voice = introductionBefore(page, place.p, quotation) ?? (words < MIN_WORDS ? undefined : nearVoice(place));
  return voice ? { voice, content: [quotation], quoted: [quotation] } : undefined;
}

/**
 * A word of speech right before the quotation (“and added, “…””, “saying: “…””) governs it. Words of another speaker's
 * sentence that run into it end before that cue, when both have one speaker.
 */
function governedBy(place: Place): Utterance | undefined {
  const { page, passage, quotation, own } = place;
  const read = passage.reads[firstEndingAfter(passage.reads, quotation.start)];
  if (!read) return undefined;
  const { text } = page.document;
  const cue = read.spoken.findLast(
    (one) => one.speech && one.region.end <= quotation.start && isBefore(text.slice(one.region.end, quotation.start)),
  );
  if (!cue) return undefined;
  const utterance = own.get(cue)!;
  // the words stand in the quotation, not in the clause before the cue
  if (cue.form === 'whole') utterance.content.splice(0);
  take(utterance, quotation);
  setSpeaker(place, cue, utterance);
  const source = utterance.voice.source[0];
  for (const one of read.spoken)
    if (one !== cue && one.form !== 'raised') cutBefore(text, own.get(one)!, cue.region, source);
  return utterance;
}

/** Nothing but a comma or colon, or a short adverbial before it (“stated a day earlier, “…””). */
function isBefore(between: string): boolean {
  return /^[\s,:]*$/.test(between) || (between.length < MAX_GAP && /^[^.;!?,:]*[,:]\s*$/.test(between));
}

function cutBefore(text: string, utterance: Utterance, cue: Span, source: Span | undefined): void {
  const { content } = utterance;
  const at = content.findIndex((span) => span.start < cue.start && cue.end <= span.end);
  if (at < 0 || (source && content.some((span) => contains(span, source)))) return;
  const kept = text.slice(content[at]!.start, cue.start).replace(/[\s,;–—-]+(?:\p{L}{1,4})?\s*$/u, '');
  const end = content[at]!.start + kept.length;
  content.splice(at, content.length - at, ...(end > content[at]!.start ? [{ start: content[at]!.start, end }] : []));
}

/** “Clinton apologized for it: “…””: no word of speech, but a colon and a subject. */
function afterColon({ page, passage, quotation }: Place): Voice | undefined {
  const { text } = page.document;
  const { sentence } = passage.reads[firstEndingAfter(passage.reads, quotation.start)] ?? {};
  if (
    !sentence ||
    sentence.start >= quotation.start ||
    !/[:：]\s*$/.test(text.slice(Math.max(sentence.start, quotation.start - 4), quotation.start))
  )
    return undefined;
  return subjectBefore({ text, sentence, mentions: page.mentions[sentence.index] ?? [], quotation });
}

/** The voice of a name that no word of speech goes with. */
function voiceOf({ page, passage }: Place, name: Span): Voice {
  const read = passage.reads[firstEndingAfter(passage.reads, name.start)];
  const mentions = read ? (page.mentions[read.sentence.index] ?? []) : [];
  const mention = mentions.find((one) => overlaps(one, name) && one.kind !== 'place');
  return { source: [textSpan(page.document.text, name.start, name.end)], cue: [], ...(mention ? { mention } : {}) };
}

function take(utterance: Utterance, quotation: Quotation): void {
  addContent(utterance, quotation);
  utterance.quoted.push(quotation);
}

/** Utterances whose words hold the quotation or most of it: these are stretched to its ends. The outermost one is given. */
function claimedBy(place: Place): Utterance | undefined {
  const { page, passage, quotation, own } = place;
  const { reads } = passage;
  let outermost: Utterance | undefined;
  for (let k = firstEndingAfter(reads, quotation.start); k < reads.length; k++) {
    const { sentence, spoken } = reads[k]!;
    if (sentence.start >= quotation.end) break;
    for (const one of spoken) {
      if (contains(quotation, one.region) || !one.content.some((span) => overlaps(span, quotation))) continue;
      const utterance = own.get(one)!;
      const part = { start: Math.max(sentence.start, quotation.start), end: Math.min(sentence.end, quotation.end) };
      if (common(one.content, part) * 2 < part.end - part.start) continue;
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

function common(content: readonly Span[], part: Span): number {
  return content.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.end, part.end) - Math.max(span.start, part.start)),
    0,
  );
}

function size({ content }: Utterance): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The nearest word of speech outside the quotation in a sentence that it touches, or that follows at once (“…?” he asked). */
function besideOf(text: string, { reads }: Passage, quotation: Quotation): Spoken | undefined {
  let best: { spoken: Spoken; distance: number } | undefined;
  const isShort = countWords(text, quotation.inner) < MIN_WORDS;
  for (let k = Math.max(0, firstEndingAfter(reads, quotation.start) - 1); k < reads.length; k++) {
    const { sentence, spoken } = reads[k]!;
    const isNext = sentence.start >= quotation.end;
    if (isNext && !followsAtOnce(text, quotation, sentence)) break;
    if (sentence.end <= quotation.start) continue;
    for (const one of spoken) {
      if (!one.speech || contains(quotation, one.region)) continue;
      const distance = gap(one.region, quotation);
      if (isShort && distance > MAX_GAP) continue;
      if (!best || distance < best.distance) best = { spoken: one, distance };
    }
    if (isNext) break;
  }
  return best?.spoken;
}

function followsAtOnce(text: string, quotation: Quotation, sentence: Span): boolean {
  return sentence.start - quotation.end <= 2 && /^\p{Ll}/u.test(text.slice(sentence.start, sentence.start + 2));
}

function gap(region: Span, quotation: Span): number {
  if (region.end <= quotation.start) return quotation.start - region.end;
  if (region.start >= quotation.end) return region.start - quotation.end;
  return 0;
}

/** A speaker in the few words around the quotation where the tree shows no word of speech. */
function framedBy({ page, passage, quotation }: Place): Voice | undefined {
  const { cues, fold } = page.words;
  const isSpeech = ({ lemma, form }: Token): boolean =>
    cues.has('speech', fold(lemma)) || cues.has('speech', fold(form));
  const from = firstEndingAfter(passage.reads, quotation.start);
  for (let k = from; k < passage.reads.length; k++) {
    const { sentence } = passage.reads[k]!;
    if (sentence.start >= quotation.end) break;
    if (contains(quotation, sentence)) continue;
    const mentions = page.mentions[sentence.index] ?? [];
    const framed = frameCue({ text: page.document.text, sentence, mentions, quotation, isSpeech });
    if (framed) return framed;
  }
  return undefined;
}

/** Nothing but space since the speech paused, in this paragraph or at the head of the next. */
function goesOn({ page, passage, p, quotation }: Place, running: Running): boolean {
  const { text } = page.document;
  if (running.passage === p) return text.slice(running.end, quotation.start).trim() === '';
  if (p - running.passage !== 1 || text.slice(passage.paragraph.start, quotation.start).trim() !== '') return false;
  const before = page.passages[running.passage]!.paragraph;
  return running.open || text.slice(Math.min(running.end, before.end), before.end).trim() === '';
}

/**
 * Whole sentences in marks without a cue: who speaks in this paragraph goes on; else who spoke right before without
 * words of his own (“Smith said in a statement.”), or, for a paragraph all in marks, who spoke last in the one before.
 */
function nearVoice(place: Place): Voice | undefined {
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

function endOf({ reads }: Passage, quotation: Quotation, { voice }: Utterance): number {
  const cue = voice.cue.at(-1)?.end ?? 0;
  const at = Math.max(quotation.end - 1, cue > quotation.end && cue - quotation.end < 400 ? cue - 1 : 0);
  return Math.max(quotation.end, reads[firstEndingAfter(reads, at)]?.sentence.end ?? quotation.end);
}

function countWords(text: string, { start, end }: Span): number {
  return text.slice(start, end).split(/\s+/).filter(Boolean).length;
}
