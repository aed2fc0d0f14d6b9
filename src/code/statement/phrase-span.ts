import type { Sentence, Span, Token } from '../../model/index.ts';
import { quotationsIn } from './page.ts';
import type { Quotation } from './quotation.ts';

const NAMING = ['NOUN', 'PROPN', 'PRON'];

/** Words up to the cue, back to the quotation, a comma or another clause. */
export function nounBefore(tokens: readonly Token[], cue: number): Span | undefined {
  let first = cue;
  while (first > 0 && belongs(tokens[first - 1]!, tokens[first])) first -= 1;
  return phrase(tokens.slice(first, cue));
}

/** What a relative pronoun that stands alone in `span` refers to: the noun phrase right before it. */
export function antecedent(
  tokens: readonly Token[],
  span: Span,
  isRelative: (word: Token) => boolean,
): Span | undefined {
  const at = tokens.findIndex(({ start, end }) => start === span.start && end === span.end);
  if (at < 1 || !isRelative(tokens[at]!)) return undefined;
  return nounBefore(tokens, tokens[at - 1]!.form === ',' ? at - 1 : at);
}

function belongs(token: Token, next: Token | undefined): boolean {
  if (next && next.start - token.end > 4) return false;
  return (
    !['PUNCT', 'VERB', 'SCONJ', 'CCONJ', 'INTJ'].includes(token.upos) ||
    /^[-()./]$/.test(token.form) ||
    isNameLike(token)
  );
}

/** A capital in the frame of a quotation is a name, whatever the tagger made of it. */
export function isNameLike({ form }: Token): boolean {
  return /^\p{Lu}\p{Ll}/u.test(form);
}

export function phrase(tokens: readonly Token[]): Span | undefined {
  return tokens.some(isNominal) ? phraseSpan(tokens) : undefined;
}

/** From the first to the last word; hyphens and brackets count as words. */
export function phraseSpan(tokens: readonly Token[]): Span {
  const kept = tokens.filter(({ upos, form }) => upos !== 'PUNCT' || /^[-()./]$/.test(form));
  return { start: kept[0]!.start, end: kept.at(-1)!.end };
}

export function isNominal(token: Token): boolean {
  return NAMING.includes(token.upos) || isNameLike(token);
}

/** A sentence and the quotations of its paragraph, in order. */
export interface Framed {
  readonly sentence: Sentence;
  readonly quotations: readonly Quotation[];
}

/** The subject of the verb, or of the nearest verb above it that has one, outside all quotations. */
export function subjectAbove({ sentence: { tokens }, quotations }: Framed, cue: number): Span | undefined {
  for (let at = cue, steps = 0; at >= 0 && steps < 8; at = tokens[at]!.head, steps++) {
    if (isQuoted(tokens[at]!, quotations)) return undefined;
    const subject = tokens.findIndex(
      (token, k) => token.head === at && k < cue && isSubject(token) && !isQuoted(token, quotations),
    );
    if (subject >= 0) return nounPhrase(tokens, subject);
  }
  return undefined;
}

/** The last subject of a main verb that stands before a place outside all quotations, else the first subject of any. */
export function mainSubject({ sentence: { tokens }, quotations }: Framed, before: number): Span | undefined {
  const subjects = tokens
    .map((token, i) => ({ token, i }))
    .filter(({ token }) => token.end <= before && isSubject(token) && !isQuoted(token, quotations));
  const main = subjects.findLast(({ token }) => isMain(tokens, token.head)) ?? subjects[0];
  return main && nounPhrase(tokens, main.i);
}

function isSubject({ deprel }: Token): boolean {
  return deprel.startsWith('nsubj');
}

function isQuoted(token: Token, quotations: readonly Quotation[]): boolean {
  return quotationsIn(quotations, token).length > 0;
}

/** The root or a verb joined to it. */
function isMain(tokens: readonly Token[], i: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < 6; at = tokens[at]!.head, steps++) {
    if (tokens[at]!.head === -1) return true;
    if (tokens[at]!.deprel !== 'conj' && tokens[at]!.deprel !== 'parataxis') return false;
  }
  return false;
}

/** "telling", "добавив": a form that hangs on another clause and has that clause's subject. */
export function isHanging({ feats }: Token): boolean {
  const form = feats['VerbForm'];
  return form === 'Ger' || form === 'Conv' || (form === 'Part' && feats['Tense'] === 'Pres');
}

const NEAR = 6;

function nounPhrase(tokens: readonly Token[], head: number): Span {
  const inside = tokens.filter(
    (token, i) => i === head || (token.head === head && Math.abs(i - head) < NEAR && token.upos !== 'PUNCT'),
  );
  return phraseSpan(inside);
}
