import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { buildModel } from './build.ts';
import { printCard } from './card.ts';
import { compileDictionary } from './dictionary.ts';
import { COLUMNS, measureModel } from './figures.ts';
import { type Recipe, RUSSIAN_TRAIN, recipes } from './recipe.ts';
import { trainingTrees } from './training-trees.ts';
import { countTokens, hasTreebanks, readTreebank, treebankFolder } from './treebank.ts';

/**
 * `tsx train/train.ts [language …]` rebuilds data/models/<language>.bin and its card from the treebanks;
 * `tsx train/train.ts cards [language …]` only measures the models there are and writes their cards anew;
 * `tsx train/train.ts dictionary` recompiles the Russian dictionary from the package az (CHANCERY_AZ: its dicts folder).
 */
function main(wanted: readonly string[]): void {
  if (!hasTreebanks()) {
    console.error(`No treebanks at ${treebankFolder()}: set CHANCERY_UD to the folder that holds en/, ru/ and tr/`);
    process.exit(1);
  }
  mkdirSync('data/models', { recursive: true });
  if (wanted.includes('dictionary')) buildDictionary(process.env['CHANCERY_AZ'] ?? 'node_modules/az/dicts');
  const named = wanted.filter((word) => word !== 'cards' && word !== 'dictionary');
  if (named.length === 0 && wanted.includes('dictionary')) return;
  for (const recipe of recipes) {
    if (named.length > 0 && !named.includes(recipe.language)) continue;
    if (wanted.includes('cards')) writeCard(recipe, readFileSync(`data/models/${recipe.language}.bin`), console.log);
    else trainOne(recipe);
  }
}

function buildDictionary(folder: string): void {
  if (!existsSync(folder)) {
    console.error(
      `No OpenCorpora files at ${folder}: \`npm pack az@0.2.3\`, unpack it and set CHANCERY_AZ to its dicts folder`,
    );
    process.exit(1);
  }
  const common = new Set<string>();
  for (const { forms } of RUSSIAN_TRAIN.flatMap((name) => readTreebank(name))) {
    for (const form of forms) common.add(form.toLowerCase().replaceAll('ё', 'е'));
  }
  const bytes = compileDictionary(folder, common);
  writeFileSync('data/models/ru.dictionary.bin', bytes);
  console.log(`dictionary: ${bytes.length} bytes`);
}

function trainOne(recipe: Recipe): void {
  const started = Date.now();
  const log = (line: string): void => {
    console.log(`${recipe.language} ${((Date.now() - started) / 1000).toFixed(0)} s: ${line}`);
  };
  const bytes = buildModel(recipe, trainingTrees(recipe), log);
  writeFileSync(`data/models/${recipe.language}.bin`, bytes);
  writeCard(recipe, bytes, log);
}

function writeCard(recipe: Recipe, bytes: Uint8Array, log: (line: string) => void): void {
  const figures = measureModel(recipe, bytes);
  const tokens = countTokens(trainingTrees(recipe));
  writeFileSync(`data/models/${recipe.language}.card.md`, printCard({ recipe, bytes: bytes.length, tokens, figures }));
  log(`${bytes.length} bytes; ${COLUMNS.join(', ')}`);
  for (const { treebank, values } of figures) log(`${treebank}: ${COLUMNS.map((column) => values[column]).join(' ')}`);
}

main(process.argv.slice(2));
