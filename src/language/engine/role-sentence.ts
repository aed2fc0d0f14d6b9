import type { Draft } from './analyser.ts';
import { hashText } from './hash.ts';

/** What a language can say of a form beyond its last letters and its lemma. */
export interface RoleSpelling {
  /** What a lower-case form ends in. */
  ending(lower: string): string;
  /** The form without it. */
  stem(lower: string): string;
  /** The case that the end of a form shows or allows. */
  caseShape(lower: string): string;
}

export interface RoleView extends Partial<RoleSpelling> {
  /** Annotation style, 0 for none. */
  readonly style: number;
  lower(form: string): string;
  /** Words that can play no part, whatever the weights say. */
  bars?(draft: Draft, word: number): boolean;
}

const QUOTES = /^["'“”‘’«»]+$/;
const CLAUSE_MARKS: ReadonlySet<string> = new Set([';', ':']);
const NOMINALS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);

/** Signs that stand between phrases. */
const [MARK, QUOTE, CONJUNCTION, ADPOSITION] = [1, 2, 3, 4] as const;

/** A number a word. No typed array: sentences are short, and making one costs more than filling it. */
export type Column = readonly number[];

/** A tagged and parsed sentence in numbers: one hash a word and column, and running counts for what lies between two words. */
export class RoleSentence {
  readonly draft: Draft;
  /** Annotation style, as in the model. */
  readonly style: number;
  readonly lowers: readonly string[];
  readonly form: Column;
  readonly suffix: Column;
  readonly ending: Column;
  readonly stem: Column;
  readonly number: Column;
  readonly caseShape: Column;
  /** Universal tag and case. */
  readonly kind: Column;
  /** The same with the possessive. */
  readonly owned: Column;
  readonly shape: Column;
  readonly voice: Column;
  /** Verb form, person and number. */
  readonly verb: Column;
  readonly relation: Column;
  /** Number of such words before each place. */
  readonly verbs: Column;
  readonly marks: Column;
  readonly bare: Column;
  readonly accusatives: Column;
  readonly finite: Column;
  readonly quotes: Column;
  /** The same for words that end a phrase. */
  readonly bareEnds: Column;
  readonly accusativeEnds: Column;
  /** Verbs whose tree holds a subject (1), an object (2). */
  readonly served: Column;
  /** What a word is to the order of phrases: a verb form, the end of a phrase with its case, a sign; 0 for all within. */
  readonly item: Column;
  /** The nearest items behind and before each word; the length and -1 where there is none. */
  readonly nextItem: Column;
  readonly lastItem: Column;
  /** Where the clause begins that a finite verb at this place would end. */
  readonly clause: Column;

  constructor(draft: Draft, view: RoleView) {
    const { forms, lemmas, upos, feats, deprels } = draft;
    const column = (value: (i: number) => number): Column => forms.map((_, i) => value(i));
    const lowers = forms.map((form) => view.lower(form));
    const caseOf = (i: number): string => feats[i]!['Case'] ?? '';
    const isBare = (i: number): boolean => NOMINALS.has(upos[i]!) && (feats[i]!['Case'] ?? 'Nom') === 'Nom';
    const endsPhrase = (i: number): boolean => NOMINALS.has(upos[i]!) && !isInside(draft, i);
    this.draft = draft;
    this.style = view.style;
    this.lowers = lowers;
    this.form = column((i) => hashText(lowers[i]!));
    this.suffix = column((i) => hashText(lowers[i]!.slice(-3), 2));
    this.ending = column((i) => hashText(view.ending?.(lowers[i]!) ?? '', 8));
    this.stem = column((i) => hashText(view.stem?.(lowers[i]!) ?? lemmas[i]!, 10));
    this.number = column((i) => hashText(feats[i]!['Number'] ?? '', 9));
    this.caseShape = column((i) => hashText(view.caseShape?.(lowers[i]!) ?? '', 12));
    this.kind = column((i) => hashText(`${upos[i]} ${caseOf(i)}`, 3));
    this.owned = column((i) => hashText(`${upos[i]} ${caseOf(i)} ${feats[i]!['Person[psor]'] ?? ''}`, 4));
    this.shape = column((i) => (lowers[i] === forms[i] ? 1 : 2));
    this.voice = column((i) => hashText(`${feats[i]!['Voice'] ?? ''} ${feats[i]!['VerbForm'] ?? ''}`, 5));
    this.verb = column((i) => hashText(`${feats[i]!['VerbForm']} ${feats[i]!['Person']} ${feats[i]!['Number']}`, 6));
    this.relation = column((i) => hashText(deprels[i]!, 7));
    this.verbs = counts(upos, (i) => upos[i] === 'VERB');
    this.marks = counts(upos, (i) => upos[i] === 'PUNCT');
    this.bare = counts(upos, isBare);
    this.accusatives = counts(upos, (i) => caseOf(i) === 'Acc');
    this.finite = counts(upos, (i) => isFiniteWord(draft, i));
    this.quotes = counts(upos, (i) => QUOTES.test(forms[i]!));
    this.bareEnds = counts(upos, (i) => endsPhrase(i) && isBare(i));
    this.accusativeEnds = counts(upos, (i) => endsPhrase(i) && caseOf(i) === 'Acc');
    this.served = servedVerbs(draft);
    this.item = column((i) => itemOf(draft, i));
    [this.nextItem, this.lastItem] = neighbours(this.item);
    this.clause = clauseStarts(draft);
  }
}

export function isFiniteWord({ upos, feats }: Draft, i: number): boolean {
  return upos[i] === 'VERB' && (feats[i]!['VerbForm'] ?? 'Fin') === 'Fin';
}

function counts(words: readonly string[], test: (i: number) => boolean): Column {
  const out = [0];
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    if (test(i)) count += 1;
    out.push(count);
  }
  return out;
}

/** A noun without a case suffix, or an owner, in front of the noun that shows it; a name between two others. */
function isInside({ upos, feats }: Draft, i: number): boolean {
  if (i + 1 === upos.length || !NOMINALS.has(upos[i + 1]!)) return false;
  const shown = feats[i]!['Case'] ?? 'Nom';
  if (shown !== 'Nom' && shown !== 'Gen') return false;
  if (upos[i] === 'PROPN') return upos[i + 1] === 'PROPN' && upos[i - 1] === 'PROPN';
  return feats[i + 1]!['Person[psor]'] !== undefined && feats[i]!['Person[psor]'] === undefined;
}

function itemOf(draft: Draft, i: number): number {
  const { upos, feats, forms } = draft;
  const shown = feats[i]!['Case'] ?? 'Nom';
  if (upos[i] === 'VERB') return hashText(isFiniteWord(draft, i) ? 'vFin' : `v${feats[i]!['VerbForm']}${shown}`, 11);
  if (upos[i] === 'PUNCT') return QUOTES.test(forms[i]!) ? QUOTE : MARK;
  if (upos[i] === 'CCONJ') return CONJUNCTION;
  if (upos[i] === 'ADP') return ADPOSITION;
  if (!NOMINALS.has(upos[i]!) || isInside(draft, i)) return 0;
  const owner = feats[i]!['Person[psor]'] === undefined ? '' : 'p';
  return hashText(`n${upos[i] === 'PRON' ? 'P' : ''}${shown}${owner}`, 11);
}

function neighbours(items: Column): [Column, Column] {
  const next = items.map(() => items.length);
  const last = items.map(() => -1);
  for (let i = items.length - 2; i >= 0; i--) next[i] = items[i + 1] === 0 ? next[i + 1]! : i + 1;
  for (let i = 1; i < items.length; i++) last[i] = items[i - 1] === 0 ? last[i - 1]! : i - 1;
  return [next, last];
}

function clauseStarts(draft: Draft): Column {
  let start = 0;
  return draft.forms.map((form, i) => {
    const begin = start;
    if (isFiniteWord(draft, i) || CLAUSE_MARKS.has(form)) start = i + 1;
    return begin;
  });
}

function servedVerbs({ heads, deprels }: Draft): Column {
  const out = heads.map(() => 0);
  heads.forEach((head, i) => {
    if (head < 0) return;
    if (deprels[i] === 'nsubj' || deprels[i] === 'nsubj:pass') out[head]! |= 1;
    else if (deprels[i] === 'obj') out[head]! |= 2;
  });
  return out;
}
