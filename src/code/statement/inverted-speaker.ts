import type { CueReader } from './draft.ts';

/** The words after the verb; "those who survived" as one participle; a place that speaks ("they say in Athens"). */
export function invertedSpeaker(reader: CueReader, i: number): number[] {
  const { tree, cues, grammar } = reader;
  const isPlace = tree.upos(i + 1) === 'ADP';
  // "is said in a statement of the ministry", "follows from the report"
  const isPaper = isPlace && [i + 2, i + 3].some((k) => cues.has('document', tree.lemma[k] ?? ''));
  const isPlural = tree.tokens[i]!.feats['Number'] === 'Plur';
  if (isPlace && !isPaper && !(cues.has('place-marker', tree.form[i + 1]!) && isPlural)) return lateSpeaker(reader, i);
  const first = isPlace ? i + 2 : i + 1;
  let last = first;
  while (
    last < tree.tokens.length &&
    !grammar.has('relative', tree.form[last]!) &&
    (isSpeakerPart({ tree }, last, first) || isMarkedName({ tree }, last))
  )
    last += 1;
  const words = range(first, last);
  return words.some((k) => isNominal({ tree }, k)) ? words : [];
}

/** "reported with reference to sources the agency": the first nominative behind the adverbials. */
function lateSpeaker({ tree }: CueReader, i: number): number[] {
  let end = i + 1;
  while (end < tree.tokens.length && !['PUNCT', 'VERB', 'SCONJ', 'AUX'].includes(tree.upos(end))) end += 1;
  const head = range(i + 2, end).find(
    (k) => tree.tokens[k]!.feats['Case'] === 'Nom' && ['NOUN', 'PROPN'].includes(tree.upos(k)),
  );
  return head === undefined ? [] : range(head, end);
}

function isSpeakerPart({ tree }: Pick<CueReader, 'tree'>, k: number, first: number): boolean {
  return !['PUNCT', 'VERB', 'SCONJ', 'AUX'].includes(tree.upos(k)) || (k === first && isNominal({ tree }, k));
}

/** The marks around a name: in «Gazprom». */
function isMarkedName({ tree }: Pick<CueReader, 'tree'>, k: number): boolean {
  return /^[«»"“”]$/.test(tree.form[k]!) && (tree.upos(k + 1) === 'PROPN' || tree.upos(k - 1) === 'PROPN');
}

/** A noun, a word of another alphabet, a participle in the nominative that stands for a person. */
function isNominal({ tree }: Pick<CueReader, 'tree'>, k: number): boolean {
  const { upos, feats } = tree.tokens[k]!;
  if (['NOUN', 'PROPN', 'PRON', 'X'].includes(upos)) return true;
  return ['VERB', 'ADJ'].includes(upos) && feats['Case'] === 'Nom' && feats['Number'] === 'Plur';
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}
