import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';

const ADDRESSED = ['iobj', 'obj', 'obl'];

/** "told French television that Armenia had left the treaty": the press to which something is told is no party of it. */
export function isListener({ tree }: PartyFinder, act: Act, { actors, head }: Mention): boolean {
  if (!actors.every(({ sector }) => sector === 'JRN')) return false;
  const verb = tree.head(head);
  if (verb < 0 || verb === act.token || act.used.includes(verb) || !ADDRESSED.includes(tree.relation(head)))
    return false;
  const content = tree.dependents(verb, 'ccomp');
  return content.some((clause) => tree.isUnder(act.token, clause));
}
