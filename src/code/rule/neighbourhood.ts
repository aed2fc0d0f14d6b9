import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

const OBJECT_RELATIONS = ['obj', 'nsubj:pass', 'obl', 'nmod', 'iobj', 'compound', 'xcomp'];
const CLAUSE_RELATIONS = ['obl', 'nmod', 'obl:agent', 'advcl', 'xcomp', 'ccomp'];
const OTHER_CLAUSES = ['ccomp', 'acl:relcl', 'parataxis', 'csubj'];
const FUNCTION_TAGS = ['ADP', 'ADV', 'PART', 'SCONJ'];
/** The sign behind the beginning of a companion. */
const ANY_ENDING = '*'.charCodeAt(0);
/** Letters that a name of several words may add to its last one ("Konseyi"). */
const NAME_ENDING = 2;

/** Tokens that belong to a name, and heads of names of people in office. */
interface NamedWords {
  readonly names: ReadonlySet<number>;
  readonly officials: ReadonlySet<number>;
}

/** Lazily collected words round one token. */
export class Neighbourhood {
  private companions: Map<string, number> | undefined;
  private readonly far = new Set<number>();
  private objects: Map<string, number> | undefined;
  private directs: Map<string, number> | undefined;
  private readonly tree: SentenceTree;
  private readonly i: number;
  private readonly grammar: Grammar;
  private readonly names: ReadonlySet<number>;
  private readonly officials: ReadonlySet<number>;

  constructor(tree: SentenceTree, i: number, grammar: Grammar, { names, officials }: NamedWords) {
    this.tree = tree;
    this.i = i;
    this.grammar = grammar;
    this.names = names;
    this.officials = officials;
  }

  /** Words that may be companions. */
  words(): Iterable<string> {
    this.companions ??= this.collectCompanions();
    return this.companions.keys();
  }

  companion(alternatives: readonly string[]): number | undefined {
    this.companions ??= this.collectCompanions();
    for (const word of alternatives) {
      const isPrefix = word.charCodeAt(word.length - 1) === ANY_ENDING;
      const token = isPrefix ? this.firstWithPrefix(this.companions, word) : this.companions.get(word);
      if (token !== undefined) return token;
    }
    return undefined;
  }

  /** "celebrate EID": a direct object in capitals, which is no companion of a line where names are parties. */
  properObject(alternatives: readonly string[]): number | undefined {
    const { tree, i } = this;
    return tree.dependents(i, 'obj').find((c) => alternatives.includes(tree.form[c]!));
  }

  /** "Arabistan" is no form of "ara", "Konseyi'nden" is one of "konsey". */
  private firstWithPrefix(words: ReadonlyMap<string, number>, starred: string): number | undefined {
    const letter = starred.charCodeAt(0);
    for (const [word, token] of words) {
      if (word.charCodeAt(0) !== letter) continue;
      const prefix = starred.slice(0, -1);
      if (word.startsWith(prefix) && !this.isOtherName(token, word, prefix) && !this.isWorker(word, prefix))
        return token;
    }
    return undefined;
  }

  /** "destekçi" is no form of "destek", "yardımcı" none of "yardım": who does something (grammar kind `worker-ending`). */
  private isWorker(word: string, prefix: string): boolean {
    const rest = word.slice(prefix.length);
    for (const ending of this.grammar.words('worker-ending')) if (rest.startsWith(ending)) return true;
    return false;
  }

  private isOtherName(token: number, word: string, prefix: string): boolean {
    const [stem] = word.split(/['’]/u);
    const name = this.names.has(token) && /^\p{Lu}/u.test(this.tree.tokens[token]!.form);
    return name && stem!.length > prefix.length + NAME_ENDING;
  }

  /** Whether another verb form stands between a word and the head, and the word does not hang on the head either. */
  isFar(token: number): boolean {
    return this.far.has(token);
  }

  /** "арестованных передали ОБСЕ, Кремль не остановился", "которого не ждали, приехал": a word for "not" beyond a comma denies something else. */
  isOthersNegation(token: number): boolean {
    const { tree, i } = this;
    if (!this.grammar.has('negation', tree.form[token]!)) return false;
    return tree.form.slice(Math.min(i, token), Math.max(i, token)).some((form) => form === ',' || form === ';');
  }

  /** "ziyaretinden haftalar önce … ilan etti" is no "ziyaret etti": the noun right before a verb that is nothing alone is its other half (grammar kind `noun-verb`). */
  isOtherNounVerb(used: readonly number[]): boolean {
    const { tree, i } = this;
    if (!this.grammar.has('noun-verb', tree.lemma[i]!)) return false;
    const joined = tree.head(i) === i - 1 || (tree.head(i - 1) === i && tree.relation(i - 1) !== 'obl');
    return joined && tree.upos(i - 1) === 'NOUN' && !used.includes(i - 1);
  }

  /** "wants to grow": the infinitive right behind a wish (grammar kind `wish`) is the wisher's own deed and asks nobody for it. */
  isOwnWish(used: readonly number[]): boolean {
    const { tree, i, grammar } = this;
    return (
      used.length === 1 &&
      used[0] === i + 1 &&
      grammar.has('wish', tree.lemma[i]!) &&
      grammar.has('infinitive', tree.form[i + 1]!)
    );
  }

  /** Whether no clause stands between a word and the head. */
  isInPhrase(token: number): boolean {
    const path = this.tree.ancestors(token);
    const end = path.indexOf(this.i);
    return !path.slice(0, Math.max(0, end)).some((c) => OTHER_CLAUSES.includes(this.tree.relation(c)));
  }

  private markFar(first: number): void {
    const { tree, i } = this;
    let verb = i - 1;
    while (verb >= first && !this.endsClause(verb)) verb -= 1;
    for (let c = first; c < verb; c++) if (tree.head(c) !== i) this.far.add(c);
  }

  /** Of a verb that says something itself only a clause with a verb and a case of its own keeps the nouns before it apart. */
  private endsClause(c: number): boolean {
    const { tree, i, grammar } = this;
    if (tree.upos(c) !== 'VERB' || this.names.has(c) || /^\p{Lu}/u.test(tree.tokens[c]!.form)) return false;
    if (grammar.has('light-verb', tree.lemma[i]!)) return true;
    const { VerbForm: form, Case: given } = tree.tokens[c]!.feats;
    return (form === 'Fin' || (form === 'Part' && given !== undefined)) && !grammar.has('copula', tree.lemma[c]!);
  }

  directObject(members: ReadonlySet<string>): number | undefined {
    this.directs ??= this.collectDirect();
    return firstMember(this.directs, members);
  }

  /** Whether who or what does it is in a class: its subject, the doer of a passive, the noun of a participle. */
  hasSubject(members: ReadonlySet<string>): boolean {
    return this.subjects().some((c) => this.isMember(c, members));
  }

  private isMember(c: number, members: ReadonlySet<string>): boolean {
    const { tree } = this;
    if (members.has(tree.lemma[c]!) || members.has(tree.form[c]!)) return true;
    // "Viktor Orban landed in Tbilisi": whoever holds an office counts as what that makes him (grammar kind `official`)
    if (this.officials.has(c) && [...this.grammar.words('official')].some((word) => members.has(word))) return true;
    // "waves of drones", "two hundred rockets and a missile"
    return tree.dependents(c, 'nmod', 'conj').some((k) => k > c && members.has(tree.lemma[k]!));
  }

  private subjects(): number[] {
    const { tree, i } = this;
    const found = tree.dependents(i, 'nsubj', 'obl:agent');
    if (found.length > 0) return found;
    if (tree.relation(i) === 'acl' || tree.relation(i) === 'acl:relcl') return [tree.head(i)];
    return tree.relation(i) === 'conj' ? tree.dependents(tree.head(i), 'nsubj') : [];
  }

  hasDirectObject(): boolean {
    this.directs ??= this.collectDirect();
    return this.directs.size > 0;
  }

  object(members: ReadonlySet<string>): number | undefined {
    this.objects ??= this.collectObjects();
    return firstMember(this.objects, members);
  }

  private collectCompanions(): Map<string, number> {
    const { tree, i } = this;
    const found = new Map<string, number>();
    const addJoined = (c: number): void => {
      const joined = hyphenated(tree, c);
      if (joined !== undefined && !found.has(joined)) found.set(joined, c);
    };
    // languages with free word order: companions may stand before the head
    const before = this.grammar.number('window-before', 0);
    const add = (c: number): void => {
      for (const word of [tree.form[c]!, tree.lemma[c]!]) if (!found.has(word)) found.set(word, c);
    };
    const close = this.grammar.has('close-companions', tree.lemma[i]!);
    for (let c = i + 1; c < Math.min(tree.tokens.length, i + (close ? 2 : 4)); c++) {
      if (FUNCTION_TAGS.includes(tree.upos(c))) {
        if (!this.marksTime(c)) add(c);
      } else if (tree.upos(c) === 'VERB' || tree.upos(c) === 'PUNCT') break;
    }
    const noun = tree.upos(i) === 'NOUN';
    for (const c of tree.children[i]!) {
      const relation = tree.relation(c);
      if (
        before > 0 ||
        relation === 'compound' ||
        relation === 'advmod' ||
        (noun && relation === 'amod') ||
        relation === 'xcomp' ||
        (relation === 'advcl' && (this.isPurpose(c) || this.isGerund(c)))
      )
        add(c);
      if (!CLAUSE_RELATIONS.includes(relation) || this.isTime(c) || (close && this.hasOwnObjectBefore(c))) continue;
      for (const k of tree.dependents(c, 'case', 'mark')) add(k);
    }
    for (let c = Math.max(0, i - before); c < i; c++) add(c);
    if (this.grammar.has('order', 'final')) this.markFar(Math.max(0, i - before));
    for (let c = i + 1; c < Math.min(tree.tokens.length, i + 1 + this.grammar.number('window-after', 5)); c++) {
      addJoined(c);
      const isNear =
        ['ADJ', 'NOUN', 'PRON'].includes(tree.upos(c)) ||
        ['compound', 'amod'].includes(tree.relation(c)) ||
        (tree.upos(c) === 'PROPN' && tree.relation(c) === 'obl' && tree.head(c) === i);
      if ((isNear || before > 0) && !this.isDescribed(c)) add(c);
    }
    return found;
  }

  /** "tahliye ettiği iddiasını": the noun behind a participle is no half of a verb of two words (grammar kind `noun-verb`). */
  private isDescribed(c: number): boolean {
    const { tree, i, grammar } = this;
    return tree.relation(i) === 'acl' && tree.head(i) === c && grammar.has('noun-verb', tree.lemma[i]!);
  }

  private isPurpose(c: number): boolean {
    return this.tree.dependents(c, 'mark', 'aux').some((m) => this.grammar.has('infinitive', this.tree.form[m]!));
  }

  /** "barred from entering", "held for questioning": a gerund behind its own adposition, but for one of time or cause. */
  private isGerund(c: number): boolean {
    const marks = this.tree.dependents(c, 'mark').map((m) => this.tree.form[m]!);
    const gerund = ['Part', 'Ger'].includes(this.tree.tokens[c]!.feats['VerbForm'] ?? '');
    // "sent the ambassador packing"
    if (gerund && this.tree.children[c]!.length === 0) return true;
    return gerund && marks.length > 0 && !marks.some((mark) => this.grammar.has('background', mark));
  }

  private isTime(c: number): boolean {
    return this.grammar.has('time', this.tree.lemma[c]!) || /^\d{4}$/.test(this.tree.form[c]!);
  }

  /** "on Friday": no companion of the verb. */
  private marksTime(c: number): boolean {
    const head = this.tree.head(c);
    return this.tree.upos(c) === 'ADP' && head > c && this.isTime(head);
  }

  /** "called Zelensky on his way": the phrase after a direct object is no complement of such a verb. */
  private hasOwnObjectBefore(c: number): boolean {
    return this.tree.dependents(this.i, 'obj').some((o) => o < c);
  }

  private collectDirect(): Map<string, number> {
    const { tree, i } = this;
    const found = new Map<string, number>();
    for (const c of tree.dependents(i, 'obj', 'nsubj:pass')) {
      addWord(found, tree, c);
      for (const k of tree.children[c]!) {
        const relation = tree.relation(k);
        if (['compound', 'conj', 'amod'].includes(relation) || (relation === 'nmod' && k > c)) addWord(found, tree, k);
      }
    }
    return found;
  }

  private collectObjects(): Map<string, number> {
    const { tree, i } = this;
    const found = new Map<string, number>();
    const starts = tree.dependents(i, ...OBJECT_RELATIONS);
    // "sanctions imposed on Iran": the noun that the participle modifies is its object
    if (tree.relation(i) === 'acl' || tree.relation(i) === 'acl:relcl') starts.push(tree.head(i));
    for (const c of starts) {
      addWord(found, tree, c);
      for (const k of tree.dependents(c, 'conj', 'nmod', 'compound', 'appos')) addWord(found, tree, k);
    }
    for (let c = i + 1; c < Math.min(tree.tokens.length, i + 6); c++) {
      const participle = tree.tokens[c]!.feats['VerbForm'] === 'Part';
      if ((tree.upos(c) === 'VERB' && !participle) || /^[.;:]$/.test(tree.form[c]!)) break;
      if (tree.upos(c) === 'NOUN' || tree.upos(c) === 'PROPN') addWord(found, tree, c);
    }
    return found;
  }
}

function addWord(found: Map<string, number>, tree: SentenceTree, c: number): void {
  const lemma = tree.lemma[c]!;
  if (!found.has(lemma)) found.set(lemma, c);
}

function firstMember(words: ReadonlyMap<string, number>, members: ReadonlySet<string>): number | undefined {
  for (const [word, token] of words) if (members.has(word)) return token;
  return undefined;
}

/** "build-up", "test-fired": the treebanks cut at the hyphen, the lexicon does not. */
export function hyphenated(tree: SentenceTree, i: number): string | undefined {
  const { tokens, form, lemma } = tree;
  const dash = tokens[i - 1];
  // asked of every word
  if (dash === undefined || dash.form !== '-') return undefined;
  const first = tokens[i - 2];
  const last = tokens[i];
  if (!first || !last || first.end !== dash.start || dash.end !== last.start) return undefined;
  return `${form[i - 2]}-${lemma[i]}`;
}
