import { type TextSpan, textSpan } from '../../model/index.ts';
import type { Outlet } from './outlet.ts';
import type { OutletRegistry } from './registry.ts';

/** "MOSCOW, May 5 (Reuters) -": where a report was filed and who filed it. */
export interface Dateline extends TextSpan {
  readonly place: string;
  /** As printed between place and outlet: "May 5", "5 мая". */
  readonly date?: string;
  /** As printed; absent in "MOSCOW, May 5 -". */
  readonly outletName?: string;
  /** Absent when the registry does not know the name. */
  readonly outlet?: Outlet;
}

const PLACE = "(\\p{Lu}[\\p{L}.'’ -]{1,40}?)";
const DATE = '(?:,\\s*([\\p{L}\\p{N}][\\p{L}\\p{N}. /]{1,30}?))?';
const SHAPES: readonly RegExp[] = [
  // PLACE, date (Outlet) —
  new RegExp(`^${PLACE}${DATE}\\s*\\(([\\p{L}][^()\\n]{1,50})\\)\\s*(?:[-–—]{1,2}|:)`, 'u'),
  // PLACE, date. /Outlet/.
  new RegExp(`^${PLACE}${DATE}\\s*[.,]?\\s*/([\\p{L}][^/\\n]{1,50})/\\s*[.:–—-]?`, 'u'),
  // PLACE, date — Outlet.
  new RegExp(`^${PLACE}${DATE}\\s*[-–—]{1,2}\\s*(\\p{L}[^.\\n–—]{1,50})\\.(?=\\s)`, 'u'),
  // PLACE, date —
  new RegExp(`^${PLACE}${DATE}\\s*[-–—]{1,2}(?=\\s)`, 'u'),
];
/** A bare "Istanbul - ...": only a name that the registry knows makes it a dateline. */
const KNOWN_ONLY = 2;
/** "NATO — the alliance": without an outlet it takes a day to make a dateline. */
const DATED_ONLY = 3;
/** Longer text before the dash is text. */
const LONGEST = 160;

/** The dateline at the start of `text`, the first paragraph of a report. */
export function findDateline(text: string, registry: OutletRegistry): Dateline | undefined {
  for (const [i, shape] of SHAPES.entries()) {
    const match = shape.exec(text.slice(0, LONGEST));
    if (!match) continue;
    const [whole, place, date, name] = match;
    const outletName = name?.trim();
    const outlet = outletName === undefined ? undefined : registry.byName(outletName);
    if (!outlet && (i === KNOWN_ONLY || !looksLikePlace(place!))) continue;
    if (i === DATED_ONLY && !/\d/.test(date ?? '')) continue;
    return {
      ...textSpan(text, 0, whole.length),
      place: place!.trim(),
      ...(outletName === undefined ? {} : { outletName }),
      ...(date === undefined ? {} : { date: date.trim() }),
      ...(outlet ? { outlet } : {}),
    };
  }
  return undefined;
}

/** May a dateline stand here? Cheap, and asks no registry. */
export function mayBeDateline(text: string): boolean {
  return SHAPES.some((shape) => shape.test(text.slice(0, LONGEST)));
}

/** Without a known outlet the place has to shout: MOSCOW (Northern Wire), not "Putin (Reuters)". */
function looksLikePlace(place: string): boolean {
  const letters = place.replace(/[^\p{L}]/gu, '');
  return letters.length > 2 && letters === letters.toUpperCase();
}
