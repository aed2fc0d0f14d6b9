import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { buildModel } from '../train/build.ts';
import { readCard } from '../train/card.ts';
import { type Column, type Figures, measureModel } from '../train/figures.ts';
import { type Recipe, recipes } from '../train/recipe.ts';
import { trainingTrees } from '../train/training-trees.ts';
import { countTokens, hasTreebanks, treebankFolder } from '../train/treebank.ts';

/**
 * `tsx scripts/learning-curve.ts [ru tr …]`: whether more text would help. Trains on an eighth, a quarter and a half of the
 * sentences (the figures with all of them are on the model card), writes them to docs/images/learning-curve.tsv and draws them.
 * Without a language it only draws.
 */
const TABLE = 'docs/images/learning-curve.tsv';
const PICTURE = 'docs/images/learning-curve.svg';
const HEADER = 'language\ttreebank\ttokens\tLAS\trole F1';

interface Point {
  readonly language: string;
  readonly treebank: string;
  readonly tokens: number;
  readonly las: number;
  readonly roles: number;
}

function toPoints(recipe: Recipe, tokens: number, figures: readonly Figures[]): Point[] {
  const number = (row: Figures, column: Column): number => Number(row.values[column]);
  return figures.map((row) => ({
    language: recipe.language,
    treebank: row.treebank,
    tokens,
    las: number(row, 'LAS'),
    roles: number(row, 'role F1'),
  }));
}

function measureCurve(recipe: Recipe): Point[] {
  const trees = trainingTrees(recipe);
  const out: Point[] = [];
  for (const every of [8, 4, 2]) {
    const part = trees.filter((_, i) => i % every === 0);
    const bytes = buildModel(recipe, part, (line) => process.stderr.write(`${recipe.language} 1/${every}: ${line}\n`));
    const points = toPoints(recipe, countTokens(part), measureModel(recipe, bytes));
    for (const { treebank, tokens, las, roles } of points)
      process.stderr.write(`${treebank} ${tokens} LAS ${las} roles ${roles}\n`);
    out.push(...points);
  }
  const card = readCard(readFileSync(`data/models/${recipe.language}.card.md`, 'utf8'));
  return [...out, ...toPoints(recipe, countTokens(trees), card)];
}

function readTable(): Point[] {
  if (!existsSync(TABLE)) return [];
  const rows = readFileSync(TABLE, 'utf8').trim().split('\n').slice(1);
  return rows.map((row) => {
    const [language, treebank, tokens, las, roles] = row.split('\t');
    return { language: language!, treebank: treebank!, tokens: Number(tokens), las: Number(las), roles: Number(roles) };
  });
}

const WIDTH = 340;
const HEIGHT = 260;
const LEFT = 44;
const TOP = 34;

interface Line {
  readonly name: string;
  readonly colour: string;
  readonly dashed: boolean;
  readonly values: readonly (readonly [number, number])[];
}

/** One panel a language: accuracy over training tokens, the latter doubling from mark to mark. */
function drawPanel(language: string, points: readonly Point[], offset: number): string {
  const own = points.filter((point) => point.language === language);
  const most = Math.max(...own.map(({ tokens }) => tokens));
  const x = (tokens: number): number => offset + LEFT + (WIDTH - LEFT - 90) * (1 + Math.log2(tokens / most) / 3);
  const y = (value: number): number => TOP + (HEIGHT - TOP - 40) * (1 - (value - 30) / 60);
  const grid = [30, 50, 70, 90].map(
    (value) =>
      `<path d="M${offset + LEFT} ${y(value)}h${WIDTH - LEFT - 90}" stroke="#ccc"/>` +
      `<text x="${offset + LEFT - 6}" y="${y(value) + 4}" text-anchor="end">${value}</text>`,
  );
  const marks = [...new Set(own.map(({ tokens }) => tokens))].map(
    (tokens) =>
      `<text x="${x(tokens).toFixed(1)}" y="${HEIGHT - 22}" text-anchor="middle">${Math.round(tokens / 1000)}k</text>`,
  );
  const lines = linesOf(own);
  const labels = spread(lines.map(({ values }) => y(values.at(-1)![1])));
  const drawn = lines.map(({ name, colour, dashed, values }, k) => {
    const path = values.map(([t, v], i) => `${i === 0 ? 'M' : 'L'}${x(t).toFixed(1)} ${y(v).toFixed(1)}`).join('');
    const dots = values.map(
      ([t, v]) => `<circle cx="${x(t).toFixed(1)}" cy="${y(v).toFixed(1)}" r="3" fill="${colour}"/>`,
    );
    const [t] = values.at(-1)!;
    const label = `<text x="${(x(t) + 7).toFixed(1)}" y="${(labels[k]! + 4).toFixed(1)}" fill="${colour}">${name}</text>`;
    const stroke = `stroke="${colour}" stroke-width="2"${dashed ? ' stroke-dasharray="5 4"' : ''}`;
    return `<path d="${path}" fill="none" ${stroke}/>${dots.join('')}${label}`;
  });
  const title = `<text x="${offset + LEFT}" y="18" font-weight="bold">${language}: % over training tokens</text>`;
  return [title, ...grid, ...marks, ...drawn].join('\n');
}

const LINE_HEIGHT = 13;

/** The same heights in the same order, moved apart so that no label covers another. */
function spread(heights: readonly number[]): number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a]! - heights[b]!);
  const moved = [...heights];
  for (let n = 1; n < order.length; n++)
    moved[order[n]!] = Math.max(moved[order[n]!]!, moved[order[n - 1]!]! + LINE_HEIGHT);
  const shift = (moved[order.at(-1)!]! - heights[order.at(-1)!]!) / 2;
  return moved.map((height) => height - shift);
}

const COLOURS = ['#1b5e8c', '#b3531d'];

function linesOf(points: readonly Point[]): Line[] {
  const treebanks = [...new Set(points.map(({ treebank }) => treebank))];
  return treebanks.flatMap((treebank, i) => {
    const own = points.filter((point) => point.treebank === treebank).sort((a, b) => a.tokens - b.tokens);
    const name = /_([a-z]+)/.exec(treebank)![1]!.toUpperCase();
    const colour = COLOURS[i % COLOURS.length]!;
    return [
      { name: `${name} LAS`, colour, dashed: false, values: own.map(({ tokens, las }) => [tokens, las] as const) },
      { name: `${name} roles`, colour, dashed: true, values: own.map(({ tokens, roles }) => [tokens, roles] as const) },
    ];
  });
}

function draw(points: readonly Point[]): string {
  const languages = [...new Set(points.map(({ language }) => language))];
  const panels = languages.map((language, i) => drawPanel(language, points, i * WIDTH));
  const width = WIDTH * languages.length;
  const open = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}"`;
  const background = `<rect width="${width}" height="${HEIGHT}" fill="#fff"/>`;
  return `${open} font-family="sans-serif" font-size="12">\n<title>Accuracy over training tokens</title>\n${background}\n${panels.join('\n')}\n</svg>\n`;
}

function main(wanted: readonly string[]): void {
  if (wanted.length > 0 && !hasTreebanks()) {
    console.error(`No treebanks at ${treebankFolder()}: nothing measured`);
    process.exit(2);
  }
  const kept = readTable().filter(({ language }) => !wanted.includes(language));
  const fresh = recipes.filter(({ language }) => wanted.includes(language)).flatMap(measureCurve);
  const points = [...kept, ...fresh].sort(
    (a, b) => (a.language < b.language ? -1 : a.language > b.language ? 1 : 0) || a.tokens - b.tokens,
  );
  const rows = points.map(({ language, treebank, tokens, las, roles }) =>
    [language, treebank, tokens, las.toFixed(2), roles.toFixed(2)].join('\t'),
  );
  writeFileSync(TABLE, `${[HEADER, ...rows].join('\n')}\n`);
  writeFileSync(PICTURE, draw(points));
  console.log([HEADER, ...rows].join('\n'));
}

main(process.argv.slice(2));
