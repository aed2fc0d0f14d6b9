import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import { codesOf } from './codes.ts';
import { operate } from './compose.ts';
import type { Parties } from './participants.ts';
import type { PartyFinder } from './party-finder.ts';

/** "must lift", "should stop", "has to withdraw" (grammar kinds `must`, `must-have`): what is asked for, not what was done. */
function isAskedFor(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  const subject = tree.dependents(i, 'nsubj', 'nsubj:pass')[0] ?? -1;
  // "should the junta fail": before its subject the word opens a condition
  const isMust = (c: number): boolean =>
    c > subject && grammar.has('must', tree.form[c]!) && !grammar.has('future', tree.form[c]!);
  if (tree.dependents(i, 'aux').some(isMust)) return true;
  const governor = tree.head(i);
  return governor >= 0 && tree.relation(i) === 'xcomp' && grammar.has('must-have', tree.form[governor]!);
}

/**
 * "Turkey must lift the blockade, the minister said": whoever speaks asks it of whoever should act. Undefined when the
 * act is no demand; `asked` false when nobody else asks ("we must …", an author's opinion): then there is no event.
 */
export function demanded(
  { tree, composer, speakers }: PartyFinder,
  act: Act,
  parties: Parties,
): { readonly act: Act; readonly parties: Parties; readonly asked: boolean } | undefined {
  if (!isAskedFor(tree, act.token, composer.grammar)) return undefined;
  const own = codesOf(parties.actor);
  const asking = speakers(act.token).filter(
    ({ actors }) => actors.length > 0 && !actors.some(({ code }) => own.has(code)),
  );
  const outcome = operate(composer, 'urge', act.outcome, act.outcome.token);
  if (asking.length === 0 || !outcome) return { act, parties, asked: false };
  return {
    // the word that asks weighs enough, whatever is asked
    act: { ...act, outcome: { ...outcome, weight: Math.max(outcome.weight, 1) } },
    parties: { actor: asking, recipient: parties.actor, how: parties.how, mutual: false },
    asked: true,
  };
}
