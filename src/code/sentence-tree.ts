import type { FieldWords, Grammar } from '../codebook/index.ts';
import type { Sentence, Token } from '../model/index.ts';
import { alike } from './with-tokens.ts';

/** What is known of a language's words. */
export interface TreeWords {
  readonly fields?: FieldWords;
  readonly grammar: Grammar;
}

/** A sentence with its children lists and folded words, built once and asked often. */
export class SentenceTree {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  readonly children: readonly (readonly number[])[];
  readonly lemma: readonly string[];
  readonly form: readonly string[];
  private readonly markers: readonly (string | undefined)[];
  private isTitle: boolean | undefined;
  private readonly words: TreeWords | undefined;
  private readonly known: (readonly string[])[] = [];
  private all: readonly string[] | undefined;

  constructor(sentence: Sentence, fold: (text: string) => string, words?: TreeWords) {
    this.words = words;
    this.sentence = sentence;
    this.tokens = sentence.tokens.map(alike);
    const children: number[][] = this.tokens.map(() => []);
    for (let i = 0; i < this.tokens.length; i++) {
      const head = this.tokens[i]!.head;
      if (head >= 0) children[head]!.push(i);
    }
    this.children = children;
    this.lemma = this.tokens.map((token) => fold(token.lemma));
    this.form = this.tokens.map((token) => fold(token.form));
    this.markers = markersOf(this.tokens, this.form);
  }

  /** Most words are capitalised: a headline, where capitals say nothing about names. Few trees are asked. */
  get titleCase(): boolean {
    this.isTitle ??= isTitleCase(this.tokens);
    return this.isTitle;
  }

  head(i: number): number {
    return this.tokens[i]!.head;
  }

  relation(i: number): string {
    return this.tokens[i]!.deprel;
  }

  /** '' past either end. */
  upos(i: number): string {
    return this.tokens[i]?.upos ?? '';
  }

  /** Semantic fields of i; names have none. */
  fields(i: number): readonly string[] {
    const known = this.known[i];
    if (known) return known;
    const upos = this.upos(i);
    const found = upos === 'PROPN' ? [] : (this.words?.fields?.of(this.lemma[i]!, upos) ?? []);
    this.known[i] = found;
    return found;
  }

  /** Semantic fields of all words, each once. */
  get allFields(): readonly string[] {
    this.all ??= [...new Set(this.tokens.flatMap((_, i) => this.fields(i)))];
    return this.all;
  }

  /** Whether i may tell what somebody did, by its part of speech and its fields. */
  mayTellAct(i: number): boolean {
    return this.words?.fields?.mayTellAct(this.lemma[i]!, this.upos(i)) ?? false;
  }

  /** Whether i is a word of a kind (data/words/<lang>/grammar.tsv), as it stands or by its lemma. */
  isOf(kind: string, i: number): boolean {
    const grammar = this.words?.grammar;
    return grammar !== undefined && (grammar.has(kind, this.form[i]!) || grammar.has(kind, this.lemma[i]!));
  }

  /** Children of i whose relation is one of these. */
  dependents(i: number, ...relations: readonly string[]): number[] {
    const found: number[] = [];
    for (const c of this.children[i]!) if (relations.includes(this.tokens[c]!.deprel)) found.push(c);
    return found;
  }

  /** The adposition or conjunction that introduces i. */
  marker(i: number): string | undefined {
    return this.markers[i];
  }

  /** The same with all its words ("в связи с"), as trees hang them on the first one. */
  adposition(i: number): string | undefined {
    const first = this.dependents(i, 'case', 'mark')[0];
    if (first === undefined) return undefined;
    return [first, ...this.dependents(first, 'fixed')].map((c) => this.form[c]).join(' ');
  }

  /** i and its governors up to the root. */
  ancestors(i: number): number[] {
    const path: number[] = [];
    for (let at = i; at >= 0 && path.length <= this.tokens.length; at = this.head(at)) path.push(at);
    return path;
  }

  /** How many words stand between each word and the root, itself counted; a ring counts as endless. */
  depths(): number[] {
    const found: number[] = this.tokens.map(() => 0);
    const queue = this.tokens.flatMap(({ head }, i) => (head < 0 ? [i] : []));
    for (const i of queue) found[i] = 1;
    for (let k = 0; k < queue.length; k++) {
      const i = queue[k]!;
      for (const c of this.children[i]!) {
        found[c] = found[i]! + 1;
        queue.push(c);
      }
    }
    return found.map((depth) => depth || this.tokens.length + 1);
  }

  isUnder(i: number, top: number): boolean {
    for (let at = i, steps = 0; at >= 0 && steps <= this.tokens.length; at = this.head(at), steps++) {
      if (at === top) return true;
    }
    return false;
  }
}

/** Of every word the first child that marks it. */
function markersOf(tokens: readonly Token[], form: readonly string[]): (string | undefined)[] {
  const found: (string | undefined)[] = tokens.map(() => undefined);
  for (let c = 0; c < tokens.length; c++) {
    const { deprel, head } = tokens[c]!;
    if (head >= 0 && (deprel === 'case' || deprel === 'mark')) found[head] ??= form[c]!;
  }
  return found;
}

function isTitleCase(tokens: readonly Token[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const { form } of tokens) {
    if (form.length < 4 || !/^\p{L}+$/u.test(form)) continue;
    words += 1;
    if (/^\p{Lu}/u.test(form)) capitals += 1;
  }
  return words > 0 && capitals > 0.75 * words;
}
