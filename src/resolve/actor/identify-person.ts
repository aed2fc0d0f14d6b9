import { foldPlain } from '../../language/segment/fold.ts';
import { type Actor, extended, type Token } from '../../model/index.ts';
import { holds } from './dates.ts';
import { type Entry, entryAt } from './entry.ts';
import { isCapital } from './letters.ts';
import { type Identified, identifyPerson, isOfKind, rankInState } from './office.ts';
import type { Phrase } from './phrase.ts';
import { inList } from './scene.ts';
import { isSupported } from './support.ts';
import { givenFrom } from './unit.ts';
import { variantOf } from './variant.ts';
import { FORMER, isOfficial, REACH, type Situation, sectorOf, stateIn, type Verdict } from './verdict.ts';
import { keyOf } from './words.ts';

export function identifyPeople(phrase: Phrase, at: Situation): Verdict | undefined {
  const { register } = at.scene.gazetteer;
  const introduced = phrase.people.find((entry) => at.memory.actor(entry.id));
  if (introduced) {
    const actor = at.memory.actor(introduced.id)!;
    // he may have been met too long ago to be remembered with his state: "met Wang Yi. The two sides …"
    const state = stateIn(actor.id, at).state ?? register.ownerOfCode(actor.code);
    return { kind: 'name', actors: [actor], ...(state ? { state } : {}), why: `named before: ${introduced.form}` };
  }
  if (strangerBefore(phrase, at)) {
    for (const { form } of phrase.people) at.memory.strangers.add(foldPlain(form));
    if (phrase.roles.length > 0 || phrase.named.length > 0) return undefined;
    return { kind: 'name', actors: [], why: 'another person of that surname' };
  }
  const known = phrase.people.flatMap((entry) => {
    const found = identifyPerson(register, entry.id, at.on);
    return found && isSupported({ entry, found }, phrase, at) ? [{ entry, found }] : [];
  });
  if (known.length === 0) return undefined;
  const fitting = whoHeldIt(known, phrase, at);
  const ranked = fitting
    .map((item) => extended(item, { score: fitness(item, phrase, at) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked as [(typeof ranked)[0], (typeof ranked)[0] | undefined];
  if (best.entry.kind === 'family' && best.score < 0) return undefined;
  if (second && second.score === best.score && second.found.actor.code !== best.found.actor.code) {
    return {
      kind: 'name',
      actors: [],
      why: `several people of that name: ${ranked.map((r) => r.entry.id).join(', ')}`,
    };
  }
  const { why } = best.found;
  const actor = heldHere(best.found.actor, phrase, at);
  const state = actor.code === best.found.actor.code ? best.found.state : phrase.state?.id;
  const former =
    phrase.former && actor.office !== undefined && phrase.roles.length > 0 && leftOffice(actor, phrase, at);
  const said = former ? extended(actor, { sector: FORMER }) : actor;
  return { kind: 'name', actors: [said], ...(state ? { state } : {}), why: `${why} (${entryAt(best.entry)})` };
}

const REBELS = 'REB';

export interface Candidate {
  readonly entry: Entry;
  readonly found: Identified;
}

/** "President Bush" is none of the other Bushes: of those known by the surname only, who held the office told goes before who never did. */
function whoHeldIt(known: readonly Candidate[], phrase: Phrase, at: Situation): readonly Candidate[] {
  const office = phrase.named.find(({ type }) => type === 'office')?.id;
  const { register } = at.scene.gazetteer;
  const named = known.filter(({ entry }) => register.termsOf(entry.id).some((term) => term.office === office));
  if (named.length > 0) return named;
  const key = phrase.roles[0]?.role?.office;
  if (key === undefined || known.length < 2) return known;
  const held = known.filter(({ entry }) => entry.kind !== 'family' || hasHeld(entry.id, key, at));
  return held.length > 0 ? held : known;
}

function hasHeld(person: string, key: string, at: Situation): boolean {
  return at.scene.gazetteer.register.termsOf(person).some((term) => isOfKind(term.office, key));
}

/** "former prime minister Imran Khan": what he was counts for more than the party he leads. */
function leftOffice({ sector }: Actor, phrase: Phrase, at: Situation): boolean {
  return sectorOf(phrase, at.scene).sector === FORMER && ['GOV', 'PTY', 'OPP'].includes(sector ?? '');
}

/** "Palestinian Prime Minister Ismail Haniyeh": the office in the text goes before the one in the dictionary. */
export function heldHere(actor: Actor, phrase: Phrase, at: Situation): Actor {
  if (phrase.former) return actor;
  const title = phrase.named.find((entry) => entry.type === 'office');
  if (title && actor.office === undefined && phrase.roles.length === 0) {
    const { register } = at.scene.gazetteer;
    const office = register.unit(title.id);
    const code = (office?.state && register.actingCode(office.state)) ?? office?.code ?? actor.code;
    return extended(actor, {
      code: code || actor.code,
      sector: register.sectorOf(title.id) ?? 'GOV',
      office: title.form,
    });
  }
  if (phrase.roles.length === 0) return actor;
  const owner = phrase.state ?? phrase.named.find(({ type }) => type === 'organisation' || type === 'group');
  const code = (owner && at.scene.gazetteer.register.actingCode(owner.id)) ?? actor.code;
  const { sector, form, specific } = sectorOf(phrase, at.scene);
  // "Angolan rebel leader Jonas Savimbi": his movement says more than whose rebels they are
  if (sector === REBELS && actor.sector === REBELS && phrase.named.length === 0) return actor;
  // a text that calls a party's man a minister or a judge knows more than the dictionary
  const isNews = specific && phrase.named.length === 0 && isOfficial(sector) && !isOfficial(actor.sector);
  if (code === actor.code && actor.office !== undefined && !isNews && !heldBefore(actor.id, phrase, at)) return actor;
  return { id: actor.id, code, sector, name: actor.name, office: form };
}

/** "President Laurent Gbagbo" who leads a party by now: he is named by the office that he held, not by the one he holds. */
function heldBefore(person: string, phrase: Phrase, at: Situation): boolean {
  const keys = phrase.roles.flatMap(({ role }) => role?.office ?? []).filter((key) => key !== 'leader');
  const { register } = at.scene.gazetteer;
  const ofKind = register.termsOf(person).filter(({ office }) => keys.some((key) => isOfKind(office, key)));
  return (
    ofKind.length > 0 && !ofKind.some(({ from, to }) => (at.on === undefined ? to === '' : holds(from, to, at.on)))
  );
}

export function fitness(item: Candidate, phrase: Phrase, at: Situation): number {
  const { actor, state } = item.found;
  let score = 0;
  if (at.memory.introduced.has(actor.id)) score += 8;
  if (phrase.state && phrase.state.id === state) score += 4;
  if (phrase.state && phrase.state.id !== state) score -= 4;
  if (actor.office !== undefined) score += 3;
  score += prominence(actor.id, at);
  const key = phrase.roles[0]?.role?.office;
  if (key && hasHeld(actor.id, key, at)) score += 2;
  if (item.entry.kind === 'family' && actor.office === undefined && at.on !== undefined && !phrase.former) score -= 4;
  const office = phrase.named.find((entry) => entry.type === 'office');
  if (office && at.scene.gazetteer.register.termsOf(actor.id).some((term) => term.office === office.id)) score += 2;
  if (state && at.memory.best(at.sentence, REACH, (salient) => salient.state === state)) score += 1;
  return score;
}

/** Of several with one surname who leads a state is meant before a minister, and he before anybody else. */
function prominence(person: string, at: Situation): number {
  const rank = rankInState(at.scene.gazetteer.register, person, at.on);
  if (rank === undefined) return 0;
  return rank.head ? 2 : 1;
}

/** "Ivan Putin": given names before a bare surname of which the person has none. */
export function strangerBefore(phrase: Phrase, at: Situation): boolean {
  const unit = phrase.units.find((u) => u.people.length > 0)!;
  // of a king who has but one name too: "Guy Philippe"
  const isFull = ({ kind, form }: Entry): boolean => kind !== 'surname' && kind !== 'family' && form.includes(' ');
  if (unit.people.some(isFull)) return false;
  const { tokens, words, gazetteer } = at.scene;
  // The first word of a sentence is capitalised whatever it is.
  const isFirstName = (token: Token): boolean => token.upos === 'PROPN' || gazetteer.register.isGivenName(token.form);
  const from = Math.max(givenFrom(unit.first, at.scene), firstInside(phrase, unit));
  const given = tokens
    .slice(from, unit.first)
    .filter(
      (token, i) =>
        isCapital(token) && !inList(at.scene, 'title', words[from + i]!) && (from + i > 0 || isFirstName(token)),
    );
  if (given.length === 0) return false;
  return !unit.people.some((entry) => given.some((token) => bears(entry.id, token.form, at)));
}

/** Where given names may begin: behind the title, if the phrase has one. */
export function firstInside(phrase: Phrase, unit: Phrase['units'][number]): number {
  const before = phrase.units[phrase.units.indexOf(unit) - 1];
  return before ? before.last + 1 : 0;
}

export function bears(person: string, form: string, at: Situation): boolean {
  const word = foldPlain(form.replaceAll('.', ''));
  const variant = variantOf(word) ?? word;
  return at.scene.gazetteer.register
    .formsOf(person)
    .some((full) =>
      keyOf(full).some(
        (part) =>
          part === word ||
          (variantOf(part) ?? part) === variant ||
          (word.length < 3 && part.startsWith(word[0]!)) ||
          (word.length > 4 && part.length > 3 && word.startsWith(part.slice(0, -1))),
      ),
    );
}
