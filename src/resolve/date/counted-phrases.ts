import { extended } from '../../model/index.ts';
import { monthSpan } from './calendar.ts';
import { ANCHORED, type Moment, monthIndex, moveBy, relative, unitPrecision, unitSpan, unplaced } from './moment.ts';
import { find, numberOf, oneDay, type Piece, shiftOf } from './piece.ts';

/** "The last three months" end before the document's day, "the next five days" begin behind it. */
export function shiftedUnits(pieces: readonly Piece[]): Moment | undefined {
  const shift = shiftOf(find(pieces, 'L')!.value);
  const count = numberOf(pieces, 'ND');
  const { value: unit, role } = find(pieces, 'U')!;
  // "we were only 3 last week"
  if (pieces[0]!.letter !== 'L' && pieces[0]!.letter !== 'U' && role === 'one' && count > 1) return undefined;
  return shift === 0 || unit === 'hour' ? undefined : lastUnits(shift, count, unit);
}

export function lastUnits(shift: number, count: number, unit: string): Moment {
  return relative('range', (published) => {
    if (unit === 'quarter') return quarters(published, shift, count);
    const other = moveBy(published, unit, shift * count);
    if (other === undefined) return undefined;
    return shift < 0 ? { from: other, to: published - 1 } : { from: published + 1, to: other };
  });
}

function quarters(published: number, shift: number, count: number): { from: number; to: number } {
  const current = Math.floor(monthIndex(published) / 3) * 3;
  return shift < 0 ? monthSpan(current - 3 * count, 3 * count) : monthSpan(current + 3, 3 * count);
}

export function offset(unit: string, count: number): Moment {
  return relative(/^(?:week|fortnight)$/.test(unit) ? 'day' : unitPrecision(unit), (published) => {
    const at = moveBy(published, unit, count);
    return at === undefined ? undefined : oneDay(at);
  });
}

/** "Three years ago" is placed on the day; its precision stays that of the unit. */
function laterOrFromNow(pieces: readonly Piece[]): Moment {
  const units = pieces.map((piece) => (piece.letter === 'A' ? { ...piece, value: '1' } : piece));
  const fromNow = unitsAgo(units);
  const place: Moment['place'] = (context) =>
    context.future && context.alone !== false ? fromNow?.place(context) : undefined;
  const unitsOnly = pieces.filter(({ letter }) => letter === 'U');
  const later =
    unitsOnly.length === 1 && pieces.length === 3
      ? { later: { unit: unitsOnly[0]!.value, count: numberOf(pieces, 'ND') } }
      : {};
  return { why: ANCHORED, place, week: true, ...later };
}

export function unitsAgo(pieces: readonly Piece[]): Moment | undefined {
  const direction = find(pieces, 'A')!.value;
  const unit = find(pieces, 'U')!.value;
  if (direction.startsWith('later')) return laterOrFromNow(pieces);
  if (!/^-?1$/.test(direction)) return unplaced(ANCHORED);
  const count = pieces.length > 2 ? numberOf(pieces, 'NDY') : 1;
  const tail = pieces.slice(pieces.findIndex(({ letter }) => letter === 'A') + 1);
  if (tail.length > 0) return agoAndMore(pieces.slice(0, -tail.length), tail);
  const half = pieces.at(-2)!;
  if (half.letter === 'N' && half.value === '0.5') return offset(unit, Number(direction) * (count + 0.5));
  if (pieces.filter(({ letter }) => letter === 'U').length > 1) return severalUnitsAgo(pieces, Number(direction));
  return unit === 'hour' && Math.abs(count) > 12
    ? undefined
    : extended(offset(unit, Number(direction) * count), { week: true });
}

/** "A week ago yesterday", "six months ago this week". */
function agoAndMore(ago: readonly Piece[], [tail, unit]: readonly Piece[]): Moment | undefined {
  const base = unitsAgo(ago);
  if (base === undefined || base.why !== undefined) return base;
  if (unit !== undefined && shiftOf(tail!.value) !== 0) return undefined;
  const place: Moment['place'] = (context) => {
    const day = base.place(context);
    if (day === undefined) return undefined;
    const moved = unit === undefined ? oneDay(day.from + Number(tail!.value)) : unitSpan(unit.value, day.from, 0);
    return moved && { ...day, ...moved, precision: unitPrecision(unit?.value ?? 'day') };
  };
  return { place };
}

/** "Dünden önceki iki gün", "yarından itibaren üç hafta sonra": counted from a day with a case ending. */
export function unitsFromDay(pieces: readonly Piece[]): Moment | undefined {
  const [day, link] = pieces;
  if (day!.role !== 'from') return undefined;
  // "bugünden iki gün sonraya kadar"
  const until = pieces.at(-1)!.letter === 'k';
  const back = [link, pieces[4]].some(
    (piece) => piece !== undefined && piece.letter !== 'z' && piece.value.startsWith('-'),
  );
  const count = numberOf(pieces, 'ND') * (back ? -1 : 1);
  // "yarından itibaren 3 gün" lasts, "… 3 gün sonra" is a day
  if (until || (link!.letter === 'z' && pieces.length === 4))
    return relative('range', (published) => {
      const from = published + Number(day!.value);
      const next = moveBy(from, find(pieces, 'U')!.value, count);
      return next === undefined ? undefined : { from, to: until ? next : next - 1 };
    });
  return relative('day', (published) => {
    const at = moveBy(published + Number(day!.value), find(pieces, 'U')!.value, count);
    return at === undefined ? undefined : oneDay(at);
  });
}

/** "A month and 21 days ago". */
function severalUnitsAgo(pieces: readonly Piece[], direction: number): Moment {
  return relative('day', (published) => {
    const at = addUnits(published, pieces, direction);
    return at === undefined ? undefined : oneDay(at);
  });
}

/** The day moved by every unit and count of the pieces, one after the other. */
function addUnits(day: number, pieces: readonly Piece[], direction = 1): number | undefined {
  const units = pieces.filter(({ letter }) => letter === 'U').map(({ value }) => value);
  const counts = pieces.filter(({ letter }) => letter === 'N' || letter === 'D').map(({ value }) => Number(value));
  let at: number | undefined = day;
  for (const [index, unit] of units.entries())
    at = at === undefined ? at : moveBy(at, unit, direction * counts[index]!);
  return at;
}

export function inUnits(pieces: readonly Piece[]): Moment | undefined {
  const count = pieces.length > 2 ? numberOf(pieces, 'ND') : 1;
  const unit = find(pieces, 'U')!.value;
  const bare = pieces[0]!.letter === 'i';
  return {
    place: ({ published, future, modal, bare: alone }) => {
      const dated = future || alone || (modal && /^(?:day|week|month|year)$/.test(unit));
      const at = published === undefined || (bare && !dated) ? undefined : moveBy(published, unit, count);
      return at === undefined ? undefined : { from: at, to: at, precision: unitPrecision(unit), basis: 'relative' };
    },
    ...(bare ? { why: 'a duration, unless the sentence speaks of the future' } : {}),
  };
}

export function withinUnits(pieces: readonly Piece[]): Moment | undefined {
  const unit = find(pieces, 'U')!.value;
  const count = numberOf(pieces, 'ND');
  const shift = find(pieces, 'L');
  const ago = find(pieces, 'A')?.value === '-1';
  const from = find(pieces, 'R');
  const behind = pieces.at(-1)!.letter === 'w' && (from === undefined || from.value !== '0');
  if (unit === 'hour') return undefined;
  // "in less than a day" is how long it took, unless the sentence announces
  const announced = find(pieces, 'w')?.value === 'less' && !ago;
  return relative('range', (published, future) => {
    if (announced && !future) return undefined;
    if (ago || (shift !== undefined && shiftOf(shift.value) < 0)) {
      const from = moveBy(published, unit, -count);
      return from === undefined ? undefined : { from, to: published - 1 };
    }
    const to = addUnits(published, pieces);
    if (to === undefined || to <= published) return undefined;
    const away = Number(from?.value ?? '0');
    return behind && shift === undefined ? oneDay(to + away) : { from: published, to: to - 1 };
  });
}
