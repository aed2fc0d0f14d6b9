import type { Codebook } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import { codesOf } from './codes.ts';
import type { Composer } from './compose.ts';
import type { Parties } from './participants.ts';

interface Words {
  readonly codebook: Codebook;
  readonly grammar: Composer['grammar'];
}

/**
 * "held a drill off Crete", "провела учения": lines about what several do together (codebook: `alone`) hold without a partner too,
 * and a drill (grammar kind `drill`) of one side is a show of force, unless it is called a joint one (kind `joint`).
 */
export function byOneSide(act: Act, { actor, recipient }: Parties, tree: SentenceTree, words: Words): Act {
  const { codebook, grammar } = words;
  const { alone, aloneMode = null } = codebook.types.get(act.outcome.type)!;
  if (alone === undefined || codesOf(actor).size !== 1 || codesOf(recipient).size > 0) return act;
  const drills = [act.token, ...act.used].filter((i) => grammar.has('drill', tree.lemma[i]!) && !isElsewhere(tree, i));
  if (drills.length === 0) return act;
  const isJoint = [act.token, ...drills.flatMap((i) => tree.children[i]!), ...act.used].some((i) =>
    grammar.has('joint', tree.lemma[i]!),
  );
  return isJoint ? act : { ...act, outcome: { ...act.outcome, type: alone, mode: aloneMode } };
}

/** "took part in the drills", "отправил на учения": whose they are is not said. */
function isElsewhere(tree: SentenceTree, drill: number): boolean {
  return tree.marker(drill) !== undefined || ['Dat', 'Loc'].includes(tree.tokens[drill]!.feats['Case'] ?? '');
}
