import {
  type Feats,
  feats as featsOf,
  interned,
  type LockedRange,
  type RawToken,
  type Token,
} from '../../model/index.ts';
import { readFeats } from '../conllu.ts';
import { bracketsIn, hangBracket, outside } from './brackets.ts';
import { clauseStarts, joinClauses } from './clause-starts.ts';
import type { Model } from './model-file.ts';
import { type NameHead, nameUnits, type Units } from './name-units.ts';
import { ParseState } from './parse-state.ts';
import { type Barred, Parser } from './parser.ts';
import { hangQuotes, quotesIn } from './quotes.ts';
import type { RoleNets } from './role-finder.ts';
import type { RoleSpelling } from './role-sentence.ts';
import type { NetReader } from './small-net.ts';
import { StemLexicon } from './stem-lexicon.ts';
import { applyLemmaRule, SuffixTable } from './suffix-table.ts';
import { type FiniteRule, Tagger, type TagLimit } from './tagger.ts';
import { BASE, READINGS, SUFFIX, WIDTH, type WordRules, WordTable } from './word-table.ts';

/** What one language adds to the common engine. */
export interface Grammar extends WordRules {
  readonly nameHead: NameHead;
  /** The parser sees a dictionary's base forms and the tagger its readings. */
  readonly dictionary: boolean;
  /** Whether a word can only be a name, by its letters and its place. */
  isName?(forms: readonly string[], i: number): boolean;
  /** Tags that a form's spelling leaves open. */
  readonly limitTags?: TagLimit;
  /** Where the language has a role finder. */
  readonly roles?: RoleGrammar;
  /** Which tags are finite verbs, and what to do where a clause has none. */
  readonly finite?: FiniteRule;
  /** Class of a tag ("VERB VBD") in the lemma table. */
  lemmaClass(tag: string): string;
  /** The dictionary's lemma rule for a form under a tag, where it knows one. */
  lemmaRule?(lower: string, tag: string): string | undefined;
  /** Corrects what only the whole sentence shows, in place. */
  finish?(draft: Draft, learned: Learned): void;
}

export interface RoleGrammar {
  /** How the finder sees forms. */
  readonly spelling: RoleSpelling;
  /** Corrects which words are finite verbs, in place; gives how likely each is one. */
  judgeVerbs(draft: Draft, net: NetReader, learned: Omit<Learned, 'roles'>): Float32Array;
}

/** What a model knows beside tags and trees. */
export interface Learned {
  readonly style: number;
  readonly stems: StemLexicon | undefined;
  readonly roles: RoleNets | undefined;
}

/** One sentence before it becomes tokens; `heads` count from 0, -1 is the root. */
export interface Draft {
  readonly forms: readonly string[];
  readonly tags: readonly string[];
  readonly upos: string[];
  readonly lemmas: string[];
  readonly feats: Feats[];
  readonly heads: number[];
  readonly deprels: string[];
}

interface Reading {
  readonly lemma: string;
  readonly feats: Feats;
}

export type Analyse = (tokens: readonly RawToken[], locked?: readonly LockedRange[]) => Token[];

/** Tags, lemmas and a tree for one sentence at a time. */
export class Analyser {
  readonly #model: Model;
  readonly #grammar: Grammar;
  readonly #table: WordTable;
  readonly #tagger: Tagger;
  readonly #parser: Parser;
  readonly #state = new ParseState();
  readonly #lemmas: SuffixTable;
  readonly #exceptions: SuffixTable;
  readonly #stems: StemLexicon | undefined;
  readonly #learned: Learned;
  readonly #feats: SuffixTable;
  readonly #featsOf = new Map<string, Feats>();
  readonly #readings = new Map<number, Reading>();
  #words = new Int32Array(256);
  #tags = new Int32Array(256);
  #forced = new Int32Array(256);

  constructor(model: Model, grammar: Grammar) {
    this.#model = model;
    this.#grammar = grammar;
    this.#table = new WordTable(grammar);
    this.#tagger = new Tagger(model, this.#table, grammar);
    this.#parser = new Parser(model, this.#barred(grammar.finite));
    this.#lemmas = new SuffixTable(model.lemmas);
    this.#exceptions = new SuffixTable(model.exceptions);
    this.#stems = model.stems === undefined ? undefined : new StemLexicon(model.stems);
    this.#learned = { style: model.style, stems: this.#stems, roles: model.roleNets };
    this.#feats = new SuffixTable(model.feats);
    this.#state.dictionary = grammar.dictionary;
  }

  /** "tortured inmates": a finite verb is no attribute of the noun behind it. */
  #barred(rule: FiniteRule | undefined): Barred | undefined {
    if (rule === undefined) return undefined;
    const { parts } = this.#tagger;
    const tags = Uint8Array.from(this.#model.tags, (tag) => (rule.isFinite(tag) && tag.startsWith('VERB') ? 1 : 0));
    return { tags, heads: Uint8Array.from(parts, (part) => (part === 'NOUN' || part === 'PROPN' ? 1 : 0)) };
  }

  analyse(tokens: readonly RawToken[], locked: readonly LockedRange[] = []): Token[] {
    if (tokens.length === 0) return [];
    const units = nameUnits(tokens, locked, this.#grammar.nameHead);
    const draft = this.#draft(units);
    this.#grammar.finish?.(draft, this.#learned);
    return expand(tokens, units, draft);
  }

  #draft(units: Units): Draft {
    const { forms, named } = units;
    const length = forms.length;
    if (this.#table.trim()) {
      this.#readings.clear();
      this.#tagger.forget();
    }
    this.#grow(length);
    const proper = this.#tagger.parts.indexOf('PROPN');
    for (let i = 0; i < length; i++) {
      this.#words[i] = this.#table.intern(forms[i]!);
      this.#forced[i] = named[i] || this.#grammar.isName?.(forms, i) === true ? proper : -1;
    }
    this.#tagger.tag({ forms, words: this.#words, length, forced: this.#forced }, this.#tags);
    const draft = this.#read(forms);
    const part = (i: number): string => draft.upos[i]!;
    const starts = clauseStarts(forms, part);
    for (const [k, start] of starts.entries()) this.#parseClause(start, starts[k + 1] ?? length, draft);
    joinClauses(draft.heads, draft.deprels, starts);
    return draft;
  }

  /**
   * Parses the words from `start` to before `end` as a sentence of its own, without the quotation marks of names, and what
   * stands in brackets there as others.
   */
  #parseClause(start: number, end: number, draft: Draft): void {
    const brackets = bracketsIn(draft.forms, start, end);
    const words = outside(brackets, start, end);
    const quotes = quotesIn(draft.forms, words, (i) => VERBAL.has(draft.upos[i]!));
    const marks = new Set(quotes.flatMap(({ open: first, close: last }) => [first, last]));
    this.#parse(marks.size === 0 ? words : words.filter((i) => !marks.has(i)), draft);
    const isNoun = (i: number): boolean => draft.upos[i] === 'NOUN' || draft.upos[i] === 'PROPN';
    for (const quote of quotes) hangQuotes(draft.heads, draft.deprels, quote, isNoun);
    for (const bracket of brackets) {
      this.#parse(outside([], bracket.open + 1, bracket.close), draft);
      hangBracket(draft.heads, draft.deprels, bracket);
    }
  }

  #parse(words: readonly number[], { heads, deprels }: Draft): void {
    const state = this.#state;
    const { features } = this.#table;
    state.reset(words.length);
    for (let i = 0; i < words.length; i++) {
      const word = this.#words[words[i]!]!;
      const tag = this.#tags[words[i]!]!;
      state.word[i + 1] = features[word + BASE]!;
      state.tag[i + 1] = tag + 1;
      state.part[i + 1] = this.#tagger.partOf[tag]! + 1;
      state.suffix[i + 1] = features[word + SUFFIX + 2]!;
      state.reading[i + 1] = features[word + READINGS]!;
    }
    this.#parser.parse(state);
    for (let i = 0; i < words.length; i++) {
      const head = state.head[i + 1]!;
      heads[words[i]!] = head > words.length ? -1 : words[head - 1]!;
      deprels[words[i]!] = this.#model.labels[state.label[i + 1]!]!;
    }
  }

  /** Everything but the tree. */
  #read(forms: readonly string[]): Draft {
    const { tags: names } = this.#model;
    const draft: Draft & { tags: string[] } = {
      forms,
      tags: [],
      upos: [],
      lemmas: [],
      feats: [],
      heads: [],
      deprels: [],
    };
    for (let i = 0; i < forms.length; i++) {
      const tag = this.#tags[i]!;
      const reading = this.#reading(forms[i]!, i);
      draft.tags.push(names[tag]!);
      draft.upos.push(this.#tagger.parts[this.#tagger.partOf[tag]!]!);
      draft.lemmas.push(reading.lemma);
      draft.feats.push(reading.feats);
      draft.heads.push(-1);
      draft.deprels.push('');
    }
    return draft;
  }

  #reading(form: string, i: number): Reading {
    const tag = this.#tags[i]!;
    const key = (this.#words[i]! / WIDTH) * 512 + tag;
    const known = this.#readings.get(key);
    if (known !== undefined) return known;
    const lower = this.#grammar.lower(form);
    const name = this.#model.tags[tag]!;
    const found = this.#lemmaRule(name, lower);
    // Names keep their capitals whatever made the rule.
    const rule = name.startsWith('PROPN') && found.startsWith('l') ? `c${found.slice(1)}` : found;
    const text = this.#feats.find(name, lower) ?? '_';
    let feats = this.#featsOf.get(text);
    if (feats === undefined) {
      feats = featsOf(readFeats(text));
      this.#featsOf.set(text, feats);
    }
    const reading = { lemma: interned(applyLemmaRule(rule, form, lower)), feats };
    this.#readings.set(key, reading);
    return reading;
  }

  #lemmaRule(tag: string, lower: string): string {
    const name = this.#grammar.lemmaClass(tag);
    const exception = this.#exceptions.whole(name, lower);
    const listed = exception ?? this.#grammar.lemmaRule?.(lower, tag) ?? this.#lemmas.whole(name, lower);
    return listed ?? this.#stems?.find(lower, tag) ?? this.#lemmas.find(name, lower) ?? 'l0:';
  }

  #grow(length: number): void {
    if (length <= this.#words.length) return;
    this.#words = new Int32Array(length * 2);
    this.#tags = new Int32Array(length * 2);
    this.#forced = new Int32Array(length * 2);
  }
}

const VERBAL: ReadonlySet<string> = new Set(['VERB', 'AUX']);
const NO_FEATS: Feats = featsOf({});

/** Names become their words again, all hanging on the one that stands for the name. */
function expand(tokens: readonly RawToken[], units: Units, draft: Draft): Token[] {
  const out: Token[] = [];
  for (let u = 0; u < units.forms.length; u++) {
    const center = units.headToken[u]!;
    for (let i = units.first[u]!; i < units.first[u + 1]!; i++) {
      const { start, end, form } = tokens[i]!;
      if (i === center) {
        const above = draft.heads[u]!;
        const head = above < 0 ? -1 : units.headToken[above]!;
        const lemma = units.named[u] && draft.lemmas[u] === '' ? form : draft.lemmas[u]!;
        out.push({
          start,
          end,
          form,
          lemma,
          upos: draft.upos[u]!,
          feats: featsOf(draft.feats[u]!),
          head,
          deprel: draft.deprels[u]!,
        });
        continue;
      }
      const deprel = i < center ? 'compound' : 'flat';
      out.push({ start, end, form, lemma: form, upos: 'PROPN', feats: NO_FEATS, head: center, deprel });
    }
  }
  return out;
}
