import { type Codebook, isSaidLine } from '../../codebook/index.ts';
import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import { codeList, codesOf } from './codes.ts';
import type { Composer } from './compose.ts';
import { isBorne } from './home.ts';
import type { Parties } from './participants.ts';
import type { Told } from './party-finder.ts';

/** Lines below this weight are cues that need company; alone they give too many false events. */
export const MIN_WEIGHT = 0.75;

/** Who acts decides what an act is. What several states do side by side: a drill of one state is a show of force, a joint one is cooperation. */
export function jointly(act: Act, { actor, recipient }: Parties, tree: SentenceTree, codebook: Codebook): Act {
  const { together, official, officialMode = null, modes } = codebook.types.get(act.outcome.type)!;
  const governs =
    actor.length > 0 &&
    actor.every((one) => one.kind !== 'place' && one.actors.every(isGovernment) && !isOrigin(one, tree));
  if (official !== undefined && governs && recipient !== actor) {
    const ofMode = act.outcome.mode === null ? undefined : modes[act.outcome.mode]?.official;
    const mode = ofMode === undefined ? officialMode : null;
    return { ...act, outcome: { ...act.outcome, type: ofMode ?? official, mode } };
  }
  const states = new Set(actor.flatMap((mention) => mention.actors.map((one) => one.code)));
  if (together === undefined || states.size < 2 || recipient.length > 0) return act;
  return { ...act, outcome: { ...act.outcome, type: together, mode: null } };
}

/** "Кувейтские супермаркеты", "Kuwaiti shops": an adjective that only says where somebody unknown is from. */
function isOrigin({ first, last, head, sentence }: Mention, tree: SentenceTree): boolean {
  if (sentence !== tree.sentence.index) return false;
  const noun = tree.head(head);
  return first === last && tree.upos(head) === 'ADJ' && tree.relation(head) === 'amod' && tree.upos(noun) === 'NOUN';
}

/** "did not meet", "imposed no sanctions": whoever the parties are, nothing was done. */
export function ruledOut({ outcome }: Act): string | undefined {
  const isDenied = outcome.stance === 'denied' && !outcome.operators.includes('deny');
  return isDenied ? `"${outcome.type}" is said not to be the case` : undefined;
}

/** Why the rules take an act for no event; undefined when they code it. */
export function unfit(
  act: Act,
  { actor, recipient, mutual, anonymous }: Parties,
  tree: SentenceTree,
  codebook: Codebook,
): string | undefined {
  const type = codebook.types.get(act.outcome.type)!;
  const known = (mentions: readonly Mention[]): number => mentions.reduce((n, mention) => n + mention.actors.length, 0);
  if (known(actor) === 0 && !anonymous) return `no actor known for "${type.name}"`;
  // "They accused the United States of undermining security": of doing it to whom is not said
  if (known(recipient) === 0 && !mutual && !anonymous && type.score < 0 && isBorne({ tree }, act))
    return `no second party known for "${type.name}"`;
  const sides = known(actor) + known(recipient);
  const onesided = known(recipient) === 0 && type.score <= 0 && actor.length > 1 && !mutual;
  if (
    (sides < 2 || onesided) &&
    !type.standsAlone &&
    !anonymous &&
    !(type.mutual && tree.tokens[act.token]!.feats['VerbForm'] !== 'Part' && actor.some((one) => isAssembly(one, tree)))
  )
    return `no second party known for "${type.name}"`;
  if (act.outcome.weight < MIN_WEIGHT) return `only a weak cue for "${type.name}"`;
  return undefined;
}

export interface Read {
  readonly tree: SentenceTree;
  readonly grammar: Composer['grammar'];
}

/**
 * "sent soldiers to the manoeuvres", "marched, demanding", "düzenlediği baskında tutukladı": what hangs on an act of its own
 * type with the same parties tells nothing new, and no more does another word for what nobody is said to have done.
 */
export function saysAgain(one: Told, act: Act, { actor, recipient, mutual }: Parties, read: Read): boolean {
  if (one.token < 0) return false;
  if (isPapersMatter(one, act, [...actor, ...recipient], read)) return true;
  if (one.type !== act.outcome.type) return false;
  const { tree } = read;
  if (actor.length === 0 && isToldToo(one, act, recipient, read)) return true;
  const inside = tree.upos(act.token) === 'NOUN' || (isParticiple(act, tree) && read.grammar.has('order', 'final'));
  const same = (a: readonly Mention[], b: readonly Mention[]): boolean => codeList(a) === codeList(b);
  // "освистали посла и забросали его машину яйцами"
  const isNext = tree.relation(act.token) === 'conj' && tree.head(act.token) === one.token;
  const goesOn = isNext && recipient === actor && !mutual && !same(one.recipient, one.actor);
  if (!inside && actor.length > 0 && !goesOn && !isBeside(one, act, read)) return false;
  if (!tree.isUnder(act.token, one.token)) return false;
  // "bir araya gelerek ele aldı": two words for what the same sides do together
  if (one.mutual && mutual) return same([...one.actor, ...one.recipient], [...actor, ...recipient]);
  // "забросали посольство США, протестуя против фильма": the clause names nobody else
  const own = recipient === actor && !mutual && tree.relation(act.token) === 'advcl';
  return same(one.actor, actor) && (own || goesOn || same(one.recipient, recipient));
}

/** "подписали контракт на поставку газа": what the paper that both sign is about (grammar kind `paper`) is no second event between them. */
function isPapersMatter(one: Told, { token }: Act, sides: readonly Mention[], { tree, grammar }: Read): boolean {
  if (!one.mutual || !one.said || one.score <= 0 || tree.upos(token) !== 'NOUN') return false;
  if (!tree.isUnder(token, one.token)) return false;
  const between = tree.lemma.slice(Math.min(token, one.token) + 1, Math.max(token, one.token));
  const isAbout = between.some((lemma) => grammar.has('paper', lemma));
  return isAbout && codeList([...one.actor, ...one.recipient]) === codeList(sides);
}

/** "обстреляли пост, двадцать солдат погибли": what was suffered by nobody's hand, where somebody's was told. */
function isToldToo(one: Told, act: Act, recipient: readonly Mention[], { grammar }: Read): boolean {
  const suffered = act.entry.pattern.recipient?.some(({ relation }) => relation === 'subj') === true;
  if (!grammar.has('prefer', 'nested') || one.actor.length === 0) return false;
  const told = codesOf([...one.actor, ...one.recipient]);
  return suffered || recipient.every(({ actors }) => actors.every(({ code }) => told.has(code)));
}

/** A participle, or what one governs ("ilişki kurulmasını öngören protokol"). */
function isParticiple(act: Act, tree: SentenceTree): boolean {
  const above = tree.head(act.token);
  return tree.relation(act.token) === 'acl' || (above >= 0 && tree.relation(above) === 'acl');
}

/** A clause at the side of what was told: "marched, demanding", "döverek öldürdü", "masaya oturdu, … görüştü". */
function isBeside(one: Told, act: Act, { tree, grammar }: Read): boolean {
  const relation = tree.relation(act.token);
  if (grammar.has('order', 'final')) {
    // "kaygı duyduğunu bildirdi": words that somebody says he says
    const content = one.said && ['xcomp', 'ccomp', 'obj'].includes(relation) && tree.head(act.token) === one.token;
    return content || relation === 'advcl' || (relation === 'conj' && one.mutual);
  }
  if (!grammar.has('prefer', 'nested')) return relation === 'advcl' && isPart(tree, act.token, grammar);
  const visited = relation === 'acl' && one.mutual;
  // "помогли потушить": what somebody helps, goes on or manages to do
  const carried = relation === 'xcomp' && tree.head(act.token) === one.token;
  return visited || carried || relation === 'advcl' || relation === 'parataxis' || (relation === 'conj' && one.said);
}

/** "fired at a patrol, killing two", "were killed when soldiers opened fire": the clause tells the same deed once more. */
function isPart(tree: SentenceTree, token: number, grammar: Composer['grammar']): boolean {
  if (tree.tokens[token]!.feats['VerbForm'] === 'Part') return true;
  return tree.dependents(token, 'mark', 'advmod').some((c) => grammar.has('cause-clause', tree.form[c]!));
}

/** "our part is not done": blame that would fall on nobody but who speaks is none. */
export function blamesHimself({ entry }: Act, { actor, recipient }: Parties): boolean {
  return isSaidLine(entry) && recipient.length > 0 && codeList(actor) === codeList(recipient);
}

/** "застрелили палестинцев, собравшихся на марш": a participle with nobody but its noun's own state says who somebody is. */
export function isAboutPeople(act: Act, { actor, recipient }: Parties, { tree, grammar }: Read): boolean {
  if (!grammar.has('prefer', 'nested') || !tree.relation(act.token).startsWith('acl')) return false;
  // "отвергает сообщения о том, что его агенты убили": a clause of its own
  if (act.outcome.stance === 'denied' && tree.dependents(act.token, 'mark').length > 0) return false;
  return recipient.length > 0 && codeList(actor) === codeList(recipient);
}

/** "G7 leaders met", "EU ministers agreed", "Послы государств НАТО собрались": members of one body are several. */
function isAssembly({ kind, text, head, actors }: Mention, tree: SentenceTree): boolean {
  if (actors.length !== 1 || actors[0]!.sector !== 'IGO') return false;
  if (kind === 'group' && /s$/.test(text)) return true;
  let top = head;
  while (tree.relation(top) === 'nmod' && tree.upos(tree.head(top)) === 'NOUN' && tree.marker(top) === undefined)
    top = tree.head(top);
  const isMany = tree.upos(top) === 'NOUN' && tree.tokens[top]?.feats['Number'] === 'Plur';
  return isMany && tree.relation(top).startsWith('nsubj');
}

/** A state, its government or its forces, as against its people. */
function isGovernment({ sector }: Mention['actors'][number]): boolean {
  return sector === undefined || sector === 'GOV' || sector === 'MIL';
}
