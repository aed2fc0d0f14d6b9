import type { Event, Participant } from '../../model/index.ts';
import { eventId } from '../event-id.ts';
import type { SentenceTree } from '../sentence-tree.ts';

/**
 * What all sides do together, told as who does it to whom. Sides named in one breath ("A and B renewed ties") do it to each
 * other; of sides named apart ("A renewed ties with B") the subject does it to the other. A code of two parts ("042:043")
 * is told once more the other way round.
 */
export function directed(tree: SentenceTree, event: Event): Event[] {
  const { actor, recipient, cameo } = event;
  const [code = null, back] = cameo?.split(':') ?? [];
  const told = (from: readonly Participant[], to: readonly Participant[], as = code): Event =>
    between({ ...event, cameo: as }, from, to);
  const together = actor.length > 1 && (recipient.length === 0 || sameSides(actor, recipient));
  const groups = together ? groupsOf(tree, actor) : [];
  if (groups.length === 1) return [told(actor, actor)];
  const [first = actor, ...rest] = groups;
  // "left for Xland for talks with Niger": the target is the first that is named
  const [others = []] = together ? rest : groupsOf(tree, recipient);
  const isMutual = back !== undefined && first.length > 0 && others.length > 0;
  return isMutual ? [told(first, others), told(others, first, back)] : [told(first, others)];
}

function sameSides(one: readonly Participant[], other: readonly Participant[]): boolean {
  return one.length === other.length && one.every((side) => other.some(({ id }) => id === side.id));
}

function between(event: Event, actor: readonly Participant[], recipient: readonly Participant[]): Event {
  const core = { ...event, actor, recipient };
  return { ...core, id: eventId(event.document, event.record, core) };
}

/** Sides that stand in one coordination, in the order of the text. */
function groupsOf(tree: SentenceTree, sides: readonly Participant[]): Participant[][] {
  const groups = new Map<number, Participant[]>();
  for (const side of [...sides].sort((a, b) => a.mention.start - b.mention.start)) {
    const top = topOf(tree, side);
    const group = groups.get(top);
    if (group) group.push(side);
    else groups.set(top, [side]);
  }
  return [...groups.values()];
}

/** The first word of the coordination that a name stands in. */
function topOf(tree: SentenceTree, { mention }: Participant): number {
  const inside = (i: number): boolean => tree.tokens[i]!.start >= mention.start && tree.tokens[i]!.end <= mention.end;
  const words = tree.tokens.flatMap((_, i) => (inside(i) ? [i] : []));
  let at = words.find((i) => !words.includes(tree.head(i))) ?? -1;
  while (at >= 0 && ['conj', 'compound', 'flat'].includes(tree.relation(at)) && tree.head(at) >= 0) at = tree.head(at);
  return at;
}

/** Each actor with each recipient but with himself; undefined where a side is missing. */
export function isDyadic({ actor, recipient }: Event): boolean {
  return actor.some((one) => recipient.some((other) => codeOf(one) !== codeOf(other)));
}

function codeOf({ code, sector }: Participant): string {
  return `${code}${sector ?? ''}`;
}
