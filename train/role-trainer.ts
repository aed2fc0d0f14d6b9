import type { Draft } from '../src/language/engine/analyser.ts';
import { ROLE_FEATURES, RoleSentence, type RoleView, roleFeatures } from '../src/language/engine/role-features.ts';
import { roleOdds, rolePairs } from '../src/language/engine/role-finder.ts';
import { range, seededRandom, shuffle } from './random.ts';
import type { Tree } from './treebank.ts';

/** A treebank sentence as the engine reads it when it has not been trained on it. */
export interface RoleSample {
  readonly tree: Tree;
  readonly draft: Draft;
  /** How much it counts. */
  readonly weight: number;
}

interface Row {
  readonly features: Int32Array;
  /** 0 nothing, 1 agent, 2 patient. */
  readonly role: number;
  readonly weight: number;
}

/** How the language spells, as the role finder sees it. */
export type RoleRules = Pick<RoleView, 'lower' | 'ending' | 'stem'>;

const ROUNDS = 5;
const RATE = 0.05;
/** Features are many and share their rows: every step shrinks a little what it touches. */
const DECAY = 2e-4;

/** Weights of the role finder: logistic regression, AdaGrad, the same order on every machine. */
export function trainRoles(samples: readonly RoleSample[], bits: number, rules: RoleRules): Float32Array {
  const rows = samples.flatMap((sample) => rowsOf(sample, bits, rules));
  const weights = new Float32Array(4 << bits);
  const squares = new Float32Array(4 << bits).fill(1);
  const random = seededRandom(3);
  const order = range(rows.length);
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (const r of order) step(rows[r]!, { weights, squares });
  }
  return weights;
}

interface State {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
}

function step({ features, role, weight }: Row, { weights, squares }: State): void {
  const [agent, patient] = roleOdds({ values: weights, scale: 1 }, features, features.length);
  const all = 1 + agent + patient;
  const errors = [((role === 1 ? 1 : 0) - agent / all) * weight, ((role === 2 ? 1 : 0) - patient / all) * weight];
  for (const row of features) {
    for (const [c, error] of errors.entries()) {
      const at = row * 4 + c;
      const gradient = error - DECAY * weights[at]!;
      squares[at] = squares[at]! + gradient * gradient;
      weights[at] = weights[at]! + (RATE * gradient) / Math.sqrt(squares[at]!);
    }
  }
}

function rowsOf({ tree, draft, weight }: RoleSample, bits: number, rules: RoleRules): Row[] {
  const sentence = new RoleSentence(draft, { style: tree.style, ...rules });
  const rows = new Int32Array(ROLE_FEATURES);
  return rolePairs(draft).map(({ verb, word }) => {
    const count = roleFeatures(sentence, verb, word, 32 - bits, rows);
    return { features: rows.slice(0, count), role: roleOf(tree, verb, word), weight };
  });
}

function roleOf(tree: Tree, verb: number, word: number): number {
  if (tree.heads[word] !== verb + 1) return 0;
  const deprel = tree.deprels[word]!;
  return deprel === 'nsubj' ? 1 : deprel === 'obj' || deprel === 'nsubj:pass' ? 2 : 0;
}
