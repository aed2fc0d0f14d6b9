import { foldPlain } from '../../language/segment/fold.ts';
import { addName, addNameBefore, addWhere, addWhereBefore } from './around.ts';
import { belongs, isForeignBody, namesOwner } from './body.ts';
import { isBracketed } from './bracket.ts';
import { basedRole, isBacked, isFollowers, isFollowing, isMinority, prefixOf } from './compound.ts';
import { type Entry, isNamePart } from './entry.ts';
import { gapBetween, inTitleCase } from './gap.ts';
import { isCapital } from './letters.ts';
import type { NameRange } from './name.ts';
import { isOneEach, isPluralTitle, joinOwners, takeOther } from './one-each.ts';
import { isOwnersBody } from './owners-body.ts';
import { isQuotedName } from './quoted-name.ts';
import { inList, type Scene } from './scene.ts';
import { shareOwners, shareRoles } from './share-roles.ts';
import { leadsElsewhere } from './side-by-side.ts';
import { givenFrom, type Unit } from './unit.ts';

/** One expression for an actor with its parts: `Russian | defence minister | Sergei Shoigu`. */
export interface Phrase {
  first: number;
  last: number;
  /** Offsets into the document. */
  start: number;
  end: number;
  readonly units: Unit[];
  state?: Entry;
  /** Further states of which there is one each: "the presidents of Russia and Turkey". */
  readonly others: Entry[];
  /** The unit that names the state, for its case and place in the sentence. */
  stateUnit?: Unit;
  /** Organisation, group, body or office by name. */
  named: readonly Entry[];
  /** Outermost first: vice chairman, central military commission. */
  readonly roles: Unit[];
  people: readonly Entry[];
  name?: NameRange;
  reference?: Entry;
  former: boolean;
  /** "his", "their" before the role: it belongs to somebody mentioned before. */
  owned: boolean;
  /** "their armies": it may belong to several. */
  shared: boolean;
  definite: boolean;
  /** "ethnic Albanians": the adjective says what they are, not whose. */
  ethnic: boolean;
  /** "Trump supporters": the role is that of those around the person. */
  following?: true | undefined;
  /** A state that only says where they are: "rebels in Darfur". */
  where?: Entry;
  /** The second state of "rebels in Chad and Niger". */
  ground?: true;
}

/** A sentence's units and the tokens they cover, while phrases are made of them. */
export interface Walk {
  readonly scene: Scene;
  readonly units: readonly Unit[];
  readonly taken: ReadonlySet<number>;
}

/** Puts the units of a sentence together, left to right; every unit lands in one phrase. */
export function buildPhrases(units: readonly Unit[], scene: Scene): Phrase[] {
  const taken = new Set<number>();
  for (const unit of units) {
    if (unit.people.length > 0 && !unit.state && !unit.role && unit.named.length === 0) continue;
    for (let at = unit.first; at <= unit.last; at++) taken.add(at);
  }
  const walk: Walk = { scene, units, taken };
  const phrases: Phrase[] = [];
  for (let at = 0; at < units.length; ) {
    const phrase = startPhrase(units[at]!, scene);
    at = grow(phrase, at + 1, walk);
    addName(phrase, walk, units[at]);
    const next = units[at];
    if (phrase.name && next && takesOrigin(phrase, next, scene)) at++;
    addNameBefore(phrase, walk, phrases.at(-1)?.last ?? -1);
    addWhere(phrase, walk, units[at]);
    addWhereBefore(phrase, walk, phrases.at(-1));
    phrases.push(phrase);
  }
  shareRoles(phrases, scene);
  shareOwners(phrases, scene);
  joinOwners(phrases, scene);
  for (const [at, { where, others }] of phrases.entries())
    if (where) for (const other of phrases.slice(at + 2, at + 2 + others.length)) other.ground = true;
  return phrases.filter((phrase) => !isLocal(phrase));
}

/** "парижское соглашение": a city's adjective that says of nobody whose he is. */
function isLocal({ state, roles, named, people, name }: Phrase): boolean {
  return state?.local === true && roles.length + named.length + people.length === 0 && name === undefined;
}

function startPhrase(unit: Unit, scene: Scene): Phrase {
  const before = scene.words[unit.first - 1];
  const phrase: Phrase = {
    first: unit.first,
    last: unit.last,
    start: unit.match.start,
    end: unit.match.end,
    units: [unit],
    named: [],
    roles: [],
    others: [],
    people: [],
    former: isFormer(unit, scene),
    owned: inList(scene, 'own', before),
    shared: inList(scene, 'own-many', before) || inList(scene, 'own-many', scene.words[unit.first]),
    ethnic: inList(scene, 'ethnic', before),
    definite: inList(scene, 'definite', before),
  };
  absorb(phrase, unit, scene);
  return phrase;
}

/** "the ousted president", "ex-minister", "the ex-Georgian minister". */
function isFormer(unit: Unit, scene: Scene): boolean {
  const before = scene.words[unit.first - 1];
  const word = before === '-' ? scene.words[unit.first - 2] : (prefixOf(unit, scene) ?? before);
  return inList(scene, 'former', word);
}

/** Takes a unit's readings into the phrase, choosing by what is there already. */
function absorb(phrase: Phrase, unit: Unit, scene: Scene): void {
  // "the Nigerian former police chief", but "a spokesman of the former president"
  if (unit.role && phrase.roles.length === 0 && isFormer(unit, scene)) phrase.former = true;
  const owner = phrase.state?.id ?? phrase.named[0]?.id;
  const own = owner === undefined ? [] : unit.named.filter((entry) => belongs(entry, owner, scene));
  if (unit.people.length > 0 && !unit.state) phrase.people = unit.people;
  else if (unit.reference?.kind === 'pair' && owner === undefined) phrase.reference = unit.reference;
  else if (unit.state && !phrase.state) {
    phrase.state = unit.state;
    phrase.stateUnit = unit;
  } else if (own.length > 0) {
    phrase.named = own;
    if (unit.role) phrase.roles.push(unit);
  } else if (unit.role) {
    phrase.roles.push(unit);
    if (unit.named.length > 0 && owner === undefined) phrase.named = unit.named;
  } else if (unit.named.length > 0) phrase.named = unit.named;
  else if (unit.reference) phrase.reference = unit.reference;
}

/** Adds the units that follow as long as they belong; returns the index of the first that does not. */
function grow(phrase: Phrase, from: number, walk: Walk): number {
  let at = from;
  while (at < walk.units.length) {
    const unit = walk.units[at]!;
    if (phrase.people.length > 0 && isFollowing(phrase, unit, walk.scene)) {
      phrase.following = true;
      phrase.units.push(unit);
      phrase.roles.push(unit);
      phrase.last = unit.last;
      phrase.end = unit.match.end;
      return at + 1;
    }
    if (phrase.people.length > 0 && takesOrigin(phrase, unit, walk.scene)) return at + 1;
    if (phrase.people.length > 0) return at + apposition(phrase, walk, at);
    if (isOneEach(phrase, at, walk)) {
      takeOther(phrase, unit);
      at++;
      continue;
    }
    if (isBracketed(phrase, unit, walk.units[at + 1], walk.scene)) {
      phrase.last = unit.last + 1;
      at++;
      continue;
    }
    if (isQuotedName(phrase, unit, walk.scene)) {
      absorbPart(phrase, unit, walk.scene);
      phrase.last = unit.last + 1;
      phrase.end = walk.scene.tokens[phrase.last]!.end;
      at++;
      continue;
    }
    const step = joins(phrase, unit, walk, at);
    if (step === 'stop') break;
    if (step === 'location') {
      at++;
      continue;
    }
    phrase.units.push(unit);
    absorb(phrase, unit, walk.scene);
    phrase.last = Math.max(phrase.last, unit.last);
    phrase.end = Math.max(phrase.end, unit.match.end);
    at++;
  }
  return at;
}

type Join = 'join' | 'stop' | 'location';

function joins(phrase: Phrase, unit: Unit, walk: Walk, at: number): Join {
  const { scene } = walk;
  const gap = gapBetween(scene, phrase.last, unit.first);
  if (phrase.reference || unit.reference || isOwnersBody(unit, scene)) return 'stop';
  if (basedRole(phrase, unit, scene) || isMinority(phrase, unit, gap, scene)) return 'join';
  const isRole =
    unit.role !== undefined || unit.named.some((entry) => entry.type === 'office' || entry.type === 'body');
  if (unit.people.length > 0 && !unit.state) return takesPerson(phrase, unit, gap, scene);
  if (gap === 'far' || gap === 'conjunction') return 'stop';
  const office = phrase.named.some((entry) => entry.type === 'office' || entry.type === 'body');
  if (office && gap === 'link' && unit.state && !phrase.state && unit.state.kind !== 'adjective') return 'join';
  if (phrase.roles.length === 0) return ownerTakes(phrase, unit, gap, { walk, at, isRole });
  // a leader whom the project's own dictionary lists under his state's code
  if (gap === 'adjacent' && unit.state?.own && unit.state.id === phrase.state?.id) return 'join';
  if (unit.state || unit.named.some((entry) => entry.type !== 'office')) {
    if (isForeignBody(phrase, unit, scene)) return 'stop';
    if (isRole && gap === 'adjacent' && !unit.state) return 'join';
    if (gap === 'link' && !phrase.state) return 'join';
    const genitive = gap === 'adjacent' && inList(scene, 'adjacent-owner', 'yes') && !phrase.state;
    return genitive && isGenitive(scene, unit) ? 'join' : 'stop';
  }
  if (!isRole) return 'stop';
  if (gap === 'possessive') return takesOwned(phrase, unit, scene) ? 'join' : 'stop';
  if (gap === 'link' && isGeneric(phrase, scene)) return 'join';
  if (isGroup(unit) && gap === 'adjacent' && isCompounding(scene)) return 'join';
  if (isGroup(unit) && phrase.roles.at(-1)?.role?.kind !== 'body') {
    const genitive = gap === 'adjacent' && inList(scene, 'adjacent-owner', 'yes') && isGeneric(phrase, scene);
    return genitive ? 'join' : 'stop';
  }
  // "special forces ousted the president", where no tag says that it is a verb
  if (gap === 'honoured' && phrase.roles.at(-1)?.role?.kind === 'group') return 'stop';
  return gap === 'adjacent' || gap === 'hyphen' || gap === 'honoured' ? 'join' : 'stop';
}

/** "the president's nephew", "a spokesman for Iran's foreign ministry". */
function takesOwned({ stateUnit, units, roles }: Phrase, unit: Unit, scene: Scene): boolean {
  if (!unit.role) return false;
  const linked = stateUnit !== undefined && units.at(-1) === stateUnit && roles.length === 1;
  return linked || inList(scene, 'kin', foldPlain(unit.role.form));
}

const isGroup = (unit: Unit): boolean => unit.role?.kind === 'group';

/** Languages where a bare noun before a noun describes it, without any ending: "opposition lawmakers". */
function isCompounding(scene: Scene): boolean {
  return inList(scene, 'noun-modifier', 'yes') && !inList(scene, 'possessive-compound', 'yes');
}

function isGeneric(phrase: Phrase, scene: Scene): boolean {
  const role = phrase.roles.at(-1)?.role;
  if (role === undefined) return false;
  const listed = ['role-noun', 'kin'].some((kind) => inList(scene, kind, role.form));
  return role.kind === 'role-noun' || role.sector === 'GOV' || listed;
}

interface Place {
  readonly walk: Walk;
  readonly at: number;
  readonly isRole: boolean;
}

/** A state or organisation before a role, a body or a person: "Russian troops", "NATO secretary general", "Russia's Ankara embassy". */
function ownerTakes(phrase: Phrase, unit: Unit, gap: string, place: Place): Join {
  const { walk, at, isRole } = place;
  const { scene } = walk;
  const next = walk.units[at + 1];
  if (isBacked(phrase, scene) || (isForeignBody(phrase, unit, scene) && namesOwner(unit, scene))) return 'stop';
  const possessive = gap === 'possessive' || inList(scene, 'genitive', phrase.units.at(-1)!.match.ending);
  if (
    possessive &&
    unit.state &&
    phrase.state &&
    next?.role &&
    inList(scene, 'abroad', foldPlain(next.role.form)) &&
    gapBetween(scene, unit.last, next.first) === 'adjacent'
  ) {
    phrase.last = unit.last;
    phrase.end = unit.match.end;
    return 'location';
  }
  if (!isRole) return 'stop';
  // "Malaysia Airlines": capitals say what the tree may miss
  const attributive =
    phrase.stateUnit === undefined || isNamePart(unit.role?.kind) || mayModify(phrase.stateUnit, scene, unit);
  if (gap === 'possessive') return 'join';
  if (gap === 'adjacent') return attributive ? 'join' : 'stop';
  if (gap === 'honoured') return attributive ? 'join' : 'stop';
  if (gap === 'modified') {
    const near = possessive || isAdjective(phrase) || inTitleCase(scene, phrase.last, unit.first);
    const whole = phrase.state ? near : phrase.named[0]?.type === 'organisation';
    return attributive && whole ? 'join' : 'stop';
  }
  return gap === 'hyphen' && phrase.state && isAdjective(phrase) ? 'join' : 'stop';
}

function isAdjective(phrase: Phrase): boolean {
  const kind = phrase.state?.kind;
  return kind === undefined || kind === 'adjective' || kind === 'acronym' || kind === 'demonym';
}

/** A noun before a noun ("Russia troops", "Rusya ordusu"), unless the tree says that it is the subject of something else. */
function mayModify(state: Unit, scene: Scene, role: Unit): boolean {
  if (state.state!.kind === 'adjective' || state.state!.kind === 'demonym') return true;
  if (!inList(scene, 'noun-modifier', 'yes')) return false;
  const { ending } = state.match;
  if (ending !== '' && !inList(scene, 'genitive', ending)) return false;
  if (inList(scene, 'possessive-compound', 'yes')) {
    if (!isPossessed(role)) return false;
    if (isInstitution(role, scene) || /n[iu]n$/.test(foldPlain(role.match.ending))) return true;
  }
  const token = scene.tokens[state.last]!;
  const inside = token.head >= role.first && token.head <= role.last;
  return inside || isTitle(role, scene) || !/^(?:nsubj|obj|obl)/.test(token.deprel);
}

/** "Polonya Anayasa Mahkemesi,": capitals or a comma behind say that a bare name and a possessed noun are one, whatever the tree says. */
function isInstitution({ first, last }: Unit, { tokens }: Scene): boolean {
  return isCapital(tokens[first]) || tokens[last + 1]?.form === ',';
}

/** "Pakistan Prime Minister Imran Khan": a role in capitals with a name behind it is a title. */
function isTitle({ first, last, role }: Unit, { tokens }: Scene): boolean {
  return role?.kind === 'person' && isCapital(tokens[first]) && tokens[last + 1]?.upos === 'PROPN';
}

/** The noun of a Turkish compound carries the possessive: "ordusu", "askerleri". */
function isPossessed(role: Unit): boolean {
  return (
    role.named.length > 0 ||
    /(?<!c|ord)[iu]$/.test(foldPlain(role.role?.form ?? '')) ||
    /^s?[iu]|^l[ae]ri/.test(role.match.ending)
  );
}

function isGenitive(scene: Scene, unit: Unit): boolean {
  const { ending } = unit.match;
  if (inList(scene, 'genitive-case', ending)) return true;
  // "Конгресс Перу": of a name without cases the tagger only guesses
  if (ending === '' && inList(scene, 'indeclinable-ending', foldPlain(unit.state?.form.at(-1) ?? ''))) return true;
  // "президент Филиппин": a plural's genitive is the listed name without its ending
  const written = scene.words[unit.last]!;
  const listed = foldPlain(unit.state?.form.split(' ').at(-1) ?? '');
  if (ending === '' && unit.state?.kind === 'name' && listed.length > written.length && listed.startsWith(written))
    return true;
  const grammaticalCase = scene.tokens[unit.last]?.feats['Case'];
  // Taggers take the genitive of names for an accusative now and then, seldom for anything else.
  return !['Nom', 'Dat', 'Ins', 'Loc'].includes(grammaticalCase ?? '') || unit.state?.kind === 'acronym';
}

function takesPerson(phrase: Phrase, unit: Unit, gap: string, scene: Scene): Join {
  // the head of a chain of genitives stands first: "представитель Госдепартамента"
  const last = phrase.roles.at(inList(scene, 'adjacent-owner', 'yes') ? 0 : -1)?.role;
  if (
    isFollowers(phrase, scene) &&
    (gap === 'link' || (gap === 'adjacent' && inList(scene, 'adjacent-owner', 'yes')))
  ) {
    phrase.following = true;
    return 'join';
  }
  // a crowd or an embassy is no title of who stands behind it
  if (last?.kind === 'group' || last?.kind === 'body') return 'stop';
  const titled = phrase.roles.length > 0 || phrase.named.some((entry) => entry.type === 'office');
  // "ABD ve Rusya devlet başkanları Obama ile Medvedev": of several each keeps his own state
  const several = last?.kind === 'person' && isPluralTitle(phrase, scene);
  if (gap === 'adjacent' && (several || leadsElsewhere(phrase, unit, scene))) return 'stop';
  if (titled && (gap === 'adjacent' || givenFrom(unit.first, scene) <= phrase.last + 1)) return 'join';
  if (titled && gap === 'comma' && /^[,.;:)]?$/.test(scene.words[unit.last + 1] ?? '')) return 'join';
  if (phrase.named.some((entry) => entry.type === 'body') && gap === 'adjacent') return 'join';
  return phrase.state && (gap === 'possessive' || (gap === 'adjacent' && isAdjective(phrase))) ? 'join' : 'stop';
}

/** "President Lukashenko of Belarus", "King Hassan of Morocco": the state behind the name. */
function takesOrigin(phrase: Phrase, unit: Unit, scene: Scene): boolean {
  if (phrase.state || phrase.roles.length === 0 || !unit.state || unit.state.kind === 'adjective') return false;
  if (gapBetween(scene, phrase.last, unit.first) !== 'link') return false;
  phrase.units.push(unit);
  absorb(phrase, unit, scene);
  phrase.last = unit.last;
  phrase.end = unit.match.end;
  return true;
}

/** "Sergei Lavrov, Russia's foreign minister,": how many units behind a name describe it; they are taken in. */
function apposition(phrase: Phrase, walk: Walk, at: number): number {
  const { scene, units } = walk;
  const unit = units[at]!;
  if (unit.people.length > 0 || unit.reference || gapBetween(scene, phrase.last, unit.first) !== 'comma') return 0;
  const rest = startPhrase(unit, scene);
  const used = grow(rest, at + 1, { ...walk, units: units.slice(0, at + 4) }) - at;
  const role = rest.roles[0]?.role;
  const office = rest.named.some((entry) => entry.type === 'office');
  const personal = role !== undefined && (role.kind === 'person' || role.kind === 'role-noun');
  if (rest.people.length > 0 || !(office || personal)) return 0;
  const after = scene.words[rest.last + 1];
  if (after !== undefined && !/^[,.;:)—–]$/.test(after)) return 0;
  for (const part of rest.units) absorbPart(phrase, part, scene);
  phrase.last = rest.last;
  phrase.end = rest.end;
  return used;
}

function absorbPart(phrase: Phrase, unit: Unit, scene: Scene): void {
  phrase.units.push(unit);
  const people = phrase.people;
  absorb(phrase, unit, scene);
  phrase.people = people;
}
