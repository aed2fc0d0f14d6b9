import { foldPlain } from '../../language/segment/fold.ts';
import type { Mention, Sentence, Token } from '../../model/index.ts';
import { isBacked, PEOPLES } from './compound.ts';
import type { Entry, Match } from './entry.ts';
import { isEnvoy } from './envoy.ts';
import { jointOf } from './gap.ts';
import { identify } from './identify.ts';
import { Memory } from './memory.ts';
import type { NameRange } from './name.ts';
import { buildPhrases, type Phrase } from './phrase.ts';
import { resolveReference } from './reference.ts';
import { saysWhose, wordsOf } from './same-body.ts';
import { peopleOf } from './same-people.ts';
import { type Gazetteer, inList, type Scene } from './scene.ts';
import { toUnit, type Unit } from './unit.ts';
import type { Situation, Verdict } from './verdict.ts';
import { noteVisit } from './visit.ts';

export interface ResolveInput {
  /** The document's text; sentences' offsets point into it. */
  readonly text: string;
  /** With or without trees: tokens whose `upos` is '' are taken by their letters alone. */
  readonly sentences: readonly Sentence[];
  readonly gazetteer: Gazetteer;
  /** ISO date as precise as known, usually of publication: who held an office. Absent: today's holders. */
  readonly on?: string;
}

/** The mentions of every sentence, in order of their first token. One pass over the document, nothing is looked up twice. */
export function resolveMentions(input: ResolveInput): Mention[][] {
  return resolveInDetail(input).map((found) => found.map(({ mention }) => mention));
}

/** A mention with what else was found out about it. */
export interface Resolved {
  readonly mention: Mention;
  readonly verdict: Verdict;
  /** Tokens of a name that the dictionary does not know: "Diego Molano" in "Defence Minister Diego Molano". */
  readonly unknown?: NameRange;
  /** "Turkish-backed": the state is not whose the noun behind it is. */
  readonly backed?: true;
}

/** As `resolveMentions`, with the verdicts: a role's sector is there even where its state can't be known. */
export function resolveInDetail(input: ResolveInput): Resolved[][] {
  const memory = new Memory(input.gazetteer);
  return input.sentences.map((sentence, index) => resolveSentence(input, sentence, index, memory));
}

function resolveSentence(input: ResolveInput, sentence: Sentence, index: number, memory: Memory): Resolved[] {
  const { tokens } = sentence;
  const matches = allMatches(input.gazetteer, memory, tokens);
  if (matches.length === 0) return [];
  const words = tokens.map((token) => foldPlain(token.form));
  const { introduced, strangers } = memory;
  const dated = input.on ? { on: input.on } : {};
  const scene: Scene = { tokens, words, gazetteer: input.gazetteer, introduced, strangers, ...dated };
  const units = matches.flatMap((match) => toUnit(match, scene) ?? []);
  const phrases = buildPhrases(units, scene);
  const at: Situation = { scene, memory, sentence: index, text: input.text, ...dated };
  const mentions: Resolved[] = [];
  for (const phrase of phrases) {
    const verdict = phrase.reference && !phrase.state ? resolveReference(phrase, at) : identify(phrase, at);
    if (!verdict || repeatsInBrackets(phrase, verdict, mentions.at(-1), scene)) continue;
    const backed = isBacked(phrase, scene);
    mentions.push({
      mention: toMention(phrase, verdict, at),
      verdict,
      ...(phrase.name ? { unknown: phrase.name } : {}),
      ...(backed ? { backed } : {}),
    });
    if (!backed) remember(phrase, verdict, at, mentions.length === 1);
    pairUp(mentions, at);
  }
  noteVisit(memory.inSentence(index), at);
  noteHeading(at, sentence);
  return mentions;
}

const FULL_STOP = /[.!…]["”»’)]?\s*$/u;

/** "Etiyopya-Somali gerginliğinin 14 ayı": the states that a text's first line names, if it ends without a full stop. */
function noteHeading({ memory, sentence, text }: Situation, { start, end }: Sentence): void {
  if (sentence > 0 || FULL_STOP.test(text.slice(start, end))) return;
  memory.heading = memory.namedStates(sentence);
}

/** "Collective Security Treaty Organization (CSTO)": the brackets add no second mention. */
function repeatsInBrackets(phrase: Phrase, verdict: Verdict, last: Resolved | undefined, scene: Scene): boolean {
  if (!last || scene.tokens[phrase.first - 1]?.form !== '(' || last.mention.last !== phrase.first - 2) return false;
  return verdict.actors[0] !== undefined && verdict.actors[0].id === last.mention.actors[0]?.id;
}

/** Matches of the dictionary, and of what the document introduced where the dictionary has no longer one. */
function allMatches(gazetteer: Gazetteer, memory: Memory, tokens: readonly Token[]): Match[] {
  const listed = gazetteer.find(tokens);
  const own = memory.trie?.find(tokens) ?? [];
  if (own.length === 0) return listed;
  const inPlace = ({ first }: Match): boolean =>
    gazetteer.reference.get('place-preposition')?.has(foldPlain(tokens[first - 1]?.form ?? '')) === true;
  const free = own.filter((match) => !listed.some((other) => covers(other, match, inPlace(match))));
  const kept = listed.filter((match) => !free.some((other) => overlap(other, match)));
  return [...kept, ...free].sort((a, b) => a.start - b.start);
}

function overlap(a: Match, b: Match): boolean {
  return a.start < b.end && b.start < a.end;
}

/**
 * An introduced name gives way to a listed one that is longer, or as long and no mere surname or role; a person's to a town
 * only where one is in it ("adviser Ben Rhodes … Rhodes", "Наото Кан … Кан").
 */
function covers(listed: Match, own: Match, inPlace: boolean): boolean {
  if (!overlap(listed, own)) return false;
  if (listed.end - listed.start > own.end - own.start) return true;
  const isTown = listed.entries.every(({ type, kind }) => type === 'person' || kind === 'city' || kind === 'family');
  if (isTown && !inPlace && own.entries.some(({ type }) => type === 'person')) return false;
  return listed.entries.some((entry) => entry.type === 'state' || entry.type === 'organisation');
}

function toMention(phrase: Phrase, verdict: Verdict, at: Situation): Mention {
  const { start, end } = phrase;
  return {
    start,
    end,
    text: at.text.slice(start, end),
    sentence: at.sentence,
    first: phrase.first,
    last: phrase.last,
    head: Math.min(phrase.last, Math.max(phrase.first, headOf(phrase, at.scene.tokens))),
    kind: verdict.kind,
    actors: verdict.actors,
    ...(verdict.inherited ? { inherited: true } : {}),
    why: verdict.why,
  };
}

/** The token of the phrase that hangs outside it; without a tree the last word of the name, the role or the state. */
function headOf(phrase: Phrase, tokens: readonly Token[]): number {
  const own = phrase.units.flatMap((unit) => range(unit.first, unit.last));
  if (phrase.name) own.push(...range(phrase.name.first, phrase.name.last));
  const parsed = tokens[phrase.first]!.deprel !== '' && tokens[phrase.first]!.deprel !== '_';
  if (parsed) {
    const outside = own.filter((at) => tokens[at]!.head < phrase.first || tokens[at]!.head > phrase.last);
    const heads = outside.filter((at) => tokens[at]!.deprel !== 'punct' && tokens[at]!.deprel !== 'case');
    // "Russian and Chinese bombers": the tree hangs the second adjective on the first, the noun is the head all the same
    const best = heads.find((at) => tokens[at]!.upos !== 'ADJ') ?? heads[0];
    if (best !== undefined) return best;
  }
  if (phrase.name) return phrase.name.last;
  const unit: Unit = phrase.units.find((u) => u.people.length > 0) ?? phrase.roles.at(-1) ?? phrase.units.at(-1)!;
  return unit.last;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

function remember(phrase: Phrase, verdict: Verdict, at: Situation, isFirst: boolean): void {
  const { memory, scene, sentence } = at;
  const { register } = scene.gazetteer;
  const actor = verdict.actors[0];
  if (!actor) return;
  if (verdict.kind !== 'pronoun') introduce(phrase, verdict, at);
  const people = peopleOf(phrase, scene);
  const token = scene.tokens[headOf(phrase, scene.tokens)]!;
  const parsed = token.deprel !== '' && token.deprel !== '_';
  memory.note({
    actors: verdict.actors,
    kind: salienceOf(phrase, verdict),
    institution: isInstitution(phrase, verdict, scene),
    ...(verdict.state ? { state: verdict.state } : {}),
    ...(verdict.states ? { states: verdict.states } : {}),
    sentence,
    range: { first: phrase.first, last: phrase.last },
    subject: parsed ? isSubject(token, scene.tokens) : isFirst,
    place: verdict.kind === 'place',
    ...(people === undefined ? {} : { people }),
    ...(isEnvoy(phrase, scene) ? { abroad: true } : {}),
    ...(verdict.inherited || !saysWhose(phrase) ? {} : { body: wordsOf(phrase, scene) }),
  });
  const owner =
    phrase.roles.length > 0 ? phrase.named.find((e) => e.type === 'organisation' || e.type === 'group') : undefined;
  const office = phrase.named.find((e) => e.type === 'office');
  const led = office && register.unit(office.id)?.state;
  if (owner) noteOwner(owner.id, at);
  else if (led !== undefined && register.typeOf(led) === 'organisation') noteOwner(led, at);
}

/** "On 8 August Donald Trump received": the tree may hang the name on the date before it. */
function isSubject({ deprel, head }: Token, tokens: readonly Token[]): boolean {
  return deprel.startsWith('nsubj') || (deprel === 'flat' && tokens[head]?.deprel.startsWith('nsubj') === true);
}

/** "NATO leaders met", "NATO's secretary general": NATO itself can be meant by a later "the alliance". */
function noteOwner(id: string, at: Situation): void {
  const { register } = at.scene.gazetteer;
  const unit = register.unit(id);
  if (!unit) return;
  const actor = { id, code: unit.code, name: register.nameOf(id), ...(unit.sector ? { sector: unit.sector } : {}) };
  at.memory.note({ actors: [actor], kind: 'organisation', sentence: at.sentence, subject: false, place: false });
}

/** "France, China and the Philippines": for a later "they", single actors listed up to a conjunction are one group. */
function pairUp(mentions: readonly Resolved[], at: Situation): void {
  const listed = (i: number): boolean => {
    const one = mentions[i];
    return one !== undefined && one.mention.actors.length === 1 && one.verdict.kind !== 'place';
  };
  const joint = (i: number) => jointOf(at.scene, mentions[i - 1]!.mention.last, mentions[i]!.mention.first);
  const last = mentions.length - 1;
  let first = last - 1;
  if (first < 0 || !listed(last) || !listed(first) || joint(last) !== 'conjunction') return;
  while (first > 0 && listed(first - 1) && joint(first) === 'comma') first--;
  const actors = mentions.slice(first).flatMap(({ mention }) => mention.actors);
  const subject = at.scene.tokens[mentions[first]!.mention.head]!.deprel.startsWith('nsubj');
  at.memory.note({ actors, kind: 'group', sentence: at.sentence, subject, place: false });
}

function salienceOf(phrase: Phrase, verdict: Verdict): 'state' | 'person' | 'organisation' | 'group' {
  if (verdict.actors.length > 1) return 'group';
  if (phrase.people.length > 0 || phrase.name) return 'person';
  if (phrase.roles.at(-1)?.role?.kind === 'body') return 'organisation';
  if (verdict.kind === 'role') return 'person';
  if (verdict.kind === 'group' && !phrase.reference && phrase.roles.length > 0) return 'group';
  // "the Cubans … they"
  if (verdict.kind === 'group' && phrase.state && PEOPLES.has(phrase.state.kind)) return 'group';
  if (phrase.named.some((entry) => entry.type === 'office')) return 'person';
  return phrase.named.length > 0 ? 'organisation' : 'state';
}

/** "Sweden's government", "the Nigerian army": one body in the singular, not several people. */
function isInstitution(phrase: Phrase, verdict: Verdict, scene: Scene): boolean {
  const form = phrase.roles.at(-1)?.role?.form;
  const singular = scene.tokens[phrase.last]?.feats['Number'] === 'Sing';
  return verdict.kind === 'group' && singular && form !== undefined && inList(scene, 'institution', foldPlain(form));
}

/** New names for later: "Defence Minister Diego Molano" -> Molano; "Collective Security Treaty Organization (CSTO)" -> CSTO. */
function introduce(phrase: Phrase, verdict: Verdict, at: Situation): void {
  const { memory, scene, text } = at;
  const actor = verdict.actors[0]!;
  const known = phrase.people.find((entry) => entry.id === actor.id);
  if (known && known.kind !== 'surname' && known.kind !== 'family' && isFamilyFirst(verdict, at)) {
    const family = known.form.split(' ')[0]!;
    if (family.length > 1 && family.length < known.form.length)
      memory.introduce([family], actor, 'person', 'the document');
  }
  const given = known && known.kind !== 'surname' && known.kind !== 'family' ? givenName(phrase, at) : undefined;
  if (given !== undefined && !isFamilyFirst(verdict, at)) memory.teach(given, actor.id);
  const family = known?.kind === 'name' && !isFamilyFirst(verdict, at) ? shortFamilyName(phrase, at) : undefined;
  if (family !== undefined) memory.teach(family, actor.id);
  if (phrase.name) {
    const { first, last } = phrase.name;
    const parts = range(first, last)
      .map((i) => scene.tokens[i]!.form)
      .filter((form) => /^\p{Lu}\p{L}+/u.test(form));
    const full = text.slice(scene.tokens[first]!.start, scene.tokens[last]!.end);
    const short = parts.length > 1 ? [parts.at(-1)!, ...(parts.length === 2 ? [parts[0]!] : [])] : parts;
    memory.introduce([full, ...short], actor, 'person', 'the document');
  }
  const opened = scene.tokens[phrase.last + 1]?.form === '(';
  const brief = scene.tokens[phrase.last + 2]?.form ?? '';
  const closed = scene.tokens[phrase.last + 3]?.form === ')';
  if (opened && closed && /^\p{Lu}[\p{L}.&-]{1,9}$/u.test(brief) && /\p{Lu}.*\p{Lu}/u.test(brief)) {
    if (at.scene.gazetteer.entriesOf(scene.tokens[phrase.last + 2]!).length === 0 || phrase.named.length > 0) {
      memory.introduce([brief], actor, 'organisation', 'the document');
    }
  }
}

/** Letters of a given name that is no other word as well. */
const LONG_ENOUGH = 4;

/** "Raúl Castro … Raúl", "Isaias": the first of two words, where the dictionary knows no other meaning of it than surnames of people not met. */
function givenName({ units, people }: Phrase, { scene }: Situation): string | undefined {
  const unit = units.find((part) => part.people.length > 0);
  if (!unit || people.length !== 1) return undefined;
  const token = scene.tokens[unit.first]!;
  const isName = new RegExp(`^\\p{Lu}\\p{Ll}{${LONG_ENOUGH - 1},}$`, 'u').test(token.form);
  // "Hassan Sheikh Mohamud … Hassan Sheikh"
  const second = scene.tokens[unit.first + 1]!;
  if (isName && unit.last === unit.first + 2 && /^\p{Lu}\p{Ll}+$/u.test(second.form))
    return `${token.form} ${second.form}`;
  if (unit.last !== unit.first + 1) return undefined;
  const isOthers = (entries: readonly Entry[]): boolean =>
    entries.every(
      ({ type, kind, id }) =>
        type === 'person' && (kind === 'surname' || kind === 'family') && !scene.introduced.has(id),
    );
  return isName && scene.gazetteer.entriesOf(token).every(isOthers) ? token.form : undefined;
}

/** "Наото Кан … Кан": a surname that the dictionary lists for nobody, as too many things are called so. */
function shortFamilyName({ units, people }: Phrase, { scene }: Situation): string | undefined {
  const unit = units.find((part) => part.people.length > 0);
  if (!unit || people.length !== 1 || unit.last !== unit.first + 1) return undefined;
  const { form } = scene.tokens[unit.last]!;
  const isBase = people[0]!.form.endsWith(` ${form}`) && /^\p{Lu}\p{Ll}{2,}$/u.test(form);
  const entries = scene.gazetteer.entriesOf(scene.tokens[unit.last]!).flat();
  return isBase && entries.every(({ kind }) => kind === 'city' || kind === 'family') ? form : undefined;
}

/** Chinese, Korean, Vietnamese: the first word of a full name is the family's. */
function isFamilyFirst(verdict: Verdict, at: Situation): boolean {
  return verdict.state !== undefined && at.scene.gazetteer.register.unit(verdict.state)?.familyFirst === true;
}
