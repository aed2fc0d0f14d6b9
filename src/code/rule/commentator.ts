import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';

/**
 * "Egypt executed nine men; Germany condemned it", "Kenyan police shot protesters, and Britain voiced concern": who only
 * speaks of what was done to people (grammar kinds `reaction`, `comment`), in a clause of his own behind it, is no side of
 * it. Of a ship or an aircraft that was seized he may be the owner.
 */
export function isCommentator(finder: PartyFinder, act: Act, { head, first, sentence }: Mention): boolean {
  const { tree, index, args, composer } = finder;
  const { grammar } = composer;
  // who is named in another sentence has no place in this tree
  if (sentence !== tree.sentence.index) return false;
  if (grammar.words('comment').size === 0 || head <= act.token || args.isNominal(act.token)) return false;
  const verb = tree.head(head);
  if (!tree.relation(head).startsWith('nsubj') || verb < head) return false;
  if (!['reaction', 'comment'].some((kind) => grammar.has(kind, tree.lemma[verb]!))) return false;
  if (!/^[,;]$/.test(tree.form[first - 1] ?? '') && tree.upos(first - 1) !== 'CCONJ') return false;
  return args.patients(act.token).some(({ token, relation }) => {
    const mention = index.at(token);
    return /^(?:obj|nsubj:pass)$/.test(relation) && (mention?.kind === 'role' || mention?.kind === 'group');
  });
}
