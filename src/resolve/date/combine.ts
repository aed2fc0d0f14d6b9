import { extended } from '../../model/index.ts';
import { besideDate, countedBehind, countedFrom, placeWeekdays } from './counted-date.ts';
import type { Found } from './found.ts';
import { lendYears } from './lend-year.ts';
import { type Moment, unplaced } from './moment.ts';
import type { Piece } from './piece.ts';
import { furtherDays, rangeOf, sharedDay } from './range.ts';

/** Joins "from A to B", "between A and B", "A-B", days that share a month, and what stands around a date. */
export function combine(found: readonly Found[], pieces: readonly Piece[], letters: string): Found[] {
  const atoms = lendYears(found, letters);
  const joined: Found[] = [];
  for (let at = 0; at < atoms.length; at++) {
    const next = atoms[at + 1];
    const range = next === undefined ? undefined : rangeOf(atoms[at]!, next, pieces, letters);
    if (range !== undefined) at++;
    const one = range ?? sharedDay(atoms[at]!, pieces, letters, joined) ?? atoms[at]!;
    const counted =
      countedFrom(one, pieces, letters) ?? besideDate(one, pieces, letters) ?? countedBehind(one, pieces, letters);
    if (counted !== undefined && joined.at(-1) !== undefined && joined.at(-1)!.last >= counted.first) joined.pop();
    joined.push(counted ?? surround(one, pieces, letters));
    if (range === undefined && one === atoms[at]) joined.push(...furtherDays(one, pieces, letters));
    const { last } = counted ?? one;
    while (atoms[at + 1] !== undefined && atoms[at + 1]!.first <= last) at++;
  }
  return placeWeekdays(lastOfEach(joined), letters);
}

/** A day that was found alone and again beside its month counts once. */
function lastOfEach(found: readonly Found[]): Found[] {
  const byPlace = new Map(found.map((one) => [one.first, one]));
  return [...byPlace.values()].sort((a, b) => a.first - b.first);
}

/** Open ends ("since", "before"), anniversaries, and the time of day behind a date. */
function surround(found: Found, pieces: readonly Piece[], letters: string): Found {
  let { first, last } = found;
  const role = pieces[last]!.role;
  const opener = letters[first - 1] ?? '';
  const closer = letters[last + 1] ?? '';
  if (found.moment.background) return found;
  if (/^nU>$/.test(letters.slice(first - 3, first).replace(/[ND]/, 'n'))) return found;
  if (opener === 's' || closer === 'z') {
    first = opener === 's' ? first - 1 : first;
    last = closer === 'z' ? last + 1 : last;
    return { first, last, moment: sinceMoment(found.moment) };
  }
  const opens = opener === '<' || (opener === 't' && pieces[first - 1]!.value === 'open');
  if (opens || closer === 'k' || (role === 'from' && closer === 'A' && pieces[last + 1]!.value.startsWith('-'))) {
    const end = opens || closer === '' ? last : last + 1;
    return { first: opens ? first - 1 : first, last: end, moment: unplaced('open: only its end is stated') };
  }
  if (opener === '>' || (role === 'from' && closer === 'A')) {
    return {
      first: opener === '>' ? first - 1 : first,
      last: opener === '>' ? last : last + 1,
      moment: unplaced('open: only its beginning is stated'),
    };
  }
  const time = /^,?p?T+/.exec(letters.slice(last + 1, last + 6));
  return { first, last: last + (time?.[0].length ?? 0), moment: found.moment };
}

function sinceMoment(moment: Moment): Moment {
  return extended(moment.why === undefined ? {} : { why: moment.why }, {
    place: (context) => {
      const placed = moment.place(context);
      if (placed === undefined || context.published === undefined || placed.from > context.published) return undefined;
      return { ...placed, to: context.published, precision: 'range' };
    },
  });
}
