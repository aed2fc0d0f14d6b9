import { foldPlain } from '../../language/segment/fold.ts';
import type { Entry } from './entry.ts';
import type { Candidate } from './identify-person.ts';
import { isOfKind, rankInState } from './office.ts';
import type { Phrase } from './phrase.ts';
import { inList, type Scene } from './scene.ts';
import type { Situation } from './verdict.ts';

/**
 * A surname that people of many states bear (reference kind `shared-surname`), or one behind a title that its bearer never
 * had ("Officer Barrow"), stands for an official of a state only where that state was spoken of, or the office is told.
 */
export function isSupported({ entry, found }: Candidate, phrase: Phrase, at: Situation): boolean {
  const { scene, memory } = at;
  const { reference, register } = scene.gazetteer;
  if (!reference.has('shared-surname') || (entry.kind !== 'surname' && entry.kind !== 'family')) return true;
  const unit = phrase.units.find(({ people }) => people.length > 0)!;
  const surname = scene.words[unit.last]!;
  const key = phrase.roles[0]?.role?.office;
  const isTold = key !== undefined && register.termsOf(entry.id).some(({ office }) => isOfKind(office, key));
  const isOther = entry.kind === 'family' && phrase.roles.length > 0 && !isTold;
  if (isTold || !(isOther || inList(scene, 'shared-surname', surname))) return true;
  const { state } = found;
  if (state === undefined || memory.introduced.has(found.actor.id) || memory.introduced.has(state)) return true;
  return phrase.state?.id === state || isNamed(state, scene) || (!isOther && isAmongLeaders(entry.id, at));
}

/** "Yoon called Sánchez": one who leads a state beside another who does. */
function isAmongLeaders(person: string, { scene, on }: Situation): boolean {
  const { register } = scene.gazetteer;
  const leads = (id: string): boolean => rankInState(register, id, on)?.head === true;
  if (!leads(person)) return false;
  return scene.gazetteer
    .find(scene.tokens)
    .some(
      ({ entries, first }) =>
        !inList(scene, 'shared-surname', scene.words[first]) &&
        entries.some(({ type, id }) => type === 'person' && id !== person && leads(id)),
    );
}

/** Whether the sentence names a state, its towns or its people. */
export function isNamed(state: string, { tokens, gazetteer }: Scene): boolean {
  const isOf = ({ type, id }: { type: string; id: string }): boolean =>
    (type === 'state' && id === state) || (type === 'office' && gazetteer.register.unit(id)?.state === state);
  return gazetteer.find(tokens).some(({ entries }) => entries.some(isOf));
}

/** Acronyms of parties of so many letters mean other things in other states: "a super PAC", "the CDC". */
const SHORT = 4;

/** Whether an acronym is a party's of a state that nobody has spoken of, and not one that all the world knows (`known-party`). */
export function isForeignParty(entry: Entry, scene: Scene): boolean {
  const { register, reference } = scene.gazetteer;
  const isShort = entry.letters === 'capitals' && entry.form.length <= SHORT;
  // "the Democrats", "the Left" are such words everywhere
  const isWord = /^the \p{Lu}\p{Ll}+$/iu.test(entry.form);
  if (!(isShort || isWord) || entry.own === true || entry.type !== 'body' || !reference.has('known-party'))
    return false;
  if (register.sectorOf(entry.id) !== 'PTY' || inList(scene, 'known-party', foldPlain(entry.form))) return false;
  const state = register.unit(entry.id)?.state;
  if (state === undefined || state === 'united-states') return false;
  return !scene.introduced.has(entry.id) && !scene.introduced.has(state) && !isNamed(state, scene);
}
