import { overlaps, type Sentence, type Span, type Token, textSpan } from '../../model/index.ts';
import { firstEndingAfter, type Page, type Passage } from './page.ts';
import { mainSubject } from './phrase-span.ts';
import { speechWords } from './place.ts';
import type { Quotation } from './quotation.ts';
import type { Utterance } from './utterance.ts';
import type { Read, Voice } from './voice.ts';

const INTRODUCES = /[:：]\s*(?:\[\d+\]\s*)?$/;

/** The speaker of a sentence before the quotation that ends with a colon (“… stated the following:”). */
export function introductionBefore(page: Page, p: number, quotation: Quotation): Voice | undefined {
  const { reads, paragraph } = page.passages[p]!;
  const at = firstEndingAfter(reads, quotation.start);
  const own = reads[at]?.sentence.start === quotation.start || at >= reads.length ? reads[at - 1] : undefined;
  const isFirst = page.document.text.slice(paragraph.start, quotation.start).trim() === '';
  const before = own ?? (isFirst ? page.passages[p - 1]?.reads.at(-1) : undefined);
  return before && introduces(page, before) ? voiceIn(page, before) : undefined;
}

function introduces({ document }: Page, { sentence }: Read): boolean {
  return INTRODUCES.test(document.text.slice(Math.max(sentence.start, sentence.end - 12), sentence.end));
}

/** The last speaker of a sentence, else the subject of its last main clause if it is a person's or body's, else the first actor it names. */
function voiceIn(page: Page, { sentence, spoken }: Read): Voice | undefined {
  const { document, mentions } = page;
  const speaking =
    spoken.filter(({ source, speech }) => speech && source.length > 0).at(-1) ??
    spoken.filter(({ source }) => source.length > 0).at(-1);
  if (speaking) return speaking;
  const subject = mainSubject({ sentence, quotations: [] }, sentence.end);
  const named =
    subject && (mentions[sentence.index] ?? []).find((one) => overlaps(one, subject) && one.kind !== 'place');
  if (subject && (named || isNamed(sentence, subject)))
    return {
      source: [textSpan(document.text, subject.start, subject.end)],
      cue: [],
      ...(named ? { mention: named } : {}),
    };
  const mention = (mentions[sentence.index] ?? []).find((one) => one.kind !== 'place');
  if (mention) return { source: [textSpan(document.text, mention.start, mention.end)], cue: [], mention };
  // "The transcript follows:", where nobody is named
  const name =
    sentence.tokens.find((token) => token.upos === 'PROPN') ??
    sentence.tokens.find((token) => token.upos === 'NOUN' && speechWords(page).isDocument(token));
  return name && { source: [textSpan(document.text, name.start, name.end)], cue: [] };
}

function isNamed({ tokens }: Sentence, span: Span): boolean {
  return tokens.some((token) => overlaps(token, span) && (token.upos === 'PROPN' || isPerson(token)));
}

function isPerson({ upos, feats }: Token): boolean {
  return upos === 'PRON' && (feats['Gender'] === 'Masc' || feats['Gender'] === 'Fem' || feats['Person'] === '1');
}

/** A paragraph without marks after “… stated the following:” is that speaker's words. */
export function blockQuotations(page: Page): Utterance[] {
  const utterances: Utterance[] = [];
  for (const [p, { paragraph, quotations }] of page.passages.entries()) {
    const before = p > 0 ? page.passages[p - 1]! : undefined;
    if (!before || (paragraph.kind !== 'paragraph' && paragraph.kind !== 'blockquote')) continue;
    const last = before.reads.at(-1);
    if (!last || !introduces(page, last) || quotations[0]?.start === firstWord(page, paragraph)) continue;
    const voice = voiceIn(page, last);
    const words = { start: firstWord(page, paragraph), end: paragraph.end };
    if (voice) utterances.push({ voice, content: [words], quoted: [words] });
  }
  return utterances;
}

function firstWord({ document }: Page, { start, end }: Span): number {
  for (let at = start; at < end; at++) if (!/\s/.test(document.text[at]!)) return at;
  return start;
}

const MAX_LABEL = 60;
const MAX_LABEL_WORDS = 6;
const LABEL_WORD = /^(?:\p{Lu}[\p{L}.,’'-]*|of|de|al|von|van|and)$/u;

interface Label extends Span {
  readonly name: string;
  /** Where the words said begin. */
  readonly after: number;
}

/** “SMITH: …” at the head of a paragraph, and headlines of that shape: capitalised words before a colon. */
function labelOf({ document }: Page, { start, end }: Span): Label | undefined {
  const line = document.text.slice(start, Math.min(end, start + MAX_LABEL));
  const colon = line.indexOf(':');
  if (colon < 1 || !/\s/.test(line[colon + 1] ?? '')) return undefined;
  const words = line.slice(0, colon).split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > MAX_LABEL_WORDS || !words.every((word) => LABEL_WORD.test(word)))
    return undefined;
  const from = line.length - line.trimStart().length;
  let after = colon + 1;
  while (/\s/.test(line[after] ?? '')) after += 1;
  return { start: start + from, end: start + colon, name: line.slice(from, colon).trim(), after: start + after };
}

/** The label of a paragraph speaks the rest of it. */
export function labelled(page: Page): Utterance[] {
  const utterances: Utterance[] = [];
  const labels = page.passages.map(({ paragraph }) => labelOf(page, paragraph));
  const counts = new Map<string, number>();
  for (const label of labels) if (label) counts.set(label.name, (counts.get(label.name) ?? 0) + 1);
  for (const [p, passage] of page.passages.entries()) {
    const label = labels[p];
    if (!label) continue;
    const mention = mentionAt(page, passage, label.end);
    // a label that heads several paragraphs is a transcript's speaker, known or not
    const isHeadline = passage.reads.length === 1 && (mention !== undefined || isName(passage, label));

    if (!isHeadline && counts.get(label.name) === 1) continue;
    const { text } = page.document;
    utterances.push({
      voice: {
        source: [textSpan(text, label.start, label.start + label.name.length)],
        cue: [textSpan(text, label.end, label.end + 1)],
        ...(mention ? { mention } : {}),
      },
      content: [{ start: label.after, end: trimmedEnd(text, passage.paragraph.end) }],
      quoted: [],
    });
  }
  return utterances;
}

/** Two to four words that the tagger, too, calls a name. */
function isName({ reads }: Passage, label: Label): boolean {
  const words = (reads[0]?.sentence.tokens ?? []).filter((token) => token.end <= label.end && token.upos !== 'PUNCT');
  const names = words.filter(({ upos }) => upos === 'PROPN');
  return words.length >= 2 && words.length <= 4 && names.length === words.length;
}

function mentionAt({ mentions }: Page, { reads }: Passage, before: number): ReturnType<typeof firstPerson> {
  const first = reads[0];
  return first && firstPerson(mentions[first.sentence.index] ?? [], before);
}

function firstPerson(mentions: Page['mentions'][number], before: number): Page['mentions'][number][number] | undefined {
  return mentions.find((one) => one.end <= before && one.kind !== 'place');
}

function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s.]/.test(text[at - 1]!)) at -= 1;
  return at;
}
