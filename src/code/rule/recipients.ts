import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { Argument } from './argument.ts';
import { isBordering } from './bordering.ts';
import { askedOf } from './clause-parties.ts';
import type { Composer } from './compose.ts';
import { doersOfContent, doersOfDeed } from './deed-of-object.ts';
import type { PartyFinder } from './party-finder.ts';
import { type Eligible, isPlace, takesPlaces } from './second-party.ts';
import { bySlots, namedBy } from './slots.ts';
import { adjacentObject } from './window.ts';

/** Whom an act is done to: slots of its line first, then the act inside it, objects, phrases and owners. */
export function recipientsOf(
  finder: PartyFinder,
  act: Act,
  other: Eligible,
): { mentions: Mention[]; together: boolean } {
  const { pattern } = act.entry;
  const named = act.inner ? [] : doersOfContent(finder, act).filter(other);
  if (pattern.recipient) {
    const mentions = bySlots(finder, act, pattern.recipient).filter(other);
    const own = mentions.some(({ head }) => finder.tree.head(head) === act.token);
    if (named.length > 0 && !own) return { mentions: named, together: false };
    const strict =
      pattern.symmetric ||
      pattern.recipient[0]?.relation === 'none' ||
      !finder.composer.grammar.has('prefer', 'nested');
    if (strict || mentions.length > 0) return { mentions, together: false };
  }
  const { args, index } = finder;
  const holders = whereHeld(finder, act).filter(other);
  if (holders.length > 0) return { mentions: holders, together: false };
  const doers = [...named, ...doersOfDeed(finder, act).filter(other)];
  if (doers.length > 0) return { mentions: doers, together: false };
  if (act.inner) {
    const inner = innerParties(finder, act, act.inner, other).filter(other);
    if (inner.length > 0) return { mentions: inner, together: false };
  }
  const adjacent = adjacentObject(finder, act).filter(other);
  if (adjacent.length > 0) return { mentions: adjacent, together: false };
  const introduced = behindCompanion(finder, act).filter(other);
  if (introduced.length > 0) return { mentions: introduced, together: false };
  const direct = args.patients(act.token);
  const chosen = firstNamed(finder, act, direct, other);
  const scene = chosen?.mentions.every((one) => isPlace(one) && index.isLocation(one.head));
  if (chosen && !scene) return chosen;
  // "imposed sanctions on Russia", "airlifted a hospital to Libya": the recipient may hang on the object
  const objects = direct.filter((found) => found.relation === 'obj').map((found) => found.token);
  const nested = [...new Set([...act.used, ...objects])].flatMap((token) => args.obliques(token));
  const viaObject =
    firstNamed(finder, act, nested, other) ?? firstNamed(finder, act, complementParties(finder, act), other);
  // "ввела санкции в отношении россиян, причастных к событиям в Крыму": before where it was come those whom the object names
  const better = viaObject?.mentions.some((one) => !isPlace(one)) ? viaObject : undefined;
  if (chosen ?? viaObject) return better ?? chosen ?? viaObject!;
  const owned = act.used.flatMap((token) => args.agents(token));
  const owners = namedBy(index, owned).filter(other);
  // free word order: the tree may hang the phrase on another noun of the clause (grammar kind `prefer`)
  const deeper = finder.composer.grammar.has('prefer', 'nested')
    ? args.nested(act.token).filter((found) => found.adposition !== undefined)
    : [];
  if (owners.length > 0 || deeper.length === 0) return { mentions: owners, together: false };
  return firstNamed(finder, act, deeper, other) ?? { mentions: [], together: false };
}

/**
 * "rallied behind Saudi Arabia", "lashed out at Canberra": whom the adposition of the line itself introduces, with no
 * object before him. Where people meet ("met in Baghdad") is no party, though the line names the adposition.
 */
function behindCompanion({ tree, index, args, composer }: PartyFinder, act: Act): Mention[] {
  if (args.isNominal(act.token) || args.isPassive(act.token)) return [];
  if (args.patients(act.token).some(({ token, relation }) => relation === 'obj' && index.at(token) !== undefined))
    return [];
  const places = takesPlaces(composer, act);
  return act.used
    .filter((token) => token > act.token && tree.upos(token) === 'ADP' && tree.relation(token) === 'case')
    .flatMap((token) => (index.at(tree.head(token)) ? index.ofPhrase(tree.head(token), places) : []));
}

/** "refused to answer Turkey", "China's threat to invade Taiwan": whom an infinitive concerns that is no act of its own. */
function complementParties({ tree, args, index }: PartyFinder, act: Act): Argument[] {
  return tree
    .dependents(act.token, 'xcomp', 'acl')
    .filter((verb) => verb > act.token && tree.tokens[verb]!.feats['VerbForm'] === 'Inf')
    .flatMap((verb) => args.patients(verb))
    .flatMap((found) => [found, ...(found.relation === 'obj' ? args.obliques(found.token) : [])])
    .filter((found) => index.at(found.token) !== undefined);
}

function innerParties(finder: PartyFinder, act: Act, inner: Act, other: Eligible): Mention[] {
  const { args, index } = finder;
  const patients = args.patients(act.token).filter((found) => found.token !== inner.token);
  const objects = namedBy(index, patients);
  if (act.recipientFrom === 'agent') {
    const asked = askedOf(finder, act, inner.token).filter(other);
    if (asked.length > 0) return asked;
    // "thanked Denmark for its support": who is thanked stands there as the object
    const direct = patients.filter((found) => found.relation === 'obj' && index.at(found.token));
    const thanked = namedBy(index, direct).filter(other);
    if (thanked.length > 0) return thanked;
    // free word order: whoever stands right behind the verb, hang he where he may
    const behind = finder.composer.grammar.has('prefer', 'nested') ? adjacentObject(finder, act).filter(other) : [];
    if (behind.length > 0) return behind;
    const subjects = clauseSubjects(finder, act, inner.token).filter(other);
    if (subjects.length > 0) return subjects;
    const agents = namedBy(index, args.agents(inner.token)).filter(other);
    if (agents.length > 0) return agents;
    // "criticised the sanctions": of whoever was told to have imposed them
    const nouns = finder.args.isNominal(inner.token);
    const told = finder.earlier.findLast(
      ({ type, token }) => nouns && type === inner.outcome.type && token < act.token,
    );
    const doers = told ? told.actor.filter(other) : [];
    return doers.length > 0 ? doers : objects;
  }
  // "warned China against aid to Russia": who stands there as the object
  const addressed = patients.filter((found) => found.relation === 'obj' && index.at(found.token));
  const named = namedBy(index, addressed).filter(other);
  if (named.length > 0) return named;
  // "…'nin yaptığı anlaşmayı reddetti": whose deed it is that is refused
  const whose = args.isNominal(inner.token) && finder.composer.grammar.has('order', 'final');
  const doers = whose && act.outcome.operators.at(-1) === 'refuse' ? namedBy(index, args.agents(inner.token)) : [];
  if (doers.some(other)) return doers.filter(other);
  // "agreed to US mediation", "opposed French mediation": whoever is let in between
  const { outcome, token } = inner;
  const mediates = args.isNominal(token) && outcome.mode !== null && isDirected(finder, outcome.type, outcome.mode);
  const mediators = mediates ? namedBy(index, args.agents(token)).filter(other) : [];
  if (mediators.length > 0) return mediators;
  const recipients = recipientsOf(finder, inner, other).mentions;
  return recipients.length > 0 ? recipients : objects;
}

/** "demanded that Japan match the EU's support": of a noun deep in a clause, whoever is the subject there. */
function clauseSubjects({ tree, args, index, composer }: PartyFinder, act: Act, noun: number): Mention[] {
  if (!args.isNominal(noun) || !composer.grammar.has('adjacent', 'object')) return [];
  const isClause = (at: number): boolean =>
    at !== act.token && tree.isUnder(at, act.token) && tree.relation(at) === 'ccomp' && tree.upos(at) === 'VERB';
  const clause = tree.ancestors(noun).find(isClause);
  if (clause === undefined || tree.dependents(clause, 'nsubj').length === 0) return [];
  return namedBy(index, args.agents(clause));
}

function isDirected({ composer }: PartyFinder, type: string, mode: string): boolean {
  const { mutual, modes } = composer.codebook.types.get(type)!;
  return mutual && modes[mode]?.directed === true;
}

/**
 * "требует освобождения француза, арестованного в Баку": words about people whom a participle says to be in a place are
 * meant for whoever rules there.
 */
function whereHeld({ tree, args, index, composer }: PartyFinder, act: Act): Mention[] {
  const { deed, mutual } = composer.codebook.types.get(act.outcome.type)!;
  if (deed || mutual || !composer.grammar.has('prefer', 'nested')) return [];
  const heads = act.inner ? [act.inner.token, ...act.inner.used] : act.used;
  const found: Mention[] = [];
  for (const { token } of heads.flatMap((head) => args.patients(head))) {
    const verb = tree.dependents(token, 'acl').find((c) => composer.grammar.has('held', tree.lemma[c]!));
    if (verb === undefined) continue;
    const phrases = [...args.obliques(verb), ...args.obliques(token)].filter((one) => one.token > verb);
    const place = phrases.find(
      ({ adposition }) => adposition !== undefined && composer.grammar.has('seat', adposition),
    );
    if (place) found.push(...index.ofPhrase(place.token, true));
  }
  return found;
}

function firstNamed(
  finder: PartyFinder,
  act: Act,
  candidates: readonly Argument[],
  other: Eligible,
): { mentions: Mention[]; together: boolean } | undefined {
  const { tree, index, composer, args } = finder;
  const kind = args.isNominal(act.token) ? 'nominal-recipient' : 'recipient';
  const ranked = [...candidates].sort((a, b) => rank(a, composer, kind) - rank(b, composer, kind));
  for (const found of ranked) {
    if (rank(found, composer, kind) > 90 || isHelp(finder, found)) continue;
    const location = index.isLocation(found.token);
    const mentions = index
      .ofPhrase(found.token, takesPlaces(composer, act))
      .filter((mention) => other(mention) && (!location || !isPlace(mention) || takesPlaces(composer, act)));
    if (mentions.length === 0) continue;
    // "снять санкции с Эритреи": with a genitive the word says where from
    const given = tree.tokens[found.token]!.feats['Case'];
    const from = given !== undefined && given !== 'Ins' && composer.grammar.has('source', found.adposition ?? '');
    // "отправила самолёт с помощью в Ливан": another adposition introduces the party
    const own = mentions.every(({ head }) => head === found.token || tree.marker(head) === undefined);
    const joint = found.adposition !== undefined && composer.grammar.has('with', found.adposition);
    const together = !from && own && joint && !isBordering(tree, found.token, composer);
    return { mentions, together };
  }
  return undefined;
}

/** "with the support of Russian aircraft", "with Turkey's consent": who helps (grammar kinds `with` and `help-noun`) is no second party. */
function isHelp({ tree, composer }: PartyFinder, { token, adposition }: Argument): boolean {
  const { grammar } = composer;
  return adposition !== undefined && grammar.has('with', adposition) && grammar.has('help-noun', tree.lemma[token]!);
}

/** Direct objects first, then obliques in the order in which the language's grammar table lists their adpositions. */
function rank(found: Argument, { grammar }: Composer, kind: string): number {
  if (found.relation === 'obj' || found.relation === 'nsubj:pass' || found.relation === 'iobj') return 0;
  if (found.adposition === undefined) return 50;
  const place = [...grammar.words(kind)].indexOf(found.adposition);
  return place < 0 ? 99 : place + 1;
}

/** "with the United States", but not "at the border with Russia". */
export function isCompanion({ tree, composer }: PartyFinder, head: number): boolean {
  return composer.grammar.has('with', tree.marker(head) ?? '') && !isBordering(tree, head, composer);
}
