import {
  calendarYear,
  dayMonth,
  decade,
  holiday,
  monthDay,
  numberedWeek,
  numeric,
  ordinalOfNow,
  ordinalUnit,
  partOfNamed,
  quarter,
  season,
  twoYears,
  weekdayOfMonth,
  weekOfDay,
} from './calendar-phrases.ts';
import { type Moment, unplaced } from './moment.ts';
import { find, numberOf } from './piece.ts';
import {
  ANCHORED,
  dayOfMonth,
  dayOfShiftedMonth,
  daysOfShiftedMonth,
  inUnits,
  lastSeason,
  offset,
  ofShiftedYear,
  partOfUnit,
  partSoFar,
  shiftedMonth,
  shiftedUnit,
  shiftedUnits,
  shiftedWeekday,
  unitsAgo,
  unitsFromDay,
  weekday,
  weekdayAndDay,
  weekdayOfWeek,
  weekend,
  withinUnits,
} from './relative-phrases.ts';
import type { Piece } from './tidy.ts';

/** A pattern over the letters of the pieces (see words.ts; Y year, D day figure, K full date, C month and day) and what it means. */
export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  build(pieces: readonly Piece[]): Moment | undefined;
}

const rule = (name: string, pattern: string, build: Rule['build']): Rule => ({
  name,
  // m: a month; d: a day of the month; n: a count.
  pattern: new RegExp(pattern.replaceAll('m', '[MP]').replaceAll('d', '[DON]').replaceAll('n', '[ND]'), 'y'),
  build,
});

/** In order; where several match as long a stretch, the first wins. */
export const RULES: readonly Rule[] = [
  rule('numeric', 'W?,?[K]', (pieces) => numeric(find(pieces, 'K')!.value)),
  rule('month and day in figures', 'L?W?,?C', (pieces) => monthDay(find(pieces, 'C')!.value)),
  rule('month, day and year in figures', 'C,?Y', (pieces) =>
    numeric(`${find(pieces, 'Y')!.value}-${find(pieces, 'C')!.value}`),
  ),
  rule('day month year', '(?:W[,-]?)?[DON]m(?:,?[ip]?Y)?(?:,?W)?', dayMonth),
  rule('month day year', '(?:W[,-]?)?m(?:[DON]|,O)(?:,?[ip]?Y)?', dayMonth),
  rule('year month day', 'Y,?m[DON]?', dayMonth),
  rule('month year', 'm,?[ip]?Y', dayMonth),
  rule(
    'with hyphens',
    '[DON][-/]m(?:[-/]Y)?|m[-/][DON](?:[-/]Y)?|m[-/]Y(?:[-/]D)?|D[-/]Y[-/]m|Y[-/]m(?:[-/][DON])?',
    dayMonth,
  ),
  rule('month', 'm', dayMonth),
  rule('year', 'Y', (pieces) => calendarYear(numberOf(pieces, 'Y'))),
  rule('part of year or month', 'E-?(?:Y|m(?:,?Y)?|V)|(?:Y|Ym|mY?|V)E', partOfNamed),
  rule('part of this or last unit', 'EL?U|L?UE|LEU', partOfUnit),
  rule('season', 'S(?:,?Y)?|YS', season),
  rule('last season', 'LS', (pieces) => lastSeason(pieces)),
  rule('quarter', '(?:Y[,-]?)?Q(?:,?Y)?', (pieces) => quarter(find(pieces, 'Q')!.value, find(pieces, 'Y'))),
  rule('month or season of last year', '[DON]?mLU|LU[MP]|SLU|LUS', ofShiftedYear),
  rule('two years with a stroke', 'Y/D', twoYears),
  rule('ordinal unit of a period', '[OL]n?U,?(?:m(?:,?Y)?|Y|LU)|(?:m(?:,?Y)?|Ym?|LU)[OLD]n?U', ordinalUnit),
  rule('numbered week', 'UD(?:,?Y|LU)?', numberedWeek),
  rule('week of a day', 'Uc?p?(?:[DON]m|m[DON])(?:,?Y)?', weekOfDay),
  rule('weekday of a month', 'OWT?[ip]?(?:m(?:,?Y)?|LU)|(?:mY?|LU)OW', weekdayOfMonth),
  rule('ordinal unit', 'OU', (pieces) => ordinalOfNow(numberOf(pieces, 'O'), find(pieces, 'U')!.value)),
  rule('decade', 'V', (pieces) => decade(find(pieces, 'V')!)),
  rule('this, last, next unit', 'LU', shiftedUnit),
  rule('last three units', 'LnU|nLU|ULn', shiftedUnits),
  rule('earlier this year', 'A[ip]?L?U|LUA', partSoFar),
  rule('last month by name', 'L[MP]', shiftedMonth),
  rule('day of last month', 'LU[DON]|[DON]LU', dayOfShiftedMonth),
  rule('days of last month', 'b?[DO][-t][DO][ip]?LU|LU[DO][DO]k?', daysOfShiftedMonth),
  rule('weekday and day', 'W,?[DO]', weekdayAndDay),
  rule('day of the month', '[DO]', (pieces) => dayOfMonth(Number(pieces[0]!.value))),
  rule('last weekday', 'LW', (pieces) => shiftedWeekday(find(pieces, 'L')!.value, numberOf(pieces, 'W'))),
  rule('weekday of last week', 'LU[p-]?W|W[pi]?LU', weekdayOfWeek),
  rule('weekday', 'W', (pieces) => weekday(numberOf(pieces, 'W'))),
  rule('today', 'R', (pieces) => offset('day', numberOf(pieces, 'R'))),
  rule('units from a day', 'R[ALz]nUA?', unitsFromDay),
  rule('units ago', '(?:nU&?){0,2}(?:n|Y)UA|UA', unitsAgo),
  rule('weekend', 'U', (pieces) => weekend(pieces[0]!.value)),
  rule('in units', '[iI]nU|IU', inUnits),
  rule('within units', 'wL?nU|L?nUw', withinUnits),
  rule('holiday', '[L]?J(?:,?Y)?', holiday),
  rule('now', 'H', () => offset('day', 0)),
  rule('counted from another event', 'G', () => unplaced(ANCHORED)),
  rule('anniversary', '[OD]?X', () => unplaced('an anniversary does not date the event it recalls', true)),
  rule('units after an event', '[iI]?nU>', () => unplaced(ANCHORED, true)),
];
