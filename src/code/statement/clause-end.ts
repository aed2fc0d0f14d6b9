import type { CueReader } from './draft.ts';
import { trim } from './phrase.ts';

/** Where words of saying and their clause end, told from marks and word order. */

const MAX_BEFORE_COLON = 8;
const NO_FEATS: Readonly<Record<string, string>> = {};

/** "the army reported: soldiers crossed …": all after the colon, unless quotation marks follow; a noun may have a verb between. */
export function colonClause({ tree }: CueReader, i: number, isNoun = false): number[] {
  if (tree.tokens[i]!.feats['VerbForm'] === 'Inf') return [];
  let verbs = isNoun ? 1 : 0;
  for (let k = i + 1; k < tree.tokens.length && k - i <= MAX_BEFORE_COLON; k++) {
    if (tree.form[k] === ':') {
      const isQuoted = /^["“«„`']/.test(tree.form[k + 1] ?? '');
      return isQuoted ? [] : trim(tree, range(k + 1, tree.tokens.length));
    }
    if (tree.upos(k) === 'VERB') verbs -= 1;
    if (verbs < 0 || tree.upos(k) === 'SCONJ' || tree.form[k] === ';') return [];
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
      ? clauseAfter(reader, content)
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
    const feats = tree.tokens[next]?.feats ?? NO_FEATS;
    return ['VERB', 'AUX'].includes(tree.upos(next)) && (feats['VerbForm'] === 'Fin' || feats['Tense'] === 'Past');
  });
}

/** A gerund that no finite verb precedes. */
function isHanging({ tree }: CueReader, i: number): boolean {
  const isFiniteVerb = (k: number): boolean =>
    ['VERB', 'AUX'].includes(tree.upos(k)) && tree.tokens[k]!.feats['VerbForm'] === 'Fin';
  return ['Ger', 'Conv', 'Part'].includes(tree.tokens[i]!.feats['VerbForm'] ?? '') && !range(0, i).some(isFiniteVerb);
}

/** The main clause is still to come: it begins after a comma and has a finite verb with a subject of its own. */
function clauseAfter({ tree }: CueReader, content: readonly number[]): number | undefined {
  const comma = content.find((k) => tree.form[k] === ',');
  const isMain = (k: number): boolean =>
    tree.upos(k) === 'VERB' &&
    tree.tokens[k]!.feats['VerbForm'] === 'Fin' &&
    tree.dependents(k, 'nsubj').some((c) => c < k && c > comma!);
  return comma !== undefined && content.some((k) => k > comma && isMain(k)) ? comma : undefined;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}

/** "Residents say, soldiers came at night" in a language that parts clauses by commas: a present tense that no verb precedes. */
export function commaClause({ tree, cues }: CueReader, i: number): number[] {
  if (tree.form[i + 1] !== ',' || cues.words('place-marker').size === 0) return [];
  if (tree.tokens[i]!.feats['Tense'] !== 'Pres' || range(0, i).some((k) => tree.upos(k) === 'VERB')) return [];
  const next = tree.upos(i + 2);
  const rest = range(i + 2, tree.tokens.length);
  const isClause = rest.some((k) => tree.upos(k) === 'VERB' && tree.tokens[k]!.feats['VerbForm'] === 'Fin');
  return isClause && ['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET'].includes(next) ? trim(tree, rest) : [];
}
