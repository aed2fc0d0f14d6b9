import type { CueReader } from './draft.ts';
import { trim } from './phrase.ts';

/** Where words of saying and their clause end, told from marks and word order. */

const MAX_BEFORE_COLON = 8;

/** "the army reported: soldiers crossed …": all after the colon, unless quotation marks follow. */
export function colonClause({ tree }: CueReader, i: number): number[] {
  for (let k = i + 1; k < tree.tokens.length && k - i <= MAX_BEFORE_COLON; k++) {
    if (tree.form[k] === ':') {
      const isQuoted = /^["“«„`']/.test(tree.form[k + 1] ?? '');
      return isQuoted ? [] : trim(tree, range(k + 1, tree.tokens.length));
    }
    if (['VERB', 'SCONJ'].includes(tree.upos(k)) || tree.form[k] === ';') return [];
  }
  return [];
}

/**
 * "After saying that it was ready, the army attacked", "Belarus, which says it was ready, released …": the words of a
 * word of saying that stands below the main clause end where that goes on.
 */
export function belowMain(reader: CueReader, i: number, content: readonly number[]): number[] {
  const { tree } = reader;
  if (content.length === 0 || content[0]! < i) return [...content];
  const end = isRelative(reader, i)
    ? mainVerbAfter(reader, content)
    : isHanging(reader, i)
      ? rootClause(reader, i, content)
      : undefined;
  return end === undefined
    ? [...content]
    : trim(
        tree,
        content.filter((k) => k < end),
      );
}

/** Its subject is a relative pronoun after a comma. */
function isRelative({ tree, grammar }: CueReader, i: number): boolean {
  for (let k = i - 1; k > 0 && i - k <= 4; k--) {
    if (tree.form[k - 1] === ',' && grammar.has('relative', tree.form[k]!)) return true;
    if (['VERB', 'PUNCT'].includes(tree.upos(k))) return false;
  }
  return false;
}

/** A comma and, at once, a finite verb. */
function mainVerbAfter({ tree }: CueReader, content: readonly number[]): number | undefined {
  return content.find((k) => {
    if (tree.form[k] !== ',') return false;
    let next = k + 1;
    while (['ADV', 'PART'].includes(tree.upos(next))) next += 1;
    return ['VERB', 'AUX'].includes(tree.upos(next)) && tree.tokens[next]!.feats['VerbForm'] === 'Fin';
  });
}

/** A gerund that no finite verb precedes. */
function isHanging({ tree }: CueReader, i: number): boolean {
  const isFiniteVerb = (k: number): boolean =>
    ['VERB', 'AUX'].includes(tree.upos(k)) && tree.tokens[k]!.feats['VerbForm'] === 'Fin';
  return ['Ger', 'Conv'].includes(tree.tokens[i]!.feats['VerbForm'] ?? '') && !range(0, i).some(isFiniteVerb);
}

/** The comma before the subject of the root. */
function rootClause({ tree }: CueReader, i: number, content: readonly number[]): number | undefined {
  const root = content.find((k) => tree.head(k) < 0);
  if (root === undefined || tree.isUnder(root, i)) return undefined;
  const first = Math.min(root, ...tree.dependents(root, 'nsubj', 'nsubj:pass').filter((c) => c > i));
  return content.findLast((k) => k < first && tree.form[k] === ',');
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}
