import { foldPlain } from '../../language/segment/fold.ts';
import type { Actor } from '../../model/index.ts';
import type { Salient } from './memory.ts';
import type { Phrase } from './phrase.ts';
import { inList } from './scene.ts';
import type { Situation, Verdict } from './verdict.ts';

export function pair(phrase: Phrase, at: Situation, kind: 'group' | 'pronoun'): Verdict {
  const { form } = phrase.reference!;
  const { deprel } = at.scene.tokens[phrase.last]!;
  if (deprel === 'nummod' || deprel === 'det' || countsNext(phrase, at))
    return { kind, actors: [], why: `${form}: counts what follows` };
  const without = apartFrom(phrase, at, kind);
  const foes = kind === 'group' ? rebelsAndTheirFoe(phrase, at, without) : undefined;
  if (foes) return { kind, actors: foes, why: `${form}: ${foes.map(({ name }) => name).join(' and ')} named before` };
  const last = lastTwo(at, without);
  // "the three pledged to defend one another"
  const more = kind === 'pronoun' ? at.memory.latest(at.sentence, (one) => isMore(one, at)) : undefined;
  if (more) return all(kind, statesOf(more, at), `${form}: all of them`);
  // "received both leaders …, and the two guests signed"
  const again = at.memory.latest(at.sentence, (one) => isPair(one, at) && isFree(one, without));
  const here = last.filter((one) => one.sentence === at.sentence);
  const spoken = here.length > 0 && !here.some(({ state }) => at.memory.heading.includes(state!));
  const listed = again ? statesOf(again, at) : spoken && listedPair(at, without);
  if (listed) return both(at, kind, listed, `${form}: ${listed.map(({ name }) => name).join(' and ')} named together`);
  // "Brazil hosted the two sides": a third one brings those together whom the text is about
  const about = without.size > 0 || last.length < 2 ? at.memory.twoOfText(without) : undefined;
  const titled = about ?? ofTitle(at, without, last);
  if (titled) {
    const actors = titled.map((id) => stateActor(at, id));
    return both(at, kind, actors, `${form}: ${actors.map(({ name }) => name).join(' and ')} are who the text is about`);
  }
  const two = samePair(at, kind, without) ?? last.map(({ state }) => state!);
  if (two.length < 2) return { kind, actors: [], why: `${form}: two states have not been named before` };
  const actors = two.map((state) => stateActor(at, state));
  return both(at, kind, actors, `${form}: ${actors.map((actor) => actor.name).join(' and ')} named last`);
}

/** "Irak güçleri … peşmergeden aldı. İki taraf": the two parties of the sentence before, where one of them is a movement. */
function rebelsAndTheirFoe(phrase: Phrase, at: Situation, without: ReadonlySet<string>): Actor[] | undefined {
  const { scene, memory, sentence } = at;
  if (!inList(scene, 'side-word', scene.words[phrase.last])) return undefined;
  const { register } = scene.gazetteer;
  const isMovement = (id: string): boolean => register.typeOf(id) === 'group';
  const named = memory.inSentence(sentence - 1).filter((one) => !one.place && isFree(one, without));
  const parties = new Map<string, Actor>();
  for (const { actors, state } of named)
    for (const actor of actors) {
      const id = isMovement(actor.id) ? actor.id : actors.length === 1 ? (state ?? actor.id) : actor.id;
      parties.set(id, isMovement(id) || !register.unit(id) ? actor : stateActor(at, id));
    }
  return parties.size === 2 && [...parties.keys()].some(isMovement) ? [...parties.values()] : undefined;
}

/** "Русский язык … в СССР … две столицы": a state and the one that took its place on the day are no two sides. */
function lastTwo(at: Situation, without: ReadonlySet<string>): Salient[] {
  const two = at.memory.lastTwoStates(at.sentence, without);
  const units = two.map(({ state }) => at.scene.gazetteer.register.unit(state!));
  const gone = units.find((old) => old?.to && units.some((heir) => heir !== old && heir?.from === old.to));
  return gone ? at.memory.lastTwoStates(at.sentence, new Set([...without, gone.id])) : two;
}

function both(at: Situation, kind: 'group' | 'pronoun', actors: readonly Actor[], why: string): Verdict {
  at.memory.pair = { states: actors.map(({ id }) => id), sentence: at.sentence };
  return all(kind, actors, why);
}

function all(kind: 'group' | 'pronoun', actors: readonly Actor[], why: string): Verdict {
  return { kind, actors, states: actors.map(({ id }) => id), why };
}

/**
 * States that the two sides of a sentence are not: who does something to them ("Japan accused the two countries", "offered to
 * mediate between the neighbours"), and who brings them together ("Fidan'ın arabuluculuğunda iki ülke").
 */
export function apartFrom(phrase: Phrase, at: Situation, kind: string): ReadonlySet<string> {
  const { tokens } = at.scene;
  const { deprel, feats } = tokens[phrase.last]!;
  const isGiven = feats['Case'] === 'Dat' && !deprel.startsWith('nsubj');
  const apart = kind === 'group' && (/^(?:obj|iobj)/.test(deprel) || isGiven || standsBetween(phrase, at));
  const here = at.memory.inSentence(at.sentence);
  const isDoer = (one: Salient): boolean => one.kind !== 'group' && (one.subject || opensClause(one, here, at));
  const doers = apart ? here.filter(isDoer) : [];
  const between = here.filter(({ range }) => range !== undefined && isMediator(range.last, at));
  const isWith = ({ kind: is, actors }: Salient): boolean =>
    is === 'group' && between.some((one) => actors.some(({ code }) => code === one.actors[0]!.code));
  const beside = here.filter(isWith).flatMap((one) => statesOf(one, at).map(({ id }) => id));
  return new Set([...[...doers, ...between].flatMap(({ state }) => state ?? []), ...beside]);
}

/** "Rusya taraflara çağrı yaptı", "США призвали обе стороны": a name that opens the sentence acts in it, whatever the tree makes of it. */
function opensClause({ range, place, state }: Salient, here: readonly Salient[], { scene }: Situation): boolean {
  if (range?.first !== 0 || place || state === undefined) return false;
  if (here.some((one) => one.kind === 'group' && one.states?.includes(state))) return false;
  const { form } = scene.tokens[range.last]!;
  if (inList(scene, 'possessive-compound', 'yes')) return !/['’]/.test(form) && !isJoined(range.last, scene);
  return scene.tokens[range.last + 1]?.feats['VerbForm'] === 'Fin';
}

/** "Rusya ve …", "Rusya ile …". */
function isJoined(last: number, scene: Situation['scene']): boolean {
  const next = scene.words[last + 1];
  return (next !== ',' && inList(scene, 'conjunction', next)) || scene.tokens[last + 1]?.upos === 'ADP';
}

/** "Norveç'in arabuluculuğunda", "ABD'nin ev sahipliğinde": words of mediation (kind `mediation`) that a name owns. */
function isMediator(last: number, { scene }: Situation): boolean {
  const { words } = scene;
  return [1, 2].some((n) => inList(scene, 'mediation', words.slice(last + 1, last + 1 + n).join(' ')));
}

function isFree({ actors, states }: Salient, without: ReadonlySet<string>): boolean {
  return ![...(states ?? []), ...actors.map(({ id }) => id)].some((id) => without.has(id));
}

/** "Ankara-Kahire hattı" over an article: its two states, while one of them was named last and no two others together. */
function ofTitle(
  { memory, sentence }: Situation,
  without: ReadonlySet<string>,
  last: readonly Salient[],
): readonly string[] | undefined {
  const { heading } = memory;
  if (heading.length !== 2 || heading.some((state) => without.has(state))) return undefined;
  const isOfTitle = ({ state }: Salient): boolean => heading.includes(state!);
  // "The Iranian minister visited Islamabad, and the two sides agreed" in an article about Pakistan and its neighbour
  if (last.some((one) => one.sentence === sentence && !isOfTitle(one))) return undefined;
  return last.length < 2 || last.some(isOfTitle) ? heading : undefined;
}

/** The two states that "the two navies" are of: who the text is about where somebody else acts, who its title names, or who was named last. */
export function twoSpokenOf(at: Situation, without: ReadonlySet<string>): readonly string[] {
  const last = at.memory.lastTwoStates(at.sentence, without);
  const about = without.size > 0 ? at.memory.twoOfText(without) : undefined;
  return about ?? ofTitle(at, without, last) ?? last.flatMap(({ state }) => state ?? []);
}

/** "London sent a ship, Maduro denounced it. Brasilia hosted the two sides": the two that were called so before, one of whom has acted since. */
function samePair(
  { memory, sentence }: Situation,
  kind: string,
  without: ReadonlySet<string>,
): readonly string[] | undefined {
  const { pair } = memory;
  if (kind === 'pronoun' || !pair || sentence - pair.sentence > PAIR_NEAR) return undefined;
  if (pair.states.some((state) => without.has(state))) return undefined;
  const last = memory.lastTwoStates(sentence, without);
  const [one, other] = last;
  const isNear = one !== undefined && one.sentence === other?.sentence && one.sentence >= sentence - 1;
  // "Turkey accused Israel. The two countries …"
  const isTogether =
    isNear && (one.sentence === sentence || (one.subject !== other.subject && !one.place && !other.place));
  const isOfPair = last.some(({ state }) => pair.states.includes(state!));
  return isOfPair && !isTogether ? pair.states : undefined;
}

const PAIR_NEAR = 6;

/** "Both men", "the two women": the two people of different states who were named last; who hosts them is none of them. */
export function twoPeople(phrase: Phrase, at: Situation): Verdict | undefined {
  const { memory, sentence } = at;
  const { deprel } = at.scene.tokens[phrase.last]!;
  const done = /^(?:obj|iobj|obl)/.test(deprel);
  const isPerson = ({ kind, actors, subject, sentence: where }: Salient): boolean =>
    kind === 'person' && actors.length === 1 && !(done && subject && where === sentence);
  const last = memory.best(sentence, PEOPLE_NEAR, isPerson);
  const code = last?.actors[0]?.code;
  const other = memory.best(sentence, PEOPLE_NEAR, (one) => isPerson(one) && one.actors[0]!.code !== code);
  if (!last || !other) return undefined;
  const placeOf = ({ sentence: where, range }: Salient): number => 1000 * where + (range?.first ?? 0);
  const both = [other, last].sort((a, b) => placeOf(a) - placeOf(b));
  const actors = both.map((one) => one.actors[0]!);
  return { kind: 'group', actors, why: `${phrase.reference!.form}: ${actors.map(({ name }) => name).join(' and ')}` };
}

const PEOPLE_NEAR = 3;

/** "Both men", "the two villages": the noun behind is no state. */
export function countsNext({ reference, last }: Phrase, { scene }: Situation): boolean {
  const next = scene.tokens[last + 1];
  const bare = inList(scene, 'both', foldPlain(reference!.form)) || inList(scene, 'two', scene.words[last]);
  return bare && next?.upos === 'NOUN' && next.head !== last;
}

/** "Mediated between both sides", "called on both sides", "appealed to the two countries". */
function standsBetween({ first, last }: Phrase, { scene }: Situation): boolean {
  const { words } = scene;
  // "iki ülke arasında arabuluculuk"
  if (inList(scene, 'mediator', words[last + 1]))
    return words.slice(last + 2, last + 2 + MEDIATOR_NEAR).some((word) => inList(scene, 'mediating', word));
  const before = words.slice(Math.max(0, first - MEDIATOR_NEAR), first);
  if (inList(scene, 'mediator', before.at(-1))) return before.some((word) => inList(scene, 'mediating', word));
  return inList(scene, 'calling', before.slice(-2).join(' '));
}

const MEDIATOR_NEAR = 5;

/** "Swedish and Finnish envoys … Turkey would block the two countries": the two named together before who speaks of them. */
function listedPair(at: Situation, without: ReadonlySet<string>): Actor[] | undefined {
  const isListed = (one: Salient): boolean => one.sentence < at.sentence && isPair(one, at) && isFree(one, without);
  const pair = at.memory.best(at.sentence, 2, isListed);
  return pair && statesOf(pair, at);
}

function isPair(one: Salient, at: Situation): boolean {
  return one.kind === 'group' && statesOf(one, at).length === 2;
}

function isMore(one: Salient, at: Situation): boolean {
  return one.kind === 'group' && statesOf(one, at).length > 2;
}

function statesOf({ actors }: Salient, at: Situation): Actor[] {
  const { register } = at.scene.gazetteer;
  const ids = actors.map(({ code }) => register.ownerOfCode(code) ?? '');
  return [...new Set(ids.filter((id) => register.typeOf(id) === 'state'))].map((id) => stateActor(at, id));
}

export function stateActor(at: Situation, id: string): Actor {
  const { register } = at.scene.gazetteer;
  return { id, code: register.unit(id)?.code ?? '', name: register.nameOf(id) };
}
