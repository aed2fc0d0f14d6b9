/**
 * Sentence and word F1 on treebank texts (../shared/ud, when present) and on gold/segmentation.
 * Usage: tsx scripts/measure-segmentation.ts [--shared DIR] [--show N] [--only xx]
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Segmentation, SegmentationWords } from '../src/language/segment/segmentation.ts';
import type { Span } from '../src/model/index.ts';
import { type GoldText, matches, readTreebank } from './treebank-text.ts';

const argument = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1]!;
};
const shared = argument('--shared', '../shared');
const show = Number(argument('--show', '0'));
const only = argument('--only', '');

/** Train parts were read while the rules were written; what is measured are the dev and test parts. */
const treebanksOf = (code: string): string[] => {
  const folder = `${shared}/ud/${code}`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /_(?:ewt|gumfree|pud|taiga|gsd|boun|bpud)-(?:ud-)?(?:dev|test)\./u.test(name))
    .sort();
};

interface Counts {
  right: number;
  predicted: number;
  gold: number;
}

function f1({ right, predicted, gold }: Counts): string {
  return (predicted + gold === 0 ? 0 : (200 * right) / (predicted + gold)).toFixed(2);
}

function add(counts: Counts, predicted: readonly Span[], gold: readonly Span[]): void {
  counts.right += matches(predicted, gold);
  counts.predicted += predicted.length;
  counts.gold += gold.length;
}

/** Sentence ends inside the paragraph: its own end is given. */
function innerEnds(spans: readonly Span[]): Span[] {
  return spans.slice(0, -1).map(({ end }) => ({ start: end, end }));
}

function measure(name: string, segmentation: Segmentation, texts: readonly GoldText[]): void {
  const sentences = { right: 0, predicted: 0, gold: 0 };
  const ends = { right: 0, predicted: 0, gold: 0 };
  const words = { right: 0, predicted: 0, gold: 0 };
  const tokens = { right: 0, predicted: 0, gold: 0 };
  let shown = 0;
  for (const gold of texts) {
    const found = segmentation.sentences(gold.text, 0, gold.text.length);
    add(sentences, found, gold.sentences);
    add(ends, innerEnds(found), innerEnds(gold.sentences));
    const cut = found.flatMap(({ start, end }) => segmentation.tokenise(gold.text, start, end));
    add(words, cut, gold.words);
    add(tokens, cut, gold.tokens);
    if (shown < show) shown += showErrors(gold, found, gold.words.length > 0 ? cut : []);
  }
  const lexical = words.gold > 0 ? `  words ${f1(words)}  surface tokens ${f1(tokens)} (${words.gold})` : '';
  console.log(
    `${name}: sentence spans ${f1(sentences)} (${sentences.gold})  inner ends ${f1(ends)} (${ends.gold})${lexical}`,
  );
}

function showErrors(gold: GoldText, found: readonly Span[], cut: readonly Span[]): number {
  const goldEnds = new Set(gold.sentences.map(({ end }) => end));
  const foundEnds = new Set(found.map(({ end }) => end));
  const around = (at: number): string =>
    `${gold.text.slice(Math.max(0, at - 35), at)}‖${gold.text.slice(at, at + 25)}`.replaceAll('\n', '⏎');
  let count = 0;
  const say = (line: string): void => {
    console.log(line);
    count++;
  };
  if (argument('--level', 'both') !== 'words') {
    for (const end of foundEnds) if (!goldEnds.has(end)) say(`   sentence too many: ${around(end)}`);
    for (const end of goldEnds) if (!foundEnds.has(end)) say(`   sentence missed: ${around(end)}`);
  }
  if (argument('--level', 'both') === 'sentences') return count;
  const keys = new Set(gold.words.map(({ start, end }) => `${start}-${end}`));
  for (const { start, end } of cut) {
    if (keys.has(`${start}-${end}`)) continue;
    const theirs = gold.words
      .filter((word) => word.start < end && word.end > start)
      .map((word) => gold.text.slice(word.start, word.end));
    say(`   word ours [${gold.text.slice(start, end)}] gold [${theirs.join('|')}] ${around(start)}`);
  }
  return count;
}

/** One paragraph a block; "‖" stands where a sentence ends inside it. */
function readOwn(path: string): { studied: GoldText[]; unseen: GoldText[] } {
  const parts = readFileSync(path, 'utf8').split(/^# unseen.*$/mu);
  const read = (part: string | undefined): GoldText[] =>
    (part ?? '')
      .split(/\n{2,}/u)
      .map((block) =>
        block
          .split('\n')
          .filter((line) => !line.startsWith('#'))
          .join('\n')
          .trim(),
      )
      .filter((block) => block !== '')
      .map(readParagraph);
  return { studied: read(parts[0]), unseen: read(parts[1]) };
}

function readParagraph(block: string): GoldText {
  let text = '';
  const sentences: Span[] = [];
  for (const piece of block.replaceAll('\\n', '\n').split('‖')) {
    const lead = piece.length - piece.trimStart().length;
    sentences.push({ start: text.length + lead, end: text.length + piece.trimEnd().length });
    text += piece;
  }
  return { text, sentences, words: [], tokens: [] };
}

if (!existsSync(`${shared}/ud`))
  console.log(`No treebanks: ${shared}/ud is absent, only gold/segmentation is measured`);
const codes = readdirSync(new URL('../data/words/', import.meta.url)).sort();
for (const code of codes.filter((name) => only === '' || name === only)) {
  const abbreviations = readFileSync(new URL(`../data/words/${code}/abbreviations.tsv`, import.meta.url), 'utf8');
  const { createSegmentation } = (await import(`../src/language/${code}/segmentation.ts`)) as {
    createSegmentation: (words: SegmentationWords) => Segmentation;
  };
  const segmentation = createSegmentation({ abbreviations });
  for (const treebank of treebanksOf(code)) {
    measure(treebank.split('.')[0]!, segmentation, readTreebank(`${shared}/ud/${code}/${treebank}`));
  }
  const own = new URL(`../gold/segmentation/${code}.txt`, import.meta.url);
  if (!existsSync(own)) continue;
  const { studied, unseen } = readOwn(own.pathname);
  measure(`own ${code} studied (${studied.length} paragraphs)`, segmentation, studied);
  measure(`own ${code} unseen (${unseen.length} paragraphs)`, segmentation, unseen);
}
