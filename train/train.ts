import { mkdirSync, writeFileSync } from 'node:fs';
import { Analyser } from '../src/language/engine/analyser.ts';
import { readModel } from '../src/language/engine/model-file.ts';
import { buildModel } from './build.ts';
import { type Recipe, recipes } from './recipe.ts';
import { f1, scoreTrees } from './score.ts';
import { hasTreebanks, readTreebank, treebankFolder } from './treebank.ts';

/** `tsx train/train.ts [language …]` rebuilds data/models/<language>.bin and its card from the treebanks. */
function main(wanted: readonly string[]): void {
  if (!hasTreebanks()) {
    console.error(`No treebanks at ${treebankFolder()}: set CHANCERY_UD to the folder that holds en/, ru/ and tr/`);
    process.exit(1);
  }
  for (const recipe of recipes) {
    if (wanted.length === 0 || wanted.includes(recipe.language)) trainOne(recipe);
  }
}

function trainOne(recipe: Recipe): void {
  const started = Date.now();
  const log = (line: string): void => {
    console.log(`${recipe.language} ${((Date.now() - started) / 1000).toFixed(0)} s: ${line}`);
  };
  const trees = recipe.train.flatMap(readTreebank);
  const bytes = buildModel(recipe, trees, log);
  mkdirSync('data/models', { recursive: true });
  writeFileSync(`data/models/${recipe.language}.bin`, bytes);
  log(`${bytes.length} bytes`);
  const grammar = recipe.grammar();
  const analyser = new Analyser(readModel(bytes), grammar);
  for (const name of recipe.test) {
    const gold = readTreebank(name);
    const found = gold.map(({ forms }) => analyser.analyse(forms.map((form) => ({ start: 0, end: 0, form }))));
    const s = scoreTrees(gold, found, grammar.lower);
    const figures = [s.upos, s.lemma, s.uas, s.las, f1(s.triples)].map((x) => x.toFixed(2)).join(' ');
    log(`${name}: UPOS lemma UAS LAS triples ${figures}`);
  }
}

main(process.argv.slice(2));
