import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';
import { type Eligible, isPlace, takesPlaces } from './second-party.ts';
import { isAsidePhrase } from './side-phrase.ts';

const WINDOW = 10;
const REACH = 6;
const BETWEEN = ['DET', 'ADJ', 'NUM', 'ADV', 'PRON'];

/**
 * The mention that follows an active verb with nothing but determiners and adjectives between is its object, whatever
 * the tree says: word order is the better witness there.
 */
export function adjacentObject({ tree, index, args, composer }: PartyFinder, act: Act): Mention[] {
  if (tree.upos(act.token) !== 'VERB' || args.isPassive(act.token) || !composer.grammar.has('adjacent', 'object'))
    return [];
  for (let i = act.token + 1; i < Math.min(tree.tokens.length, act.token + REACH); i++) {
    const mention = index.at(i);
    // "warned the PKK that …": what stands between a verb and "that" is no subject, whatever the tree says
    const addressed = mention && composer.grammar.has('that', tree.form[mention.last + 1] ?? '');
    if (mention && !addressed && tree.relation(mention.head).startsWith('nsubj')) return [];
    if (mention) return mention.first === i || i === act.token + 1 ? index.ofPhrase(mention.head) : [];
    if (!BETWEEN.includes(tree.upos(i))) return [];
  }
  return [];
}

/** A complement's case is no subject's, wherever it stands. */
function cannotAct(tree: SentenceTree, { head }: Mention, final: boolean): boolean {
  const given = tree.tokens[head]!.feats['Case'] ?? '';
  return ['Dat', 'Ins', 'Acc'].includes(given) || (final && ['Abl', 'Loc'].includes(given));
}

function isUnknownSubject(tree: SentenceTree, subject: number): boolean {
  return tree.upos(subject) === 'NOUN' && tree.tokens[subject]!.feats['Case'] === 'Nom';
}

/**
 * "balonların ihlal etmesi", "devriyenin hedef almadığını": whoever owns a verb form does it, though nobody knows him; what is
 * somebody's own ("uçaklarının vurduğunu") may be whoever's is meant before.
 */
function hasStrangerAsOwner(
  { tree, index, composer }: Pick<PartyFinder, 'tree' | 'index' | 'composer'>,
  act: Act,
): boolean {
  if (!composer.grammar.has('order', 'final')) return false;
  const owners = tree.dependents(act.token, 'nmod:poss').filter((c) => c < act.token);
  return owners.length > 0 && owners.every((c) => index.ofPhrase(c, true).length === 0 && !isOwned(tree.form[c]!));
}

function isOwned(form: string): boolean {
  return /(?:l[ae]r[ıi]n[ıi]n|s[ıiuü]n[ıiuü]n)$/.test(form);
}

/** A nominative behind its verb: "ввела санкции Канада". */
export function nominativeAfter({ tree, index, args, composer }: PartyFinder, act: Act): Mention[] {
  if (args.isNominal(act.token) || args.isPassive(act.token) || !composer.grammar.has('prefer', 'nested')) return [];
  for (let i = act.token + 1; i < Math.min(tree.tokens.length, act.token + WINDOW); i++) {
    if (tree.upos(i) === 'VERB' || tree.upos(i) === 'PUNCT') return [];
    const mention = index.at(i);
    if (!mention || isPlace(mention)) continue;
    const isNominative = tree.tokens[mention.head]!.feats['Case'] === 'Nom';
    if (isNominative || (i === act.token + 1 && isLastWord(tree, mention) && args.agents(act.token).length === 0))
      return index.ofPhrase(mention.head);
  }
  return [];
}

/** "дипотношения с Тайванем порвал Науру": a name without endings that closes the clause, behind the object. */
function isLastWord(tree: SentenceTree, { first, last, kind }: Mention): boolean {
  const bare = first === last && (kind === 'name' || kind === 'metonym') && /[оеиуюэ]$/.test(tree.form[last]!);
  const verb = tree.tokens[first - 1]!.feats;
  const isSingular = verb['VerbForm'] === 'Fin' && verb['Number'] === 'Sing';
  const hasObject = tree.children[first - 1]!.some((c) => c < first - 1 && tree.upos(c) !== 'ADV');
  return bare && isSingular && hasObject && (tree.upos(last + 1) === 'PUNCT' || last + 1 === tree.tokens.length);
}

/** "Pakistan, a key ally in the war, has refused": the name that opens a sentence, with nothing finite before the verb. */
function beforeAside(tree: SentenceTree, index: PartyFinder['index'], verb: number): Mention | undefined {
  const opening = index.at(0) ?? index.at(1);
  if (!opening || opening.actors.length === 0 || tree.form[opening.last + 1] !== ',') return undefined;
  let start = verb;
  while (start > 0 && ['AUX', 'ADV', 'PART'].includes(tree.upos(start - 1))) start -= 1;
  if (tree.form[start - 1] !== ',' || start - 2 <= opening.last) return undefined;
  for (let i = opening.last + 2; i < start; i++)
    if (tree.upos(i) === 'AUX' || tree.tokens[i]!.feats['VerbForm'] === 'Fin') return undefined;
  return opening;
}

/** When the tree gives no actor: the last mention before the act with no verb and no adposition between. */
export function nearestBefore({ tree, index, args, composer }: PartyFinder, act: Act): Mention[] {
  if (args.isNominal(act.token) || args.isPassive(act.token)) return [];
  // "толпа подожгла посольство": a subject that names nobody is still the one who acts
  const free = composer.grammar.has('prefer', 'nested');
  if (free && tree.dependents(act.token, 'nsubj').some((subject) => isUnknownSubject(tree, subject))) return [];
  if (hasStrangerAsOwner({ tree, index, composer }, act)) return [];
  const topic = beforeAside(tree, index, act.token);
  if (topic && composer.grammar.has('adjacent', 'object')) return [topic];
  let verb = act.token;
  while (tree.relation(verb) === 'xcomp' && tree.head(verb) >= 0 && tree.head(verb) < verb) verb = tree.head(verb);
  for (let i = verb - 1; i >= Math.max(0, verb - WINDOW); i--) {
    if (tree.upos(i) === 'VERB') return [];
    const mention = index.at(i);
    if (!mention) continue;
    // somebody unknown stands nearer: he is the actor, and nobody else
    if (mention.actors.length === 0) return [];
    const introduced =
      (mention.first > 0 && tree.upos(mention.first - 1) === 'ADP') ||
      cannotAct(tree, mention, composer.grammar.has('order', 'final'));
    if (free && tree.marker(mention.head) !== undefined) continue;
    // "трёх сотрудников посольства объявили": whom it is done to has not done it
    if (free && tree.relation(mention.head) === 'obj' && tree.head(mention.head) === verb) continue;
    // "Paris karşıtı sloganlar attı": a name that only describes a noun
    if (composer.grammar.has('order', 'final') && tree.relation(mention.head) === 'nmod') continue;
    if (!introduced && !isPlace(mention)) return [mention];
    i = mention.first;
  }
  return [];
}

/** A verb with a subject or a conjunction of its own; a bare one may be a noun that the tagger mistook ("vaccine doses to Fiji"). */
function startsClause(tree: SentenceTree, i: number): boolean {
  return tree.upos(i) === 'VERB' && tree.dependents(i, 'nsubj', 'nsubj:pass', 'mark', 'aux').length > 0;
}

/** Whether a word is the subject of a finite verb behind it that neither governs the act nor hangs on it by a conjunction. */
function opensClause(tree: SentenceTree, { first, head }: Mention, act: number): boolean {
  const verb = tree.head(head);
  if (!tree.relation(head).startsWith('nsubj') || verb <= head || tree.isUnder(act, verb)) return false;
  const beside = ['conj', 'parataxis', 'root'].includes(tree.relation(verb)) && tree.upos(verb) === 'VERB';
  return beside && tree.upos(first - 1) !== 'SCONJ';
}

function isSayer(tree: SentenceTree, { head }: Mention, { grammar }: PartyFinder['composer']): boolean {
  const verb = tree.head(head);
  return tree.relation(head) === 'nsubj' && verb >= 0 && grammar.has('telling', tree.lemma[verb]!);
}

function opensNextClause(tree: SentenceTree, { first, head }: Mention): boolean {
  if (!tree.relation(head).startsWith('nsubj')) return false;
  if (tree.upos(first - 1) === 'CCONJ') return true;
  // ", and the agency …", ", and in May Washington …"
  const verb = tree.head(head);
  return verb > head && tree.dependents(verb, 'cc').some((c) => c < first);
}

export function nearestAfter({ tree, index, args, composer }: PartyFinder, act: Act, other: Eligible): Mention[] {
  // where verbs come last, another clause begins behind them
  if (composer.grammar.has('order', 'final') && !args.isNominal(act.token)) return [];
  const last = Math.max(act.token, ...act.used);
  for (let i = last + 1; i < Math.min(tree.tokens.length, last + WINDOW); i++) {
    // "called it a provocation and urged the Pentagon": the object of the next verb
    const isNextVerb =
      composer.grammar.has('adjacent', 'object') &&
      tree.upos(i) === 'VERB' &&
      tree.relation(i) === 'conj' &&
      tree.tokens[i]!.feats['VerbForm'] === 'Fin';
    if (isNextVerb || startsClause(tree, i) || /^[.;:]$/.test(tree.form[i]!)) return [];
    const mention = index.at(i);
    if (!mention || !other(mention) || isAsidePhrase(tree, mention, composer.grammar)) continue;
    // "returned the bodies to Azerbaijan": where something goes is a place and yet a party, where it is done is not
    if (
      isPlace(mention) &&
      !(composer.grammar.has('goal', tree.marker(mention.head) ?? '') && !takesPlaces(composer, act))
    )
      continue;
    // ", a member of the Japanese team said": who tells it
    if (isSayer(tree, mention, composer)) return [];
    // ", and Japan …": the subject of another clause
    if (opensNextClause(tree, mention)) return [];
    // ", Канада осудила переворот": the subject of a clause that stands beside
    if (composer.grammar.has('prefer', 'nested') && opensClause(tree, mention, act.token)) return [];
    const marker = tree.upos(mention.first - 1) === 'ADP' ? tree.form[mention.first - 1]! : undefined;
    // "fired at students outside the Dutch embassy": where it was done
    const elsewhere = composer.grammar.has('adjacent', 'object') && index.isLocation(mention.head);
    if (elsewhere && !composer.grammar.has('recipient', tree.marker(mention.head) ?? '')) continue;
    if (marker !== undefined && !composer.grammar.has('recipient', marker)) continue;
    return index.ofPhrase(mention.head).filter(other);
  }
  return [];
}
