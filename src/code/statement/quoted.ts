import { contains, overlaps, type Sentence, type Span, type Token, textSpan } from '../../model/index.ts';
import { type Reporting, reportingAfter } from './after-quotation.ts';
import { isOpen, reportingBefore } from './before-quotation.ts';
import { type FrameInput, frameCue, frameSpeaker, nameAfter, nameBefore, spokenBy, subjectBefore } from './frame.ts';
import { introductionBefore } from './introduced.ts';
import { firstEndingAfter, type Page, type Passage, quotationsIn } from './page.ts';
import { isHanging, mainSubject, nounBefore } from './phrase-span.ts';
import type { Quotation } from './quotation.ts';
import { addContent, type Utterance } from './utterance.ts';
import type { Read, Spoken, Voice } from './voice.ts';

/** Quotations shorter than this many words without a cue of their own are scare quotes or titles. */
const MIN_WORDS = 4;
/** A short quotation belongs to a word of speech only this near it. */
const MAX_GAP = 40;
/** And a word of speech governs the quotation after it over no more characters. */
const MAX_BETWEEN = 90;

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
  const found: Utterance[] = [];
  let running: Running | undefined;
  for (const [p, passage] of page.passages.entries()) {
    const own = utterancesOf(passage);
    for (const utterance of own.values()) utterances.add(utterance);
    for (const quotation of passage.quotations) {
      const holder = ownerOf({ page, passage, p, quotation, own, running, found });
      if (!holder) continue;
      utterances.add(holder);
      running = { utterance: holder, end: endOf(passage, quotation, holder), passage: p, open: quotation.open };
    }
  }
  return [...utterances, ...found];
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
function setSpeaker(place: Place, spoken: Spoken, utterance: Utterance): void {
  const { passage, quotation } = place;
  // whose quotations the cue reports already is settled
  if (utterance.quoted.length > 1) return;
  const read = passage.reads[firstEndingAfter(passage.reads, spoken.region.start)];
  const hung = read && hangingVoice(place, read, spoken);
  if (hung) utterance.voice = hung;
  const isOutside = spoken.source.length > 0 && spoken.source.every((span) => !overlaps(span, quotation));
  if (hung || isOutside || !read) return;
  const framed = frameSpeaker({ ...frameOf(place, read), spoken });
  utterance.voice = framed ?? { ...spoken, source: spoken.source.filter((span) => !overlaps(span, quotation)) };
}

function frameOf({ page, passage, quotation }: Place, { sentence }: Read): Omit<FrameInput, 'spoken'> {
  const mentions = page.mentions[sentence.index] ?? [];
  return { text: page.document.text, sentence, mentions, quotation, quotations: passage.quotations };
}

/** “…,” she said, adding: “…” — she goes on; NAME sat down, telling the crowd: “…” — who does the main clause says it. */
function hangingVoice(place: Place, read: Read, spoken: Spoken): Voice | undefined {
  const { page, passage, p, quotation, running } = place;
  const { text } = page.document;
  const { tokens } = read.sentence;
  if (spoken.region.end > quotation.start) return undefined;
  const at = tokens.findIndex((token) => overlaps(token, spoken.region) && token.upos === 'VERB');
  const before = tokens[at - 1];
  if (at < 1 || !isHanging(tokens[at]!) || !before || !(before.form === ',' || before.upos === 'SCONJ'))
    return undefined;
  if (
    running?.passage === p &&
    (at === 0 || running.end >= quotation.start) &&
    running.utterance.voice.source.length > 0
  )
    return { ...spoken, source: running.utterance.voice.source, ...mentionOf(running.utterance.voice) };
  const span = mainSubject({ sentence: read.sentence, quotations: passage.quotations }, tokens[at]!.start);
  if (!span || spoken.source.some((one) => overlaps(one, span))) return undefined;
  return spokenBy({ text, mentions: page.mentions[read.sentence.index] ?? [], spoken }, span);
}

function mentionOf({ mention }: Voice): Pick<Voice, 'mention'> {
  return mention ? { mention } : {};
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
  /** Takes statements that come to light beside the quotation. */
  readonly found: Utterance[];
}

/** The utterance a quotation belongs to, with the quotation added to its words; undefined for a scare quote. */
function ownerOf(place: Place): Utterance | undefined {
  const { page, passage, quotation, own, running } = place;
  const name = nameBefore(page.document.text, passage.paragraph.start, quotation) ?? signedBy(place);
  if (name) return { voice: voiceOf(place, name), content: [quotation], quoted: [quotation] };
  const governed = governedBy(place) ?? reportedBy(place) ?? dashedBy(place);
  if (governed) return governed;
  const held = claimedBy(place);
  if (held) return held;
  const words = countWords(page.document.text, quotation.inner);
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
  const isQuoted = (span: Span): boolean => utterance.quoted.some((one) => overlaps(one, span));
  const before = utterance.content.filter((span) => span.end <= cue.region.start && !isQuoted(span));
  // the words stand in the quotation, not in the clause before the cue, which may be a statement of its own
  const isOwn = before.length > 0 && /:\s*$/.test(text.slice(cue.region.end, quotation.start));
  // a whole quotation ends what is said, an inserted one may go on without marks
  const isWhole = isSentence(text, quotation);
  const kept = utterance.content
    .filter((span) => overlaps(span, quotation) || isQuoted(span))
    .map((span) => (isWhole && overlaps(span, quotation) ? quotation : span));
  utterance.content.splice(0, utterance.content.length, ...kept);
  take(utterance, quotation);
  setSpeaker(place, cue, utterance);
  if (isOwn) place.found.push({ voice: utterance.voice, content: before, quoted: [] });
  const source = utterance.voice.source[0];
  for (const one of read.spoken)
    if (one !== cue && one.form !== 'raised') cutBefore(text, own.get(one)!, cue.region, source);
  return utterance;
}

/** Begins with a capital and ends with a point: words of their own, no term or title. */
function isSentence(text: string, { inner }: Quotation): boolean {
  const words = text.slice(inner.start, inner.end).trim();
  return /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(words) && /[,.;!?…—–-]["”’'\s]*$/u.test(words);
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

/** A reporting clause that the order of the words shows right after the quotation, or before it. */
function reportedBy(place: Place): Utterance | undefined {
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
    const after = reportingAfter({ text, quotation, tokens, ...words });
    if (after && (!isNext || isBare(next.sentence, after.cue))) return reported(place, next, after);
  }
  const read = passage.reads[firstEndingAfter(passage.reads, quotation.start)];
  const before = read && reportingBefore({ ...frameOf(place, read), quotation, isSpeech: words.isSpeech });
  return read && before && reported(place, read, before);
}

/** A sentence at once after the quotation without one of its own: short, or after a question (“…?” Smith asked in Rome.). */
function isReport({ page, quotation }: Place, sentence: Span): boolean {
  const { text } = page.document;
  const isNear = sentence.start - quotation.end <= 2 && !text.slice(quotation.end, sentence.start).includes('\n');
  if (!isNear || /["“«]|''/.test(text.slice(sentence.start, Math.min(sentence.end, sentence.start + MAX_REPORT))))
    return false;
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

const MAX_REPORT = 40;

function speechWords({ words }: Page): { isSpeech: (word: Token) => boolean; isRelative: (word: Token) => boolean } {
  const { cues, fold, grammar } = words;
  return {
    isSpeech: ({ lemma, form }) =>
      cues.has('speech', cues.lemma?.(fold(form)) ?? fold(lemma)) || cues.has('speech', fold(form)),
    isRelative: ({ form }) => grammar.has('relative', fold(form)),
  };
}

/** The quotation alone, by the speaker of the reporting clause; what the tree read from the same word is given up. */
function reported({ page, quotation, own }: Place, { sentence, spoken }: Read, { source, cue }: Reporting): Utterance {
  const { text } = page.document;
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
  take(utterance, quotation);
  return utterance;
}

function bareSpoken(text: string, cue: Span): Spoken {
  return {
    source: [],
    cue: [textSpan(text, cue.start, cue.end)],
    content: [],
    speech: true,
    governs: true,
    region: cue,
  };
}

/** NAME waved it away — “That makes me smart” — and left: a quotation set off by dashes is the clause's subject's. */
function dashedBy(place: Place): Utterance | undefined {
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
  return voice && { voice: { ...voice, cue: [] }, content: [quotation], quoted: [quotation] };
}

/** “Clinton apologized for it: “…””: no word of speech, but a colon and a subject. */
function afterColon(place: Place): Voice | undefined {
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
  return subjectBefore(frameOf(place, read));
}

/** The name that signs the quotation, at the end of its paragraph or on the line below. */
function signedBy({ page, passage, p, quotation }: Place): Span | undefined {
  const { text } = page.document;
  const { end } = passage.paragraph;
  if (text.slice(quotation.end, end).trim() !== '') return nameAfter(text, end, quotation.end);
  const below = page.passages[p + 1]?.paragraph;
  return below && nameAfter(text, below.end, below.start);
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
function besideOf({ page, passage: { reads }, quotation, own }: Place): Spoken | undefined {
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
      if (!one.speech || contains(quotation, one.region)) continue;
      const distance = gap(one.region, quotation);
      if (isShort && (distance > MAX_GAP || isTaken(one))) continue;
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
function framedBy(place: Place): Voice | undefined {
  const { page, passage, quotation } = place;
  const { isSpeech } = speechWords(page);
  const from = firstEndingAfter(passage.reads, quotation.start);
  for (let k = from; k < passage.reads.length; k++) {
    const { sentence } = passage.reads[k]!;
    if (sentence.start >= quotation.end) break;
    if (contains(quotation, sentence)) continue;
    const framed = frameCue({ ...frameOf(place, passage.reads[k]!), isSpeech });
    if (framed) return framed;
  }
  return undefined;
}

/** Nothing but space since the speech paused, in this paragraph or at the head of the next. */
function goesOn({ page, passage, p, quotation }: Place, running: Running): boolean {
  const { text } = page.document;
  if (running.passage === p) return text.slice(running.end, quotation.start).trim() === '';
  if (p - running.passage !== 1 || text.slice(passage.paragraph.start, quotation.start).trim() !== '') return false;
  // “American Skin” was written …: a title opens the paragraph
  const isTerm = !quotation.open && !isSentence(text, quotation);
  if (isTerm && /^\s*\p{Ll}/u.test(text.slice(quotation.end, quotation.end + 3))) return false;
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
