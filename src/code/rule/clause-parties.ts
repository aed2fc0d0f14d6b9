import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import { codesOf } from './codes.ts';
import type { PartyFinder } from './party-finder.ts';
import { type Eligible, isOneState, isPlace, unique } from './second-party.ts';

const REACH = 40;
/** Cases that name whom a verb concerns, the surest first. */
const COMPLEMENTS = ['Acc', 'Dat', 'Abl', 'Ins'];

/**
 * Where verbs come last (grammar kind `order`), whom an act concerns stands before it in its clause, often deep in a phrase
 * that the tree hangs elsewhere: "Yemen'den gelen iki bin kişiye barınak kurdu". What the verb itself takes comes before
 * what stands deeper, the nearest before the others; where something only happens comes last.
 */
export function namedInClause(finder: PartyFinder, act: Act, actor: readonly Mention[], other: Eligible): Mention[] {
  const { tree, index, args, composer } = finder;
  if (!composer.grammar.has('order', 'final') || args.isNominal(act.token)) return [];
  const owners = ownersOfDeed(finder, act).filter(other);
  if (owners.length > 0) return owners;
  const { deed: done, domestic, score } = composer.codebook.types.get(act.outcome.type)!;
  // what a state does to its own people anywhere is done to no place
  const deed = done && !domestic;
  const isCondition = (verb: number): boolean =>
    tree.tokens[verb]!.feats['Mood'] === 'Cnd' || composer.grammar.has('condition', tree.marker(verb) ?? '');
  const several = score > 0 && !isOneState(actor);
  const own = codesOf(actor);
  const isOwn = ({ actors }: Mention): boolean => !domestic && actors.every(({ code }) => own.has(code));
  let best: Mention | undefined;
  let value = 0;
  for (let i = act.token - 1; i >= clauseStart(tree, act.token); i--) {
    const mention = index.at(i);
    if (!mention || mention.last !== i || !other(mention) || isSubject(tree, mention)) continue;
    // "Rusya'dan para aldığı öne sürülen vekilin evini aradı": what is told of one's own people names no other side
    if (domestic && isInParticiple(tree, mention.head, act.token)) continue;
    if (isInOthersClause(tree, mention.head, act.token)) continue;
    // "İspanyol teknesini çekmesi üzerine Madrid açıklama istedi": one's own only where nobody else is named
    const found = worth(tree, mention, act, { deed, hostile: score <= 0, isCondition }) * (isOwn(mention) ? 0.1 : 1);
    // what several do together concerns a third only where the verb takes him
    if (several && found < 1.5) continue;
    if (found > value) {
      best = mention;
      value = found;
    }
  }
  return best ? index.ofPhrase(best.head, true).filter(other) : [];
}

/** "…'nin düzenlediği saldırıyı kınadı": whoever did what the object says. */
function ownersOfDeed({ tree, index, args }: PartyFinder, act: Act): Mention[] {
  const clauses = args
    .patients(act.token)
    .filter(({ relation }) => relation === 'obj')
    .flatMap(({ token }) => tree.dependents(token, 'acl'));
  return unique(clauses.flatMap((verb) => args.agents(verb)).flatMap(({ token }) => index.ofPhrase(token)));
}

/**
 * Whom else a sentence names, when that is one state or organisation alone: "Hint askeri ateş açtı, Pekin bunu kınadı".
 * Where the verb comes first that says enough only of what may be told of one side ("put its fleet to sea").
 */
export function onlyOther(
  { tree, index, args, composer }: PartyFinder,
  act: Act,
  actor: readonly Mention[],
  other: Eligible,
): Mention[] {
  if (args.isNominal(act.token) || !isOneState(actor)) return [];
  const { standsAlone, anonymous } = composer.codebook.types.get(act.outcome.type)!;
  const isFinal = composer.grammar.has('order', 'final');
  if (!isFinal && !standsAlone && !anonymous) return [];
  const named = unique(tree.tokens.flatMap((_, i) => index.at(i) ?? [])).filter(other);
  if (!isFinal && named.some((one) => isPlace(one) && index.isLocation(one.head))) return [];
  const codes = new Set(named.flatMap(({ actors }) => actors.map((one) => one.code)));
  return codes.size === 1 ? named.slice(0, 1) : [];
}

/**
 * "yardımın gönderileceğini açıkladı", "askerin kaydırılması emrini verdi": help that somebody announces in the passive is
 * his own, and so is whatever he orders (grammar kind `orders`).
 */
export function announcers({ tree, index, args, composer }: PartyFinder, act: Act): Mention[] {
  const { grammar, codebook } = composer;
  if (grammar.has('prefer', 'nested')) return ownReport({ tree, index, args, composer }, act);
  if (!grammar.has('order', 'final')) return [];
  const verb = tree.ancestors(act.token).find((token) => token > act.token && isFiniteVerb(tree, token));
  if (verb === undefined) return [];
  const near = [verb, verb - 1].filter((token) => token > act.token);
  // "-dığını ve -acağını söyledi": only what is said itself, not what stands deeper in it
  const told = tree.relation(act.token) === 'conj' ? tree.head(act.token) : act.token;
  const says = tree.head(told) === verb && near.some((token) => grammar.has('belief-verb', tree.lemma[token]!));
  const orders = near.some((token) => grammar.has('orders', tree.lemma[token]!));
  const struck = says ? strikers({ tree, index, args, composer }, act, verb) : [];
  if (struck.length > 0) return struck;
  const { deed, score } = codebook.types.get(act.outcome.type)!;
  // "açıklama beklendiğini kaydetti": whoever says that something is asked asks it
  const own = score > 0 || (!deed && score === 0 && args.isPassive(act.token));
  if (!orders && !(says && own)) return [];
  return unique(args.agents(verb).flatMap(({ token }) => index.ofPhrase(token))).filter((one) => !isPlace(one));
}

/**
 * "Genelkurmay, PKK hedeflerinin vurulduğunu açıkladı": force that an army or a police (grammar kind `forces-word`) reports
 * in the passive is its own, unless its own people suffered it.
 */
function strikers(
  { tree, index, args, composer }: Pick<PartyFinder, 'tree' | 'index' | 'args' | 'composer'>,
  act: Act,
  verb: number,
): Mention[] {
  const { deed, score } = composer.codebook.types.get(act.outcome.type)!;
  if (!deed || score > 0 || !args.isPassive(act.token)) return [];
  const tellers = unique(args.agents(verb).flatMap(({ token }) => index.ofPhrase(token)));
  const isForces = ({ first, last }: Mention): boolean =>
    tree.form.slice(first, last + 1).some((word) => composer.grammar.has('forces-word', word));
  if (tellers.length === 0 || !tellers.every(isForces)) return [];
  const own = codesOf(tellers);
  const hit = unique(args.patients(act.token).flatMap(({ token }) => index.ofPhrase(token)));
  return hit.some(({ actors }) => actors.some(({ code }) => own.has(code))) ? [] : tellers;
}

/**
 * "Власти Венесуэлы заявили о задержании двух американцев": of an arrest, a release or a delivery that nobody else is said
 * to have made those tell who made it.
 */
function ownReport(
  { tree, index, args, composer }: Pick<PartyFinder, 'tree' | 'index' | 'args' | 'composer'>,
  act: Act,
): Mention[] {
  const { deed, domestic, score, own } = composer.codebook.types.get(act.outcome.type)!;
  const verb = tree.head(act.token);
  if (!args.isNominal(act.token) || verb < 0 || tree.upos(verb) !== 'VERB') return [];
  if (!deed || !(domestic || own || score > 0) || !composer.grammar.has('about', tree.marker(act.token) ?? ''))
    return [];
  if (!composer.grammar.has('belief-verb', tree.lemma[verb]!)) return [];
  const told = unique(args.agents(verb).flatMap(({ token }) => index.ofPhrase(token)));
  return told.filter(
    (one) => !isPlace(one) && one.actors.every(({ sector }) => sector !== undefined && OFFICIAL.has(sector)),
  );
}

/** Sectors that report on what they have done themselves. */
const OFFICIAL: ReadonlySet<string> = new Set(['GOV', 'COP', 'MIL', 'SPY', 'JUD', 'REB']);

/** "A ile B arasında … imzalandı": those between whom something good is done do it, where nobody else is named. */
export function sidesBetween({ tree, index, composer }: PartyFinder, act: Act): Mention[] {
  const { grammar, codebook } = composer;
  if (!grammar.has('order', 'final') || codebook.types.get(act.outcome.type)!.score <= 0) return [];
  for (let i = act.token - 1; i >= clauseStart(tree, act.token); i--) {
    if (!grammar.has('between', tree.form[i]!) || !index.at(i - 1)) continue;
    const found = index.ofPhrase(index.at(i - 1)!.head, true).filter((one) => one.actors.length > 0);
    if (found.length > 1) return found;
    const before = tree.form[index.at(i - 1)!.first - 1];
    const first = before !== undefined && (grammar.has('list-with', before) || grammar.has('conjunction', before));
    const other = first ? index.at(index.at(i - 1)!.first - 2) : undefined;
    if (other && other.actors.length > 0) return [other, ...found];
  }
  return [];
}

/** "…'a girdi; NATO bunu kınadı": a pronoun (grammar kind `pointer`) for what was done is against whoever did it. */
export function doerTold({ tree, index, args, before, composer }: PartyFinder, act: Act): Mention[] {
  const { grammar } = composer;
  if (!grammar.has('order', 'final') || args.isNominal(act.token)) return [];
  const points = args.patients(act.token).some(({ token }) => grammar.has('pointer', tree.form[token]!));
  if (!points) return [];
  const start = clauseStart(tree, act.token);
  for (let verb = start - 1; verb >= 0; verb--) {
    if (!isFiniteVerb(tree, verb)) continue;
    const doers = unique(args.agents(verb).flatMap(({ token }) => index.ofPhrase(token)));
    if (doers.length > 0) return doers;
  }
  return [...before(act.token)];
}

/** "Amman'dan yardım istedi", "Atina'ya çağrıda bulundu": who is asked stands with the verb of asking in a case of his own. */
export function askedOf({ tree, index, args, composer }: PartyFinder, act: Act, inner: number): Mention[] {
  if (!composer.grammar.has('order', 'final')) return [];
  for (const given of ['Abl', 'Dat']) {
    const found = args
      .patients(act.token)
      .filter(({ token, adposition }) => adposition === undefined && tree.tokens[token]!.feats['Case'] === given)
      .filter(({ token }) => token !== inner && tree.head(token) === act.token && index.at(token) !== undefined);
    if (found.length > 0) return unique(found.flatMap(({ token }) => index.ofPhrase(token)));
  }
  return [];
}

/** Whether a name stands inside a participle below a verb. */
function isInParticiple(tree: SentenceTree, head: number, verb: number): boolean {
  return tree.ancestors(head).some((at) => at !== verb && tree.isUnder(at, verb) && tree.relation(at) === 'acl');
}

/** "Esad Moskova'ya kaçarken İsrail ordusu … girdi": inside a clause of time that somebody else is the subject of. */
function isInOthersClause(tree: SentenceTree, head: number, verb: number): boolean {
  const clause = tree.ancestors(head).find((at) => tree.relation(at) === 'advcl' && tree.head(at) === verb);
  return clause !== undefined && tree.dependents(clause, 'nsubj', 'nsubj:pass').length > 0;
}

interface Kind {
  readonly deed: boolean;
  readonly hostile: boolean;
  readonly isCondition: (verb: number) => boolean;
}

/** The owner of a verbal noun that stands beside the act. */
function isAnswered(tree: SentenceTree, { head }: Mention, act: Act): boolean {
  const verb = tree.head(head);
  return (
    tree.relation(head) === 'nmod:poss' &&
    verb >= 0 &&
    tree.upos(verb) === 'VERB' &&
    tree.relation(verb) === 'advcl' &&
    tree.head(verb) === act.token
  );
}

function worth(tree: SentenceTree, mention: Mention, act: Act, { deed, hostile, isCondition }: Kind): number {
  const { head } = mention;
  const given = tree.tokens[head]!.feats['Case'] ?? 'Nom';
  const above = tree.head(head);
  const conditional = above >= 0 && above !== act.token && isCondition(above);
  const own = tree.head(head) === act.token || act.used.includes(tree.head(head));
  const scene = isPlace(mention) && given === 'Loc' && own;
  if (scene) return deed ? 0.1 : 0;
  const near = 1 / (1 + act.token - mention.last);
  // "Rusya'nın saldırması halinde": whoever is to do something is threatened, warned or promised
  if (conditional) return 1.5 + near;
  const rank = own ? COMPLEMENTS.indexOf(given) : -1;
  if (rank >= 0) return 3 - rank / 4 + near;
  // "Türkiye'nin uçağı düşürmesi üzerine …": what is answered before whom it was done to
  if (hostile && isAnswered(tree, mention, act)) return 0.9 + near / 8;
  // "Malezya'daki zirveye gitmedi": deep in what the verb takes, before what only stands near
  const inside = caseOfPhrase(tree, head, act);
  return inside === undefined ? 0.2 + near : 1.2 - COMPLEMENTS.indexOf(inside) / 8 + near / 8;
}

/** The case of the verb's own phrase that a name stands in; undefined when it is none, or one with an adposition. */
function caseOfPhrase(tree: SentenceTree, head: number, act: Act): string | undefined {
  for (let at = tree.head(head), steps = 0; at >= 0 && steps < 4; at = tree.head(at), steps++) {
    if (tree.upos(at) === 'VERB') return undefined;
    const given = tree.tokens[at]!.feats['Case'] ?? '';
    if (tree.head(at) === act.token)
      return tree.marker(at) === undefined && COMPLEMENTS.includes(given) ? given : undefined;
  }
  return undefined;
}

function isSubject(tree: SentenceTree, { head }: Mention): boolean {
  return tree.relation(head).startsWith('nsubj');
}

/** Behind the finite verb before; for a verb form inside another clause behind its own subject or the verb form before it. */
function clauseStart(tree: SentenceTree, verb: number): number {
  const inner = !isFiniteVerb(tree, verb) && !sharesClause(tree, verb);
  const subject = tree.dependents(verb, 'nmod:poss', 'nsubj').find((c) => c < verb);
  if (inner && subject !== undefined) return subject + 1;
  const last = Math.max(0, verb - REACH);
  for (let i = verb - 1; i >= last; i--)
    if (/^[;:—–]$/.test(tree.form[i]!) || isFiniteVerb(tree, i) || (inner && tree.upos(i) === 'VERB')) return i + 1;
  return last;
}

/** "çekilmeye başladı", "bombalayarak": an infinitive or a converb without a subject of its own. */
function sharesClause(tree: SentenceTree, i: number): boolean {
  const { VerbForm: form, 'Person[psor]': owner } = tree.tokens[i]!.feats;
  return form === 'Conv' || (form === 'Vnoun' && owner === undefined && tree.relation(i) === 'xcomp');
}

function isFiniteVerb(tree: SentenceTree, i: number): boolean {
  const form = tree.tokens[i]!.feats['VerbForm'];
  return (
    tree.upos(i) === 'VERB' &&
    (form === undefined || form === 'Fin') &&
    !/^(?:acl|xcomp|ccomp|advcl)/.test(tree.relation(i))
  );
}
