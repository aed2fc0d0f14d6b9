import type { ActReader } from './act.ts';

/**
 * "Сборная Кении уступила Польше": a team (grammar kind `team`) that plays does nothing to a state unless it says something
 * against it. "Туристы прибыли в Рим": private travellers (kind `traveller`) are nobody's visit, and
 * what somebody builds, sells or plays for his own art or science (kind `artist`) is no help of his state.
 */
export function byPrivatePeople({ tree, composer, matcher }: ActReader, i: number): boolean {
  const { grammar, codebook } = composer;
  if (grammar.words('team').size === 0) return false;
  // "ответил на критику": a noun of what such people do
  if (tree.upos(i) === 'NOUN') return byTeam({ tree, composer, matcher }, i);
  if (tree.upos(i) !== 'VERB') return false;
  const found = matcher.at(i).best;
  if (!found) return false;
  const { deed, score, mutual, modes } = codebook.types.get(found.type)!;
  const visits = mutual && found.mode !== null && modes[found.mode]?.directed === true;
  const subjects = subjectsOf(tree, i).map((c) => tree.lemma[c]!);
  const isBy = (kind: string): boolean => subjects.some((lemma) => grammar.has(kind, lemma));
  if (visits && isBy('traveller')) return true;
  return ((deed || score >= 0) && isBy('team')) || (score > 0 && isBy('artist'));
}

/** Of a verb, of what governs it as an infinitive, or of the first verb of a pair. */
function subjectsOf(tree: ActReader['tree'], i: number): readonly number[] {
  let at = i;
  for (let steps = 0; steps < 4; steps++) {
    const own = tree.dependents(at, 'nsubj');
    if (own.length > 0 || !['xcomp', 'conj'].includes(tree.relation(at)) || tree.head(at) < 0) return own;
    at = tree.head(at);
  }
  return [];
}

function byTeam({ tree, composer }: ActReader, noun: number): boolean {
  let at = noun;
  while (at >= 0 && tree.upos(at) !== 'VERB') at = tree.head(at);
  return at >= 0 && subjectsOf(tree, at).some((c) => composer.grammar.has('team', tree.lemma[c]!));
}
