import type { Span } from '../../src/model/index.ts';

export interface Attribution {
  readonly source: readonly Span[];
  readonly content: readonly Span[];
}

export interface Score {
  gold: number;
  predicted: number;
  /** Content of half the union, one to one. */
  content: number;
  /** Content of half the gold's length, one to one. */
  covered: number;
  /** Content (union) and source right. */
  both: number;
  /** Content (gold's length) and source right. */
  bothCovered: number;
  direct: number;
  directFound: number;
  directRight: number;
  /** Direct quotations of four words or more: no terms in marks. */
  speech: number;
  speechRight: number;
  /** Content (union) matched first, then the source looked at. */
  rightGivenContent: number;
}

export const emptyScore = (): Score => ({
  gold: 0,
  predicted: 0,
  content: 0,
  covered: 0,
  both: 0,
  bothCovered: 0,
  direct: 0,
  directFound: 0,
  directRight: 0,
  speech: 0,
  speechRight: 0,
  rightGivenContent: 0,
});

const size = (spans: readonly Span[]): number => spans.reduce((sum, { start, end }) => sum + end - start, 0);

function shared(a: readonly Span[], b: readonly Span[]): number {
  let sum = 0;
  for (const one of a)
    for (const two of b) sum += Math.max(0, Math.min(one.end, two.end) - Math.max(one.start, two.start));
  return sum;
}

/** Gold without a source takes any. */
const sourceRight = (gold: Attribution, found: Attribution): boolean =>
  gold.source.length === 0 || shared(gold.source, found.source) > 0;

interface Pair {
  readonly g: number;
  readonly p: number;
  readonly overlap: number;
  readonly right: boolean;
}

/** One-to-one, best overlap first; a pair with the right source goes before one without when `sourceFirst`. */
function match(pairs: readonly Pair[], sourceFirst: boolean): Pair[] {
  const order = (a: Pair, b: Pair): number =>
    (sourceFirst ? Number(b.right) - Number(a.right) : 0) ||
    b.overlap - a.overlap ||
    Number(b.right) - Number(a.right) ||
    a.g - b.g ||
    a.p - b.p;
  const taken = { g: new Set<number>(), p: new Set<number>() };
  const kept: Pair[] = [];
  for (const pair of [...pairs].sort(order)) {
    if (taken.g.has(pair.g) || taken.p.has(pair.p)) continue;
    taken.g.add(pair.g);
    taken.p.add(pair.p);
    kept.push(pair);
  }
  return kept;
}

/** Adds one text to the score; gives what was missed and what was too much (content and source). */
export function measure(
  text: string,
  gold: readonly Attribution[],
  predicted: readonly Attribution[],
  score: Score,
): { missed: Attribution[]; extra: Attribution[] } {
  const union: Pair[] = [];
  const length: Pair[] = [];
  for (const [g, one] of gold.entries()) {
    for (const [p, two] of predicted.entries()) {
      const common = shared(one.content, two.content);
      if (common === 0) continue;
      const right = sourceRight(one, two);
      const iou = common / (size(one.content) + size(two.content) - common);
      const ratio = common / size(one.content);
      if (iou >= 0.5) union.push({ g, p, overlap: iou, right });
      if (ratio >= 0.5) length.push({ g, p, overlap: iou, right });
    }
  }
  const both = match(
    union.filter((pair) => pair.right),
    true,
  );
  const content = match(union, false);
  score.gold += gold.length;
  score.predicted += predicted.length;
  score.content += content.length;
  score.covered += match(length, false).length;
  score.both += both.length;
  score.bothCovered += match(
    length.filter((pair) => pair.right),
    true,
  ).length;
  for (const [g, one] of gold.entries()) {
    if (!/^["“«„]|^''/.test(text.slice(one.content[0]!.start, one.content[0]!.start + 2))) continue;
    score.direct += 1;
    const words = one.content
      .map(({ start, end }) => text.slice(start, end))
      .join(' ')
      .split(/\s+/).length;
    const isSpeech = words >= 4;
    const pair = both.find((other) => other.g === g) ?? content.find((other) => other.g === g);
    if (isSpeech) score.speech += 1;
    if (isSpeech && pair?.right) score.speechRight += 1;
    if (pair) score.directFound += 1;
    if (pair?.right) score.directRight += 1;
  }
  score.rightGivenContent += content.filter((pair) => pair.right).length;
  const found = new Set(both.map((pair) => pair.g));
  const used = new Set(both.map((pair) => pair.p));
  return { missed: gold.filter((_, g) => !found.has(g)), extra: predicted.filter((_, p) => !used.has(p)) };
}

const percent = (a: number, b: number): string => (b === 0 ? '-' : ((100 * a) / b).toFixed(1));

function f1(hit: number, score: Score): string {
  const p = score.predicted === 0 ? 0 : hit / score.predicted;
  const r = score.gold === 0 ? 0 : hit / score.gold;
  const f = p + r === 0 ? 0 : (2 * p * r) / (p + r);
  return `P ${(100 * p).toFixed(1)} R ${(100 * r).toFixed(1)} F1 ${(100 * f).toFixed(1)}`;
}

export function toText(name: string, score: Score): string {
  return [
    `  ${name}: attribution end to end (union) ${f1(score.both, score)}; content alone ${f1(score.content, score)}`,
    `    by the gold's length: end to end ${f1(score.bothCovered, score)}; content alone ${f1(score.covered, score)}`,
    `    source right given the content ${percent(score.rightGivenContent, score.content)}%; direct quotations found ${percent(score.directFound, score.direct)}%, with their speaker ${percent(score.directRight, score.direct)}% (of ${score.direct}), speaker right if found ${percent(score.directRight, score.directFound)}%; those of four words or more with their speaker ${percent(score.speechRight, score.speech)}% (of ${score.speech})`,
  ].join('\n');
}
