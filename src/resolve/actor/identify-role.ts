import { foldPlain } from '../../language/segment/fold.ts';
import { type Actor, extended } from '../../model/index.ts';
import { sameBloc } from './bloc.ts';
import { type EntryType, entryAt, isNamePart } from './entry.ts';
import { envoyOf } from './envoy.ts';
import { isCapital } from './letters.ts';
import type { Salient } from './memory.ts';
import { isFacedBySomebody, isInProperName, isOfSeveralLands } from './no-owner.ts';
import { holderOf } from './office.ts';
import type { Phrase } from './phrase.ts';
import { countryNear } from './reference.ts';
import type { Register } from './register.ts';
import { ofBoth, ofPairBefore, ofSeveral, oneEach } from './role-of-several.ts';
import { ofState } from './role-of-state.ts';
import { sameBody } from './same-body.ts';
import { samePeople } from './same-people.ts';
import { inList, type Scene } from './scene.ts';
import { sideBefore } from './side.ts';
import { elsewhere, nameOf, REACH, roleKind, type Situation, sectorOf, type Verdict } from './verdict.ts';
import { keyOf } from './words.ts';

export function identifyRole(phrase: Phrase, at: Situation): Verdict {
  const { scene } = at;
  const { sector, form } = sectorOf(phrase, scene);
  const kind = roleKind(phrase, at.scene);
  if (phrase.where && phrase.others.length > 0) return oneEach(phrase, [phrase.where, ...phrase.others], at);
  if (phrase.where) {
    return ofState(phrase, at, { id: phrase.where.id, why: `in ${phrase.where.form} (${entryAt(phrase.where)})` });
  }
  if (phrase.state && phrase.others.length > 0) return oneEach(phrase, [phrase.state, ...phrase.others], at);
  if (phrase.state && !phrase.ethnic)
    return ofState(phrase, at, { id: phrase.state.id, why: `${phrase.state.form} (${entryAt(phrase.state)})` });
  const side = phrase.owned ? undefined : sideBefore(phrase, at);
  if (side) return ofState(phrase, at, side);
  const again = samePeople(phrase, at);
  if (again) return ofState(phrase, at, { id: again.state!, why: `the same ${again.people} as before` });
  const lead = phrase.owned ? undefined : underLead(phrase, at);
  if (lead?.state) return ofState(phrase, at, { id: lead.state, why: `of ${lead.actors[0]!.name}` });
  const sender = phrase.owned ? undefined : envoyOf(phrase, at);
  if (sender) return ofState(phrase, at, { id: sender, why: `of ${sender}, whose envoy is told so` });
  const whose = whoseOf(phrase, at) ?? countryBehind(phrase, at);
  if (whose?.state) return ofState(phrase, at, { id: whose.state, why: `of ${whose.actors[0]!.name}` });
  const several = phrase.shared ? ofSeveral(phrase, at) : (ofPairBefore(phrase, at) ?? ofBoth(phrase, at));
  if (several) return several;
  const pointsBack = phrase.definite || !at.scene.gazetteer.reference.has('article');
  const own = phrase.owned || phrase.ethnic || !pointsBack ? undefined : sameCourt(sector, at);
  if (own) return ofState(phrase, at, { id: own.id, why: `${own.name} named before` });
  const armed =
    phrase.owned || phrase.ethnic || !pointsBack
      ? onlyArmedGroup(phrase, sector, at)
      : (sameArmedGroup(sector, at) ?? sameBloc(phrase, at));
  const holder = phrase.owned ? itsOrganisation(phrase, at) : undefined;
  if (holder) return ofState(phrase, at, { id: holder.id, why: `${holder.name} named before` });
  const lender = inList(scene, 'lent', foldPlain(form)) && !phrase.owned ? ownerOrganisation(at, 0) : undefined;
  const leader = ledBy(phrase, form, at);
  if (leader?.state) return ofState(phrase, at, { id: leader.state, why: `of ${leader.actors[0]!.name}` });
  const near = phrase.ethnic ? elsewhere(phrase, at) : (armed ?? lender) ? undefined : inherited(phrase, at);
  if (near) {
    const id = (phrase.owned && armedGroup(near, at)) || near.state!;
    const why = `state of ${near.actors[0]?.name ?? near.state} in sentence ${near.sentence + 1}`;
    return extended(ofState(phrase, at, { id, why }), { inherited: true });
  }
  const keeper = armed ?? (mayBelong(phrase, form, at) ? ownerOrganisation(at) : undefined);
  const owner = keeper && isEmbassyOf(keeper, form, at) ? undefined : keeper;
  if (owner) {
    const actor: Actor = armed ? armed.actors[0]! : extended(owner.actors[0]!, { sector, name: nameOf(phrase, at) });
    return { kind, actors: [actor], why: `${form}: ${owner.actors[0]!.name} named before` };
  }
  // women and victims are civilians whoever they are, men may be anything
  const nobody = inList(scene, 'unidentified', foldPlain(form)) && !inList(scene, 'unarmed', foldPlain(form));
  const known = nobody ? 'UNK' : sector;
  return { kind, actors: [], sector: known, why: `${form}: ${known} of no state that can be known` };
}

/** "Haftar's forces", "Hafter güçleri": of the person right before. */
function ledBy(phrase: Phrase, form: string, { scene, memory, sentence }: Situation): Salient | undefined {
  if (!inList(scene, 'soldiery', foldPlain(form))) return undefined;
  const possessive = inList(scene, 'possessive', scene.words[phrase.first - 1]);
  if (!possessive && !inList(scene, 'possessive-compound', 'yes')) return undefined;
  const end = phrase.first - (possessive ? 2 : 1);
  return memory.latest(sentence, ({ kind, range }) => kind === 'person' && range?.last === end);
}

/** Words between a leader and the role: "Önal'ın başkanlığındaki on kişilik bir heyet". */
const MOST_LED = 4;

/** "Hafter'e bağlı bir birlik", "Sisi'nin komutasındaki ordu": of whoever stands before a word of leading (kind `led`). */
function underLead({ first }: Phrase, { scene, memory, sentence }: Situation): Salient | undefined {
  const { words } = scene;
  for (let at = first - 1; at >= Math.max(1, first - MOST_LED); at--) {
    if (!/^[\p{L}\d]/u.test(words[at]!)) return undefined;
    if (!inList(scene, 'led', words[at])) continue;
    return memory.latest(sentence, ({ actors, range }) => actors.length === 1 && range?.last === at - 1);
  }
  return undefined;
}

/** "Соединённые Штаты, чьи самолёты": of whoever stands right before the relative word (reference kind `whose`). */
function whoseOf({ first }: Phrase, { scene, memory, sentence }: Situation): Salient | undefined {
  if (!inList(scene, 'whose', scene.words[first - 1])) return undefined;
  const comma = scene.words.lastIndexOf(',', first - 1);
  if (comma < first - 3) return undefined;
  return memory.latest(sentence, ({ range, state }) => range?.last === comma - 1 && state !== undefined);
}

/** "Министерство обороны республики": a word for a country that few states are called by, in the genitive right behind. */
function countryBehind({ last, owned }: Phrase, at: Situation): Salient | undefined {
  const { scene } = at;
  const behind = scene.tokens[last + 1];
  if (owned || behind?.feats['Case'] !== 'Gen' || !scene.gazetteer.reference.has('seldom-realm')) return undefined;
  const [match] = scene.gazetteer.find([behind]);
  const country = match?.entries.find(({ type, kind }) => type === 'reference' && kind === 'own-country');
  const words = [...(scene.gazetteer.reference.get('seldom-realm') ?? [])];
  const isTold = country && words.some((word) => word.startsWith(`${foldPlain(country.form)}=`));
  return isTold ? countryNear(at, country.form) : undefined;
}

/** "Taliban fighters entered Kabul … the embassy": movements have none. */
function isEmbassyOf({ actors }: Salient, form: string, { scene }: Situation): boolean {
  return inList(scene, 'abroad', foldPlain(form)) && scene.gazetteer.register.typeOf(actors[0]!.id) === 'group';
}

/** "NATO … the secretary general"; but firms, ships and rulers are no organisation's. */
function mayBelong(phrase: Phrase, form: string, { scene }: Situation): boolean {
  const word = foldPlain(form);
  if (inList(scene, 'lent', word)) return true;
  const { kind, sector } = phrase.roles.at(-1)!.role!;
  if (kind === 'agent' || inList(scene, 'at-large', foldPlain(sector ?? ''))) return false;
  return phrase.definite && !['equipment', 'of-state-only'].some((list) => inList(scene, list, word));
}

/** "The militants", "terör örgütü" after an armed group was named: that group. */
export function sameArmedGroup(sector: string, at: Situation): Salient | undefined {
  const { scene, memory, sentence } = at;
  if (!inList(scene, 'armed', foldPlain(sector))) return undefined;
  const { register } = scene.gazetteer;
  const isBand = (id: string): boolean => register.typeOf(id) === 'group' && register.sectorOf(id) !== 'GOV';
  return memory.best(sentence, REACH, ({ actors }) => actors.length === 1 && isBand(actors[0]!.id));
}

/** How far back a movement is still whose bare "militants" are. */
const BAND_REACH = 3;

/** "On Saturday militants shot three women" after one movement alone was named (reference kind `band`). */
function onlyArmedGroup(phrase: Phrase, sector: string, at: Situation): Salient | undefined {
  const { scene, memory, sentence } = at;
  const word = foldPlain(phrase.roles.at(-1)!.role!.form);
  if (phrase.owned || phrase.ethnic || !inList(scene, 'band', word)) return undefined;
  const near = sameArmedGroup(sector, at);
  if (!near || sentence - near.sentence > BAND_REACH) return undefined;
  const { register } = scene.gazetteer;
  const isOther = ({ actors }: Salient): boolean =>
    actors.some(({ code }) => {
      const owner = register.ownerOfCode(code);
      return owner !== undefined && register.typeOf(owner) === 'group' && code !== near.actors[0]!.code;
    });
  return memory.best(sentence, REACH, isOther) ? undefined : near;
}

/** "Al-Shabaab said its fighters": the group's, not the state's it fights in. */
function armedGroup({ actors }: Salient, { scene }: Situation): string | undefined {
  const unit = actors.length === 1 ? scene.gazetteer.register.unit(actors[0]!.id) : undefined;
  return unit?.type === 'group' && inList(scene, 'armed', foldPlain(unit.sector ?? '')) ? unit.id : undefined;
}

/** How many sentences back a court is still the one that "the court" means. */
const COURT_REACH = 6;

/** "The judges" after the International Court of Justice was named. */
function sameCourt(sector: string, { scene, memory, sentence }: Situation): Actor | undefined {
  if (sector !== 'JUD') return undefined;
  const { register } = scene.gazetteer;
  const near = memory.best(sentence, COURT_REACH, ({ actors }) => {
    const [one] = actors;
    if (actors.length !== 1 || register.typeOf(one!.id) !== 'organisation') return false;
    return keyOf(one!.name).some((word) => inList(scene, 'court', word));
  });
  return near?.actors[0];
}

export function ownerOrganisation(at: Situation, reach = 1): Salient | undefined {
  return at.memory.best(
    at.sentence,
    reach,
    (salient) => salient.kind === 'organisation' && salient.actors.length === 1,
  );
}

/** The state a bare role belongs to: the owner's, or the one spoken of. */
export function inherited(phrase: Phrase, at: Situation): Salient | undefined {
  const { scene, memory, sentence } = at;
  const role = phrase.roles.at(-1)!.role!;
  if (phrase.owned || isSuffixed(phrase, scene)) return ownerOf(phrase, at);
  if (isNobodys(phrase, at)) return undefined;
  const official = inList(scene, 'of-state', foldPlain(role.sector ?? ''));
  const { register } = scene.gazetteer;
  const same = sameBody(phrase, at);
  if (same) return same;
  const judge = judgeOf(phrase, at);
  const fits = (one: Salient): boolean => {
    const { state, actors } = one;
    const type = actors[0] && (register.typeOf(actors[0].id) ?? ownerType(actors[0], register));
    if (state === undefined || state === judge || one.abroad || isFacedBySomebody(one, at)) return false;
    return !(official && (type === 'group' || type === 'organisation'));
  };
  // "the emir" is of the state that has one, on that day
  const reigns = (state: string): boolean =>
    role.office !== MONARCH || holderOf(register, state, MONARCH, at.on) !== undefined;
  const having = (one: Salient): boolean =>
    fits(one) && register.typeOf(`${one.state}-${role.office}`) === 'office' && reigns(one.state!);
  const atLarge = inList(scene, 'at-large', foldPlain(role.sector ?? ''));
  // "the company": the one spoken of, whoever has spoken since
  const alike = ({ actors }: Salient): boolean => actors.length === 1 && actors[0]!.sector === role.sector;
  const firm = atLarge && phrase.definite ? memory.best(sentence, 3, (one) => fits(one) && alike(one)) : undefined;
  if (firm) return firm;
  const ground = frontedGround(phrase, at);
  if (ground) return ground;
  const ruler = role.office ? memory.best(sentence, REACH, having) : undefined;
  if (role.office === MONARCH && !ruler) return undefined;
  const near = ruler ?? memory.best(sentence, REACH, fits);
  // whoever takes refugees in is not whose they are
  if (role.sector === 'REF' && near?.sentence === sentence) return undefined;
  // "the prime minister told parliament": his own
  const house = role.sector === 'LEG' && inList(scene, 'institution', foldPlain(role.form));
  const teller = house ? memory.latest(sentence, (one) => fits(one) && one.subject) : undefined;
  if (teller?.kind === 'person') return teller;
  // "described the new government"
  const article = judge !== undefined && inList(scene, 'definite', scene.words[phrase.first - 2]);
  const settled = phrase.definite || article || role.office !== undefined || role.kind === 'body';
  if (settled) return (near && role.office === undefined && whereTheyAct(phrase, near, at)) || near;
  if (atLarge && phrase.name === undefined) return undefined;
  // "Officers know what the other side can do": a bare plural speaks of all where no state was named just before
  const here = phrase.name !== undefined || (near !== undefined && sentence - near.sentence <= 1);
  // rebels fight on the ground of a state, often of none that acts
  const armed = inList(scene, 'armed', foldPlain(role.sector ?? ''));
  const within = { reach: official ? 1 : 2, places: armed, states: official && phrase.name !== undefined };
  const alone = here && near && memory.isAlone(near, sentence, within) ? near : undefined;
  // police and opposition are at home where the text plays, whoever was named in a sentence before
  const bound = alone?.sentence !== sentence && inList(scene, 'scene-first', foldPlain(role.sector ?? ''));
  return (bound ? sceneOf(phrase, at) : undefined) ?? alone ?? sceneOf(phrase, at);
}

/** "Полиция применила водомёты" deep in an article: of the state where the text plays (sectors and words of kind `scene-of-text`). */
function sceneOf({ name, roles }: Phrase, { scene, memory }: Situation): Salient | undefined {
  const words = [roles.at(-1)!.role!.sector ?? '', roles.at(-1)!.role!.form].map(foldPlain);
  const isHere = words.some((word) => inList(scene, 'scene-of-text', word));
  const stays = name === undefined && isHere && !inList(scene, 'mobile', words[1]);
  return stays ? (memory.scene() ?? memory.subject()) : undefined;
}

/** Roles that take no state from the text around: whose they are stands beside them or nowhere. */
function isNobodys(phrase: Phrase, at: Situation): boolean {
  const { scene } = at;
  const role = phrase.roles.at(-1)!.role!;
  const word = foldPlain(role.form);
  // "drones hit the port"
  const ownerless = ['abroad', 'equipment'].some((kind) => inList(scene, kind, word));
  // "coalition forces", "foreign fighters": of several states or of another one
  if (inList(scene, 'of-several', scene.words[phrase.first - 1])) return true;
  // "the Duvalier regime": a name that nobody has listed says whose it is
  if (inList(scene, 'of-person', word) && phrase.first > 1 && isUnlistedName(scene, phrase.first - 1)) return true;
  if (role.kind === 'agent' || isNamePart(role.kind) || ownerless || ofPeople(phrase, at)) return true;
  // inspectors and peacekeepers of an organisation are of no state
  if (role.sector === 'IGO') return true;
  if (phrase.name && !inList(scene, 'of-state', foldPlain(role.sector ?? ''))) return true;
  if (!phrase.definite && !phrase.name && inList(scene, 'generic', word)) return true;
  if (isInProperName(phrase, scene) || isOfSeveralLands(phrase, scene)) return true;
  return ownedElsewhere(phrase, scene);
}

/** A name of nobody whom the text means otherwise. */
function isUnlistedName(scene: Scene, at: number): boolean {
  if (!isCapital(scene.tokens[at])) return false;
  return scene.gazetteer
    .entriesOf(scene.tokens[at]!)
    .every((entries) => entries.every(({ type }) => type === 'person'));
}

const MONARCH = 'monarch';

/** "The island's rulers", "head of FTX": of something that nobody has listed; "a price on the head of Aideed". */
function ownedElsewhere({ first, last, roles }: Phrase, scene: Scene): boolean {
  const { tokens, words } = scene;
  const unlisted = (at: number): boolean =>
    tokens[at] !== undefined && scene.gazetteer.entriesOf(tokens[at]).length === 0;
  if (inList(scene, 'possessive', words[first - 1]))
    return (
      inList(scene, 'article', words[first - 3]) && unlisted(first - 2) && !inList(scene, 'ground', words[first - 2])
    );
  if (roles.at(-1)?.role?.kind !== 'role-noun' || !inList(scene, 'of-ground', words[last + 1])) return false;
  if (!isCapital(tokens[last + 2])) return false;
  const owner = scene.gazetteer.entriesOf(tokens[last + 2]!);
  return owner.every((entries) => entries.every(({ type }) => type === 'person'));
}

/** "In Basra, crowds burned tyres": of people who are at home there. */
function frontedGround(phrase: Phrase, { scene, memory, sentence }: Situation): Salient | undefined {
  const { sector, form } = phrase.roles.at(-1)!.role!;
  if ([sector ?? '', form].some((word) => inList(scene, 'mobile', foldPlain(word)))) return undefined;
  const told = memory.latest(sentence, ({ state }) => state !== undefined);
  if (!told?.place || !told.range || !inList(scene, 'place-preposition', scene.words[0])) return undefined;
  return told.range.first < MOST_FRONTED && scene.words[told.range.last + 1] === ',' ? told : undefined;
}

/** Words that may stand before a place that opens a sentence: "In the southern city of Basra, ". */
const MOST_FRONTED = 6;

/** "NATO said its planes would fly": the organisation that acts in the sentence. */
function itsOrganisation(phrase: Phrase, { scene, memory, sentence }: Situation): Actor | undefined {
  if (!inList(scene, 'own-thing', scene.words[phrase.first - 1])) return undefined;
  const told = memory.latest(sentence, ({ kind, place }) => kind === 'state' && !place);
  if (told && acts(told, phrase, scene)) return undefined;
  const thing = memory.best(sentence, 0, ({ kind, place }) => kind !== 'person' && !place);
  const [one] = thing?.actors ?? [];
  const alone = thing?.subject === true && thing.actors.length === 1;
  return alone && scene.gazetteer.register.typeOf(one!.id) === 'organisation' ? one : undefined;
}

/** "Moscow described the new leaders as extremists": who judges them is another state than theirs. */
function judgeOf(phrase: Phrase, { scene, memory, sentence }: Situation): string | undefined {
  let at = phrase.first - 1;
  while (at > phrase.first - 4 && at > 0 && !inList(scene, 'judging', scene.words[at])) at--;
  if (!inList(scene, 'judging', scene.words[at])) return undefined;
  return memory.best(sentence, 0, ({ subject, kind, place }) => subject && kind === 'state' && !place)?.state;
}

/** "Mexico offered him asylum. The opposition celebrated in La Paz": the ground behind tells, if its state was spoken of. */
function whereTheyAct(phrase: Phrase, near: Salient, { scene, memory, sentence }: Situation): Salient | undefined {
  const { sector, form } = phrase.roles.at(-1)!.role!;
  if ([sector ?? '', form].some((word) => inList(scene, 'mobile', foldPlain(word)))) return undefined;
  const { tokens, words } = scene;
  for (let at = phrase.last + 1; at < Math.min(words.length - 1, phrase.last + MOST_BETWEEN); at++) {
    if (!inList(scene, 'place-preposition', words[at])) continue;
    const [place] = scene.gazetteer.find(tokens.slice(at + 1, at + 4));
    const state = place?.first === 0 ? place.entries.find(({ type }) => type === 'state')?.id : undefined;
    if (state === undefined || state === near.state) continue;
    return memory.best(sentence, 2, (salient) => salient.state === state);
  }
  return undefined;
}

/** "Caracas withdrew its diplomats": a thing's, not a person's; "Trump's … his agencies": a person's before a thing's. */
function ownerOf(phrase: Phrase, { scene, memory, sentence }: Situation): Salient | undefined {
  const word = scene.words[phrase.first - 1];
  const fits = (salient: Salient): boolean => salient.state !== undefined && !salient.place;
  const thing = (salient: Salient): boolean => fits(salient) && salient.kind !== 'person';
  // the president's helicopter is no warship of the state
  if (inList(scene, 'equipment', foldPlain(phrase.roles.at(-1)!.role!.form))) return memory.best(sentence, 2, thing);
  // "his successors", "her ministers"
  const person = inList(scene, 'own-person', word)
    ? memory.best(sentence, 2, (one) => fits(one) && !thing(one))
    : undefined;
  if (person) return person;
  const latest = memory.latest(sentence, thing);
  if (latest && inList(scene, 'own-thing', word) && acts(latest, phrase, scene)) return latest;
  const things = inList(scene, 'own-thing', word) ? memory.best(sentence, 0, thing) : undefined;
  return things ?? memory.best(sentence, 2, fits);
}

/** "Washington told China to close its consulate", "…; Mogadishu recalled its envoy": whoever opens a clause is its doer. */
function acts({ range }: Salient, phrase: Phrase, { words, gazetteer }: Scene): boolean {
  if (!range) return false;
  const controls = gazetteer.reference.get('control')?.has(words[range.last + 1] ?? '') === true;
  return words[range.first - 1] === ';' || (controls && range.last + 2 < phrase.first - 1);
}

/** How far behind a role the place may stand that tells whose it is. */
const MOST_BETWEEN = 8;

/** Letters of an ending of kind `possessive-plural`. */
const PLURAL_ENDING = 4;

/** "Seul, askerlerini çekecek": the ending says "its", and no owner stands before it. */
function isSuffixed({ roles, first }: Phrase, scene: Scene): boolean {
  if (roles.length !== 1) return false;
  const plural = inList(scene, 'possessive-plural', foldPlain(roles[0]!.role!.form).slice(-PLURAL_ENDING));
  return plural && (first === 0 || /[^\p{L}]/u.test(scene.words[first - 1]!));
}

/** What the bearer of an actor's code is: "Hezbollah fighters" are of a group. */
function ownerType({ code }: Actor, register: Register): EntryType | undefined {
  const owner = register.ownerOfCode(code);
  return owner === undefined ? undefined : register.typeOf(owner);
}

/** "Kurdish fighters", "Shiite militants", "Kurds": the adjective says which people they are of, and a people may live in several states. */
function ofPeople(phrase: Phrase, at: Situation): boolean {
  const [role] = phrase.roles;
  return (
    inList(at.scene, 'people', at.scene.words[phrase.first - 1]) ||
    inList(at.scene, 'people', foldPlain(role?.role?.form ?? ''))
  );
}
