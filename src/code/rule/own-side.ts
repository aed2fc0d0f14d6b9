import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import { carried } from './carried.ts';
import { groundOf } from './ground.ts';
import { atHome, isBorne, isDomesticBody, staysHome } from './home.ts';
import { isSubjectless } from './impersonal.ts';
import { insideObject } from './inside.ts';
import type { PartyFinder } from './party-finder.ts';
import { isHome, isOneState, isPlace, unique } from './second-party.ts';
import { isUnknown, type Sides } from './sides.ts';

/** What a state does at home it does to its own; what is left open goes to whoever the object or the ground belongs to. */
export function settleAtHome(sides: Sides): void {
  const { finder, act, type, domestic, thing } = sides;
  const isSeated = sides.actor.some(isSeat) && type.official !== undefined;
  if (domestic && !thing && isUnknown(sides.actor) && !isState(finder, act)) sides.actor = placesOf(finder, act);
  const atHomeOnly = domestic && isOneState(sides.actor) && sides.recipient.every((one) => isHome(one, sides.actor));
  if (atHomeOnly && !isSeated && !isBorne(finder, act)) sides.recipient = ownPeople(sides);
  const free = sides.recipient.length === 0 && !sides.closed && !act.entry.pattern.symmetric;
  if (free && turnsInward(sides)) sides.recipient = ownPeople(sides);
  if (free && type.together && isOneState(sides.actor) && atHome(finder, act, sides.actor))
    sides.recipient = ownPeople(sides);
  if (isReciprocal(sides)) sides.recipient = sides.actor;
  if (free) fillOpen(sides);
  const atSea = isAfloat(finder, act);
  if (free && sides.recipient.length === 0 && type.deed && !type.mutual && !atSea && isMovement(sides.actor, finder))
    sides.recipient = homeOf(finder, sides.actor);
}

/** "Katar'a uygulanan abluka": where a passive participle stands before its noun, it says what the noun is, not who did it. */
function isState({ tree, args, composer }: PartyFinder, act: Act): boolean {
  return composer.grammar.has('order', 'final') && tree.relation(act.token) === 'acl' && args.isPassive(act.token);
}

function fillOpen(sides: Sides): void {
  const { finder, act, actor, other, joint } = sides;
  const isOpen = (): boolean => sides.recipient.length === 0;
  if (isOpen()) sides.recipient = [...carried(finder, act, actor)];
  if (isOpen() && actor.length > 0) sides.recipient = insideObject(finder, act, actor, other);
  if (isOpen() && actor.length > 0 && !joint) sides.recipient = groundOf(finder, act, other);
}

function turnsInward({ finder, act, type, actor }: Sides): boolean {
  const asked = act.entry.pattern.recipient?.some(({ adposition }) => adposition !== undefined) === true;
  const inward = type.inward || (type.score < 0 && type.deed && isDomesticBody(finder, actor));
  return !(asked && !type.deed) && inward && staysHome(finder, act, actor);
}

/** "accused each other" */
function isReciprocal({ finder: { args, composer, tree }, act }: Sides): boolean {
  return args.patients(act.token).some(({ token }) => composer.grammar.has('reciprocal', tree.form[token]!));
}

/** A movement has no people of its own: what it does at home it does to the state whose ground it is. */
function ownPeople({ finder, act, actor, other }: Sides): readonly Mention[] {
  if (!isMovement(actor, finder)) return actor;
  const places = placesOf(finder, act).filter(other);
  return places.length > 0 ? places : homeOf(finder, actor);
}

/** "Бойцы РЕНАМО сложили оружие", "FARC gerillaları silah bıraktı": the state on whose ground the movement fights. */
function homeOf({ homes }: PartyFinder, actor: readonly Mention[]): Mention[] {
  const [mention] = actor;
  const home = actor.length === 1 && mention!.actors.length === 1 ? homes?.get(mention!.actors[0]!.code) : undefined;
  if (!mention || !home) return [];
  return [{ ...mention, kind: 'place', actors: [home], why: `${home.name}: the state on whose ground they fight` }];
}

/** "Fired on merchant ships", "sank the Rubymar, a bulk carrier": what sails (grammar kind `afloat`) is seldom of the ground they fight on. */
function isAfloat({ tree, args, composer }: PartyFinder, act: Act): boolean {
  const objects = [...args.patients(act.token), ...args.obliques(act.token)].map(({ token }) => token);
  const named = objects.flatMap((token) => [token, ...tree.dependents(token, 'appos')]);
  return named.some((token) => composer.grammar.has('afloat', tree.lemma[token]!));
}

/** What places are looked for with. */
type Reach = Pick<PartyFinder, 'tree' | 'index' | 'args' | 'composer'>;

/** A crowd without a name belongs to the place where it gathers, else to the one place between the semicolons around, or the one state of the sentence. */
function placesOf({ tree, index, args, composer }: PartyFinder, act: Act): Mention[] {
  // "рейс из Стамбула задержали", "закрыт перевал": nobody is named, and only where it is done can tell who did it
  const passive = args.isPassive(act.token) && args.agents(act.token).length === 0;
  const nobody = composer.grammar.has('impersonal', 'plural') && (passive || isSubjectless(tree, act.token));
  const phrases = [
    ...args.obliques(act.token),
    ...args.patients(act.token).flatMap(({ token }) => args.obliques(token)),
  ];
  const near = unique(phrases.flatMap((found) => index.ofPhrase(found.token, true))).filter(
    (mention) => isPlace(mention) && (!nobody || index.isLocation(mention.head)),
  );
  if (near.length > 0 || nobody) return near.slice(0, 1);
  // "полиция Хошимина задержала": whoever is somebody's that nobody knows is not the only state's of the sentence
  const isStranger = (token: number): boolean => tree.upos(token) === 'PROPN' && index.at(token) === undefined;
  if (args.agents(act.token).some(({ token }) => tree.dependents(token, 'nmod', 'flat').some(isStranger))) return [];
  const [from, to] = partOf(tree, act.token);
  const all = unique(tree.tokens.flatMap((_, i) => index.at(i) ?? [])).filter(({ actors }) => actors.length > 0);
  const places = all.filter((one) => isPlace(one) && one.head > from && one.head < to);
  if (isPrivately({ tree, index, args, composer }, act)) return [];
  if (places.length === 1) return places;
  return isOneState(all) && tree.upos(act.token) === 'VERB' ? all.slice(0, 1) : [];
}

/** The semicolons around a word, or the ends of the sentence: "protesters broke into the embassy; in Berlin guards fired". */
function partOf({ form }: PartyFinder['tree'], token: number): readonly [number, number] {
  const end = form.indexOf(';', token);
  return [form.lastIndexOf(';', token), end < 0 ? form.length : end];
}

/**
 * "He was arrested", "the Kapoors had taken a villa": a pronoun or a name that nobody knows says who it was, and a place that the
 * text has elsewhere is not his.
 */
function isPrivately({ tree, index, args, composer }: Reach, act: Act): boolean {
  if (!composer.grammar.has('passive', 'auxiliary') || args.isNominal(act.token)) return false;
  const isSomebody = (c: number): boolean => index.at(c) === undefined && ['PRON', 'PROPN'].includes(tree.upos(c));
  const subjects = tree.dependents(act.token, 'nsubj', 'nsubj:pass');
  return subjects.length > 0 && subjects.every(isSomebody);
}

/** "Beijing protested": a capital that acts is a government, and that does not march against itself. */
function isSeat({ kind, actors }: Mention): boolean {
  return kind === 'metonym' && actors.every(({ sector }) => sector === 'GOV');
}

/** An armed movement, not a state's own forces. */
function isMovement(actor: readonly Mention[], { homes }: PartyFinder): boolean {
  const isNamed = ({ kind, actors }: Mention): boolean =>
    kind === 'name' || actors.every(({ code }) => homes?.has(code) === true);
  return actor.length > 0 && actor.every((one) => isNamed(one) && one.actors.every(({ sector }) => sector === 'REB'));
}
