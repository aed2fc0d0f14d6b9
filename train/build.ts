import { Analyser, type Draft, type Grammar, type Learned } from '../src/language/engine/analyser.ts';
import { type ModelHeader, readModel, VERSION } from '../src/language/engine/model-file.ts';
import { applyLemmaRule, lemmaRule } from '../src/language/engine/suffix-table.ts';
import { BASE, READINGS, SUFFIX, WordTable } from '../src/language/engine/word-table.ts';
import { packedNet, packModel } from './pack.ts';
import { type ParseSample, ParseTrainer } from './parse-trainer.ts';
import { projective } from './projective.ts';
import type { Recipe } from './recipe.ts';
import { type RoleSample, type TrainedRoles, trainRoles } from './role-trainer.ts';
import { learnStems, type StemSample } from './stem-learner.ts';
import { learnExceptions, learnSuffixes, type SuffixSample } from './suffix-learner.ts';
import { type TagSample, TagTrainer } from './tag-trainer.ts';
import type { Tree } from './treebank.ts';

interface LemmaTables {
  readonly lemmas: string;
  readonly exceptions: string;
  readonly stems?: string;
}

interface Source {
  readonly recipe: Recipe;
  readonly grammar: Grammar;
}

interface Inventory {
  readonly tags: readonly string[];
  readonly labels: readonly string[];
  tagOf(tree: Tree, i: number): number;
}

type Log = (line: string) => void;

/** Trains one language and gives the bytes of its model file. */
export function buildModel(recipe: Recipe, trees: readonly Tree[], log: Log): Uint8Array {
  return buildWith(recipe, parsed(recipe, trees), {
    log,
    roles: recipe.forRoles === undefined ? undefined : learnRoles(recipe, trees, log),
  });
}

/** The trees that tags and relations are learnt from. */
function parsed({ rolesOnly }: Recipe, trees: readonly Tree[]): Tree[] {
  return trees.filter(({ style }) => style !== rolesOnly);
}

/**
 * The role finder must learn from trees as wrong as it will get: two models, each trained on one half of the sentences, read
 * the other half.
 */
function learnRoles(recipe: Recipe, trees: readonly Tree[], log: Log): TrainedRoles {
  const samples = readAcross(recipe, trees, log);
  log('roles to learn from');
  return trainRoles(samples, recipe.grammar());
}

export function readAcross(recipe: Recipe, trees: readonly Tree[], log: Log): RoleSample[] {
  const samples: RoleSample[] = [];
  const grammar = recipe.grammar();
  const wanted = recipe.forRoles?.(trees) ?? trees;
  for (const half of [0, 1]) {
    const others = parsed(
      recipe,
      trees.filter((_, s) => s % 2 !== half),
    );
    const bytes = buildWith(recipe, others, { log, roles: undefined });
    const read: (readonly [Draft, Learned['stems']])[] = [];
    const finish = (draft: Draft, learned: Learned): void => {
      grammar.finish?.(draft, learned);
      read.push([draft, learned.stems]);
    };
    const analyser = new Analyser(readModel(bytes), { ...grammar, finish });
    for (const tree of wanted.filter((_, s) => s % 2 === half)) {
      analyser.analyse(tree.forms.map((form) => ({ start: 0, end: 0, form })));
      const [draft, stems] = read.pop()!;
      samples.push({ tree, draft, stems });
    }
  }
  return samples;
}

interface Extras {
  readonly log: Log;
  readonly roles: TrainedRoles | undefined;
}

export function buildWith(recipe: Recipe, trees: readonly Tree[], { log, roles }: Extras): Uint8Array {
  const grammar = recipe.grammar();
  const table = new WordTable(grammar);
  const inventory = takeInventory(recipe, trees);
  log(`${trees.length} sentences, ${inventory.tags.length} tags, ${inventory.labels.length} labels`);
  const samples = trees.map((tree) => tagSample(tree, table, inventory));
  const predicted = jackknife({ recipe, grammar }, table, inventory, samples);
  log(`tags by cross-prediction: ${tagAccuracy(samples, predicted)}`);
  const tagger = newTagger({ recipe, grammar }, table, inventory, recipe.rounds.tags);
  tagger.train(stress(recipe, samples));
  log('tagger trained');
  const parser = new ParseTrainer({
    labels: inventory.labels,
    dictionary: grammar.dictionary,
    bits: recipe.bits[1],
    labelBits: recipe.bits[2],
    relabelBits: recipe.bits[3],
    rounds: recipe.rounds.parser,
  });
  const parses = trees.map((tree, s) =>
    parseSample(tree, { table, inventory, words: samples[s]!.words, tags: predicted[s]! }),
  );
  const { actions, labels, relabels } = parser.train(stress(recipe, parses));
  log('parser trained');
  const nets = roles && { finite: packedNet(roles.finite), pairs: packedNet(roles.pairs) };
  const header: ModelHeader = {
    language: recipe.language,
    version: VERSION,
    style: recipe.style,
    tags: inventory.tags,
    labels: inventory.labels,
    bits: recipe.bits,
    fixed: Object.fromEntries([...tagger.fixed].sort((a, b) => (a[0] < b[0] ? -1 : 1))),
    ...learnLemmas({ recipe, grammar }, trees, inventory),
    feats: learnFeats({ recipe, grammar }, trees, inventory),
    ...(nets && { nets: { finite: nets.finite.header, pairs: nets.pairs.header } }),
  };
  const [t, a, l, r] = recipe.thresholds;
  const sections = [
    { weights: tagger.weights(), stride: inventory.tags.length, threshold: t },
    { weights: actions, stride: 4, threshold: a },
    { weights: labels, stride: inventory.labels.length, threshold: l },
    { weights: relabels, stride: inventory.labels.length, threshold: r },
  ];
  return packModel(header, sections, nets ? [nets.finite.section, nets.pairs.section] : []);
}

/** Sentences of the style that is answered in, as often as the recipe says. */
function stress<Sample extends { readonly style: number }>(recipe: Recipe, samples: readonly Sample[]): Sample[] {
  const own = samples.filter((sample) => sample.style === recipe.style);
  return [
    ...samples,
    ...Array<readonly Sample[]>(recipe.copies - 1)
      .fill(own)
      .flat(),
  ];
}

export function takeInventory(recipe: Recipe, trees: readonly Tree[]): Inventory {
  const counts = new Map<string, number>();
  const labels = new Set<string>();
  for (const tree of trees) {
    for (let i = 0; i < tree.forms.length; i++) {
      const tag = recipe.tagOf(tree, i);
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
      labels.add(tree.deprels[i]!);
    }
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const tags = ranked.filter(([, count]) => count >= recipe.rareTag).map(([tag]) => tag);
  const index = new Map(tags.map((tag, i) => [tag, i]));
  const commonest = new Map<string, number>();
  for (const [i, tag] of tags.entries()) {
    const upos = tag.slice(0, tag.indexOf(' '));
    if (!commonest.has(upos)) commonest.set(upos, i);
  }
  return {
    tags,
    labels: [...labels].sort(),
    tagOf: (tree, i) => index.get(recipe.tagOf(tree, i)) ?? commonest.get(tree.upos[i]!) ?? 0,
  };
}

function tagSample(tree: Tree, table: WordTable, inventory: Inventory): TagSample {
  return {
    forms: tree.forms,
    words: Int32Array.from(tree.forms, (form) => table.intern(form)),
    gold: Int32Array.from(tree.forms, (_, i) => inventory.tagOf(tree, i)),
    style: tree.style,
  };
}

function newTagger(source: Source, table: WordTable, inventory: Inventory, rounds: number): TagTrainer {
  const { recipe, grammar } = source;
  const { dictionary } = grammar;
  return new TagTrainer({ table, dictionary, classes: inventory.tags.length, bits: recipe.bits[0], rounds });
}

/** Tags of every sentence by a tagger that has not seen it: the parser must learn from tags as wrong as it will get. */
function jackknife(
  source: Source,
  table: WordTable,
  inventory: Inventory,
  samples: readonly TagSample[],
): Int32Array[] {
  const { folds } = source.recipe.rounds;
  const predicted: Int32Array[] = new Array(samples.length);
  for (let fold = 0; fold < folds; fold++) {
    const tagger = newTagger(source, table, inventory, 4);
    const others = samples.filter((_, s) => s % folds !== fold);
    tagger.train(stress(source.recipe, others));
    for (let s = fold; s < samples.length; s += folds) predicted[s] = tagger.tag(samples[s]!);
  }
  return predicted;
}

function tagAccuracy(samples: readonly TagSample[], predicted: readonly Int32Array[]): string {
  let right = 0;
  let all = 0;
  samples.forEach(({ gold }, s) => {
    all += gold.length;
    gold.forEach((tag, i) => {
      if (predicted[s]![i] === tag) right++;
    });
  });
  return ((100 * right) / all).toFixed(2);
}

interface ParseView {
  readonly table: WordTable;
  readonly inventory: Inventory;
  readonly words: Int32Array;
  readonly tags: Int32Array;
}

function parseSample(tree: Tree, view: ParseView): ParseSample {
  const { table, inventory, words, tags } = view;
  const parts = [...new Set(inventory.tags.map((tag) => tag.slice(0, tag.indexOf(' '))))];
  const partOf = inventory.tags.map((tag) => parts.indexOf(tag.slice(0, tag.indexOf(' '))));
  const length = tree.forms.length;
  const column = (value: (i: number) => number): Int32Array =>
    Int32Array.from({ length: length + 1 }, (_, node) => (node === 0 ? 0 : value(node - 1)));
  const heads = projective(tree.heads);
  return {
    length,
    word: column((i) => table.features[words[i]! + BASE]!),
    tag: column((i) => tags[i]! + 1),
    part: column((i) => partOf[tags[i]!]! + 1),
    suffix: column((i) => table.features[words[i]! + SUFFIX + 2]!),
    reading: column((i) => table.features[words[i]! + READINGS]!),
    head: column((i) => (heads[i] === 0 ? length + 1 : heads[i]!)),
    label: column((i) => inventory.labels.indexOf(tree.deprels[i]!)),
    style: tree.style,
  };
}

export function learnLemmas(source: Source, trees: readonly Tree[], inventory: Inventory): LemmaTables {
  const { recipe, grammar } = source;
  const samples: StemSample[] = [];
  const strange: SuffixSample[] = [];
  for (const tree of trees) {
    for (const [i, form] of tree.forms.entries()) {
      const tag = inventory.tags[inventory.tagOf(tree, i)]!;
      const lower = grammar.lower(form);
      const lemma = tree.lemmas[i]!;
      if (lemma === '_' || /[\t\n]/.test(form + lemma)) continue;
      const name = grammar.lemmaClass(tag);
      const value = lemmaRule(form, lower, lemma);
      const times = tree.style === recipe.style ? recipe.weight : 1;
      for (let k = 0; k < times; k++) samples.push({ name, tag, form: lower, value });
      const listed = grammar.lemmaRule?.(lower, tag);
      const same = listed !== undefined && grammar.lower(applyLemmaRule(listed, form, lower)) === grammar.lower(lemma);
      if (listed !== undefined) strange.push({ name, form: lower, value: same ? '' : value });
    }
  }
  const tables = { lemmas: learnSuffixes(samples, { everyForm: recipe.stems }), exceptions: learnExceptions(strange) };
  return recipe.stems ? { ...tables, stems: learnStems(samples) } : tables;
}

function learnFeats(source: Source, trees: readonly Tree[], inventory: Inventory): string {
  const { recipe } = source;
  const weighed = trees.flatMap((tree) => Array<Tree>(tree.style === recipe.style ? recipe.weight : 1).fill(tree));
  const samples = weighed.flatMap((tree) =>
    tree.forms.map((form, i) => ({
      name: inventory.tags[inventory.tagOf(tree, i)]!,
      form: source.grammar.lower(form),
      value: recipe.featsOf(tree, i),
    })),
  );
  return learnSuffixes(samples);
}
