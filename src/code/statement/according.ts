import type { CueReader, Draft } from './indirect.ts';
import { possessorOf } from './noun-cue.ts';
import { subtree, trim } from './phrase.ts';

/** "according to the ministry", "per the report": the clause it hangs on is the content. */
export function readAccording({ tree, cues }: CueReader, i: number): Draft | undefined {
  if (!cues.has('according', tree.form[i]!) && !cues.has('according', tree.lemma[i]!)) return undefined;
  // UD: case(X, according) with fixed "to"; a parser may also hang X under "according"
  const isMarker = ['case', 'mark'].includes(tree.relation(i));
  const speaker = isMarker ? tree.head(i) : tree.dependents(i, 'obl', 'nmod', 'obj')[0];
  if (speaker === undefined || speaker < 0) return undefined;
  const top = isMarker ? speaker : i;
  const markers = tree.dependents(speaker, 'case');
  const fixed = tree.children[i]!.filter((c) => ['fixed', 'case'].includes(tree.relation(c)));
  const cue = [...new Set([i, ...fixed, ...markers])].sort((a, b) => a - b);
  const source = trim(tree, subtree(tree, speaker, new Set(cue))).filter((k) => !cue.includes(k));
  const edge = atEdge(tree, i, source);
  if (edge && edge.length > 2) {
    const content = new Set(edge);
    return { speaker, source: source.filter((k) => !content.has(k)), cue, content: edge, speech: false };
  }
  return whole({ tree, speaker, source, cue, top });
}

/** "According to X, …" and "…, according to X." by the order of the words; undefined elsewhere. */
function atEdge(tree: CueReader['tree'], i: number, source: readonly number[]): number[] | undefined {
  const last = source[source.length - 1] ?? i;
  const after = tree.tokens.slice(last + 1).filter((token) => token.upos !== 'PUNCT');
  if (i >= 4 && after.length === 0)
    return trim(
      tree,
      Array.from({ length: i }, (_, k) => k),
    );
  if (i > 1) return undefined;
  const comma = tree.form.findIndex((form, k) => k > i + 1 && form === ',' && k > Math.min(last, comma0(tree, i)) - 1);
  return comma < 0
    ? undefined
    : trim(
        tree,
        Array.from({ length: tree.tokens.length - comma }, (_, k) => comma + k),
      );
}

function comma0(tree: CueReader['tree'], i: number): number {
  const at = tree.form.findIndex((form, k) => k > i && form === ',');
  return at < 0 ? tree.tokens.length : at;
}

/** "in his view", "in the words of the minister": whose words is said by the noun's possessor. */
export function readWords({ tree, cues, grammar }: CueReader, i: number): Draft | undefined {
  if (tree.upos(i) !== 'NOUN' || (!cues.has('words', tree.lemma[i]!) && !cues.has('words', tree.form[i]!)))
    return undefined;
  const markers = tree.dependents(i, 'case');
  if (!['obl', 'nmod', 'parataxis', 'discourse', 'advmod'].includes(tree.relation(i))) return undefined;
  if (!markers.some((c) => cues.has('words-marker', tree.form[c]!))) return undefined;
  const speaker = possessorOf({ tree, cues, grammar }, i) ?? tree.dependents(i, 'nmod').find((c) => c > i);
  if (speaker === undefined) return undefined;
  const source = trim(tree, subtree(tree, speaker, new Set(tree.dependents(speaker, 'case'))));
  return whole({ tree, speaker, source, cue: [...markers, i].sort((a, b) => a - b), top: i });
}

/** "In a poll released on Monday, …": at the head of its sentence only. */
export function readSurvey({ tree, cues }: CueReader, i: number): Draft | undefined {
  if (tree.upos(i) !== 'NOUN' || tree.relation(i) !== 'obl' || !cues.has('survey', tree.lemma[i]!)) return undefined;
  const markers = tree.dependents(i, 'case');
  const tokens = subtree(tree, i);
  if (tokens[0]! > 1 || !markers.some((c) => cues.has('words-marker', tree.form[c]!))) return undefined;
  const source = trim(tree, subtree(tree, i, new Set(markers)));
  return whole({ tree, speaker: i, source, cue: markers, top: i });
}

/** "reportedly": its clause is hearsay, from nobody named. */
export function readAdverb({ tree, cues }: CueReader, i: number): Draft | undefined {
  if (!cues.has('adverb', tree.form[i]!)) return undefined;
  return whole({ tree, source: [], cue: [i], top: i });
}

interface Whole {
  readonly tree: CueReader['tree'];
  readonly speaker?: number;
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly top: number;
}

/** All of the clause above `top` except what stands under it. */
function whole({ tree, speaker, source, cue, top }: Whole): Draft | undefined {
  let governor = tree.head(top);
  if (governor < 0) return undefined;
  // hung on a noun inside the clause: the clause is meant
  for (let steps = 0; steps < 6 && tree.upos(governor) !== 'VERB' && tree.upos(governor) !== 'AUX'; steps++) {
    const above = tree.head(governor);
    if (above < 0 || tree.dependents(governor, 'cop', 'nsubj').length > 0) break;
    governor = above;
  }
  const content = trim(tree, subtree(tree, governor, new Set([top])));
  return { ...(speaker === undefined ? {} : { speaker }), source, cue, content, speech: false };
}
