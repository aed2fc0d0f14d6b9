import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import { inList, type Scene } from './scene.ts';
import type { Situation, Verdict } from './verdict.ts';

/**
 * «Франция обвинила Иран, и он ответил отказом»: the one state of the pronoun's gender that the sentence has named without
 * its acting there, with no noun of that gender behind it which could be meant as well (names of other languages have none).
 */
export function stateOfGender(phrase: Phrase, { memory, scene, sentence }: Situation): Verdict | undefined {
  const { first, reference } = phrase;
  const gender = genderOf(scene, first);
  if (gender === undefined || !scene.tokens[first]!.deprel.startsWith('nsubj')) return undefined;
  const fits = ({ kind, place, range, actors }: Salient): boolean =>
    kind === 'state' && !place && actors.length === 1 && range !== undefined && isOf(scene, range.last, gender);
  const named = memory.inSentence(sentence).filter(fits);
  const [one, other] = named;
  if (!one?.range || other || one.subject) return undefined;
  for (let i = one.range.last + 1; i < first; i++) if (isOf(scene, i, gender)) return undefined;
  const state = one.state === undefined ? {} : { state: one.state };
  return { kind: 'pronoun', actors: one.actors, ...state, why: `${reference!.form}: ${one.actors[0]!.name}` };
}

function genderOf(scene: Scene, i: number): string | undefined {
  if (inList(scene, 'she', scene.words[i])) return 'Fem';
  return inList(scene, 'he', scene.words[i]) ? 'Masc' : undefined;
}

function isOf({ tokens }: Scene, i: number, gender: string): boolean {
  const { upos, feats } = tokens[i]!;
  return (upos === 'NOUN' || upos === 'PROPN') && feats['Gender'] === gender && feats['Number'] !== 'Plur';
}
