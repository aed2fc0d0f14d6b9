import type { Span, Token } from '../../model/index.ts';
import { isDash } from './dash-aside.ts';
import { isHearers, type SpeechWords } from './frame.ts';
import { isNameLike, isNominal, namesSomebody, phraseSpan } from './phrase-span.ts';
import type { Quotation } from './quotation.ts';

/** A reporting clause right after a quotation. */
export interface Reporting {
  readonly source: Span;
  readonly cue: Span;
}

interface AfterInput {
  readonly text: string;
  readonly quotation: Quotation;
  /** The tokens after the quotation, to the end of its sentence. */
  readonly tokens: readonly Token[];
  readonly words: SpeechWords;
}

/** A comma, a dash or a mark that ends a sentence, inside or after the marks: the quotation is a part of its own. */
const ENDED = /[,.?!…—–―-]["”’'“«»\s]*$/u;
const LED = /^\s*[,—–―-]/u;
const SKIPPED = /^[,—–―-]+$/u;
const INSIDE = /^[-()./&’'–]+$/u;
/** Words between a speaker and his verb (“…,” NAME, who leads the party, said). */
const MAX_ASIDE = 45;

/**
 * “…,” NAME said; “…,” NAME, a …, said; “…,” said NAME: told from the order of the words, since quoted words lead the
 * parser astray and the few words that frame them do not. Undefined when no such clause follows at once.
 */
export function reportingAfter(input: AfterInput): Reporting | undefined {
  const { text, quotation, tokens } = input;
  if (quotation.open || tokens.length < 2) return undefined;
  const first = tokens.findIndex(({ form }) => !SKIPPED.test(form));
  if (first < 0 || first > 2) return undefined;
  const isOwn =
    ENDED.test(text.slice(quotation.inner.start, quotation.end)) ||
    LED.test(text.slice(quotation.end, tokens[first]!.start));
  return isOwn ? (subjectFirst(input, first) ?? verbFirst(input, first)) : undefined;
}

function subjectFirst({ text, tokens, quotation, words }: AfterInput, first: number): Reporting | undefined {
  const { isSpeech, isRelative } = words;
  const { upos, feats } = tokens[first]!;
  const isLinking = ['CCONJ', 'SCONJ', 'ADP', 'VERB', 'AUX'].includes(upos) || (upos === 'ADV' && 'PronType' in feats);
  if (isLinking && !isNameLike(tokens[first]!)) return undefined;
  const end = nounRun(tokens, first, isRelative);
  const last = withoutAdverbs(tokens, first, end);
  if (last < first || !namesSomebody(tokens.slice(first, last + 1))) return undefined;
  const source = phraseSpan(tokens.slice(first, last + 1));
  const next = tokens[end];
  if (next && isVerb(next)) {
    const verb = mainVerb(tokens, end);
    if (verb && isHearers(tokens, tokens.indexOf(verb), words)) return undefined;
    if (verb && (isSpeech(verb) || (isPart(text, quotation) && isFiniteForm(verb)))) return { source, cue: verb };
  }
  const aside = next?.form === ',' || isDash(tokens, end) ? verbAfterAside(tokens, end, isSpeech) : undefined;
  if (aside) return { source, cue: aside };
  // “…,” Blige sings: the tagger took the verb for a noun
  const hidden = tokens.slice(first + 1, end).find((token) => !isNameLike(token) && isSpeech(token));
  const before = hidden ? tokens.slice(first, tokens.indexOf(hidden)) : [];
  return hidden && before.some(isNominal) ? { source: phraseSpan(before), cue: hidden } : undefined;
}

function verbFirst(
  { text, quotation, tokens, words: { isSpeech, isRelative } }: AfterInput,
  first: number,
): Reporting | undefined {
  let at = first;
  while (at < tokens.length && ['AUX', 'ADV', 'PART'].includes(tokens[at]!.upos) && !isSpeech(tokens[at]!)) at += 1;
  const cue = tokens[at];
  const isKnown = cue !== undefined && (isSpeech(cue) || (isPart(text, quotation) && isTold(cue)));
  if (!cue || !isKnown || cue.feats['VerbForm'] === 'Ger' || cue.feats['VerbForm'] === 'Inf') return undefined;
  let start = at + 1;
  while (['ADV', 'PART'].includes(tokens[start]?.upos ?? '') && !isNameLike(tokens[start]!)) start += 1;
  const head = tokens[start];
  if (!head || (['ADP', 'SCONJ', 'CCONJ', 'PUNCT', 'AUX'].includes(head.upos) && !isNameLike(head))) return undefined;
  const end = nounRun(tokens, start, isRelative);
  const words = tokens.slice(start, withoutAdverbs(tokens, start, end) + 1);
  // “…,” asked him: an object form is whom it is said to
  const isNoun = words.some(isNominal) || isAlone(words, tokens[end]);
  if (!isNoun || head.feats['Case'] === 'Acc') return undefined;
  // …, citing “…,” said the army could win: the noun is of the clause that is said
  return isFiniteAt(tokens, end) ? undefined : { source: phraseSpan(words), cue };
}

/** End of the noun phrase from k on, exclusive: parentheses and a title that the tagger took for a verb belong to it. */
function nounRun(tokens: readonly Token[], from: number, isRelative: (word: Token) => boolean): number {
  let k = from;
  for (; k < tokens.length; k++) {
    const token = tokens[k]!;
    if (token.form === '(') {
      const close = tokens.findIndex((one, at) => at > k && one.form === ')');
      if (close < 0) break;
      k = close;
      continue;
    }
    if (isNickname(tokens, k)) {
      k += 2;
      continue;
    }
    if (token.upos === 'PUNCT' ? !INSIDE.test(token.form) || isDash(tokens, k) : isRelative(token)) break;
    if (token.upos === 'SCONJ' && !isNameLike(token)) break;
    if (isVerb(token) && !isNameLike(token) && !isAttribute(tokens, k, from)) break;
  }
  return k;
}

/** John “Jack” Smith: one word in marks between two names. */
function isNickname(tokens: readonly Token[], k: number): boolean {
  const [before, mark, name, close, after] = [k - 1, k, k + 1, k + 2, k + 3].map((at) => tokens[at]);
  if (!before || !mark || !name || !close || !after) return false;
  const isMarked = /^["“”«»']+$/.test(mark.form) && /^["“”«»']+$/.test(close.form);
  return isMarked && [before, name, after].every(isNameLike);
}

/** "a scripted message", "retired General Smith", "9/11 widow Terry Strada". */
function isAttribute(tokens: readonly Token[], k: number, from: number): boolean {
  const before = tokens[k - 1]?.upos ?? '';
  const next = tokens[k + 1];
  if (!next || tokens[k]!.upos === 'AUX') return false;
  // "retired surgeon NAME": a participle that opens a phrase with a name
  const named = tokens.findIndex((token, n) => n > k && !['NOUN', 'ADJ'].includes(token.upos));
  if (k === from && next.upos === 'NOUN' && tokens[named]?.upos === 'PROPN') return true;
  if (isNameLike(next)) return k === from || before === 'NUM' || before === 'DET';
  return k > from && (before === 'DET' || before === 'ADJ') && ['NOUN', 'PROPN', 'ADJ'].includes(next.upos);
}

function withoutAdverbs(tokens: readonly Token[], first: number, end: number): number {
  let last = end - 1;
  while (last >= first && ['ADV', 'PUNCT', 'PART'].includes(tokens[last]!.upos) && tokens[last]!.form !== ')')
    last -= 1;
  return last;
}

/** Past the auxiliaries; none when the clause is a copula's. */
function mainVerb(tokens: readonly Token[], from: number): Token | undefined {
  let k = from;
  while (k < tokens.length && ['AUX', 'ADV', 'PART'].includes(tokens[k]!.upos)) k += 1;
  return tokens[k]?.upos === 'VERB' ? tokens[k] : undefined;
}

function verbAfterAside(tokens: readonly Token[], mark: number, isSpeech: (word: Token) => boolean): Token | undefined {
  for (let k = mark + 2; k < Math.min(tokens.length, mark + MAX_ASIDE); k++) {
    const token = tokens[k]!;
    if (
      token.upos !== 'VERB' ||
      !isSpeech(token) ||
      token.feats['VerbForm'] === 'Ger' ||
      token.feats['VerbForm'] === 'Inf'
    )
      continue;
    let before = k - 1;
    while (['AUX', 'ADV'].includes(tokens[before]!.upos)) before -= 1;
    if (tokens[before]!.form === tokens[mark]!.form) return token;
  }
  return undefined;
}

function isVerb({ upos }: Token): boolean {
  return upos === 'VERB' || upos === 'AUX';
}

/** “It is about time,” exhorted the minister: whatever past tense follows at once reports the words. */
function isTold({ upos, feats }: Token): boolean {
  return upos === 'VERB' && feats['VerbForm'] === 'Fin' && feats['Tense'] === 'Past';
}

/** "tweeted another", "asked one.": a determiner or numeral that stands for a person. */
function isAlone(words: readonly Token[], next: Token | undefined): boolean {
  return words.length === 1 && ['DET', 'NUM', 'ADJ'].includes(words[0]!.upos) && (!next || next.upos === 'PUNCT');
}

function isFiniteAt(tokens: readonly Token[], k: number): boolean {
  const token = tokens[k];
  return token !== undefined && isVerb(token) && !isNameLike(token) && token.feats['VerbForm'] === 'Fin';
}

function isFiniteForm({ feats }: Token): boolean {
  return feats['VerbForm'] === 'Fin' || (feats['VerbForm'] === 'Part' && feats['Tense'] === 'Past');
}

const MIN_PART = 3;

/** Three words or more that begin with a capital and end with a comma, or a question: whatever verb follows reports them. */
function isPart(text: string, { inner }: Quotation): boolean {
  const words = text.slice(inner.start, inner.end).trim();
  return /^[^\p{L}]*\p{Lu}/u.test(words) && /[,?!]$/.test(words) && words.split(/\s+/).length >= MIN_PART;
}
