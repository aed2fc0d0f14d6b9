import type { Entry, Match } from './entry.ts';
import { identifyPerson, rankInState } from './office.ts';
import type { Phrase } from './phrase.ts';
import { inList, type Scene } from './scene.ts';
import type { Unit } from './unit.ts';

/** Only where a subject and an object stand side by side before the verb without a comma does the end of a name not show otherwise. */
const areSideBySide = (scene: Scene): boolean => inList(scene, 'possessive-compound', 'yes');

const isSurname = ({ kind, type }: Entry): boolean => type === 'person' && (kind === 'surname' || kind === 'family');

/** "Katar Emiri Erdoğan'ı kabul etti": who governs another state by then is none that a title of this one stands for. */
export function leadsElsewhere({ state, named }: Phrase, { people }: Unit, scene: Scene): boolean {
  if (!areSideBySide(scene) || people.length === 0 || !people.every(isSurname)) return false;
  const { register } = scene.gazetteer;
  const owner = state?.id ?? register.unit(named.find(({ type }) => type === 'office')?.id ?? '')?.state;
  if (owner === undefined) return false;
  const served = ({ id }: Entry): boolean =>
    register.termsOf(id).some(({ office }) => register.unit(office)?.state === owner);
  return people.some(({ id }) => rankInState(register, id, scene.on) !== undefined) && !people.some(served);
}

/** "Erdoğan Macron ile görüştü": the surname of a leader is no given name of whoever is named behind it. */
export function isLeadersName(form: string, match: Match | undefined, scene: Scene): boolean {
  if (!areSideBySide(scene) || !match?.entries.every(isSurname)) return false;
  const { register } = scene.gazetteer;
  if (register.isGivenName(form)) return false;
  return match.entries.some(({ id }) => identifyPerson(register, id, scene.on)?.actor.office !== undefined);
}
