import { foldPlain } from '../../language/segment/fold.ts';
import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import { inList, type Scene } from './scene.ts';
import { REACH, type Situation } from './verdict.ts';

/** Whether a phrase says itself whose the body is: "Georgia's government", "Ministry of Foreign Affairs of Georgia". */
export function saysWhose({ named, roles, state, name }: Phrase): boolean {
  if (name !== undefined) return false;
  return roles.length > 0 ? state !== undefined : named.some(({ type }) => type === 'office' || type === 'body');
}

/** Folded lemmas of a phrase. */
export function wordsOf({ first, last }: Phrase, { tokens }: Scene): string[] {
  return tokens.slice(first, last + 1).map(({ lemma }) => foldPlain(lemma));
}

/** "The Georgian ministry … Russian guards … The Ministry": the one of that word, if all of them were one state's. */
export function sameBody(phrase: Phrase, { scene, memory, sentence }: Situation): Salient | undefined {
  const role = phrase.roles.at(-1)?.role;
  const pointsBack = phrase.definite || !scene.gazetteer.reference.has('article');
  if (!role || phrase.owned || phrase.name || !pointsBack) return undefined;
  if (role.kind !== 'body' && !inList(scene, 'institution', foldPlain(role.form))) return undefined;
  const word = foldPlain(scene.tokens[phrase.last]!.lemma);
  const isOne = ({ body, state }: Salient): boolean => body?.includes(word) === true && state !== undefined;
  const [state, other] = memory.statesOf(sentence, REACH, isOne);
  return state === undefined || other !== undefined ? undefined : memory.best(sentence, REACH, isOne);
}
