import { overlaps, type Span, type Token, textSpan } from '../../model/index.ts';
import type { FrameInput, SpeechWords } from './frame.ts';
import { firstEndingAfter, type Page, type Passage } from './page.ts';
import type { Quotation } from './quotation.ts';
import { addContent, type Utterance } from './utterance.ts';
import type { Read, Spoken, Voice } from './voice.ts';

/** Quotations shorter than this many words without a cue of their own are scare quotes or titles. */
export const MIN_WORDS = 4;

/** The speech that a later quotation without a cue of its own goes on with. */
export interface Running {
  readonly utterance: Utterance;
  /** End of the sentence that holds cue or quotation, whichever is later. */
  end: number;
  readonly passage: number;
  /** The last quotation has no closing mark. */
  open: boolean;
}

export interface Place {
  readonly page: Page;
  readonly passage: Passage;
  readonly p: number;
  readonly quotation: Quotation;
  readonly own: ReadonlyMap<Spoken, Utterance>;
  readonly running: Running | undefined;
  /** Takes statements that come to light beside the quotation. */
  readonly found: Utterance[];
}

export function frameOf({ page, passage, quotation }: Place, { sentence }: Read): Omit<FrameInput, 'spoken'> {
  const mentions = page.mentions[sentence.index] ?? [];
  const { quotations } = passage;
  return { text: page.document.text, sentence, mentions, quotation, quotations, words: speechWords(page) };
}

/** Adds a quotation, with the words around it in `span` where they are said too. */
export function take(utterance: Utterance, span: Span, quotation = span): void {
  addContent(utterance, span);
  utterance.quoted.push(quotation);
}

/** The voice of a name that no word of speech goes with. */
export function voiceOf({ page, passage }: Place, name: Span): Voice {
  const read = passage.reads[firstEndingAfter(passage.reads, name.start)];
  const mentions = read ? (page.mentions[read.sentence.index] ?? []) : [];
  const mention = mentions.find((one) => overlaps(one, name) && one.kind !== 'place');
  return { source: [textSpan(page.document.text, name.start, name.end)], cue: [], ...(mention ? { mention } : {}) };
}

export function mentionOf({ mention }: Voice): Pick<Voice, 'mention'> {
  return mention ? { mention } : {};
}

export function bareSpoken(text: string, cue: Span): Spoken {
  return {
    source: [],
    cue: [textSpan(text, cue.start, cue.end)],
    content: [],
    speech: true,
    governs: true,
    region: cue,
  };
}

export function speechWords({ words }: Page): SpeechWords {
  const { cues, fold, grammar } = words;
  const is = (kind: string, { lemma, form }: Token): boolean =>
    cues.has(kind, cues.lemma?.(fold(form)) ?? fold(lemma)) || cues.has(kind, fold(form));
  return {
    isSpeech: (word) => is('speech', word),
    isRelative: ({ form }) => grammar.has('relative', fold(form)),
    isAddressing: (word) => is('addressee', word),
    isHolder: ({ form }) => cues.has('holder-marker', fold(form)),
    isDocument: (word) => is('document', word),
    isAbsolute: ({ form }) => cues.has('absolute', fold(form)),
  };
}

export function countWords(text: string, { start, end }: Span): number {
  return text.slice(start, end).split(/\s+/).filter(Boolean).length;
}

/** Begins with a capital and ends with a point: words of their own, no term or title. */
export function isSentence(text: string, { inner }: Quotation): boolean {
  const words = text.slice(inner.start, inner.end).trim();
  return /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(words) && /[,.;!?…—–-]["”’'\s]*$/u.test(words);
}
