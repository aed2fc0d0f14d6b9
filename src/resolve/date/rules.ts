import {
  calendarYear,
  dayMonth,
  daysOfMonth,
  decade,
  holiday,
  holidayWeekend,
  monthDay,
  numeric,
  partOfCentury,
  partOfNamed,
  quarter,
  season,
  shortYear,
  twoYears,
} from './calendar-phrases.ts';
import { inUnits, offset, shiftedUnits, unitsAgo, unitsFromDay, withinUnits } from './counted-phrases.ts';
import { firstLetters } from './first-letters.ts';
import { ANCHORED, type Moment, unplaced } from './moment.ts';
import { find, numberOf, type Piece } from './piece.ts';
import {
  anchored,
  dayBesideEvent,
  dayOfMonth,
  dayOfShiftedMonth,
  daysOfShiftedMonth,
  lastSeason,
  movedUnit,
  ofShiftedYear,
  partOfDay,
  partOfShiftedMonth,
  partOfUnit,
  partSoFar,
  presentUnit,
  shiftedMonth,
  shiftedUnit,
  shiftedWeekday,
  unitAfterUnit,
  unitToDate,
  weekday,
  weekdayAfterNext,
  weekdayAndDay,
  weekdayOfWeek,
  weekdaysAway,
  weekend,
} from './relative-phrases.ts';
import { numberedWeek, ordinalOfNow, ordinalUnit, weekdayOfMonth, weekOfDay } from './week-phrases.ts';

/** A pattern over the letters of the pieces (see words.ts; Y year, D day figure, K full date, C month and day) and what it means. */
export interface Rule {
  readonly name: string;
  readonly pattern: RegExp;
  /** Letters a match can begin with. */
  readonly starts: ReadonlySet<string>;
  build(pieces: readonly Piece[]): Moment | undefined;
}

const rule = (name: string, written: string, build: Rule['build']): Rule => {
  // m: a month; d: a day of the month; n: a count.
  const pattern = written.replaceAll('m', '[MP]').replaceAll('d', '[DON]').replaceAll('n', '[ND]');
  return { name, pattern: new RegExp(pattern, 'y'), starts: firstLetters(pattern), build };
};

/** In order; where several match as long a stretch, the first wins. */
const RULES: readonly Rule[] = [
  rule('numeric', '(?:W,?)?K', (pieces) => numeric(find(pieces, 'K')!.value)),
  rule('month and day in figures', '(?:L?W,?|L)?C', monthDay),
  rule('month, day and year in figures', 'C,?Y', (pieces) =>
    numeric(`${find(pieces, 'Y')!.value}-${find(pieces, 'C')!.value}`),
  ),
  rule('day month year', 'L?(?:W[,-]?)?[DON]m(?:,?[ip]?Y)?(?:,?W)?', dayMonth),
  rule('month day year', 'L?(?:W[,-]?)?m(?:[DON]|,O)(?:,?[ip]?Y)?', dayMonth),
  rule('year month day', 'Y,?m[DON]?', dayMonth),
  rule('month year', 'm,?[ip]?Y', dayMonth),
  rule(
    'with hyphens',
    '[DON][-/]m(?:[-/]Y)?|(?:L?W[-,]?)?m[-/][DON](?:[-/]Y)?|m[-/]Y(?:[-/]D)?|D[-/]Y[-/]m|Y[-/]m(?:[-/][DON])?|Y[-/]D[-/]m',
    dayMonth,
  ),
  rule('month or day, short year', 'mN|[DON]m[DN]|m[DO],?[DN]', shortYear),
  rule('days of a month', '(?:Y,?)?mb[DO][-t&][DO](?:,?Y)?|(?:Y,?)[DO][-&][DO]ma|Y,?[DO]m[DO]k', daysOfMonth),
  rule('month', 'm', dayMonth),
  rule('year', 'Y', (pieces) => calendarYear(numberOf(pieces, 'Y'))),
  rule('part of year or month', 'E-?(?:Y|m(?:,?Y)?|V)|(?:Y|Ym|mY?|V)E', partOfNamed),
  rule('part of this or last unit', 'EL?U|L?UE|LEU', partOfUnit),
  rule('part of last month by name', 'E[ip]?L[MP]', partOfShiftedMonth),
  rule('part of a century', 'EOU|OUE', partOfCentury),
  rule('part of a day', 'E[p]?(?:R|L?W)|(?:R|L?W)E', partOfDay),
  rule('season', 'S(?:,?Y)?|YS', season),
  rule('last season', 'LS', (pieces) => lastSeason(pieces)),
  rule('quarter', '(?:Y[,/-]?)?Q(?:[,/-]?Y)?', (pieces) => quarter(find(pieces, 'Q')!.value, find(pieces, 'Y'))),
  rule('month or season of last year', '[DON]?mLU|LU[MP]|SLU|LUS', ofShiftedYear),
  rule('two years with a stroke', 'Y[-/][DN]', twoYears),
  rule('ordinal unit of a period', '[OL]n?U,?(?:m(?:,?Y)?|Y|LU)|(?:m(?:,?Y)?|Ym?|LU)[OLD]n?U', ordinalUnit),
  rule('numbered week', 'Un(?:,?Y|LU)?', numberedWeek),
  rule('week of a day', 'Uc?p?(?:[DON]m|m[DON])(?:,?Y)?|U[DO]|(?:[DO]m|m[DO]|D)U', weekOfDay),
  rule('weekday of a month', '[OL]WT?[ip]?(?:m(?:,?Y)?|LU)|OWT?[ip]?U|(?:mY?|LU)[OL]W|OW', weekdayOfMonth),
  rule('weekdays from now', 'nW(?:A|bH)', weekdaysAway),
  rule('year to date', 'UtH', unitToDate),
  rule('moved unit', 'B', movedUnit),
  rule('unit after a unit', 'LULU', unitAfterUnit),
  rule('ordinal unit', 'OU', (pieces) => ordinalOfNow(numberOf(pieces, 'O'), find(pieces, 'U')!.value)),
  rule('decade', 'V', (pieces) => decade(find(pieces, 'V')!)),
  rule('this, last, next unit', 'LU', shiftedUnit),
  rule('last three units', 'LnU|nLU|ULn', shiftedUnits),
  rule('earlier this year', 'A[ip]?L?U|L?Uw?A(?!p?T)', partSoFar),
  rule('last month by name', 'L[MP]', shiftedMonth),
  rule('day of last month', 'LU[DON]|[DON]LU|[DO]U|U[DON]', dayOfShiftedMonth),
  rule('days of last month', 'b?[DO][-t][DO][ip]?LU|LU[DO][DO]k?|LU[DO][-&][DO]a?', daysOfShiftedMonth),
  rule('weekday and day', 'W,?[DON]', weekdayAndDay),
  rule('day of the month', '[DON]', (pieces) => dayOfMonth(Number(pieces[0]!.value))),
  rule('last weekday', 'LW', (pieces) => shiftedWeekday(find(pieces, 'L')!.value, numberOf(pieces, 'W'))),
  rule('weekday of last week', 'LU[pb-]?W|W[pi]?LU|UW', weekdayOfWeek),
  rule('weekday', 'W', (pieces) => weekday(numberOf(pieces, 'W'))),
  rule('today', 'R', (pieces) => offset('day', numberOf(pieces, 'R'))),
  rule('units from a day', 'R[ALz]?nUA?|RnUAk', unitsFromDay),
  rule('units ago', '[iI]?(?:nU[&,]?){0,2}(?:n|Y)UA(?:R|LU)?|UA|nUNA', unitsAgo),
  rule('weekend', 'U', (pieces) => weekend(pieces[0]!.value) ?? presentUnit(pieces)),
  rule('weekend of a holiday', 'UJ(?:,?Y)?|JU(?:,?Y)?', holidayWeekend),
  rule('in units', '[iI]nU|IU', inUnits),
  rule('within units', 'wL?nU(?:[&,]?nU){0,2}A?|L?nUw|RznUw|lnUA', withinUnits),
  rule('holiday', '[L]?J(?:,?Y)?', holiday),
  rule('fiscal year', 'L?F(?:[ip]?[YD])?|YF', () =>
    unplaced('a fiscal or school year begins on a day that the text does not say'),
  ),
  rule('now', 'H', () => offset('day', 0)),
  rule('counted from another event', 'G', anchored),
  rule('the day after', 'U[<>]', dayBesideEvent),
  rule('the Monday after next', 'W[<>]L', weekdayAfterNext),
  rule('anniversary', '[OD]?X', () => unplaced('an anniversary does not date the event it recalls', true)),
  rule('units after an event', '[iI]?nU>', () => unplaced(ANCHORED, true)),
];

const BY_LETTER: ReadonlyMap<string, readonly Rule[]> = new Map(
  [...new Set(RULES.flatMap(({ starts }) => [...starts]))].map((letter) => [
    letter,
    RULES.filter(({ starts }) => starts.has(letter)),
  ]),
);

/** The rules that can begin at a piece of this letter, in order. */
export function rulesAt(letter: string): readonly Rule[] {
  return BY_LETTER.get(letter) ?? [];
}
