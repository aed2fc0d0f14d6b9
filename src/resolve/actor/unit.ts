import { foldPlain } from '../../language/segment/fold.ts';
import { isName } from './ambiguous.ts';
import { isRoleJoined } from './compound.ts';
import { holds } from './dates.ts';
import { type Entry, type Match, NAME_HEAD, NAME_PART } from './entry.ts';
import { leadersOf } from './leader.ts';
import { isCapital } from './letters.ts';
import { continues, isModel, isNamedGround, isNamesake, isShipsName, isVerb } from './namesake.ts';
import { isPlace } from './place.ts';
import { type Choice, inList, type Scene } from './scene.ts';
import { isSide } from './side.ts';
import { isLeadersName } from './side-by-side.ts';
import { isForeignParty } from './support.ts';
import { keyOf } from './words.ts';

/** A match with its readings sorted out: what a phrase is built from. */
export interface Unit {
  readonly match: Match;
  readonly first: number;
  readonly last: number;
  readonly state?: Entry;
  /** Organisations, groups, bodies and offices of that name. */
  readonly named: readonly Entry[];
  readonly people: readonly Entry[];
  readonly role?: Entry;
  readonly reference?: Entry;
  /** An actor, but which one cannot be known, and why. */
  readonly unknown?: string;
}

const MOST_GIVEN = 8;
/** "после пожара" has no ambassador. */
const SMALL_TAGS = new Set(['ADP', 'CCONJ', 'SCONJ', 'PART']);
const NAMED = new Set(['organisation', 'group', 'body', 'office']);

/** "Nawaf Al-Ahmad Al-Jaber Al-Sabah": a surname behind the given name of one of its bearers, with more between, is that name in full. */
function inFull(match: Match, scene: Scene): Match {
  const people = match.entries.filter((entry) => entry.type === 'person');
  if (people.length === 0 || people.length < match.entries.length || match.first === 0) return match;
  const from = givenFrom(match.first, scene);
  if (from === match.first) return match;
  const given = foldPlain(scene.tokens[from]!.form);
  // in "Tan-Tan" the family's name, which stands first, is not its own given name
  const named = people.filter(
    (entry) =>
      keyOf(entry.form)[0] !== given &&
      scene.gazetteer.register.formsOf(entry.id).some((form) => keyOf(form)[0] === given),
  );
  if (named.length === 0) return match;
  const entries = named.map((entry) => ({ ...entry, kind: 'name' }));
  return { ...match, entries, first: from, start: scene.tokens[from]!.start };
}

const OWN: ReadonlySet<string> = new Set(['organisation', 'group']);
const TOWN_KINDS: ReadonlySet<string> = new Set(['capital', 'city', 'metonym']);

/** Sorts a match's entries; undefined when nothing is left (a stop name, or none of an ambiguous name's bearers fits). */
export function toUnit(found: Match, scene: Scene): Unit | undefined {
  const all = inFull(found, scene);
  if (all.entries.some((entry) => entry.type === 'stop')) return undefined;
  const chosen = choose(all, scene);
  const bearers = bearersOf(all, chosen);
  const match = bearers.length > 0 ? { ...all, entries: bearers } : all;
  const { entries } = match;
  const choice = bearers.length > 0 ? undefined : chosen;
  if (choice?.id === 'none') return roleOnly(match);
  if (choice?.id === 'unknown')
    return { match, first: match.first, last: match.last, named: [], people: [], unknown: choice.why };
  const state = choice ? { ...entries[0]!, id: choice.id, type: 'state' as const } : stateOf(match, scene);
  if (state && isNamesake(match, state, scene)) return roleOnly(match);
  const isBearers = state?.kind === 'city' && isOfBearer(match, scene);
  const full = entries.filter(
    (entry) => entry.type === 'person' && entry.kind !== 'surname' && entry.kind !== 'family',
  );
  const called = full.length > 0 ? full : shortNames(entries, match, scene);
  const people = isShipsName(match, scene) ? [] : called;
  const role = entries.find(
    (entry) =>
      entry.type === 'role' &&
      // "семь лет" is no family
      !(match.first === match.last && scene.tokens[match.first]!.upos === 'NUM') &&
      !isNamedGround(match, scene) &&
      !isRoleJoined(match.last, scene) &&
      !isLoosePart(match, entry, scene) &&
      !isOtherWord(match, entry, scene),
  );
  // "birliklerine" is a form of "birlikleri" (troops) before it is one of "birlik" (the bloc)
  const reference = entries.find(
    (entry) => entry.type === 'reference' && !(role && role.form.length > entry.form.length),
  );
  const named = entries.filter(
    (entry) =>
      NAMED.has(entry.type) &&
      !(choice && entry.id !== choice.id) &&
      !isSide(entry) &&
      !isOtherCase(match, entry, scene) &&
      !isForeignParty(entry, scene) &&
      !(entry.type === 'body' && isModel(match, scene)) &&
      !isTail(match, entry, scene) &&
      !endsName(match, entry, scene),
  );
  if (!state && !role && !reference && people.length === 0 && named.length === 0) return undefined;
  return {
    match,
    first: match.first,
    last: match.last,
    named,
    people: state && full.length === 0 && !people.some((p) => scene.introduced.has(p.id)) ? [] : people,
    ...(state && !isBearers && (full.length === 0 || match.first === match.last) ? { state } : {}),
    ...(role ? { role } : {}),
    ...(reference ? { reference } : {}),
  };
}

/** "Ben Rhodes … Rhodes": a town's name that somebody named before bears, unless one is in it. */
function isOfBearer({ entries, first }: Match, scene: Scene): boolean {
  const isMet = entries.some(({ type, id }) => type === 'person' && scene.introduced.has(id));
  return isMet && !inList(scene, 'place-preposition', scene.words[first - 1]);
}

/** "Moscow" and "Prague" were other states' capitals: the one that there was on the day. */
function stateOf(match: Match, scene: Scene): Entry | undefined {
  const { gazetteer, on } = scene;
  const { register } = gazetteer;
  const states = nounsOf(match, scene);
  if (states.length < 2) return states[0];
  const dated = states.find(({ own, id }) => {
    const unit = own ? register.unit(id) : undefined;
    return unit && (unit.from || unit.to) && on !== undefined && holds(unit.from, unit.to, on);
  });
  if (dated) return dated;
  const then = states.filter(({ id }) => {
    const unit = register.unit(id);
    return unit !== undefined && (on === undefined ? unit.to === '' : holds(unit.from, unit.to, on));
  });
  // Belgrade spoke for Yugoslavia as long as there was one, though Serbia stood beside it
  return then.find(({ id }) => register.unit(id)!.to !== '') ?? then[0] ?? states[0];
}

/** "под Иркутском" is the town, "в Иркутском районе" the adjective: without a word behind it it describes nothing. */
function nounsOf({ entries, first, last }: Match, { tokens, words, gazetteer }: Scene): readonly Entry[] {
  const written = tokens[first]!.form;
  const states = entries.filter(
    ({ type, kind, form }) => type === 'state' && !(kind === 'adjective' && isAccented(written, form)),
  );
  const nouns = states.filter(({ kind }) => kind !== 'adjective');
  const after = words[last + 1];
  const alone =
    after === undefined || !/\p{L}/u.test(after) || gazetteer.reference.get('function')?.has(after) === true;
  return nouns.length > 0 && alone && isCapital(tokens[first]) ? nouns : states;
}

/** "Germán Vargas" is no German. */
function isAccented(written: string, form: string): boolean {
  const accents = /[\u0300-\u036f]/u;
  return (
    accents.test(written.normalize('NFD')) && written.length === form.length && !accents.test(form.normalize('NFD'))
  );
}

/** The chosen movement or organisation where the name is its own ("RSF", «Тигры») and no town's. */
function bearersOf({ entries }: Match, choice: Choice | undefined): readonly Entry[] {
  return entries.filter(({ id, type, kind }) => id === choice?.id && OWN.has(type) && !TOWN_KINDS.has(kind));
}

/** Which bearer of an ambiguous name is meant. The ground of a town stays its state's, whoever sits there. */
function choose(match: Match, scene: Scene): Choice | undefined {
  const choice = scene.gazetteer.ambiguous.choose(match, scene);
  if (!choice || choice.id === 'none' || scene.gazetteer.register.typeOf(choice.id) === 'state') return choice;
  const state = match.entries.find((entry) => entry.type === 'state');
  return state && isPlace({ match, first: match.first, last: match.last, state }, scene) ? undefined : choice;
}

/** Bearers of a surname; those whose surname is not listed as enough only behind a title or once introduced. */
function shortNames(entries: readonly Entry[], match: Match, scene: Scene): readonly Entry[] {
  const people = entries.filter((entry) => entry.type === 'person');
  if (continues(match.last + 1, scene) && !opensListed(match.last + 1, scene)) return [];
  const met = people.filter((entry) => scene.introduced.has(entry.id));
  const enough = people.filter((entry) => entry.kind === 'surname');
  if (enough.length > 0) return isTitled(match, scene) ? people : [...new Set([...enough, ...met])];
  if (met.length > 0) return met;
  if (!isTitled(match, scene)) return leadersOf(people, match, scene);
  return isBorne(match.last + 1, scene) ? people.filter(({ id }) => bearsBehind(id, match.last + 1, scene)) : people;
}

/** "Aliyev ve Paşinyan Beyaz Saray'da görüştü": where verbs come last, another's name of several words may stand right behind. */
function opensListed(at: number, scene: Scene): boolean {
  if (!inList(scene, 'possessive-compound', 'yes')) return false;
  const [found] = scene.gazetteer.find(scene.tokens.slice(at, at + 4));
  return (
    found?.first === 0 &&
    found.last > 0 &&
    found.entries.some(({ type }) => type === 'state' || type === 'organisation')
  );
}

/** "Governor Jay Nixon": no Mr Jay where another surname stands behind. */
function isBorne(at: number, scene: Scene): boolean {
  if (!isCapital(scene.tokens[at])) return false;
  const found = scene.gazetteer.entriesOf(scene.tokens[at]!);
  return found.length > 0 && found.every((entries) => entries.every(({ type }) => type === 'person'));
}

/** "Saif al-Islam Gaddafi": the words behind may be his own. */
function bearsBehind(person: string, at: number, { words, gazetteer }: Scene): boolean {
  const parts = keyOf(words[at]!);
  return gazetteer.register.formsOf(person).some((form) => keyOf(form).some((part) => parts.includes(part)));
}

/** Index of the first of the given names that stand before a surname: "Omar El Bashir". */
export function givenFrom(first: number, scene: Scene): number {
  let at = first;
  while (at > 0 && first - at < MOST_GIVEN && isGiven(at - 1, scene)) at--;
  return at;
}

function isGiven(at: number, scene: Scene): boolean {
  const token = scene.tokens[at]!;
  if (/^[-‐‑]$/.test(token.form) || inList(scene, 'particle', scene.words[at])) return true;
  if (!/^\p{Lu}[\p{L}.'’-]*$/u.test(token.form) || inList(scene, 'function', scene.words[at])) return false;
  // "Şarm el-Şeyh'te Trump": a name with a case ending is none of the one behind
  const ending = /['’](\p{Ll}+)$/u.exec(token.form)?.[1];
  if (ending !== undefined && scene.gazetteer.inflection.suffixes.has(foldPlain(ending))) return false;
  // "после звонка Эрдогана Путин согласился": another's surname with an ending of its own
  const [match] = scene.gazetteer.find([token]);
  if (match && match.ending !== '' && match.entries.every(({ kind }) => kind === 'surname')) return false;
  if (isLeadersName(token.form, match, scene)) return false;
  return scene.gazetteer.entriesOf(token).every((entries) => entries.every((entry) => entry.type === 'person'));
}

function isTitled(match: Match, scene: Scene): boolean {
  const to = givenFrom(match.first, scene);
  const before = scene.tokens.slice(Math.max(0, to - 3), to);
  if (inList(scene, 'title', scene.words[to - 1])) return true;
  return scene.gazetteer
    .find(before)
    .some(
      ({ entries, last }) =>
        last === before.length - 1 && entries.some((e) => e.type === 'role' || e.type === 'office'),
    );
}

/** "Let the games begin", "LET US GO" are no LeT: small letters inside an acronym are part of it. */
function isOtherCase({ first, last }: Match, { kind, form }: Entry, { tokens }: Scene): boolean {
  const isMixed = kind === 'acronym' && first === last && /^\p{Lu}+\p{Ll}+\p{Lu}+$/u.test(form);
  return isMixed && !tokens[first]!.form.startsWith(form);
}

/** "Al-Sabah": the end of a person's name is not the newspaper Sabah. */
function isTail(match: Match, entry: Entry, scene: Scene): boolean {
  const single = match.first === match.last && entry.letters === 'capital';
  return single && scene.words[match.first - 1] === '-' && inList(scene, 'particle', scene.words[match.first - 2]);
}

/** "Trinamool Congress": one word of a body's name behind a capitalised word that nobody knows is part of another name. */
function endsName(match: Match, entry: Entry, scene: Scene): boolean {
  if (match.first !== match.last || match.first < 1 || entry.type !== 'body' || entry.letters !== 'capital')
    return false;
  const before = scene.tokens[match.first - 1]!;
  return (match.first > 1 || before.upos === 'PROPN') && isName(before, scene, match.first - 1);
}

/** "Oil prices rose": a word that says what a name is of, where no name stands before it. */
function isLoosePart(match: Match, entry: Entry, scene: Scene): boolean {
  if (match.first !== match.last) return false;
  if (entry.kind === NAME_HEAD) return !opensName(match.last + 1, scene);
  if (entry.kind !== NAME_PART) return false;
  const before = match.first - 1;
  return !isCapital(scene.tokens[before]) || inList(scene, 'function', scene.words[before]);
}

/** "Partido Liberal", "Universidad de los Andes", "Harakat al-Nur". */
function opensName(at: number, scene: Scene): boolean {
  return isCapital(scene.tokens[at]) || inList(scene, 'particle', scene.words[at]?.split('-')[0]);
}

/** "военные действия", "military alliances", "3:42 PM", "политика страны": a word that only looks like a role. */
function isOtherWord(match: Match, entry: Entry, scene: Scene): boolean {
  if (match.first !== match.last) return false;
  const token = scene.tokens[match.first]!;
  if (inList(scene, 'no-role', foldPlain(token.lemma))) return true;
  if (SMALL_TAGS.has(token.upos) || describes(match, scene)) return true;
  if (rulesObject(match.first, scene) || isCuisine(match.first, scene)) return true;
  if (entry.letters === 'capitals' && /\d/.test(scene.words[match.first - 1] ?? '')) return true;
  return token.upos === 'ADJ' && token.deprel === 'amod' && token.head > match.last && !ownedBehind(match, scene);
}

/** "Военные Франции": a plural is no attribute of the state right behind it. */
function ownedBehind({ last }: Match, { tokens, gazetteer }: Scene): boolean {
  const { head, feats } = tokens[last]!;
  if (head !== last + 1 || feats['Number'] !== 'Plur' || !isCapital(tokens[head])) return false;
  const [owner] = gazetteer.find(tokens.slice(head, head + 3));
  return owner?.first === 0 && owner.entries.some(({ type, kind }) => type === 'state' && kind === 'name');
}

/** "National Salvation Council", "public safety": an adjective that is a role only with no noun behind it. */
function describes({ first, ending }: Match, scene: Scene): boolean {
  if (ending !== '' || !inList(scene, 'also-adjective', scene.words[first])) return false;
  const after = scene.words[first + 1];
  return after !== undefined && /^\p{L}/u.test(after) && !inList(scene, 'function', after);
}

/** "Turkey pilots a scheme", "Russia trains troops": a verb with its object behind it. */
function rulesObject(at: number, scene: Scene): boolean {
  const isObject = ({ head, deprel }: Scene['tokens'][number], place: number): boolean =>
    place > at && head === at && deprel === 'obj';
  return isVerb(at, scene) && scene.tokens.some(isObject);
}

/** "Japanese restaurants in Shanghai": neither Japan's nor China's. */
function isCuisine(at: number, scene: Scene): boolean {
  const before = scene.tokens[at - 1];
  if (!isCapital(before) || !inList(scene, 'culture', scene.words[at])) return false;
  return scene.gazetteer.entriesOf(before!).some((entries) => entries.some(({ kind }) => kind === 'adjective'));
}

function roleOnly(match: Match): Unit | undefined {
  const role = match.entries.find((entry) => entry.type === 'role');
  return role && { match, first: match.first, last: match.last, named: [], people: [], role };
}
