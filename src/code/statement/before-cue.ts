import { overlaps, type Span, type Token } from '../../model/index.ts';
import { isNameLike, nounBefore, phrase } from './phrase-span.ts';

/** Who stands before a word of speech, told from the order of the words where the tree does not show it. */

const OPENING = ['ADP', 'VERB', 'AUX', 'ADV'];

/** The words between two commas, with the index of the first and of the one behind the last. */
interface Segment {
  readonly first: number;
  readonly end: number;
}

/**
 * NAME, who leads the party, said; On Monday, NAME, a minister, said: the noun phrase before the aside that a comma ends
 * right before the verb. Several in a row are one speaker with what he is called: the first of them.
 */
export function beforeAside(
  tokens: readonly Token[],
  cue: number,
  isRelative: (word: Token) => boolean,
): Span | undefined {
  let end = verbStart(tokens, cue);
  while (/^[”"’'»]+$/.test(tokens[end - 1]?.form ?? '')) end -= 1;
  if (tokens[end - 1]?.form !== ',') return undefined;
  const segments = segmentsBefore(tokens, end - 1);
  let last = segments.length - 1;
  if (last > 0 && !isNoun(tokens, segments[last]!, isRelative)) last -= 1;
  let span: Span | undefined;
  for (let k = last; k >= 0; k--) {
    const segment = segments[k]!;
    if (!isNoun(tokens, segment, isRelative)) {
      const tail = nounBefore(tokens.slice(segment.first, segment.end), segment.end - segment.first);
      return span ?? (tail && isNamed(tokens, tail) ? tail : undefined);
    }
    const words = tokens.slice(segment.first, segment.end);
    // "Monday in Berlin, NAME, a minister, said"
    if (span && words.some(({ deprel }) => deprel.startsWith('obl'))) return span;
    span = phrase(words);
  }
  return span;
}

function isNamed(tokens: readonly Token[], span: Span): boolean {
  return tokens.some((token) => token.upos === 'PROPN' && overlaps(token, span));
}

/** Comma by comma to the head of the sentence or the nearest other mark. */
function segmentsBefore(tokens: readonly Token[], comma: number): Segment[] {
  const segments: Segment[] = [];
  let end = comma;
  for (let k = comma - 1; k >= -1; k--) {
    const mark = tokens[k];
    const isBorder = mark === undefined || (mark.upos === 'PUNCT' && !/^[-().’'/]$/.test(mark.form));
    if (!isBorder) continue;
    if (k + 1 < end) segments.unshift({ first: k + 1, end });
    if (mark?.form !== ',') break;
    end = k;
  }
  return segments;
}

function isNoun(tokens: readonly Token[], { first, end }: Segment, isRelative: (word: Token) => boolean): boolean {
  const words = tokens.slice(first, end);
  if (isRelative(words[0]!) || (OPENING.includes(words[0]!.upos) && !isNameLike(words[0]!))) return false;
  return !words.some((word) => isVerb(word) && !isNameLike(word)) && phrase(words) !== undefined;
}

/** NAME rallied supporters, saying: the noun before the nearest verb of the clause that a comma ends before the cue. */
export function clauseSubject(
  tokens: readonly Token[],
  cue: number,
  isRelative: (word: Token) => boolean,
): Span | undefined {
  for (let k = cue - 1; k > 0; k--) {
    if (!isVerb(tokens[k]!) || isHangingForm(tokens[k]!)) continue;
    const start = verbStart(tokens, k);
    if (start === 0 || isRelative(tokens[start - 1]!)) continue;
    const span = nounBefore(tokens, start) ?? beforeAside(tokens, k, isRelative);
    if (span) return span;
  }
  return undefined;
}

/** "…, with NAME yelling": the noun between the word that opens such a clause and the participle. */
export function absoluteSubject(
  tokens: readonly Token[],
  cue: number,
  isAbsolute: (word: Token) => boolean,
): Span | undefined {
  const end = verbStart(tokens, cue);
  const start = tokens.findLastIndex((token, k) => k < end && isAbsolute(token));
  if (start < 0 || end - start > MAX_PHRASE) return undefined;
  const words = tokens.slice(start + 1, end);
  return words.some((word) => isVerb(word) || word.upos === 'PUNCT' || word.upos === 'ADP') ? undefined : phrase(words);
}

const MAX_PHRASE = 8;

function isVerb({ upos }: Token): boolean {
  return upos === 'VERB' || upos === 'AUX';
}

function isHangingForm({ upos, feats }: Token): boolean {
  const form = feats['VerbForm'];
  return upos === 'VERB' && (form === 'Ger' || form === 'Inf' || (form === 'Part' && feats['Tense'] === 'Pres'));
}

/** Before the auxiliaries and adverbs of the verb. */
export function verbStart(tokens: readonly Token[], verb: number): number {
  let start = verb;
  while (start > 0 && ['AUX', 'ADV', 'PART'].includes(tokens[start - 1]!.upos) && !isNameLike(tokens[start - 1]!))
    start -= 1;
  return start;
}
