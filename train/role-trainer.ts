import type { Draft, Grammar, Learned } from '../src/language/engine/analyser.ts';
import { finiteFields, mayBeFinite } from '../src/language/engine/finite-fields.ts';
import { roleFields } from '../src/language/engine/role-fields.ts';
import { rolePairs } from '../src/language/engine/role-finder.ts';
import { isFiniteWord, RoleSentence, type RoleView } from '../src/language/engine/role-sentence.ts';
import { NetReader, type SmallNet } from '../src/language/engine/small-net.ts';
import { type NetSample, type NetSetting, trainNet } from './net-trainer.ts';
import { isFiniteVerb } from './score.ts';
import type { Tree } from './treebank.ts';

/** A treebank sentence as the engine reads it when it has not been trained on it. */
export interface RoleSample {
  readonly tree: Tree;
  readonly draft: Draft;
  readonly stems: Learned['stems'];
}

/** The two nets of the role finder. */
export interface TrainedRoles {
  readonly finite: SmallNet;
  readonly pairs: SmallNet;
}

const FINITE: NetSetting = { bits: 14, hidden: 16, rounds: 4, least: 10, fieldDrop: 0.1, seed: 9 };
const PAIRS: NetSetting = { bits: 15, hidden: 32, rounds: 4, least: 16, fieldDrop: 0.2, seed: 5 };

/**
 * Which words are finite verbs, and then, on sentences where that is judged by a net that has not seen them, which part
 * words play under verbs. Changes the drafts.
 */
export function trainRoles(samples: readonly RoleSample[], grammar: Grammar): TrainedRoles {
  const finite = samples.map((sample) => finiteSamples(sample, viewOf(sample, grammar)));
  for (const half of [0, 1]) {
    const others = finite.filter((_, s) => s % 2 !== half).flat();
    const net = new NetReader(trainNet(others, FINITE));
    for (const [s, { draft, tree, stems }] of samples.entries()) {
      if (s % 2 === half) grammar.roles?.judgeVerbs(draft, net, { style: tree.style, stems });
    }
  }
  const pairs = samples.flatMap((sample) => pairSamples(sample, viewOf(sample, grammar)));
  return { finite: trainNet(finite.flat(), FINITE), pairs: trainNet(pairs, PAIRS) };
}

function viewOf({ tree }: RoleSample, { lower, roles }: Grammar): RoleView {
  return { style: tree.style, lower, ...roles?.spelling };
}

function finiteSamples({ draft, tree, stems }: RoleSample, view: RoleView): NetSample[] {
  const sentence = new RoleSentence(draft, view);
  return draft.forms.flatMap((_, i) => {
    if (!mayBeFinite(sentence, i)) return [];
    const answer = tree.upos[i] !== 'VERB' ? 0 : isFiniteVerb(tree, i) ? 1 : 2;
    return [{ values: finiteFields(sentence, i, stems), answer }];
  });
}

function pairSamples({ draft, tree }: RoleSample, view: RoleView): NetSample[] {
  const sentence = new RoleSentence(draft, view);
  return rolePairs(draft).map(({ verb, word }) => {
    // a verb that only seems to be finite has no parts to give
    const mistaken = isFiniteWord(draft, verb) && !isFiniteVerb(tree, verb);
    return { values: roleFields(sentence, verb, word), answer: mistaken ? 0 : roleOf(tree, verb, word) };
  });
}

/** 0 nothing, 1 agent, 2 patient. */
function roleOf(tree: Tree, verb: number, word: number): number {
  if (tree.heads[word] !== verb + 1) return 0;
  const deprel = tree.deprels[word]!;
  return deprel === 'nsubj' ? 1 : deprel === 'obj' || deprel === 'nsubj:pass' ? 2 : 0;
}
