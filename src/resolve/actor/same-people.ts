import { foldPlain } from '../../language/segment/fold.ts';
import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import type { Scene } from './scene.ts';
import { roleKind, type Situation } from './verdict.ts';

/** "The diplomats" are those told of in one of so many sentences before. */
const NEAR = 2;
/** Whose bare "soldiers" and "police" are says rather who acts there, where no article points back. */
const FORCES: ReadonlySet<string> = new Set(['MIL', 'COP', 'REB']);

/** The word for people of whom a phrase says what state they are of: "three Russian diplomats". */
export function peopleOf(phrase: Phrase, scene: Scene): string | undefined {
  const role = phrase.roles[0]?.role;
  if (!role || phrase.roles.length !== 1 || phrase.name || !phrase.state) return undefined;
  return roleKind(phrase, scene) === 'group' ? foldPlain(role.form) : undefined;
}

/** "Moldova expelled three Russian diplomats. It accused the diplomats of spying": the same people, by the same word. */
export function samePeople(phrase: Phrase, { scene, memory, sentence }: Situation): Salient | undefined {
  const [unit] = phrase.roles;
  const role = unit?.role;
  if (!role || phrase.roles.length !== 1 || phrase.name || phrase.owned) return undefined;
  if (roleKind(phrase, scene) !== 'group') return undefined;
  if (!pointsBack(phrase, role.sector ?? '', scene)) return undefined;
  const word = foldPlain(role.form);
  const told = memory.best(sentence, NEAR, ({ people, state }) => people !== undefined && state !== undefined);
  return told?.people === word && told.sentence < sentence ? told : undefined;
}

function pointsBack({ definite }: Phrase, sector: string, scene: Scene): boolean {
  return scene.gazetteer.reference.has('article') ? definite : !FORCES.has(sector);
}
