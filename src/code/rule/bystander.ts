import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import { codesOf } from './codes.ts';
import { isDomesticBody } from './home.ts';
import type { PartyFinder } from './party-finder.ts';

/**
 * Who stands in the words that an act governs and is yet no second party of it: whose hands people are freed from, who
 * stands behind fighters that are hit, and, of what courts and police do at home, for whom or to whom an offence was done.
 */
export function isBystander(finder: PartyFinder, act: Act, mention: Mention): boolean {
  if (mention.sentence !== finder.tree.sentence.index) return false;
  if (mention.head <= act.token) return isHelper(finder, act, mention);
  return isBehind(finder, act, mention) || isOfOffence(finder, act, mention);
}

/** "The army rescued pupils kidnapped by rebels", "a court jailed an officer for spying for Russia": it is one's own people whom it is done to. */
export function concernsOwn(finder: PartyFinder, act: Act): boolean {
  const { tree, index, composer } = finder;
  const isRescue = composer.grammar.has('rescue', tree.lemma[act.token]!);
  for (let i = act.token + 1; i < tree.tokens.length; i++) {
    const mention = index.at(i);
    if (!mention || mention.head !== i || mention.actors.length === 0) continue;
    if (isOfOffence(finder, act, mention) || (isRescue && isBehind(finder, act, mention))) return true;
  }
  return false;
}

/** "rescued pupils kidnapped by rebels" (grammar kinds `rescue`, `capture`), "struck militiamen armed by Iran" (kind `backing`). */
function isBehind({ tree, args, composer }: PartyFinder, act: Act, { head }: Mention): boolean {
  const { grammar, codebook } = composer;
  if (grammar.words('backing').size === 0 || args.isNominal(act.token) || args.isPassive(act.token)) return false;
  const participle = tree.ancestors(head).find((at) => tree.upos(at) === 'VERB');
  if (participle === undefined || participle <= act.token || !grammar.has('agent', tree.marker(head) ?? ''))
    return false;
  const noun = tree.head(participle);
  if (!tree.relation(participle).startsWith('acl') || noun < 0 || !tree.isUnder(noun, act.token)) return false;
  const { deed, score } = codebook.types.get(act.outcome.type)!;
  if (grammar.has('rescue', tree.lemma[act.token]!))
    return act.outcome.operators.length === 0 && grammar.has('capture', tree.lemma[participle]!);
  return deed && score < 0 && grammar.has('backing', tree.lemma[participle]!);
}

/** "The army, backed by Rwandan troops, retook the town": who stands behind the one who acts (kind `backing`) is not whom he fights. */
function isHelper({ tree, composer }: PartyFinder, act: Act, { head }: Mention): boolean {
  const { grammar, codebook } = composer;
  const { deed, score } = codebook.types.get(act.outcome.type)!;
  if (grammar.words('backing').size === 0 || !deed || score >= 0) return false;
  const participle = tree.ancestors(head).find((at) => tree.upos(at) === 'VERB');
  if (participle === undefined || participle >= head || !grammar.has('backing', tree.lemma[participle]!)) return false;
  return participle !== act.token && grammar.has('agent', tree.marker(head) ?? '');
}

/** "jailed an officer for spying for Russia", "charged two men with passing maps to the Russian consulate". */
function isOfOffence({ tree, args, index, composer }: PartyFinder, act: Act, { head, actors, kind }: Mention): boolean {
  const { grammar } = composer;
  if (grammar.words('offence').size === 0 || args.isNominal(act.token)) return false;
  if (kind === 'pronoun' || actors.some(({ sector }) => sector === 'REB')) return false;
  const doers = args.agents(act.token).flatMap(({ token }) => index.ofPhrase(token));
  if (!isDomesticBody({ composer }, doers)) return false;
  const objects = args.patients(act.token).filter(({ relation }) => relation === 'obj' || relation === 'nsubj:pass');
  const home = codesOf(doers);
  const isForeign = ({ actors: theirs }: Mention): boolean => theirs.some(({ code }) => !home.has(code));
  if (objects.length === 0 || objects.some(({ token }) => index.ofPhrase(token).some(isForeign))) return false;
  const verb = tree.ancestors(head).find((at) => at !== act.token && tree.upos(at) === 'VERB');
  if (verb === undefined || !tree.isUnder(verb, act.token)) return false;
  const marks = tree.dependents(verb, 'mark', 'case').map((c) => tree.form[c]!);
  const isSuspected = tree.relation(verb) === 'acl' && grammar.has('suspected', tree.lemma[verb]!);
  return isSuspected || marks.some((word) => grammar.has('offence', word));
}
