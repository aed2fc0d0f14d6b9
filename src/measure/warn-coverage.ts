import { type Alarm, WARM_UP_WEEKS } from './alarm.ts';
import { isoOf, mondayOf } from './calendar.ts';
import { coverage } from './coverage.ts';
import { Episodes } from './episode.ts';
import { StrengthRanks } from './rank.ts';
import { round, roundRank } from './warn-counts.ts';
import type { WeeklyTable } from './weekly.ts';

export const definition =
  'A banner for weeks in which the amount read changed so much that every count must be read with care.';
export const formula =
  '|ln(V_t / usual)| >= 3 of its own typical size, V_t outside 0.6 to 1.67 of usual and at least 3 square roots of usual away; none at all: its first week, where usual is at least 5';
export const unit = 'events of all pairs a week';
export const source = 'the coverage offset of measure/coverage';

const MEMORY = 0.95;
const SMALLEST = Math.log(1 / 0.6);
/** In a record of a few acts a week an empty week is no news: chance alone gives it. */
const TOLD_APART = 5;

/** More than what counting by chance gives around the usual level. */
function beyondChance(volume: number, usual: number): boolean {
  return volume === 0 ? usual >= TOLD_APART : Math.abs(volume - usual) >= 3 * Math.sqrt(Math.max(1, usual));
}

/** One line for each week in which coverage departs from its usual level; the pair is ['*', '*']. */
export function warnCoverage(table: WeeklyTable): Alarm[] {
  const { ratio, usual } = coverage(table.total);
  const episodes = new Episodes();
  const ranks = new StrengthRanks();
  const alarms: Alarm[] = [];
  let typical = 0.2;
  for (let week = 0; week < table.weeks; week++) {
    const silent = ratio[week] === 0;
    const change = silent ? 10 : Math.abs(Math.log(ratio[week]!));
    const strength = change / Math.max(0.1, typical);
    if (week >= WARM_UP_WEEKS) {
      ranks.pass(1);
      ranks.add(strength);
    }
    const goesOn = silent && ratio[week - 1] === 0;
    const told = change >= SMALLEST && strength >= 3 && beyondChance(table.total[week]!, usual[week]!);
    if (week >= WARM_UP_WEEKS && !goesOn && told) {
      const monday = isoOf(mondayOf(table.first + week));
      const expected = usual[week]!;
      const spread = Math.exp(1.645 * typical);
      alarms.push({
        dyad: ['*', '*'],
        week: monday,
        channel: 'coverage',
        observed: table.total[week]!,
        expected: round(expected),
        interval: [round(expected / spread), round(expected * spread)],
        level: silent || change >= 2 * SMALLEST ? 'alarm' : 'watch',
        rank: roundRank(ranks.rankOf(strength)),
        events: [],
        strength: round(strength),
        since: episodes.enter(table.first + week),
        says: silent
          ? 'nothing at all was read from this week on'
          : `${round(ratio[week]!)} times the usual amount was read`,
      });
    }
    if (!silent) typical = MEMORY * typical + (1 - MEMORY) * Math.min(change, 3 * typical + 0.05);
  }
  return alarms;
}
