import type { Language } from '../src/language/language.ts';
import type { Token } from '../src/model/index.ts';
import { f1, type Match } from './score.ts';
import type { Tree } from './treebank.ts';

export interface RawScores {
  readonly sentences: number;
  readonly words: number;
  readonly las: number;
}

interface Placed {
  /** "first-last" of the non-space characters of the whole text. */
  readonly place: string;
  readonly head: string;
  readonly deprel: string;
}

/** Sentences a paragraph: the text of so many gold sentences is joined by blanks. */
const PARAGRAPH = 8;

/**
 * From plain text: F1 of sentence spans, of words, and of words with the right head and label. Words are told apart by the
 * non-space characters they cover, so words inside multiword tokens count as missed.
 */
export function scoreRawText(language: Language, trees: readonly Tree[]): RawScores {
  const total: Record<'sentences' | 'words' | 'las', Match> = {
    sentences: { right: 0, gold: 0, found: 0 },
    words: { right: 0, gold: 0, found: 0 },
    las: { right: 0, gold: 0, found: 0 },
  };
  for (let at = 0; at < trees.length; at += PARAGRAPH) scoreParagraph(language, trees.slice(at, at + PARAGRAPH), total);
  return { sentences: f1(total.sentences), words: f1(total.words), las: f1(total.las) };
}

function scoreParagraph(
  language: Language,
  trees: readonly Tree[],
  total: Readonly<Record<'sentences' | 'words' | 'las', Match>>,
): void {
  const text = trees.map((tree) => tree.text ?? tree.forms.join(' ')).join(' ');
  const spans = language.sentences(text, 0, text.length);
  const found = spans.map(({ start, end }) => language.analyse(language.tokenise(text, start, end)));
  const dense = denseOffsets(text);
  const foundWords = found.flatMap((tokens) => placeTokens(tokens, dense));
  const goldWords = placeTrees(trees);
  const byPlace = new Map(foundWords.map((word) => [word.place, word]));
  for (const gold of goldWords) {
    const word = byPlace.get(gold.place);
    if (word === undefined) continue;
    total.words.right++;
    if (word.head === gold.head && word.deprel === gold.deprel) total.las.right++;
  }
  for (const match of [total.words, total.las]) {
    match.gold += goldWords.length;
    match.found += foundWords.length;
  }
  const goldSpans = new Set(sentencePlaces(trees));
  total.sentences.gold += goldSpans.size;
  total.sentences.found += spans.length;
  for (const { start, end } of spans) if (goldSpans.has(`${dense[start]}-${dense[end]}`)) total.sentences.right++;
}

/** Number of non-space units before every offset. */
function denseOffsets(text: string): Int32Array {
  const dense = new Int32Array(text.length + 1);
  for (let i = 0; i < text.length; i++) dense[i + 1] = dense[i]! + (/\s/.test(text[i]!) ? 0 : 1);
  return dense;
}

function placeTokens(tokens: readonly Token[], dense: Int32Array): Placed[] {
  const places = tokens.map(({ start, end }) => `${dense[start]}-${dense[end]}`);
  return tokens.map(({ head, deprel }, i) => ({ place: places[i]!, head: head < 0 ? 'root' : places[head]!, deprel }));
}

function lengthOf(form: string): number {
  return form.replace(/\s/g, '').length;
}

function placeTrees(trees: readonly Tree[]): Placed[] {
  const out: Placed[] = [];
  let before = 0;
  for (const tree of trees) {
    let at = before;
    const places = tree.forms.map((form) => {
      const place = `${at}-${at + lengthOf(form)}`;
      at += lengthOf(form);
      return place;
    });
    for (const [i, place] of places.entries()) {
      const head = tree.heads[i]!;
      out.push({ place, head: head === 0 ? 'root' : places[head - 1]!, deprel: tree.deprels[i]! });
    }
    before += lengthOf(tree.text ?? tree.forms.join(''));
  }
  return out;
}

function sentencePlaces(trees: readonly Tree[]): string[] {
  let before = 0;
  return trees.map((tree) => {
    const from = before;
    before += lengthOf(tree.text ?? tree.forms.join(''));
    return `${from}-${before}`;
  });
}
