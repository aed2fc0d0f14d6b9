import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import type { Composer } from './compose.ts';
import type { PartyFinder } from './party-finder.ts';

const OWNERS = ['nmod:poss', 'amod', 'compound', 'nmod'];

/**
 * "turned down a Saudi request", "rejects the accusations of the Moldovan authorities": what somebody said that is
 * answered here (grammar kinds `answer-verb`, `speech-noun`), when it has an owner: an act of its own, done to whoever
 * answers it.
 */
export function answeredWord(tree: SentenceTree, { grammar }: Composer, verb: number): number | undefined {
  if (tree.upos(verb) !== 'VERB' || !grammar.has('answer-verb', tree.lemma[verb]!)) return undefined;
  return tree
    .dependents(verb, 'obj', 'nsubj:pass')
    .find((noun) => grammar.has('speech-noun', tree.lemma[noun]!) && tree.dependents(noun, ...OWNERS).length > 0);
}

/** Who answers the act of a noun: the actor of the verb above it, nobody where he is not known; undefined where nobody answers. */
export function answerers({ tree, args, composer, earlier }: PartyFinder, act: Act): readonly Mention[] | undefined {
  const verb = tree.head(act.token);
  if (!args.isNominal(act.token) || verb < 0 || answeredWord(tree, composer, verb) !== act.token) return undefined;
  return earlier.findLast(({ token }) => token === verb)?.actor ?? [];
}

/**
 * "was arrested at the request of the United States": what is done at somebody's request (grammar kind `behest`) was asked
 * by the owner of that word of whoever does it.
 */
export function sidesOfBehest(
  { tree, index, composer, earlier }: PartyFinder,
  act: Act,
): { readonly actor: readonly Mention[]; readonly recipient: readonly Mention[] } | undefined {
  const hangs = ['obl', 'nmod'].includes(tree.relation(act.token)) && tree.marker(act.token) !== undefined;
  if (!hangs || !composer.grammar.has('behest', tree.lemma[act.token]!)) return undefined;
  const told = earlier.findLast((one) => one.token >= 0 && tree.isUnder(act.token, one.token));
  // "settled a quarrel with Oman at Qatar's request": of sides that act together the one before the verb was asked
  const isFirst = ({ sentence, head }: Mention): boolean => sentence !== tree.sentence.index || head < told!.token;
  const all = told?.actor ?? [];
  const doers = all.some(isFirst) ? all.filter(isFirst) : all;
  const owners = tree.dependents(act.token, ...OWNERS).map((c) => index.ofPhrase(c, true));
  const actor = owners.find((list) => list.some(({ actors }) => actors.length > 0)) ?? [];
  const recipient = doers.filter((one) => !actor.includes(one));
  return actor.length > 0 && recipient.length > 0 ? { actor, recipient } : undefined;
}
