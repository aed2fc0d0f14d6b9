import type { Sentence, Token } from '../../model/index.ts';
import type { Reporting } from './after-quotation.ts';
import { subjectPastDashes } from './dash-aside.ts';
import { isHearers, type SpeechWords } from './frame.ts';
import { isHanging, mainSubject, nounBefore, subjectAbove } from './phrase-span.ts';
import type { Quotation } from './quotation.ts';

interface BeforeInput {
  readonly text: string;
  readonly sentence: Sentence;
  readonly quotation: Quotation;
  /** All of the paragraph, in order. */
  readonly quotations: readonly Quotation[];
  readonly words: SpeechWords;
}

const MAX_BETWEEN = 12;

/**
 * NAME said in Berlin, “…”; NAME sat down, writing: “…”: the word of speech before a quotation, with no other verb
 * between, and who says it. For cues that the tree does not show.
 */
export function reportingBefore(input: BeforeInput): Reporting | undefined {
  const { text, sentence, quotation, words } = input;
  if (!/^[^\p{L}]*[\p{Lu}\p{N}]/u.test(text.slice(quotation.inner.start, quotation.inner.start + 3))) return undefined;
  const at = cueBefore(input);
  if (at === undefined) return undefined;
  const cue = sentence.tokens[at]!;
  if (isHearers(sentence.tokens, at, words)) return undefined;
  const source =
    subjectPastDashes(input, at)?.span ??
    nounBefore(sentence.tokens, at) ??
    (isHanging(cue) ? undefined : subjectAbove(input, at)) ??
    mainSubject(input, cue.start) ??
    subjectAbove(input, at);
  return source && { source, cue };
}

function cueBefore({ text, sentence, quotation, words: { isSpeech } }: BeforeInput): number | undefined {
  const { tokens } = sentence;
  const last = tokens.findLastIndex((token) => token.end <= quotation.start && token.upos !== 'PUNCT');
  for (let k = last; k >= 0 && last - k < MAX_BETWEEN; k--) {
    const token = tokens[k]!;
    if (token.upos !== 'VERB') {
      const isHidden = last - k < 2 && k > 0 && isSpeech(token) && isSubjectLike(tokens[k - 1]!);
      if (isHidden || (k === last && isSpeech(token) && token.form.endsWith('ing'))) return k;
      continue;
    }
    return isSpeech(token) && isOpen(text.slice(token.end, quotation.start)) ? k : undefined;
  }
  return undefined;
}

/** "he", a name; "his voice" has none. */
function isSubjectLike({ upos, feats }: Token): boolean {
  return upos === 'PROPN' || (upos === 'PRON' && feats['Poss'] !== 'Yes');
}

/** No clause ends between the word of speech and its quotation; numbers may hold a comma. */
export function isOpen(between: string): boolean {
  return /^(?:[^;!?,:]|,(?=\d))*[,:—–-]?\s*$/u.test(between);
}
