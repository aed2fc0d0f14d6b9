import { listsOf } from './lists.ts';
import { type Assignment, type Reading, refusal } from './reading.ts';
import { countOf, maskOf, type Side, sidesOf, sidesWithin } from './sides.ts';

/** The answer of the rules themselves. */
export const AS_READ = 'as read';

/** What is decided on, with what every feature asks for. */
export interface Matter {
  readonly reading: Reading;
  readonly sides: readonly Side[];
  /** Sides named in one breath, as bits: each list of two and more. */
  readonly lists: readonly number[];
  /** Those that only the sentence before names, as bits … */
  readonly before: number;
  /** … and how many others there are. */
  readonly named: number;
  /** Who does it to whom by the rules. */
  readonly rule: Assignment;
  /** "11", "20m": how many actors and recipients the rules found, `m` for together, `x` for nobody named. */
  readonly shape: string;
  readonly refused: string;
}

export function matterOf(reading: Reading): Matter {
  const sides = sidesOf(reading);
  const rule = ruleAssignment(reading, sides);
  const { mutual, anonymous } = reading.parties;
  const shape = `${atMost3(rule.actor)}${atMost3(rule.recipient)}${mutual ? 'm' : ''}${anonymous ? 'x' : ''}`;
  const before = sidesWithin(sides, reading.before?.mentions ?? []);
  const named = sides.length - countOf(before);
  return { reading, sides, lists: listsOf(reading, sides), before, named, rule, shape, refused: refusal(reading) };
}

function atMost3(mask: number): number {
  return Math.min(3, countOf(mask));
}

/** What the rules found; whoever is named once can't be on both sides of an act unless it is done to oneself. */
function ruleAssignment({ parties }: Reading, sides: readonly Side[]): Assignment {
  const { actor, recipient } = parties;
  const others = recipient === actor ? recipient : recipient.filter((one) => !actor.includes(one));
  return { actor: maskOf(sides, actor), recipient: maskOf(sides, others), edit: AS_READ };
}
