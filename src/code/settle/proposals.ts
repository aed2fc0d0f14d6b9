import type { Matter } from './matter.ts';
import type { Assignment } from './reading.ts';
import { countOf, MOST_SIDES, sidesWithin } from './sides.ts';

type Propose = (actor: number, recipient: number, edit: string) => void;

/** The rules' answer first, then every answer that is one step from it, then all pairs. */
export function proposals(matter: Matter): Assignment[] {
  const { reading, sides, rule } = matter;
  const found = new Map<number, Assignment>();
  // what a line says that all sides do together ("met", "встретились") is done by nobody to anybody, but clashes may be fought by each with the other
  const { symmetric, reciprocal } = reading.act.entry.pattern;
  const together = symmetric && !reciprocal && reading.parties.mutual && countOf(rule.actor) > 1;
  const barred = sidesWithin(sides, reading.barred ?? []) & ~rule.recipient;
  const isOpen = reading.parties.anonymous === true || reading.mayBeAnonymous === true;
  const propose: Propose = (actor, recipient, edit) => {
    if ((together && recipient !== 0 && recipient !== actor) || (recipient & barred) !== 0) return;
    if (actor === 0 && !(isOpen && recipient !== 0)) return;
    const key = (actor << MOST_SIDES) | recipient;
    if (!found.has(key)) found.set(key, { actor, recipient, edit });
  };
  const { actor, recipient } = rule;
  propose(actor, recipient, rule.edit);
  if (actor && recipient) {
    propose(recipient, actor, 'turned');
    propose(actor | recipient, 0, 'together');
  }
  propose(actor, 0, 'nobody');
  proposeLists(matter, propose);
  const each = sides.map((_, k) => 1 << k);
  for (const side of each) {
    propose(actor, side, 'other recipient');
    propose(side, recipient, 'other actor');
    propose(actor, recipient | side, 'one more recipient');
    propose(actor | side, recipient, 'one more actor');
    if (countOf(recipient) > 1) propose(actor, recipient & ~side, 'one recipient less');
    if (countOf(actor) > 1) {
      propose(actor & ~side, recipient, 'one actor less');
      propose(side, actor & ~side, 'apart');
    }
    propose(side, 0, 'alone');
    propose(0, side, 'unclaimed');
  }
  for (const one of each) {
    for (const other of each) {
      propose(one, other, 'pair');
      if (one < other) proposePair(one | other, propose);
    }
  }
  return [...found.values()];
}

/** Two sides do it together, each to the other ("clashes between A and B"), or bear it from nobody named. */
function proposePair(pair: number, propose: Propose): void {
  propose(pair, 0, 'pair together');
  propose(pair, pair, 'each other');
  propose(0, pair, 'unclaimed');
}

/** Names of one list do or bear it together, whatever the rules made of them. */
function proposeLists({ sides, lists, rule: { actor, recipient } }: Matter, propose: Propose): void {
  for (const list of lists) {
    propose(actor & ~list, list, 'list bears it');
    propose(list, recipient & ~list, 'list does it');
    propose(list, 0, 'list');
    propose(list, list, 'each other');
    propose(0, list, 'unclaimed');
    for (let side = 1; side < 1 << sides.length; side <<= 1) {
      if (side & list) continue;
      propose(list, side, 'list to side');
      propose(side, list, 'side to list');
    }
    for (const other of lists) if ((list & other) === 0) propose(list, other, 'lists');
  }
}
