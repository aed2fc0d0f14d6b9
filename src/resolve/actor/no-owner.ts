import { foldPlain } from '../../language/segment/fold.ts';
import { isCapital } from './letters.ts';
import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import { inList, type Scene } from './scene.ts';
import type { Situation } from './verdict.ts';

/** "The Hotel Nacional", "the Galaxy Leader": a capitalised word beside another that no dictionary knows is part of a name. */
export function isInProperName({ first, last, roles, name }: Phrase, scene: Scene): boolean {
  const { tokens, words, gazetteer } = scene;
  if (name || roles.length !== 1 || first === 0 || !isCapital(tokens[first])) return false;
  const isUnlisted = (at: number): boolean => {
    const token = tokens[at];
    if (!token || at === 0 || !isCapital(token) || token.upos !== 'PROPN') return false;
    return !inList(scene, 'title', words[at]) && gazetteer.entriesOf(token).length === 0;
  };
  const article = inList(scene, 'article', words[first - 2]);
  return (article && isUnlisted(first - 1)) || (roles[0]!.role!.office === undefined && isUnlisted(last + 1));
}

/** "Министры трёх европейских держав", "лидеры арабских стран": of several that nobody names (reference kind `lands`). */
export function isOfSeveralLands({ last }: Phrase, scene: Scene): boolean {
  for (const { upos, feats, lemma } of scene.tokens.slice(last + 1, last + 1 + LANDS_NEAR)) {
    if (feats['Case'] !== 'Gen') return false;
    if (upos === 'NOUN') return feats['Number'] === 'Plur' && inList(scene, 'lands', foldPlain(lemma));
    if (upos !== 'ADJ' && upos !== 'NUM' && upos !== 'DET') return false;
  }
  return false;
}

const LANDS_NEAR = 4;

/** "After its war with Israel the authorities …": whom somebody has something with is not who has it. */
export function isFacedBySomebody({ sentence, range }: Salient, at: Situation): boolean {
  const { scene } = at;
  if (sentence !== at.sentence || !range || !inList(scene, 'facing', scene.words[range.first - 1])) return false;
  return scene.words
    .slice(Math.max(0, range.first - FACING_NEAR), range.first)
    .some((word) => inList(scene, 'own', word));
}

const FACING_NEAR = 6;
