import type { Grammar } from '../../codebook/index.ts';
import { type Document, type Mention, type Sentence, type Span, type TextSpan, textSpan } from '../../model/index.ts';
import { repairNames } from '../repair/names.ts';
import { MentionIndex } from '../rule/mention-index.ts';
import { SentenceTree } from '../sentence-tree.ts';
import { withTokens } from '../with-tokens.ts';
import type { CueWords } from './cue-words.ts';
import type { Draft, Form } from './draft.ts';
import { readIndirect } from './indirect.ts';
import { readResumption } from './resumed.ts';

export interface StatementWords {
  readonly cues: CueWords;
  readonly grammar: Grammar;
  readonly fold: (text: string) => string;
}

/** A speaker found in the text: the words that name him, the word of saying, and who that is. */
export interface Voice {
  readonly source: readonly TextSpan[];
  readonly cue: readonly TextSpan[];
  readonly mention?: Mention;
  /** Speech in so many words by a named third party: it counts inside another's words too. */
  readonly explicit?: boolean;
  /** A word of speech, not of mind or judgement. */
  readonly governs?: boolean;
  readonly form?: Form;
  /** The content is judged, not told. */
  readonly about?: boolean;
}

/** An attribution of one sentence, in places of the text. */
export interface Spoken extends Voice {
  readonly content: readonly Span[];
  /** May govern a quotation beside it. */
  readonly speech: boolean;
  /** Where cue and source stand. */
  readonly region: Span;
}

export interface Read {
  readonly sentence: Sentence;
  readonly spoken: readonly Spoken[];
  /** The sentence says who told the one before it. */
  readonly tellsBefore?: Voice;
}

export interface SentenceInput {
  readonly document: Document;
  readonly sentence: Sentence;
  readonly mentions: readonly Mention[];
  readonly words: StatementWords;
}

const MAX_TOKENS = 1000;

/** What the tree of one sentence says about who speaks in it, in the order of the cues. */
export function readSentence({ document, sentence, mentions, words }: SentenceInput): Read {
  // a list or a broken text, and trees over it would cost more than their length
  if (sentence.tokens.length > MAX_TOKENS) return { sentence, spoken: [] };
  const tree = new SentenceTree(lemmatised(repairNames(sentence, mentions, words.grammar), words), words.fold);
  const drafts = readIndirect({ tree, cues: words.cues, grammar: words.grammar });
  const resumption =
    sentence.index > 0 ? readResumption({ tree, cues: words.cues, grammar: words.grammar }) : undefined;
  if (drafts.length === 0 && !resumption) return { sentence, spoken: [] };
  const index = new MentionIndex(tree, mentions, { locations: words.grammar.words('location') });
  const spans = (tokens: readonly number[]): Span[] => toSpans(sentence, tokens);
  const texts = (tokens: readonly number[]): TextSpan[] =>
    spans(tokens).map(({ start, end }) => textSpan(document.text, start, end));
  const toSpoken = (draft: Draft): Spoken => {
    const { speaker } = draft;
    const mention = speaker === undefined ? undefined : (index.at(speaker) ?? index.ofPhrase(speaker)[0]);
    const cue = texts(draft.cue);
    // marks that stand alone name nobody
    const source = texts(draft.source).filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    const region = { start: Math.min(...cue.map((one) => one.start)), end: Math.max(...cue.map((one) => one.end)) };
    const content = spans(draft.content);
    const explicit = draft.explicit === true && source.length > 0;
    return {
      source,
      cue,
      content,
      speech: draft.speech,
      governs: draft.speech,
      region,
      explicit,
      about: draft.about === true,
      ...(draft.form ? { form: draft.form } : {}),
      ...(mention ? { mention } : {}),
    };
  };
  return {
    sentence,
    spoken: drafts.map(toSpoken),
    ...(resumption ? { tellsBefore: toSpoken(resumption) } : {}),
  };
}

/** "…, a report shows.": a verb that ends its clause after a comma and a noun, though the tagger calls it a noun; -1 without. */
function finalVerb({ tokens }: Sentence, { cues, fold }: Pick<StatementWords, 'cues' | 'fold'>): number {
  if (cues.words('final-verb').size === 0) return -1;
  return tokens.findIndex(({ upos, form }, k) => {
    if (upos !== 'NOUN' || k < 2 || !cues.has('final-verb', fold(form))) return false;
    const next = tokens[k + 1];
    if (!['NOUN', 'PROPN', 'ADJ'].includes(tokens[k - 1]!.upos)) return false;
    // "The indictment charges that …"
    if (next && cues.has('complementizer', fold(next.form)))
      return tokens.every((one, j) => j > k || one.upos !== 'VERB');
    if (next && next.upos !== 'PUNCT') return false;
    const comma = tokens.findLastIndex((one, j) => j < k && (one.form === ',' || cues.has('as', fold(one.form))));
    return comma > 2 && k - comma < MAX_FRAME;
  });
}

const MAX_FRAME = 8;

function lemmatised(sentence: Sentence, { cues, fold }: StatementWords): Sentence {
  const known = sentence.tokens.map(({ form }) => cues.lemma?.(fold(form)));
  const last = finalVerb(sentence, { cues, fold });
  if (last < 0 && known.every((lemma) => lemma === undefined)) return sentence;
  const tokens = sentence.tokens.map((token, i) => ({ ...token, lemma: known[i] ?? token.lemma }));
  if (last >= 0) {
    const token = tokens[last]!;
    tokens[last] = {
      ...token,
      lemma: cues.lemma?.(fold(token.form)) ?? token.lemma,
      upos: 'VERB',
      feats: { VerbForm: 'Fin' },
    };
  }
  return withTokens(sentence, tokens);
}

/** Neighbouring tokens become one span, punctuation between them included; other gaps make the content discontinuous. */
function toSpans({ tokens }: Sentence, chosen: readonly number[]): Span[] {
  const spans: Span[] = [];
  let first = -1;
  for (const [k, i] of chosen.entries()) {
    if (first < 0) first = i;
    const next = chosen[k + 1];
    if (next !== undefined && isPunctuation(tokens, i + 1, next)) continue;
    spans.push({ start: tokens[first]!.start, end: tokens[i]!.end });
    first = -1;
  }
  return spans;
}

function isPunctuation(tokens: Sentence['tokens'], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.upos !== 'PUNCT') return false;
  return true;
}
