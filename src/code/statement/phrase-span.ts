import { overlaps, type Sentence, type Span, type Token } from '../../model/index.ts';
import { quotationsIn } from './page.ts';
import type { Quotation } from './quotation.ts';

const NAMING = ['NOUN', 'PROPN', 'PRON'];

/** Words up to the cue, back to the quotation, a comma or another clause. */
export function nounBefore(tokens: readonly Token[], cue: number): Span | undefined {
  let first = cue;
  while (first > 0 && belongs(tokens[first - 1]!, tokens[first])) first -= 1;
  const before = tokens.slice(first, cue);
  return isCircumstance(before) ? undefined : phrase(before);
}

/** "в одном из выступлений заявил": an adposition and a case that is no subject's. */
function isCircumstance([first, second]: readonly Token[]): boolean {
  return first?.upos === 'ADP' && ['Loc', 'Ins', 'Dat', 'Gen'].includes(second?.feats['Case'] ?? '');
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
  const kept = withoutEdges(tokens);
  return namesSomebody(kept) ? phraseSpan(kept) : undefined;
}

/** A noun, or an article and a word that the tagger did not take for one ("the organizer told them"). */
export function namesSomebody(tokens: readonly Token[]): boolean {
  if (tokens.some(isNominal)) return true;
  return tokens.length > 1 && tokens[0]!.upos === 'DET' && tokens.at(-1)!.upos === 'ADJ';
}

const LEADING = ['ADP', 'CCONJ', 'SCONJ', 'ADV', 'PART'];
const TRAILING = ['AUX', 'ADV', 'PART'];

/** Without the words that lead to the phrase ("from", "and") and the auxiliaries and adverbs behind it. */
function withoutEdges(tokens: readonly Token[]): readonly Token[] {
  const first = tokens.findIndex((token) => !LEADING.includes(token.upos) || isNameLike(token));
  const last = tokens.findLastIndex((token) => !TRAILING.includes(token.upos) || isNameLike(token));
  return first < 0 ? [] : tokens.slice(first, last + 1);
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
  /** Words between dashes: no subject in them is one of the main clause. */
  readonly aside?: Span;
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
export function mainSubject({ sentence: { tokens }, quotations, aside }: Framed, before: number): Span | undefined {
  const subjects = tokens
    .map((token, i) => ({ token, i }))
    .filter(({ token }) => !aside || !overlaps(token, aside))
    .filter(
      ({ token, i }) => token.end <= before && isSubject(token) && !isQuoted(token, quotations) && !isMarked(tokens, i),
    );
  const main = subjects.findLast(({ token }) => isMain(tokens, token.head)) ?? subjects[0];
  return main ? nounPhrase(tokens, main.i) : headNoun(tokens, before, quotations);
}

/** "In response to the plan" is no subject, whatever the tree says. */
function isMarked(tokens: readonly Token[], i: number): boolean {
  return tokens.some((token, k) => k < i && token.head === i && token.upos === 'ADP' && token.deprel === 'case');
}

/** The noun that opens a sentence in which the tree shows no subject, with a verb after it or after an aside. */
function headNoun(tokens: readonly Token[], before: number, quotations: readonly Quotation[]): Span | undefined {
  const start = tokens.findIndex(({ upos }) => upos !== 'PUNCT' && upos !== 'CCONJ');
  const end = tokens.findIndex((token, k) => k > start && ['PUNCT', 'VERB', 'AUX'].includes(token.upos));
  const first = tokens[start];
  if (!first || end < 0 || tokens[end]!.end > before || isQuoted(first, quotations)) return undefined;
  if (['ADP', 'SCONJ', 'VERB', 'AUX', 'PUNCT', 'ADV'].includes(first.upos)) return undefined;
  return phrase(tokens.slice(start, end));
}

/** A name that the tree takes for an address, as nobody is addressed in what is told, is a subject behind a clause. */
function isSubject({ deprel, upos }: Token): boolean {
  return deprel.startsWith('nsubj') || (deprel === 'vocative' && upos === 'PROPN');
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
