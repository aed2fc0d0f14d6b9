import type { Grammar } from '../../codebook/index.ts';
import type { Sentence, Token } from '../../model/index.ts';

export interface FormWords {
  readonly grammar: Grammar;
  readonly fold: (text: string) => string;
}

export const NOMINATIVE = 'Nom';
export const CASES: Readonly<Record<string, string>> = {
  acc: 'Acc',
  dat: 'Dat',
  abl: 'Abl',
  loc: 'Loc',
  ins: 'Ins',
  gen: 'Gen',
  equ: 'Equ',
};

/** What a single word of a sentence shows by its form, its suffixes and the grammar's lists. */
export class ClauseWords {
  protected readonly tokens: readonly Token[];
  protected readonly grammar: Grammar;
  protected readonly form: readonly string[];
  protected readonly lemma: readonly string[];

  constructor({ tokens }: Sentence, { grammar, fold }: FormWords) {
    this.tokens = tokens;
    this.grammar = grammar;
    this.form = tokens.map((token) => fold(token.form));
    this.lemma = tokens.map((token) => fold(token.lemma));
  }

  protected isNounLike(i: number): boolean {
    const token = this.tokens[i];
    return token !== undefined && (token.upos === 'NOUN' || token.feats['VerbForm'] === 'Vnoun');
  }

  protected endsWith(kind: string, i: number): boolean {
    const form = this.form[i]!;
    for (const ending of this.grammar.words(kind))
      if (form.length > ending.length + 1 && form.endsWith(ending)) return true;
    return false;
  }

  protected isPossessed(i: number): boolean {
    // "eline" is "to your hand" as well, and news addresses nobody
    return ['2', '3'].includes(this.tokens[i]?.feats['Person[psor]'] ?? '');
  }

  protected isBare(i: number): boolean {
    return (this.tokens[i]!.feats['Case'] ?? NOMINATIVE) === NOMINATIVE;
  }

  protected isCalledPassive(i: number): boolean {
    return this.tokens[i]!.feats['Voice']?.includes('Pass') === true;
  }

  /** "aldıklarını", "başlaması": called a passive, with no suffix of one behind the stem. */
  protected isActive(i: number): boolean {
    const [form, lemma] = [this.form[i]!, this.lemma[i]!];
    if (lemma.length < 2 || /[ln]$/.test(lemma) || !form.startsWith(lemma)) return false;
    return !/^(?:[dt][iuü]r|t|r|[iuü]r)?[iuü]?[ln]/.test(form.slice(lemma.length));
  }

  /** Stems that only look passive: "çekil", "diren". */
  protected isDeponent(i: number): boolean {
    return this.startsWith('deponent', i) || this.grammar.has('deponent-form', this.form[i]!);
  }

  protected startsWith(kind: string, i: number): boolean {
    for (const stem of this.grammar.words(kind)) if (this.form[i]!.startsWith(stem)) return true;
    return false;
  }

  protected isVerbalNoun(i: number): boolean {
    const form = this.tokens[i]!.feats['VerbForm'];
    return form === 'Vnoun' || form === undefined;
  }

  /** "Tokayev'in çağrısı üzerine": no noun that another one could own. */
  protected isAdposition(i: number): boolean {
    return this.grammar.has('adposition', this.form[i] ?? '');
  }

  /** "perşembe günü": a day (grammar kind `weekday`) or the word behind it (`time-noun`) belongs to nobody. */
  protected isTime(i: number): boolean {
    const isPair = (day: number): boolean =>
      this.grammar.has('weekday', this.form[day] ?? '') && this.grammar.has('time-noun', this.form[day + 1] ?? '');
    return isPair(i) || isPair(i - 1);
  }

  /** "insani yardım merkezi": an adjective (grammar kind `adjectival`) that looks like a noun that somebody owns. */
  protected isAdjectival(i: number): boolean {
    return this.grammar.has('adjectival', this.form[i] ?? '') && this.isNounLike(i + 1);
  }

  /** "saldırıda", not "saldırıyor": a noun that looks like a verb, with no ending that only verbs have (grammar kind `verb-rest`). */
  protected isNounForm(i: number): boolean {
    const form = this.form[i]!;
    if (this.grammar.has('noun-whole', form)) return true;
    // "koyduğu sınırlamaları": the name of a thing in the plural
    if (/m[ae]l[ae]r/.test(form) && this.startsWith('action-noun', i)) return true;
    for (const stem of this.grammar.words('noun-form')) {
      if (!form.startsWith(stem)) continue;
      const rest = form.slice(stem.length);
      if (this.grammar.has('verb-rest-whole', rest)) return false;
      return ![...this.grammar.words('verb-rest')].some((ending) => rest.startsWith(ending));
    }
    return false;
  }

  /** Whether a word ends as its case must end (grammar kind `case-shape`): the tagger guesses at unknown words. */
  protected hasShape(i: number, given: string): boolean {
    const own = this.grammar.pairs('case-shape').filter(([name]) => CASES[name] === given);
    return own.length === 0 || own.some(([, ending]) => this.form[i]!.endsWith(ending));
  }

  protected restOf(i: number): string {
    const [form, lemma] = [this.form[i]!, this.lemma[i]!];
    return form.startsWith(lemma) ? form.slice(lemma.length) : '';
  }
}
