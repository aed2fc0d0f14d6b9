import type { Matter } from './matter.ts';
import type { Assignment } from './reading.ts';
import { begun, Features, slotAt, slotOf, slotOn } from './weights.ts';

/**
 * How an answer takes the lists of names, two letters a list: all of it as actor (A) or recipient (R), a part (a, r), on both sides (s)
 * or not at all (-), and as what the rules read it; then whether those who act, or bear it, together stand in one list.
 */
export function listsIn({ lists, rule }: Matter, { actor, recipient }: Assignment): string {
  let parts = '';
  for (const list of lists)
    parts += partOf(list, actor, recipient) + (list & rule.actor ? 'A' : list & rule.recipient ? 'R' : '-');
  return `${parts}_${within(lists, actor)}_${within(lists, recipient)}`;
}

function within(lists: readonly number[], mask: number): string {
  // one side or none
  if ((mask & (mask - 1)) === 0) return '';
  return lists.some((one) => (mask & ~one) === 0) ? 'in' : 'out';
}

function partOf(list: number, actor: number, recipient: number): string {
  const does = list & actor;
  const bears = list & recipient;
  if (does && bears) return 's';
  if (does) return does === list ? 'A' : 'a';
  if (bears) return bears === list ? 'R' : 'r';
  return '-';
}

/** What speaks for or against taking the lists so. */
export function listFeatures({ reading, lists }: Matter, listed: string, shape: string): Features {
  const features = new Features();
  const emit = features.add;
  const { type } = reading.act.outcome;
  const [parts = '', does, bears] = listed.split('_');
  for (let k = 0; k < lists.length; k++) {
    const part = begun`list:${parts[2 * k]}`;
    emit(slotAt(part));
    emit(slotOn(part, type));
    emit(slotOn(part, shape));
    emit(slotOf`listed:${parts.slice(2 * k, 2 * k + 2)}`);
  }
  const both = begun`both:${does}_${bears}`;
  emit(slotOn(both, shape));
  emit(slotOn(both, type));
  emit(slotOf`both:${does}_line_${reading.act.entry.id}`);
  return features;
}
