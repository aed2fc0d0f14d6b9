import type { Piece } from './piece.ts';

/** Years, day figures and months that are also other words count only with company. */
export function plausible(matched: readonly Piece[], pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1]?.letter ?? '';
  const [first] = matched;
  const counted = pieces[at + matched.length]?.letter === 'q';
  if (matched.some(({ letter }) => letter === 'Y' || letter === 'U') && inOtherEra(pieces, at, at + matched.length))
    return false;
  if (counted && !matched.some(({ letter, marked }) => 'MPWK'.includes(letter) || marked === true)) return false;
  if (matched.length === 2 && matched.every(({ letter }) => 'UAI'.includes(letter)))
    return matched.some(({ role }) => role === 'one');
  if (matched.length === 1 && first!.letter === 'S') return first!.led === true || first!.role === 'when';
  const next = pieces[at + matched.length];
  // "in May 2 days later", "next month 2 hours"
  if (
    matched.length > 1 &&
    isFigure(matched.at(-1)!) &&
    next?.letter === 'U' &&
    !matched.some(({ letter }) => 'R/'.includes(letter))
  )
    return false;
  if (
    first!.letter === 'W' &&
    'DON'.includes(matched.at(-1)!.letter) &&
    matched.length <= 3 &&
    !matched.some(({ letter }) => 'MP'.includes(letter))
  ) {
    return dayBehindWeekday(matched.at(-1)!, next);
  }
  // "30 minutes later this week": the word belongs to what follows
  const last = matched.at(-1)!;
  if (
    last.letter === 'A' &&
    /^(?:earlier|later)/.test(last.value) &&
    /^[ip]?L?U/.test(lettersBehind(pieces, at + matched.length))
  )
    return false;
  // "2014-May 2018" begins with a year alone
  if (matched.length === 3 && first!.letter === 'Y' && 'MP'.includes(last.letter) && next?.letter === 'Y') return false;
  if (endsInShortYear(matched)) return next === undefined || next.value === 'mark';
  if (matched.length > 1 && 'UR'.includes(first!.letter) && matched.at(-1)!.letter === 'E')
    return !'NDO'.includes(before || ' ') && first!.role !== 'many';
  // "the first Tuesday after the first Monday of November"
  if (first!.letter === 'O' && matched.at(-1)!.letter === 'W' && matched.length === 2)
    return !'<>'.includes(next?.letter ?? ' ');
  if (matched.length > 1)
    return matched.every((piece) => !'DON'.includes(piece.letter) || piece.letter === 'N' || Number(piece.value) <= 99);
  // "two weeks early", "ikinci yarının başında" (yarın is tomorrow, yarı a half)
  if (first!.letter === 'R') return before !== 'O';
  if (first!.letter === 'U') return plausibleUnit(first!, before, next?.letter ?? '');
  if (first!.letter === 'W') return first!.role !== 'name';
  if (first!.letter === 'N') return first!.role === 'day' && at === 0;
  if (first!.letter === 'Y') return plausibleYear(first!, before, pieces[at + 1]?.letter ?? '');
  if (first!.letter === 'H' && first!.role === 'from') return true;
  if (first!.letter === 'H') return (before !== '' && 't&-b'.includes(before)) || 't-'.includes(next?.letter ?? ' ');
  // "at 7" is an hour
  const hour = pieces[at - 1]?.value === 'hour';
  if ('DO'.includes(first!.letter)) return plausibleDay(first!, at === 0 ? '^' : hour ? '' : before, pieces[at + 1]);
  if (first!.letter === 'P') return plausibleMonth(pieces, at);
  if (first!.letter === 'C') return plausibleFigures(first!, before, pieces[at + 1]?.letter ?? '');
  return true;
}

/** "5/12" is a date behind a preposition, "20/11" anywhere. */
function plausibleFigures(piece: Piece, before: string, after: string): boolean {
  const [month, day] = piece.value.split('-').map(Number) as [number, number];
  return (
    piece.marked === true ||
    day > 12 ||
    (before !== '' && 'pbtsi-&,<>LW'.includes(before)) ||
    month === 0 ||
    after === '&' ||
    after === '-' ||
    (before === '' && after === '')
  );
}

/** A day figure without a month: "on the 4th", not "the 4th round". */
function plausibleDay(piece: Piece, before: string, after: Piece | undefined): boolean {
  if (piece.role === 'day') return before === '^';
  if (before === 'l' && piece.led === true) return endsPhrase(piece, after);
  const ordinal = piece.figure === true && piece.led === true;
  // "on the twenty second", not "on the second"
  if (before === 'p' && piece.article === true && piece.letter === 'O' && Number(piece.value) > 12)
    return endsPhrase(piece, after);
  if (piece.article === true && piece.figure === true && after?.letter === 'T') return true;
  return (ordinal || (before === 'p' && piece.figure === true)) && endsPhrase(piece, after);
}

function lettersBehind(pieces: readonly Piece[], from: number): string {
  return pieces
    .slice(from, from + 3)
    .map(({ letter }) => letter)
    .join('');
}

/** "August 99", "3 March 18", "March 3, 18": the last figure is a year only where the phrase ends. */
function endsInShortYear(matched: readonly Piece[]): boolean {
  const last = matched.at(-1)!;
  if (!'DN'.includes(last.letter) || last.figure !== true || !matched.some(({ letter }) => 'MP'.includes(letter)))
    return false;
  return matched.filter(({ letter }) => 'DON'.includes(letter)).length > 1 || Number(last.value) > 31;
}

function isFigure({ letter, marked }: Piece): boolean {
  return (letter === 'D' || letter === 'N') && marked !== true;
}

/** "Friday 31", "Thursday the 21st", "Friday the fifteen"; not "Saturday 5'te", a time of day. */
function dayBehindWeekday(piece: Piece, after: Piece | undefined): boolean {
  if (piece.role === 'at') return false;
  if (piece.role === 'from' || piece.role === 'to' || piece.role === 'day') return true;
  if (piece.letter === 'N' && piece.article !== true) return false;
  return endsPhrase(piece, after) || (piece.article === true && after?.letter === 'T');
}

/** "The week", "haftam": one unit that nothing counts or places. */
function plausibleUnit(piece: Piece, before: string, after: string): boolean {
  if (piece.value === 'weekend') return piece.role !== 'many' && !'NDOL<>'.includes(before || ' ');
  const present = piece.role === 'present' || (piece.role === 'one' && piece.article === true);
  return present && !'NDOLREQSUMYV<>'.includes(before || ' ') && !'NDOLAUcMYEwzk<>-'.includes(after || ' ');
}

function endsPhrase(piece: Piece, after: Piece | undefined): boolean {
  if (after === undefined || after.letter === 'p' || after.letter === ',' || after.letter === ')') return true;
  if (after.letter === 'T' || 't-&k'.includes(after.letter)) return piece.letter === 'O';
  return after.letter === '.' && (after.value === 'mark' || piece.marked === true);
}

/** "in May", "since March", "from May to October"; not "May said" or "troops march". */
function plausibleMonth(pieces: readonly Piece[], at: number): boolean {
  const letter = (offset: number): string => pieces[at + offset]?.letter ?? ' ';
  if ('isL<>E'.includes(letter(-1)) && letter(-1) !== ' ') return true;
  const linked = (step: number): boolean => 't-&'.includes(letter(step)) && 'MPYHRWDO'.includes(letter(2 * step));
  return linked(1) || linked(-1);
}

/** "5th century BC", "M.Ö. 1600". */
function inOtherEra(pieces: readonly Piece[], first: number, next: number): boolean {
  const before = pieces[first - 1]?.value === 'mark' ? pieces[first - 2] : pieces[first - 1];
  return before?.letter === 'x' || pieces[next]?.letter === 'x';
}

function plausibleYear(piece: Piece, before: string, after: string): boolean {
  const year = Number(piece.value);
  // "полторы тысячи солдат": a round number in words counts something
  const bound = before === 'b' || 't<'.includes(after || ' ') || piece.role === 'from' || piece.role === 'to';
  if (piece.figure !== true && year % 100 === 0 && !bound) return false;
  const led =
    piece.marked === true || piece.led === true || (before !== '' && 'pisbt&<>(E'.includes(before)) || after === ')';
  if (after === 'U' || (after === 'q' && piece.marked !== true) || year > 2199) return false;
  return led ? year >= 1000 || piece.marked === true : year >= 1900 && year <= 2059 && year !== 2000;
}
