import { readFileSync } from 'node:fs';
import { grammar as en } from '../src/language/en/grammar.ts';
import type { Grammar } from '../src/language/engine/analyser.ts';
import { Dictionary } from '../src/language/engine/dictionary.ts';
import { russianGrammar } from '../src/language/ru/grammar.ts';
import { grammar as tr } from '../src/language/tr/grammar.ts';
import { asBoun } from './boun-style.ts';
import type { Tree } from './treebank.ts';

/** What one language is trained on and how. */
export interface Recipe {
  readonly language: string;
  grammar(): Grammar;
  /** Treebank -> annotation style; 0 everywhere, or the models learn what each style has for itself. */
  readonly train: Readonly<Record<string, number>>;
  /** Style to answer in, and how often its samples count in the tables of lemmas and feats. */
  readonly style: number;
  readonly weight: number;
  /** How often its sentences are seen in a round. */
  readonly copies: number;
  /** Lemmas by stems and endings where no rule knows the form. */
  readonly stems: boolean;
  /** Where the language's dictionary comes from. */
  readonly dictionary?: string;
  /** Where the language has a role finder: the trees that roles are learnt from, in the same order: those of other styles as the recipe's style would have them. */
  forRoles?(trees: readonly Tree[]): readonly Tree[];
  /** A style that only the roles are learnt from. */
  readonly rolesOnly?: number;
  /** Treebanks that are never trained on. */
  readonly test: readonly string[];
  /** Universal tag, a blank, and what else the tagger decides. */
  tagOf(tree: Tree, i: number): string;
  /** Feats the engine gives to a word; tags that are rarer than this fall back to the commonest of their kind. */
  featsOf(tree: Tree, i: number): string;
  readonly rareTag: number;
  readonly bits: readonly [number, number, number, number];
  readonly thresholds: readonly [number, number, number, number];
  readonly rounds: { readonly tags: number; readonly folds: number; readonly parser: number };
}

const PENN_ALONE: ReadonlySet<string> = new Set(['PRP$', 'POS', 'WP', 'WDT', 'WP$', 'TO', 'RP', 'EX', 'NNS', 'NNPS']);

function englishTag(tree: Tree, i: number): string {
  const upos = tree.upos[i]!;
  const xpos = tree.xpos[i]!;
  return `${upos} ${upos === 'VERB' || upos === 'AUX' || PENN_ALONE.has(xpos) ? xpos : ''}`;
}

function keepFeats(feats: string, kept: ReadonlySet<string>): string {
  const pairs = feats.split('|').filter((pair) => kept.has(pair.slice(0, pair.indexOf('='))));
  return pairs.length === 0 ? '_' : pairs.join('|');
}

const ENGLISH_FEATS = new Set(
  'Case Definite Degree Gender Mood NumForm NumType Number Person Polarity Poss PronType Reflex Tense VerbForm Voice'.split(
    ' ',
  ),
);
const ENGLISH_VERB_FEATS = new Set(['Mood', 'Polarity', 'Tense', 'VerbForm', 'Voice']);
const PERSON_SHOWS = /^(?:am|is|are|was|were|'m|'re)$/i;

/** Number and person of most English verb forms are their subject's, not their own. */
function englishFeats(tree: Tree, i: number): string {
  const verb = tree.upos[i] === 'VERB' || tree.upos[i] === 'AUX';
  const shows = tree.xpos[i] === 'VBZ' || PERSON_SHOWS.test(tree.forms[i]!);
  return keepFeats(tree.feats[i]!, verb && !shows ? ENGLISH_VERB_FEATS : ENGLISH_FEATS);
}

export const RUSSIAN_TRAIN: readonly string[] = [
  'ru/ru_taiga_old-train',
  'ru/ru_taiga-ud-dev',
  'ru/ru_taiga-ud-test',
  'ru/ru_gsd-ud-dev',
  'ru/ru_poetry-ud-dev',
  'ru/ru_poetry-ud-test',
];

const RUSSIAN_FEATS = new Set(
  'Animacy Aspect Case Degree Gender Mood NumForm NumType Number Person Polarity Poss PronType Reflex Tense Variant VerbForm Voice'.split(
    ' ',
  ),
);

function feature(feats: string, name: string): string {
  return (
    feats
      .split('|')
      .find((pair) => pair.startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? ''
  );
}

/** "NOUN Gen S", "VERB Part Gen Pass S", "VERB Fin Act": what agreement and government show. */
function russianTag(tree: Tree, i: number): string {
  const feats = tree.feats[i]!;
  const upos = tree.upos[i]!;
  const number = feature(feats, 'Number').slice(0, 1);
  const fields = [
    feature(feats, 'VerbForm'),
    feature(feats, 'Case'),
    feature(feats, 'Voice'),
    feature(feats, 'Variant'),
  ];
  if (feature(feats, 'VerbForm') !== 'Inf') fields.push(number);
  return `${upos} ${fields.filter((field) => field !== '').join(' ')}`;
}

const TURKISH_FEATS = new Set(
  'Aspect Case Evident Mood Number Number[psor] NumType Person Person[psor] Polarity PronType Tense VerbForm Voice'.split(
    ' ',
  ),
);

/** "NOUN Acc P", "VERB Part Pass": case, possession, verb form and voice are what suffixes decide. */
function turkishTag(tree: Tree, i: number): string {
  const feats = tree.feats[i]!;
  const upos = tree.upos[i]!;
  const form = feature(feats, 'VerbForm').replace('Fin', '');
  const owner = feature(feats, 'Person[psor]') === '' ? '' : 'P';
  const voice = upos === 'VERB' ? feature(feats, 'Voice') : '';
  return `${upos} ${[form, feature(feats, 'Case'), owner, voice].filter((field) => field !== '').join(' ')}`;
}

export const recipes: readonly Recipe[] = [
  {
    language: 'en',
    grammar: () => en,
    train: { 'en/en_ewt-train': 0, 'en/en_ewt-dev': 0, 'en/en_gumfree-train': 0, 'en/en_gumfree-dev': 0 },
    style: 0,
    weight: 1,
    copies: 1,
    stems: false,
    test: ['en/en_ewt-test', 'en/en_gumfree-test', 'en/en_pud-ud-test'],
    tagOf: englishTag,
    featsOf: englishFeats,
    rareTag: 20,
    bits: [18, 21, 17, 17],
    thresholds: [0.7, 0.6, 0.8, 0.8],
    rounds: { tags: 6, folds: 4, parser: 8 },
  },
  {
    language: 'ru',
    grammar: () => russianGrammar(new Dictionary(readFileSync('data/models/ru.dictionary.bin'))),
    train: Object.fromEntries(RUSSIAN_TRAIN.map((name) => [name, 0])),
    style: 0,
    weight: 1,
    copies: 1,
    stems: false,
    dictionary:
      'ru.dictionary.bin, folded from the OpenCorpora dictionary (opencorpora.org, revision 394551, CC BY-SA) as packed in az 0.2.3',
    test: ['ru/ru_gsd-ud-test', 'ru/ru_pud-ud-test'],
    tagOf: russianTag,
    featsOf: (tree, i) => keepFeats(tree.feats[i]!, RUSSIAN_FEATS),
    rareTag: 3,
    bits: [18, 20, 17, 17],
    thresholds: [0.7, 0.6, 0.8, 0.8],
    rounds: { tags: 10, folds: 8, parser: 15 },
  },
  {
    language: 'tr',
    grammar: () => tr,
    train: {
      'tr/tr_boun-ud-dev': 1,
      'tr/tr_kenet-ud-dev': 2,
      'tr/tr_kenet-ud-test': 2,
      'tr/tr_penn-ud-dev': 2,
      'tr/tr_penn-ud-test': 2,
      'tr/tr_framenet-ud-train': 2,
      'tr/tr_framenet-ud-dev': 2,
      'tr/tr_framenet-ud-test': 2,
      'tr/tr_gb-ud-test': 2,
      'tr/tr_gweb': 3,
    },
    forRoles: (trees) => asBoun(trees, 1),
    rolesOnly: 3,
    style: 1,
    weight: 5,
    copies: 3,
    stems: true,
    test: ['tr/tr_boun-ud-test', 'tr/tr_bpud-test'],
    tagOf: turkishTag,
    featsOf: (tree, i) => keepFeats(tree.feats[i]!, TURKISH_FEATS),
    rareTag: 3,
    bits: [18, 20, 17, 17],
    thresholds: [0.9, 0.8, 0.8, 0.8],
    rounds: { tags: 6, folds: 4, parser: 8 },
  },
];
