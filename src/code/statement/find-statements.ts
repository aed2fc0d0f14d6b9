import type { Grammar } from '../../codebook/index.ts';
import { type Block, contains, type Document, type Mention, overlaps, type Sentence, type Span, type Statement, type TextSpan, textSpan } from '../../model/index.ts';
import { MentionIndex } from '../rule/mention-index.ts';
import { SentenceTree } from '../sentence-tree.ts';
import type { CueWords } from './cue-words.ts';
import { type CueReader, type Draft, readIndirect } from './indirect.ts';
import { findQuotations, type Quotation } from './quotation.ts';

export interface StatementWords {
  readonly cues: CueWords;
  readonly grammar: Grammar;
  readonly fold: (text: string) => string;
}

export interface StatementInput {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly words: StatementWords;
}

/** A speaker found in the text: the words that name him and who that is. */
interface Voice {
  readonly source: TextSpan[];
  readonly cue: TextSpan[];
  readonly mention?: Mention;
}

interface Read {
  readonly sentence: Sentence;
  readonly drafts: readonly SpokenDraft[];
}

interface SpokenDraft extends Voice {
  readonly content: TextSpan[];
}

/** Quotations shorter than this many words without a cue of their own are scare quotes or titles. */
const MIN_WORDS = 4;

/** Who said what in a document: indirect, direct and mixed speech, quotations over several paragraphs, block quotations. */
export function findStatements(input: StatementInput): Statement[] {
  const reads = input.sentences.map((sentence) => readSentence(input, sentence));
  const statements: Statement[] = [];
  const quotations = quotationsOf(input, reads);
  for (const { drafts } of reads) {
    for (const draft of drafts) {
      const inside = quotations.filter((one) => draft.content.some((span) => overlaps(span, one.quotation)));
      // a cue inside the quotation belongs to the quoted words
      for (const one of inside) if (draft.cue.every((span) => !contains(one.quotation, span))) one.claimed = true;
      statements.push(toStatement(draft, draft.content, directness(draft.content, inside.map((one) => one.quotation))));
    }
  }
  for (const one of quotations) {
    if (one.claimed || !one.voice) continue;
    const { inner } = one.quotation;
    statements.push(toStatement(one.voice, [textSpan(input.document.text, inner.start, inner.end)], true));
  }
  statements.push(...blockQuotations(input, reads));
  return statements.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0) || (b.content[0]?.end ?? 0) - (a.content[0]?.end ?? 0));
}

function readSentence({ document, mentions, words }: StatementInput, sentence: Sentence): Read {
  const tree = new SentenceTree(sentence, words.fold);
  const index = new MentionIndex(tree, mentions[sentence.index] ?? [], words.grammar.words('location'));
  const reader: CueReader = { tree, cues: words.cues, grammar: words.grammar };
  const spans = (tokens: readonly number[]): TextSpan[] => toSpans(document.text, sentence, tokens);
  const drafts = readIndirect(reader).map((draft: Draft): SpokenDraft => {
    const mention = draft.speaker === undefined ? undefined : (index.at(draft.speaker) ?? index.ofPhrase(draft.speaker)[0]);
    return { source: spans(draft.source), cue: spans(draft.cue), content: spans(draft.content), ...(mention ? { mention } : {}) };
  });
  return { sentence, drafts };
}

/** Neighbouring tokens become one span; a gap of left-out tokens makes the content discontinuous. */
function toSpans(text: string, sentence: Sentence, tokens: readonly number[]): TextSpan[] {
  const spans: TextSpan[] = [];
  let from = -1;
  for (const [k, i] of tokens.entries()) {
    if (from < 0) from = i;
    if (tokens[k + 1] === i + 1) continue;
    spans.push(textSpan(text, sentence.tokens[from]!.start, sentence.tokens[i]!.end));
    from = -1;
  }
  return spans;
}

interface Spoken {
  readonly quotation: Quotation;
  readonly voice: Voice | undefined;
  claimed: boolean;
}

function quotationsOf(input: StatementInput, reads: readonly Read[]): Spoken[] {
  const { document } = input;
  const found: Spoken[] = [];
  let last: { voice: Voice | undefined; block: number } | undefined;
  for (const [b, block] of document.blocks.entries()) {
    if (block.kind === 'note' || block.kind === 'byline') continue;
    const own = reads.filter((read) => read.sentence.block === b);
    const sentenceEnd = (at: number): number => own.find(({ sentence }) => sentence.end > at)?.sentence.end ?? block.end;
    for (const quotation of findQuotations(document.text, block, sentenceEnd)) {
      const words = document.text.slice(quotation.inner.start, quotation.inner.end).split(/\s+/).length;
      const voice = voiceOf(quotation, own) ?? (words < MIN_WORDS ? undefined : voiceNear(input, { quotation, block, b }, reads, last));
      if (words >= MIN_WORDS) last = { voice, block: b };
      found.push({ quotation, voice, claimed: false });
    }
  }
  return found;
}

/** A cue outside the quotation in a sentence that shares it. */
function voiceOf(quotation: Span, reads: readonly Read[]): Voice | undefined {
  for (const { sentence, drafts } of reads) {
    if (!overlaps(sentence, quotation)) continue;
    const outside = drafts.filter(({ cue, source }) => cue.every((span) => !contains(quotation, span)) && source.length > 0);
    if (outside.length === 0) continue;
    const nearest = [...outside].sort((a, b) => gap(a, quotation) - gap(b, quotation))[0]!;
    return nearest;
  }
  return undefined;
}

function gap({ cue }: Voice, quotation: Span): number {
  const at = cue[0]?.start ?? 0;
  return Math.min(Math.abs(at - quotation.start), Math.abs(at - quotation.end));
}

/** The speaker in the sentence before (“… stated the following:”), or the one whose speech goes on. */
function voiceNear(
  input: StatementInput,
  at: { quotation: Quotation; block: Block; b: number },
  reads: readonly Read[],
  last: { voice: Voice | undefined; block: number } | undefined,
): Voice | undefined {
  const before = reads.filter(({ sentence }) => sentence.end <= at.quotation.start).at(-1);
  const near = before && at.b - before.sentence.block <= 1 ? before : undefined;
  const introduced = near && (isIntroduction(input, near) ? voiceIn(input, near) : undefined);
  if (introduced) return introduced;
  if (last && at.b - last.block <= 1) return last.voice;
  return near && voiceIn(input, near);
}

function isIntroduction({ document }: StatementInput, { sentence }: Read): boolean {
  return /[:：]\s*(?:\[\d+\]\s*)?$/.test(document.text.slice(sentence.start, sentence.end));
}

/** The last speaker of a sentence: of a cue, else its subject with a word of saying. */
function voiceIn({ document, mentions }: StatementInput, { sentence, drafts }: Read): Voice | undefined {
  const spoken = drafts.filter((draft) => draft.source.length > 0).at(-1);
  if (spoken) return spoken;
  const mention = (mentions[sentence.index] ?? []).filter((one) => one.kind !== 'place').at(0);
  if (!mention) return undefined;
  const source = textSpan(document.text, mention.start, mention.end);
  return { source: [source], cue: [], mention };
}

/** A paragraph without marks after “… stated the following:” is that speaker's words. */
function blockQuotations(input: StatementInput, reads: readonly Read[]): Statement[] {
  const { document } = input;
  const statements: Statement[] = [];
  for (let b = 1; b < document.blocks.length; b++) {
    const block = document.blocks[b]!;
    if (block.kind !== 'paragraph' && block.kind !== 'blockquote') continue;
    const before = reads.filter((read) => read.sentence.block === b - 1).at(-1);
    if (!before || !isIntroduction(input, before) || /^\s*[“«„"]/.test(document.text.slice(block.start, block.start + 2))) continue;
    const voice = voiceIn(input, before);
    if (voice) statements.push(toStatement(voice, [textSpan(document.text, block.start, block.end)], true));
  }
  return statements;
}

function directness(content: readonly Span[], quotations: readonly Span[]): Statement['direct'] {
  if (quotations.length === 0) return false;
  const all = content.every((span) => quotations.some((quotation) => contains({ start: quotation.start - 1, end: quotation.end + 1 }, span)));
  return all ? true : 'mixed';
}

function toStatement({ source, cue, mention }: Voice, content: TextSpan[], direct: Statement['direct']): Statement {
  const speaker = mention?.actors.length === 1 ? mention.actors[0] : undefined;
  const why = speaker ? undefined : source.length === 0 ? 'no speaker is named' : (mention?.why ?? 'the words name no known actor');
  return { ...(speaker ? { speaker } : {}), ...(why === undefined ? {} : { why }), source, cue, content, direct };
}
