import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCard } from './card.ts';
import { measureModel } from './figures.ts';
import { recipes } from './recipe.ts';
import { hasTreebanks } from './treebank.ts';

const models = recipes.map((recipe) => ({ recipe, path: `data/models/${recipe.language}` }));

describe.each(models)('model $path', ({ recipe, path }) => {
  it('has a card that names its treebanks, its licence and figures for every test treebank', () => {
    const card = readFileSync(`${path}.card.md`, 'utf8');
    expect(card).toContain('CC BY-SA 4.0');
    for (const name of Object.keys(recipe.train)) expect(card).toContain(name);
    expect(readCard(card).map((row) => row.treebank)).toEqual(recipe.test);
  });

  it('is never trained on what it is measured on', () => {
    expect(Object.keys(recipe.train).filter((name) => recipe.test.includes(name))).toEqual([]);
  });

  it('stays under 4 MB', () => {
    expect(existsSync(`${path}.bin`)).toBe(true);
    expect(readFileSync(`${path}.bin`).length).toBeLessThanOrEqual(4_000_000);
  });

  it('gives the figures on its card', () => {
    // Without the treebanks the sentences of the language contract are all there is to check the weights with.
    if (!hasTreebanks()) return;
    const figures = measureModel(recipe, readFileSync(`${path}.bin`));
    expect(figures).toEqual(readCard(readFileSync(`${path}.card.md`, 'utf8')));
  });
});
