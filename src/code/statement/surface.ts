import type { CueReader } from './indirect.ts';
import { trim } from './phrase.ts';

/** Word order where the tree is unsure: reporting clauses are short and stand in few places. */

const MAX_BETWEEN = 14;
const MAX_SPEAKER = 16;
const MAX_AFTER = 12;
const CLAUSE = ['VERB', 'AUX'];

/** "said on Monday that …": the clause after the conjunction that follows the verb with no other verb between. */
export function thatClause(reader: CueReader, i: number): number[] {
  const { tree, cues } = reader;
  for (let k = i + 1; k < tree.tokens.length && k - i <= MAX_BETWEEN; k++) {
    if (cues.has('complementizer', tree.form[k]!)) return isDeterminer(reader, k) ? [] : clauseFrom(reader, i, k);
    if (CLAUSE.includes(tree.upos(k)) || tree.form[k] === ':' || tree.form[k] === ';') return [];
  }
  return [];
}

/** "that man", "that of the others" */
function isDeterminer({ tree }: CueReader, k: number): boolean {
  return ['det', 'obj', 'obl', 'nmod'].includes(tree.relation(k)) || tree.upos(k + 1) === 'PUNCT';
}

/** "said 2,093 of the letters were redacted": all that follows the verb, when a finite verb is among it. */
export function bareClause(reader: CueReader, i: number): number[] {
  const { tree } = reader;
  const next = i + 1;
  if (['PUNCT', 'ADP', 'SCONJ', 'CCONJ', 'PART'].includes(tree.upos(next)) || next >= tree.tokens.length) return [];
  const clause = clauseFrom(reader, i, next);
  const verb = clause.find((k) => CLAUSE.includes(tree.upos(k)) && tree.tokens[k]!.feats['VerbForm'] === 'Fin');
  return verb !== undefined && verb > next ? clause : [];
}

/** From k to where a branch begins that belongs to the cue or to the clause above it. */
function clauseFrom({ tree }: CueReader, cue: number, k: number): number[] {
  let end = k;
  while (end + 1 < tree.tokens.length) {
    const next = end + 1;
    const top = topAfter(tree, next, cue);
    if (top > next || tree.upos(next) === 'PUNCT') {
      end = next;
      continue;
    }
    if (top === next && LEAVING.includes(tree.relation(top)) && tree.head(top) <= cue && endsClause(tree, end)) break;
    end = next;
  }
  return trim(
    tree,
    Array.from({ length: end - k + 1 }, (_, n) => k + n),
  );
}

const LEAVING = ['conj', 'advcl', 'parataxis', 'cc', 'mark'];

function endsClause(tree: CueReader['tree'], i: number): boolean {
  return tree.form[i] === ',' || tree.upos(i) === 'CCONJ' || tree.form[i] === ';' || tree.form[i] === '—';
}

/** Highest ancestor (or self) that stands after the cue. */
function topAfter(tree: CueReader['tree'], k: number, cue: number): number {
  let top = k;
  for (let at = tree.head(k), steps = 0; at > cue && steps < 200; at = tree.head(at), steps++) top = at;
  return top;
}

export interface Inserted {
  readonly source: readonly number[];
  readonly content: readonly number[];
}

/**
 * "<clause>, Smith said on Monday." and "<clause>, said Smith, the mayor": the reporting clause stands after a comma
 * near the end of its sentence and holds no other verb; all before the comma is what is said.
 */
export function tail(reader: CueReader, i: number): Inserted | undefined {
  const { tree } = reader;
  const form = tree.tokens[i]!.feats['VerbForm'];
  if (form === 'Ger' || form === 'Inf' || tree.tokens[i]!.feats['Tense'] === 'Pres' && form === 'Part') return undefined;
  if (tree.dependents(i, 'ccomp', 'xcomp').some((c) => c > i)) return undefined;
  let first = i;
  while (first > 0 && i - first <= MAX_SPEAKER && isSpeakerWord(reader, first - 1)) first -= 1;
  if (tree.form[first - 1] !== ',' || first < 3) return undefined;
  let last = i + 1;
  while (last < tree.tokens.length && last - i <= MAX_AFTER && !CLAUSE.includes(tree.upos(last))) last += 1;
  const isEnd = last >= tree.tokens.length || (last - i > 2 && tree.form[last - 1] !== ',');
  if (!isEnd && !hasComma(tree, i, last)) return undefined;
  const before = Array.from({ length: first - 1 }, (_, k) => k);
  if (!before.some((k) => CLAUSE.includes(tree.upos(k)))) return undefined;
  const source = trim(tree, range(first, i).filter((k) => tree.upos(k) !== 'AUX' && tree.upos(k) !== 'ADV'));
  const inverted = source.length > 0 ? [] : invertedSpeaker(reader, i);
  if (source.length === 0 && inverted.length === 0) return undefined;
  return { source: source.length > 0 ? source : inverted, content: trim(tree, before) };
}

function hasComma(tree: CueReader['tree'], from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (tree.form[k] === ',') return true;
  return false;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}

function isSpeakerWord({ tree }: CueReader, k: number): boolean {
  const upos = tree.upos(k);
  if (upos === 'PUNCT') return tree.form[k] === '-' || tree.form[k] === '.';
  return upos !== 'VERB' && upos !== 'SCONJ' && !(upos === 'AUX' && tree.tokens[k]!.deprel === 'cop');
}

function invertedSpeaker({ tree }: CueReader, i: number): number[] {
  let last = i + 1;
  while (last < tree.tokens.length && !['PUNCT', 'VERB', 'SCONJ', 'AUX'].includes(tree.upos(last))) last += 1;
  const words = range(i + 1, last);
  return words.some((k) => ['NOUN', 'PROPN', 'PRON'].includes(tree.upos(k))) && tree.upos(i + 1) !== 'ADP' ? words : [];
}
