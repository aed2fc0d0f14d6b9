import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import { type Argument, argumentOf, isPastParticiple, isQuotedDoer, nounBefore } from './argument.ts';
import { oncePerToken } from './once-per-token.ts';

const CLAUSE_TAGS = ['VERB', 'AUX', 'PUNCT', 'SCONJ'];
const PHRASE_RELATIONS = ['obj', 'iobj', 'obl', 'nmod', 'amod', 'appos', 'flat', 'compound', 'nsubj:pass', 'obl:agent'];

/** The phrases of a word itself: subjects, objects, doers of passives, obliques, and what hangs deeper. */
export class WordPhrases {
  readonly obliques = oncePerToken((i) => this.obliquesOf(i));
  /** Phrases that hang deeper in the phrase of a word, nearest first: trees often hang them on the last noun. */
  readonly nested = oncePerToken((i) => this.nestedIn(i));
  protected readonly tree: SentenceTree;
  protected readonly grammar: Grammar;

  constructor(tree: SentenceTree, grammar: Grammar) {
    this.tree = tree;
    this.grammar = grammar;
  }

  protected argument(token: number, relation?: string): Argument {
    return argumentOf(this.tree, this.grammar, token, relation);
  }

  isNominal(i: number): boolean {
    const upos = this.tree.upos(i);
    return upos === 'NOUN' || upos === 'PROPN';
  }

  isPassive(i: number): boolean {
    const { tree } = this;
    if (tree.dependents(i, 'nsubj:pass', 'aux:pass', 'obl:agent').length > 0) return true;
    if (tree.tokens[i]!.feats['Voice'] !== 'Pass') return false;
    // "guards fired at …": where a passive needs an auxiliary, a bare participle that heads a clause is a finite verb
    const bare =
      this.grammar.has('passive', 'auxiliary') && !tree.relation(i).startsWith('ac') && tree.relation(i) !== 'amod';
    return !bare || tree.relation(i) === 'advcl';
  }

  protected hasSubject(i: number): boolean {
    return this.tree.dependents(i, 'nsubj', 'cop').length > 0;
  }

  /** Of several subjects only nominatives count, where the language marks them: the others are misread objects. */
  protected ownSubjects(i: number): number[] {
    const all = this.tree.dependents(i, 'nsubj', 'csubj').filter((token) => !this.isObliqueRelative(token));
    // "Yemen's Houthis": an owner beside what is owned
    const free = all.filter((token) => !this.isOwner(token));
    const found = free.length > 0 ? free : all;
    const nominative = found.filter((token) => this.tree.tokens[token]!.feats['Case'] === 'Nom');
    return nominative.length > 0 ? nominative : found;
  }

  private isOwner(token: number): boolean {
    return this.grammar.has('possessive', this.tree.marker(token) ?? '');
  }

  /** "пленные, которых вернули": a relative pronoun that is no subject. */
  protected isObliqueRelative(c: number): boolean {
    const { tree, grammar } = this;
    const given = tree.tokens[c]!.feats['Case'] ?? '';
    if (!['Acc', 'Gen', 'Dat'].includes(given) || !grammar.has('prefer', 'nested')) return false;
    return tree.marker(c) === undefined && grammar.has('relative', tree.form[c]!);
  }

  protected isObjectParticiple(i: number): boolean {
    const form = this.tree.form[i]!;
    return [...this.grammar.words('modifier-ending')].some((ending) => form.endsWith(ending));
  }

  protected throughRelative(i: number, found: Argument): Argument {
    const { tree } = this;
    if (!this.grammar.has('relative', tree.form[found.token]!)) return found;
    if (tree.relation(i) === 'acl:relcl' || tree.relation(i) === 'acl') return this.argument(tree.head(i));
    const before = this.grammar.has('relative-follows', 'noun') ? nounBefore(tree, found.token) : undefined;
    return before === undefined ? found : this.argument(before);
  }

  protected byAgents(i: number): Argument[] {
    const { tree, grammar } = this;
    const found: Argument[] = [];
    for (const c of tree.children[i]!) {
      const relation = tree.relation(c);
      if (relation === 'obl:agent' || isQuotedDoer(tree, grammar, i, c)) found.push(this.argument(c));
      else if (relation === 'obl' || relation === 'nmod' || relation === 'iobj') {
        const marker = tree.marker(c);
        const instrument = tree.tokens[c]!.feats['Case'] === 'Ins' && !grammar.has('order', 'final');
        const bare = marker === undefined && instrument;
        if (bare || (marker !== undefined && grammar.has('agent', marker))) found.push(this.argument(c));
      }
    }
    return found;
  }

  /** "the invasion of Ukraine by Russia", "was received in Muscat by Oman's leader": trees hang the doer on the last noun. */
  protected nestedAgents(i: number): Argument[] {
    if (!this.grammar.has('passive', 'auxiliary')) return [];
    return this.nested(i)
      .filter(({ adposition }) => adposition !== undefined && this.grammar.has('agent', adposition))
      .map((found) => ({ ...found, relation: 'obl:agent' }));
  }

  /** "удар США по": a name without case right behind its noun owns it, whatever the tree says (grammar kind `owner-case`). */
  protected isNameBehind(i: number): boolean {
    const { tree, grammar } = this;
    if (tree.upos(i + 1) !== 'PROPN' || grammar.words('owner-case').size === 0) return false;
    const given = tree.tokens[i + 1]!.feats['Case'];
    return (
      tree.marker(i + 1) === undefined &&
      !['Dat', 'Loc', 'Ins'].includes(given ?? '') &&
      tree.relation(i + 1) !== 'nsubj'
    );
  }

  /** "арест дипломатов полицией": the instrument case names the doer wherever the tree hangs it. */
  protected isBareAgent({ token, adposition }: Argument): boolean {
    const { upos, feats } = this.tree.tokens[token]!;
    return adposition === undefined && feats['Case'] === 'Ins' && upos !== 'ADJ';
  }

  /** "warnings from Beijing": words that come from somebody (grammar kinds `origin` and `origin-noun`). */
  protected isOrigin(i: number, c: number): boolean {
    const { tree, grammar } = this;
    const marker = tree.marker(c);
    return marker !== undefined && grammar.has('origin', marker) && grammar.has('origin-noun', tree.lemma[i]!);
  }

  /** "визит президента": in some languages the owner stands behind its noun in a bare case (grammar kind `owner-case`). */
  protected isOwnerCase(c: number, other?: string): boolean {
    const cases = this.grammar.words('owner-case');
    const given = this.tree.tokens[c]!.feats['Case'];
    const folded = given?.toLowerCase();
    return cases.size > 0 && (folded === undefined || cases.has(folded) || folded === other);
  }

  protected objects(i: number): Argument[] {
    const { tree } = this;
    const found = tree.dependents(i, 'obj', 'iobj', 'nsubj:pass').map((c) => this.throughRelative(i, this.argument(c)));
    const subjects = this.ownSubjects(i);
    for (const c of tree.dependents(i, 'nsubj'))
      if (!subjects.includes(c) && !this.isOwner(c)) found.push(this.argument(c, 'obj'));
    const relation = tree.relation(i);
    const governor = tree.head(i);
    if (relation === 'acl' && isPastParticiple(tree.tokens[i]!)) found.push(this.argument(governor, 'obj'));
    if (
      relation === 'acl:relcl' &&
      found.length === 0 &&
      tree.dependents(i, 'nsubj').some((s) => !this.grammar.has('relative', tree.form[s]!))
    ) {
      found.push(this.argument(governor, 'obj'));
    }
    if (found.length > 0) return found;
    // "supported and praised Iran": the object stands with the last verb, when the first has nothing of its own
    if (tree.dependents(i, 'obl', 'xcomp', 'ccomp').length > 0) return [];
    for (const c of tree.dependents(i, 'conj')) {
      const shared = tree.dependents(c, 'obj');
      if (shared.length > 0 && tree.dependents(c, 'nsubj').length === 0) return shared.map((s) => this.argument(s));
    }
    return [];
  }

  private nestedIn(i: number): readonly Argument[] {
    const { tree } = this;
    const found: number[] = [];
    const queue = tree.children[i]!.filter((c) => c > i);
    for (let k = 0; k < queue.length; k++) {
      const c = queue[k]!;
      if (tree.head(c) !== i) found.push(c);
      if (PHRASE_RELATIONS.includes(tree.relation(c))) queue.push(...tree.children[c]!);
    }
    if (this.isNominal(i) && this.grammar.has('prefer', 'nested')) found.push(...this.beside(i));
    return [...new Set(found)].sort((a, b) => a - b).map((c) => this.argument(c));
  }

  /** Nouns and names that follow a noun before the next verb or comma: "нападение X на Y", whatever they hang on. */
  private beside(i: number): number[] {
    const { tree } = this;
    const found: number[] = [];
    for (let c = i + 1; c < tree.tokens.length && !CLAUSE_TAGS.includes(tree.upos(c)); c++) {
      if (this.isNominal(c) && tree.head(c) !== i && tree.relation(c) !== 'nsubj') found.push(c);
    }
    return found;
  }

  private obliquesOf(i: number): readonly Argument[] {
    const { tree } = this;
    const found: Argument[] = [];
    // "yaptırım paketi": what belongs to a compound concerns its first noun too
    const compound = this.isNominal(i) && tree.relation(i) === 'nmod' && this.grammar.has('order', 'final');
    if (compound && tree.head(i) > i && this.isNominal(tree.head(i))) found.push(...this.obliques(tree.head(i)));
    for (const c of tree.children[i]!) {
      const relation = tree.relation(c);
      const stray = relation === 'conj' || (relation === 'parataxis' && this.isNominal(c));
      const misread = stray && !this.isNominal(i) && tree.marker(c) !== undefined;
      if (misread || relation === 'obl' || (relation === 'nmod' && (c > i || tree.marker(c) !== undefined)))
        found.push(this.argument(c));
      // "sanctions imposed on Russia", but not "кухни, присланные Азербайджаном"
      if (relation === 'acl' && this.isNominal(i))
        found.push(...this.obliques(c).filter((one) => !this.isBareAgent(one)));
    }
    return found;
  }
}
