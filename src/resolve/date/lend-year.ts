import { extended } from '../../model/index.ts';
import { dayOf } from './calendar.ts';
import type { Found } from './found.ts';
import type { Moment } from './moment.ts';

/**
 * Dates without a year that a neighbour gives one: "Q2 next year", "Christmas of last year", "geçen yıl Mart'ta" take it
 * from "next year"; the first of "3 March and 5 April 2018" from the second.
 */
export function lendYears(atoms: readonly Found[], letters: string): Found[] {
  const lent: Found[] = [];
  for (let at = 0; at < atoms.length; at++) {
    const [atom, next] = [atoms[at]!, atoms[at + 1]];
    const whole = next === undefined ? undefined : inShiftedYear(atom, next, letters);
    if (whole !== undefined) at++;
    lent.push(whole ?? (next === undefined ? atom : sharedYear(atom, next, letters)));
  }
  return lent;
}

function inShiftedYear(a: Found, b: Found, letters: string): Found | undefined {
  const [year, dated] = a.moment.shiftsYear === undefined ? [b, a] : [a, b];
  const { shiftsYear } = year.moment;
  const link = letters.slice(a.last + 1, b.first);
  const linked = link === '' || (year === a && /^[ip]$/.test(link));
  if (shiftsYear === undefined || !dated.moment.yearless || !linked) return undefined;
  const place: Moment['place'] = (context) => {
    if (context.published === undefined) return undefined;
    const placed = dated.moment.place(context, dayOf(context.published).year + shiftsYear);
    return placed && { ...placed, basis: 'relative' };
  };
  const { week } = dated.moment;
  return { first: a.first, last: b.last, moment: { place, ...(week ? { week } : {}) } };
}

function sharedYear(atom: Found, next: Found, letters: string): Found {
  const { year } = next.moment;
  const between = letters[atom.first - 1] === 'b' || letters[next.last + 1] === 'a';
  if (!atom.moment.yearless || year === undefined || between || letters.slice(atom.last + 1, next.first) !== '&')
    return atom;
  return {
    ...atom,
    moment: extended(atom.moment, { year, yearless: false, place: (context) => atom.moment.place(context, year) }),
  };
}
