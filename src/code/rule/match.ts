import { type Entry, type Grammar, isSaidLine, type Lexicon } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import { possibleLines } from './companion-index.ts';
import { claimUnder } from './denial.ts';
import { endingsOf } from './ending-index.ts';
import { hyphenated, Neighbourhood } from './neighbourhood.ts';

/** The lines that hold at a token: the heaviest event line, and the operators. */
export interface Found {
  readonly best?: Entry;
  readonly weight: number;
  readonly operators: readonly Entry[];
  /** Tokens that the best line used beside its head (its particle, its object): no event of their own. */
  readonly used: readonly number[];
}

export interface Ending {
  readonly ending: string;
  readonly replacement: string;
  readonly wordClass: string;
}

/** A form that no ending leads back to its lemma ("struck": strike, V). */
export interface Irregular {
  readonly lemma: string;
  readonly wordClass: string;
}

export interface MatchWords {
  readonly lexicon: Lexicon;
  readonly grammar: Grammar;
  readonly endings: readonly Ending[];
  /** Verb forms that no ending leads back to their lemma ("struck": strike). */
  readonly irregular: ReadonlyMap<string, Irregular>;
}

/** What is known of a word before its ending is looked at. */
interface Word extends Guess {
  readonly form: string;
  /** A verb that is tagged as something else, as in headlines. */
  readonly headline: boolean;
  /** With the parts before its hyphen. */
  readonly joined: string | undefined;
  /** The stem without the passive's own ending. */
  readonly active: string;
}

const NOTHING: Found = { weight: 0, operators: [], used: [] };
const NO_ENTRIES: readonly Entry[] = [];
const CLASS_OF: Readonly<Record<string, string>> = {
  VERB: 'V',
  AUX: 'V',
  NOUN: 'N',
  PROPN: 'N',
  ADJ: 'A',
  ADV: 'R',
  PART: 'R',
};
const HEADLINE_TAGS = ['NOUN', 'PROPN', 'ADJ', 'ADV', 'ADP'];
/** A line this short without a full stop is taken for a headline. */
const HEADLINE_LENGTH = 16;
/** A class met only in a wider neighbourhood while the verb has a direct object of another kind says less. */
const INDIRECT_PENALTY = 0.25;
/** A head guessed from an ending says less than the lemmatiser's answer. */
const GUESS_PENALTY = 0.01;
/** A line below this weight is a mere cue: another reading of the same word may say more ("shot": the noun, or shoot). */
const CUE = 0.75;

/** What a word may be a form of. */
interface Guess {
  readonly lemma: string;
  readonly wordClass: string;
}

/** All that a word may be a form of, the likeliest first. */
interface Guesses {
  readonly list: readonly Guess[];
  /** Whether a line has one of them as its head: so it is for few words. */
  readonly known: boolean;
}

/** Finds which pattern lines hold at each token of one sentence. */
export class Matcher {
  private readonly cache: (Found | undefined)[];
  private readonly guessed: (Guesses | undefined)[];
  private readonly tree: SentenceTree;
  private readonly words: MatchWords;
  private readonly names: ReadonlySet<number>;
  private readonly isHeadline: boolean;

  private readonly isSpoken: (token: number) => boolean;
  private readonly officials: ReadonlySet<number>;

  /** `names`: tokens that belong to a name and so are no event words; `officials`: heads of names of people in office. */
  constructor(
    tree: SentenceTree,
    words: MatchWords,
    names: ReadonlySet<number>,
    isSpoken: (token: number) => boolean = () => true,
    officials: ReadonlySet<number> = new Set(),
  ) {
    this.isSpoken = isSpoken;
    this.officials = officials;
    this.tree = tree;
    this.words = words;
    this.names = names;
    this.cache = new Array(tree.tokens.length);
    this.guessed = new Array(tree.tokens.length);
    const last = tree.tokens.at(-1)?.form ?? '';
    this.isHeadline = words.irregular.size > 0 && tree.tokens.length <= HEADLINE_LENGTH && /^[\p{L}\p{N}]/u.test(last);
  }

  at(i: number): Found {
    const known = this.cache[i];
    if (known) return known;
    const found = this.find(i);
    this.cache[i] = found;
    return found;
  }

  private find(i: number): Found {
    if (this.names.has(i) || this.isMidSentenceName(i) || this.isPerfectAuxiliary(i)) return NOTHING;
    if (this.words.grammar.has('no-event', this.tree.form[i]!)) return NOTHING;
    const { list: guesses, known } = this.guesses(i);
    if (!known) return NOTHING;
    const { byHead } = this.words.lexicon;
    const around = this.around(i);
    let best: Entry | undefined;
    let weight = 0;
    let used: readonly number[] = [];
    const operators: Entry[] = [];
    let longest: string | undefined;
    for (const [rank, guess] of guesses.entries()) {
      const entries = byHead.get(guess.lemma) ?? NO_ENTRIES;
      if (entries.length > 0 && this.isOtherVerb(longest, guess.lemma)) continue;
      if (entries.length > 0) longest ??= guess.lemma;
      const possible = possibleLines(entries, () => around.words());
      for (let k = 0; k < entries.length; k++) {
        if (possible?.[k] === 0) continue;
        const entry = entries[k]!;
        if (entry.pattern.wordClass && entry.pattern.wordClass !== guess.wordClass) continue;
        // no line below the best one can win
        if (entry.operator === undefined && entry.weight - rank * GUESS_PENALTY <= weight) continue;
        if (entry.cameo !== undefined && !this.isFormOf(i, guess.lemma)) continue;
        // a line about what is said needs somebody who says it
        if (isSaidLine(entry) && !(this.isSpoken(i) && this.isTold(i))) continue;
        const fit = this.fit(entry, around);
        if (!fit) continue;
        if (entry.operator !== undefined) operators.push(entry);
        else if (entry.weight - fit.penalty - rank * GUESS_PENALTY > weight) {
          best = entry;
          weight = entry.weight - fit.penalty - rank * GUESS_PENALTY;
          used = fit.used;
        }
      }
      if (best && (this.words.grammar.has('prefer', 'stems') || (rank === 0 && weight >= CUE))) break;
    }
    return best
      ? { best, weight, operators: this.rivals(best, operators, i), used }
      : operators.length > 0
        ? { weight: 0, operators, used: [] }
        : NOTHING;
  }

  /** Whether the word is a regular or listed form: a lemmatiser finds a lemma for misspelt words too. */
  private isFormOf(i: number, lemma: string): boolean {
    const form = this.tree.form[i]!;
    if (form === lemma || this.words.irregular.get(form)?.lemma === lemma) return true;
    return this.guesses(i).list.some((guess, rank) => rank > 0 && guess.lemma === lemma);
  }

  /** "flights that broke the rules": a participle that describes a noun says nothing by itself. */
  private isTold(i: number): boolean {
    return this.tree.relation(i) !== 'acl' || this.tree.tokens[i]!.feats['VerbForm'] !== 'Part';
  }

  /** "konuşlandır" is no form of "konuş": a stem that has lines of its own hides what it is derived from, but for its passive. */
  private isOtherVerb(longer: string | undefined, stem: string): boolean {
    if (longer === undefined || !this.words.grammar.has('prefer', 'stems') || !longer.startsWith(stem)) return false;
    const derived = longer.slice(stem.length);
    return [...this.words.grammar.words('derives')].some((suffix) => derived.startsWith(suffix));
  }

  private around(i: number): Neighbourhood {
    return new Neighbourhood(this.tree, i, this.words.grammar, { names: this.names, officials: this.officials });
  }

  /** Whether a line holds at a token, even where a heavier one speaks for it. */
  holds(entry: Entry, i: number): boolean {
    const guess = this.guesses(i).list.find(({ lemma, wordClass }) => {
      const asked = entry.pattern.wordClass;
      return this.words.lexicon.byHead.get(lemma)?.includes(entry) === true && (!asked || asked === wordClass);
    });
    return guess !== undefined && this.fit(entry, this.around(i)) !== undefined;
  }

  private fit(entry: Entry, around: Neighbourhood): { penalty: number; used: number[] } | undefined {
    const { companions, exclusions, objectClass, subjectClass } = entry.pattern;
    const used: number[] = [];
    for (const alternatives of companions) {
      const token =
        around.companion(alternatives) ?? (entry.cameo === undefined ? undefined : around.properObject(alternatives));
      if (token === undefined || (around.isFar(token) && companions.length === 1)) return undefined;
      if (around.isOthersNegation(token)) return undefined;
      // of a phrase that another project's dictionary lists every word stands in the verb's own
      if (entry.cameo !== undefined && !around.isInPhrase(token)) return undefined;
      used.push(token);
    }
    for (const words of exclusions) if (around.companion(words) !== undefined) return undefined;
    if (companions.length > 0 && (around.isOtherNounVerb(used) || around.isOwnWish(used))) return undefined;
    if (subjectClass && !around.hasSubject(this.words.lexicon.classes.get(subjectClass)!)) return undefined;
    if (!objectClass) return { penalty: 0, used };
    const members = this.words.lexicon.classes.get(objectClass)!;
    const direct = around.directObject(members);
    if (direct !== undefined) return { penalty: 0, used: [...used, direct] };
    const near = around.object(members);
    if (near === undefined) return undefined;
    return { penalty: around.hasDirectObject() ? INDIRECT_PENALTY : 0, used: [...used, near] };
  }

  /** "выразить готовность": a line with companions says more than an operator of its bare head (grammar kind `prefer`). */
  private rivals(best: Entry, operators: readonly Entry[], i: number): readonly Entry[] {
    const count = best.pattern.companions.length;
    if (count === 0 || !this.words.grammar.has('prefer', 'companions')) return operators;
    // "опроверг сообщения о том, что": the companion says what is denied
    const claims =
      operators.some(({ operator }) => operator === 'deny') && claimUnder(this.tree, this.words.grammar, i);
    const isDenied = ({ operator }: Entry): boolean => operator === 'deny' && claims !== undefined;
    return operators.filter((entry) => isDenied(entry) || entry.pattern.companions.length >= count);
  }

  /** "has threatened to stop negotiations" is not "has negotiations". */
  private isPerfectAuxiliary(i: number): boolean {
    return this.tree.relation(i) === 'aux' && this.words.grammar.has('perfect', this.tree.form[i]!);
  }

  private isMidSentenceName(i: number): boolean {
    const token = this.tree.tokens[i]!;
    return token.upos === 'PROPN' && i > 0 && !this.tree.titleCase && /^\p{Lu}/u.test(token.form);
  }

  /** "Brussels slams ruling", "police open fire": in headlines verbs are often tagged as something else. */
  private isHeadlineVerb(i: number): boolean {
    const { tree } = this;
    if (i === 0 || !HEADLINE_TAGS.includes(tree.upos(i))) return false;
    return (this.isHeadline || this.isVerbBehindName(i)) && /^\p{Ll}/u.test(tree.tokens[i]!.form);
  }

  private isVerbBehindName(i: number): boolean {
    const { tree } = this;
    if (tree.upos(i - 1) !== 'PROPN' || !['NOUN', 'PROPN'].includes(tree.upos(i))) return false;
    return tree.form[i]!.endsWith('s') && !['ADP', 'PUNCT', ''].includes(tree.upos(i + 1));
  }

  private guesses(i: number): Guesses {
    const known = this.guessed[i] ?? this.lookUp(i);
    this.guessed[i] = known;
    return known;
  }

  private lookUp(i: number): Guesses {
    const { tree } = this;
    const lemma = tree.lemma[i]!;
    const form = tree.form[i]!;
    const word: Word = {
      lemma,
      form,
      wordClass: CLASS_OF[tree.upos(i)] ?? 'X',
      headline: this.isHeadlineVerb(i),
      joined: hyphenated(tree, i),
      active: this.words.grammar.has('prefer', 'stems') ? this.activeStem(i) : lemma,
    };
    const list = this.guess(word);
    return { list, known: list.some((one) => this.words.lexicon.byHead.has(one.lemma)) };
  }

  /** "vurulması": the lemma of a passive may be the passive's own stem; not of verbs that only look so (grammar kind `deponent`). */
  private activeStem(i: number): string {
    const { grammar } = this.words;
    const lemma = this.tree.lemma[i]!;
    const form = this.tree.form[i]!;
    if (this.tree.tokens[i]!.feats['Voice']?.includes('Pass') !== true) return lemma;
    for (const stem of grammar.words('deponent')) if (form.startsWith(stem)) return lemma;
    return lemma.replace(/(?:[ıiuü]l|n)$/u, '');
  }

  private guess({ lemma, form, wordClass, headline, joined, active }: Word): Guess[] {
    const list: Guess[] = [{ lemma, wordClass }];
    if (form !== lemma) list.push({ lemma: form, wordClass });
    // verbal nouns and words that look like them are read both ways
    const agglutinating = this.words.grammar.has('prefer', 'stems');
    if (agglutinating && wordClass !== 'N') list.push({ lemma: form, wordClass: 'N' });
    const irregular = this.words.irregular.get(form);
    if (irregular && (irregular.lemma !== lemma || irregular.wordClass !== wordClass)) list.push(irregular);
    if (headline) list.push({ lemma, wordClass: 'V' }, { lemma: form, wordClass: 'V' });
    if (joined !== undefined) list.unshift({ lemma: joined, wordClass });
    // "a sit-in": tagged by its last part
    if (joined !== undefined && (wordClass === 'X' || wordClass === 'R'))
      list.unshift({ lemma: joined, wordClass: 'N' });
    if (active !== lemma) list.push({ lemma: active, wordClass });
    if (wordClass === 'X' || wordClass === 'R') return list;
    const shortest = this.words.grammar.number('shortest-stem', 3);
    for (const { ending, replacement, wordClass: given } of endingsOf(this.words.endings, form)) {
      if (!form.endsWith(ending) || form.length - ending.length < shortest) continue;
      const stem = form.slice(0, form.length - ending.length) + replacement;
      list.push({ lemma: stem, wordClass: given || wordClass });
      if (headline && !given) list.push({ lemma: stem, wordClass: 'V' });
      const doubled = given === 'V' && replacement === '' && stem.length > 3 && stem.at(-1) === stem.at(-2);
      if (doubled) list.push({ lemma: stem.slice(0, -1), wordClass: 'V' });
    }
    // lemmas of agglutinating languages lose what derives the verb (durdur: dur): the longest stem with a line is meant
    if (agglutinating) list.sort((a, b) => b.lemma.length - a.lemma.length);
    return list;
  }
}
