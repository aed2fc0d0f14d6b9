import { foldPlain } from '../../language/segment/fold.ts';
import type { Actor } from '../../model/index.ts';
import { blamedBefore } from './blamed.ts';
import { pair, stateActor, twoPeople } from './both-sides.ts';
import { isFeminine, standsForThing } from './gender.ts';
import { isCapital } from './letters.ts';
import type { Salient } from './memory.ts';
import { neighbour, otherSide } from './other-side.ts';
import type { Phrase } from './phrase.ts';
import { inList } from './scene.ts';
import { several } from './several-sides.ts';
import { stateOfGender } from './state-of-gender.ts';
import { REACH, type Situation, type Verdict } from './verdict.ts';
import { visitor } from './visit.ts';

/** Pronouns and phrases that point back: each takes what the document has said, or gives the reason why not. */
export function resolveReference(phrase: Phrase, at: Situation): Verdict | undefined {
  const { kind, form, id } = phrase.reference!;
  switch (kind) {
    case 'named-pair': {
      const actors = id.split(',').map((one) => stateActor(at, one));
      return { kind: 'group', actors, why: `${form}: ${actors.map(({ name }) => name).join(' and ')}` };
    }
    case 'pair':
    case 'each-other':
      return pair(phrase, at, kind === 'pair' ? 'group' : 'pronoun');
    case 'three':
    case 'four':
    case 'five':
      return several(phrase, at);
    case 'pair-people':
      return (
        twoPeople(phrase, at) ?? { kind: 'group', actors: [], why: `${form}: two people have not been named before` }
      );
    case 'own-country':
      return plural(phrase, at) || isIndefinite(phrase, at) ? undefined : ownCountry(at, form, doneTo(phrase, at));
    case 'other-side': {
      const state = otherSide(phrase, at);
      if (state === undefined) return { kind: 'group', actors: [], why: `${form}: no other state stands out before` };
      const actor = stateActor(at, state);
      return { kind: 'group', actors: [actor], state, why: `${form}: ${actor.name}` };
    }
    case 'our-own':
      return ours(phrase, at, form);
    case 'bloc':
      return isPartOfName(phrase, at) ? undefined : bloc(phrase, at, form);
    case 'singular-person':
      if (isPossessive(phrase, at) || isDeterminer(phrase, at)) return undefined;
      return blamedBefore(phrase, at) ?? someone(phrase, at, form);
    case 'thing':
      return expletive(phrase, at) || isObject(phrase, at) || isIntroductory(phrase, at)
        ? undefined
        : (blamedBefore(phrase, at) ?? thing(phrase, at, form));
    case 'latter':
      return latter(phrase, at, form);
    case 'guest':
    case 'host':
      return visitor(phrase, at, kind);
    case 'neighbour':
      return neighbour(phrase, at);
    case 'plural':
      return blamedBefore(phrase, at) ?? many(phrase, at, form);
    default:
      return undefined;
  }
}

/** "It", for a state, an organisation or an institution; who thanks it is another one. */
function thing(phrase: Phrase, at: Situation, form: string): Verdict {
  const doers = isAddressed(phrase, at) ? at.memory.lastSubject(at.sentence) : [];
  const fits = ({ kind, institution, place, actors }: Salient): boolean =>
    (kind === 'state' || kind === 'organisation' || institution === true) &&
    !place &&
    actors.length === 1 &&
    actors[0]!.office === undefined &&
    !doers.includes(actors[0]!.id);
  return pronoun(at, form, 1, fits);
}

/** "Thanked it", "accused it of": done to somebody. */
function isAddressed({ first }: Phrase, { scene }: Situation): boolean {
  return inList(scene, 'addressing', scene.words[first - 1]);
}

function plural(phrase: Phrase, at: Situation): boolean {
  return at.scene.tokens[phrase.last]?.feats['Number'] === 'Plur';
}

/** "Caracas called it a provocation": what is done to "it" is seldom done to a state. Without a tree, by the word before. */
function isObject(phrase: Phrase, { scene }: Situation): boolean {
  const { deprel } = scene.tokens[phrase.first]!;
  const before = scene.words[phrase.first - 1];
  if (inList(scene, 'addressing', before)) return false;
  if (deprel !== '' && deprel !== '_') return /^(?:obj|iobj|obl)/.test(deprel);
  if (before === undefined || !scene.gazetteer.reference.has('before-subject')) return false;
  return /^\p{L}/u.test(before) && !inList(scene, 'before-subject', before);
}

function expletive(phrase: Phrase, at: Situation): boolean {
  return at.scene.tokens[phrase.first]?.deprel === 'expl';
}

/** "36 countries", "a country", "no country": none that was spoken of. */
function isIndefinite(phrase: Phrase, { scene }: Situation): boolean {
  const before = scene.words[phrase.first - 1];
  if (inList(scene, 'several', scene.words[phrase.last])) return true;
  if (before === undefined) return false;
  // "украинское государство" is told by its adjective
  const told = scene.gazetteer.entriesOf(scene.tokens[phrase.first - 1]!);
  const owned = told.some((entries) => entries.some(({ type, kind }) => type === 'state' && kind === 'adjective'));
  return owned || /^\d/.test(before) || inList(scene, 'indefinite', before);
}

/** "Gümrük Birliği": a capitalised word behind another one is part of a name. */
function isPartOfName(phrase: Phrase, { scene }: Situation): boolean {
  const before = scene.tokens[phrase.first - 1];
  return phrase.first > 1 && isCapital(scene.tokens[phrase.first]) && isCapital(before);
}

/** "It was a small return": what opens a sentence before a copula is seldom a state. */
function isIntroductory(phrase: Phrase, { scene }: Situation): boolean {
  return phrase.first === 0 && inList(scene, 'copula', scene.words[phrase.last + 1]);
}

/** A person, or where none was named a state of the pronoun's gender. */
function someone(phrase: Phrase, at: Situation, form: string): Verdict {
  const found = person(phrase, at, form);
  return found.actors.length > 0 ? found : (stateOfGender(phrase, at) ?? found);
}

/** "he", "told him": whoever does something to "him" is another one; "она" is a woman. */
function person(phrase: Phrase, at: Situation, form: string): Verdict {
  const { memory, scene, sentence } = at;
  const state = stateBefore(phrase, at, form);
  if (state) return state;
  const doer = isDoneTo(phrase, at) ? memory.best(sentence, 0, ({ subject }) => subject)?.actors[0]?.id : undefined;
  const woman = inList(scene, 'she', scene.words[phrase.first]);
  const he = inList(scene, 'he', scene.words[phrase.first]);
  const isThing = standsForThing(phrase, at);
  return pronoun(at, form, 3, ({ kind, actors, sentence: where }) => {
    if (kind !== 'person' || actors[0]?.id === doer || (isThing && where < sentence)) return false;
    const feminine = isFeminine(actors[0]!, at);
    return woman ? feminine !== false : !(he && feminine === true);
  });
}

/** "Россия признала …, и Грузия разорвала с ней отношения": a state that is "she" and does something before somebody else does. */
function stateBefore({ first }: Phrase, { memory, scene, sentence }: Situation, form: string): Verdict | undefined {
  const { words, tokens } = scene;
  if (!inList(scene, 'she', words[first]) || !scene.gazetteer.reference.has('latter')) return undefined;
  if (tokens[first]!.deprel.startsWith('nsubj')) return undefined;
  const doer = memory.latest(sentence, ({ subject }) => subject);
  const isShe = ({ range }: Salient): boolean => range !== undefined && tokens[range.last]?.feats['Gender'] === 'Fem';
  const near = memory.latest(
    sentence,
    (one) => one.kind === 'state' && one.subject && !one.place && one.state !== doer?.state && isShe(one),
  );
  if (!near?.state) return undefined;
  return { kind: 'pronoun', actors: near.actors, state: near.state, why: `${form}: ${near.actors[0]!.name}` };
}

/** "США обвинили Иран, тот назвал это вздором": who was named last and did nothing himself; "тот, кто" points forward. */
function latter({ first, last }: Phrase, at: Situation, form: string): Verdict | undefined {
  const { scene, memory, sentence } = at;
  const { deprel } = scene.tokens[first]!;
  // "и та согласилась"
  const acts = deprel.startsWith('nsubj') || scene.tokens[last + 1]?.feats['VerbForm'] === 'Fin';
  if (!acts || scene.words[last + 1] === ',') return undefined;
  const fits = ({ subject, actors, kind }: Salient): boolean => !subject && actors.length === 1 && kind !== 'group';
  const near = memory.latest(sentence, fits) ?? memory.latest(sentence - 1, fits);
  if (!near) return undefined;
  const state = near.state ? { state: near.state } : {};
  return { kind: 'pronoun', actors: near.actors, ...state, why: `${form}: ${near.actors[0]!.name} named last` };
}

/** "his country", "арестовали его": by the tree, or by whether a word follows that it could belong to. */
function isPossessive({ first, last }: Phrase, { scene }: Situation): boolean {
  if (!inList(scene, 'own', scene.words[first])) return false;
  const { deprel } = scene.tokens[first]!;
  if (deprel !== '' && deprel !== '_') return !/^(?:nsubj|obj|iobj|obl)/.test(deprel);
  const after = scene.words[last + 1];
  return after !== undefined && /\p{L}/u.test(after) && !inList(scene, 'function', after);
}

/** "O yıl", "o günlerde": before a noun the word points at a thing. */
function isDeterminer({ first }: Phrase, { scene }: Situation): boolean {
  return inList(scene, 'determiner', scene.words[first]) && scene.tokens[first]!.upos === 'DET';
}

function isDoneTo(phrase: Phrase, { scene }: Situation): boolean {
  const { deprel } = scene.tokens[phrase.first]!;
  return /^(?:obj|iobj)/.test(deprel) || inList(scene, 'object-pronoun', scene.words[phrase.first]);
}

/** "France suspended its aid to the country", "Dhaka urged the country": another one's than the doer's. */
function doneTo(phrase: Phrase, { scene, memory, sentence }: Situation): string | undefined {
  const { words } = scene;
  const before = words[phrase.first - 1];
  if (!inList(scene, 'article', words[phrase.first])) return undefined;
  const judged = inList(scene, 'judging', before);
  if (!judged && !inList(scene, 'apart', before)) return undefined;
  return memory.best(sentence, 0, ({ subject, kind, place }) => subject && !place && (judged || kind === 'state'))
    ?.state;
}

/** "The kingdom", "the alliance": of the states or organisations named only those that are one (`realm` lines of reference.tsv). */
function isRealm(form: string, state: string, at: Situation): boolean {
  const name = realmOf(form, at);
  return name === undefined || inList(at.scene, 'realm', `${name}=${state}`);
}

/** The longest end of a phrase that has such lines: "breakaway republic" before "republic". */
function realmOf(form: string, { scene }: Situation): string | undefined {
  const realms = [...(scene.gazetteer.reference.get('realm') ?? [])];
  const words = foldPlain(form).split(' ');
  return words
    .map((_, i) => words.slice(i).join(' '))
    .find((one) => realms.some((realm) => realm.startsWith(`${one}=`)));
}

/** What a word for a country may mean: "the republic" is Russia or Japan only where no other state was named (kind `seldom-realm`). */
export function countryNear(at: Situation, form: string, without?: string): Salient | undefined {
  // "the island": few states are one
  const reach = realmOf(form, at) === undefined ? 3 : REACH;
  const fits = ({ state }: Salient): boolean => state !== undefined && state !== without && isRealm(form, state, at);
  const isSeldom = ({ state }: Salient): boolean => inList(at.scene, 'seldom-realm', `${foldPlain(form)}=${state}`);
  return (
    at.memory.best(at.sentence, reach, (one) => fits(one) && !isSeldom(one)) ?? at.memory.best(at.sentence, reach, fits)
  );
}

function ownCountry(at: Situation, form: string, without?: string): Verdict {
  const near = countryNear(at, form, without);
  if (!near) return { kind: 'group', actors: [], why: `${form}: no state named before` };
  const { register } = at.scene.gazetteer;
  // The country of a movement's man is the movement's.
  const state =
    register.typeOf(near.state!) === 'group' ? (register.unit(near.state!)?.state ?? near.state!) : near.state!;
  const actor = stateActor(at, state);
  return { kind: 'group', actors: [actor], state, why: `${form}: the country of ${near.actors[0]!.name}` };
}

const QUOTE = /^["“”«»„]$/;

/**
 * "Our ministry", "our country" outside a quotation: the state in whose language the text is written, when only one state
 * publishes in it (reference kind `home-state`); in a quotation the speaker's country.
 */
function ours(phrase: Phrase, at: Situation, form: string): Verdict {
  const { tokens, gazetteer } = at.scene;
  const quoted = tokens.slice(0, phrase.first).filter((token) => QUOTE.test(token.form)).length % 2 === 1;
  const [home] = gazetteer.reference.get('home-state') ?? [];
  if (quoted || home === undefined) return ownCountry(at, form);
  return { kind: 'group', actors: [stateActor(at, home)], state: home, why: `${form}: the state that speaks here` };
}

/** "İttifak'ın komuta yapısı": in capitals inside a sentence it is the one that the word stands for by itself (reference kind `bloc-name`). */
function ofThatName(phrase: Phrase, at: Situation): Actor | undefined {
  const { first, reference } = phrase;
  const { tokens, words, gazetteer } = at.scene;
  const inside =
    first > 0 &&
    (isCapital(tokens[first]) || (inList(at.scene, 'article', words[first]) && isCapital(tokens[first + 1])));
  const word = `${foldPlain(reference!.form)}=`;
  const named = (kind: string): string | undefined =>
    [...(gazetteer.reference.get(kind) ?? [])].find((one) => one.startsWith(word));
  // "самолёты альянса": in some languages the bare word is enough (kind `bloc-default`)
  const line = (isUnowned(phrase, at) ? named('bloc-default') : undefined) ?? (inside ? named('bloc-name') : undefined);
  const unit = line === undefined ? undefined : gazetteer.register.unit(line.slice(word.length));
  if (!unit) return undefined;
  const { id, code, sector } = unit;
  return { id, code, name: gazetteer.register.nameOf(id), ...(sector ? { sector } : {}) };
}

/** "лидеры альянса", not "альянс партий", "правящий альянс", "создали альянс": nothing says whose or which it is. */
function isUnowned({ first, last }: Phrase, { scene: { tokens } }: Situation): boolean {
  const [before, after] = [tokens[first - 1], tokens[last + 1]];
  const owned = after?.feats['Case'] === 'Gen' || after?.upos === 'ADP' || QUOTE.test(after?.form ?? '');
  return /^(?:nsubj|nmod|obl)/.test(tokens[last]!.deprel) && !owned && before?.upos !== 'ADJ' && before?.upos !== 'DET';
}

function bloc(phrase: Phrase, at: Situation, form: string): Verdict {
  const near = at.memory.best(
    at.sentence,
    6,
    (salient) =>
      salient.kind === 'organisation' &&
      salient.actors.length === 1 &&
      isOrganisation(salient, at) &&
      isRealm(form, salient.actors[0]!.id, at),
  );
  const known = near ? undefined : ofThatName(phrase, at);
  if (known) return { kind: 'group', actors: [known], why: `${form}: ${known.name} where none is named` };
  if (!near) return { kind: 'group', actors: [], why: `${form}: no organisation named before` };
  return { kind: 'group', actors: near.actors, why: `${form}: ${near.actors[0]!.name} named before` };
}

/** Not a ministry, an army or a region's government: these are no alliances, unions or agencies of several. */
function isOrganisation({ actors, state }: Salient, { scene }: Situation): boolean {
  const { register } = scene.gazetteer;
  const type = register.typeOf(actors[0]!.id);
  if (type === 'group') return register.sectorOf(actors[0]!.id) !== 'GOV';
  return type === 'organisation' || (type === undefined && state === undefined);
}

function pronoun(at: Situation, form: string, reach: number, fits: (salient: Salient) => boolean): Verdict {
  const near = at.memory.best(at.sentence, reach, fits);
  if (!near) return { kind: 'pronoun', actors: [], why: `${form}: nobody named before that it can stand for` };
  const state = near.state ? { state: near.state } : {};
  return {
    kind: 'pronoun',
    actors: near.actors,
    ...state,
    why: `${form}: ${near.actors.map((a) => a.name).join(', ')}`,
  };
}

function ofGroup({ actors }: Salient, form: string): Verdict {
  return { kind: 'pronoun', actors, why: `${form}: ${actors.map(({ name }) => name).join(', ')}` };
}

function many(phrase: Phrase, at: Situation, form: string): Verdict {
  // "put the quarrel behind them": themselves
  if (inList(at.scene, 'around', at.scene.words[phrase.first - 1]))
    return { kind: 'pronoun', actors: [], why: `${form}: themselves` };
  const doers = isDoneTo(phrase, at) ? at.memory.lastSubject(at.sentence) : [];
  const { register } = at.scene.gazetteer;
  // "the Taliban … they": a movement is many
  const isMany = ({ kind, actors, place }: Salient): boolean =>
    kind === 'group' || (kind === 'organisation' && !place && register.typeOf(actors[0]?.id ?? '') === 'group');
  const fits = (one: Salient): boolean =>
    isMany(one) && one.actors.length > 0 && !one.actors.some(({ id }) => doers.includes(id));
  const near = at.memory.best(at.sentence, 2, fits);
  // "undersecretaries of the two sides met, and they agreed": several of this sentence before one of another
  const here = at.memory.best(at.sentence, 0, (one) => fits(one) && one.actors.length > 1);
  if (here && near && near.sentence < at.sentence) return ofGroup(here, form);
  // "the leaders of France, Germany and Poland": the whole list, not its first member alone
  const list = near && at.memory.best(at.sentence, 2, (salient) => fits(salient) && salient.actors.length > 1);
  const whole = list?.sentence === near?.sentence && list?.actors.some(({ id }) => id === near?.actors[0]?.id);
  const group = whole ? list : near;
  if (group) return ofGroup(group, form);
  const subjects = new Map<string, Actor>();
  const seen = at.memory.best(at.sentence, 1, (salient) => salient.subject);
  if (seen)
    for (const actor of at.memory.subjectsOf(seen.sentence))
      if (!doers.includes(actor.id)) subjects.set(actor.id, actor);
  if (new Set([...subjects.values()].map(({ code }) => code)).size < 2)
    return { kind: 'pronoun', actors: [], why: `${form}: no group named before that it can stand for` };
  const actors = [...subjects.values()];
  return { kind: 'pronoun', actors, why: `${form}: ${actors.map((actor) => actor.name).join(' and ')}` };
}
