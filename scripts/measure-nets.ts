import { join } from 'node:path';
import { WARM_UP_WEEKS } from '../src/measure/alarm.ts';
import { ears } from '../src/measure/ears.ts';
import { warn } from '../src/measure/warn.ts';
import { netTable } from '../src/measure/warn-nets.ts';
import { readWeeklyNet } from '../src/read/events/weekly-net.ts';
import { readText } from './shared-data.ts';
import { judge, line, type Shock, type Span, type Watched, weekNumber } from './shock-protocol.ts';

const BUSIEST = 410;
const ISO: Readonly<Record<string, string>> = {
  Armenia: 'ARM',
  Australia: 'AUS',
  Azerbaijan: 'AZE',
  Bahrain: 'BHR',
  Canada: 'CAN',
  China: 'CHN',
  Eritrea: 'ERI',
  Ethiopia: 'ETH',
  France: 'FRA',
  Greece: 'GRC',
  India: 'IND',
  Iran: 'IRN',
  Israel: 'ISR',
  Japan: 'JPN',
  Morocco: 'MAR',
  Pakistan: 'PAK',
  Russia: 'RUS',
  'Saudi Arabia': 'SAU',
  'South Korea': 'KOR',
  Syria: 'SYR',
  Turkey: 'TUR',
  Ukraine: 'UKR',
  'United Arab Emirates': 'ARE',
  'United Kingdom': 'GBR',
  'United States': 'USA',
  Venezuela: 'VEN',
};

/** Weekly nets 2018-2024: the busiest pairs and every shocked one, development shocks only. */
export function measureNets(shared: string, shockRows: readonly Record<string, string>[]): void {
  const { scores } = readWeeklyNet(readText(join(shared, 'warning/events/gdelt_weekly_signed_2018-2024.csv.gz')));
  const shocks: Shock[] = shockRows
    .filter((row) => row['data'] === 'gdelt1824')
    .map((row) => ({
      id: row['id'] ?? '',
      dyad: [ISO[row['a'] ?? ''] ?? '', ISO[row['b'] ?? ''] ?? ''].sort().join(' '),
      week: weekNumber(row['date'] ?? ''),
      direction: row['direction'] ?? '',
    }));
  const table = netTable(scores);
  const mass = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0);
  const order = [...table.pairs].sort((a, b) => mass(b.mass) - mass(a.mass));
  const shocked = new Set(shocks.map((shock) => shock.dyad));
  const pairs = order.filter((pair, i) => i < BUSIEST || shocked.has(pair.dyad.join(' ')));
  const span: Span = { from: table.first + WARM_UP_WEEKS, to: table.first + table.weeks - 1 };
  const { alarms } = warn({ scores }, { channels: ['conflict', 'cooperation'] });
  console.log(`Weekly nets: ${table.pairs.length} pairs, ${pairs.length} judged`);
  for (const direction of ['conflict', 'cooperation']) {
    const own = shocks.filter((shock) => shock.direction === direction);
    const weeks = new Map<string, number[]>();
    for (const alarm of alarms) {
      if (alarm.channel !== direction || alarm.level !== 'alarm') continue;
      const key = alarm.dyad.join(' ');
      weeks.set(key, [...(weeks.get(key) ?? []), weekNumber(alarm.week)]);
    }
    const watched = pairs.map((pair) => ({ dyad: pair.dyad.join(' '), alarms: weeks.get(pair.dyad.join(' ')) ?? [] }));
    console.log(line(`warn, ${direction}`, judge(watched, own, span)));
    console.log(
      line(
        `EARS C2 of the ${direction === 'conflict' ? 'negated ' : ''}net, same budget`,
        baseline({ pairs, own, span, direction, first: table.first }),
      ),
    );
    for (const [name, set] of [
      ['judged', pairs],
      ['all', table.pairs],
    ] as const) {
      const kept = new Set(set.map((pair) => pair.dyad.join(' ')));
      const strongest = new Map<string, number[]>();
      const perWeek = new Map<string, number>();
      for (const alarm of alarms) {
        const key = alarm.dyad.join(' ');
        if (alarm.channel !== direction || !kept.has(key) || (perWeek.get(alarm.week) ?? 0) >= 5) continue;
        perWeek.set(alarm.week, (perWeek.get(alarm.week) ?? 0) + 1);
        strongest.set(key, [...(strongest.get(key) ?? []), weekNumber(alarm.week)]);
      }
      const top: Watched[] = set.map((pair) => ({
        dyad: pair.dyad.join(' '),
        alarms: strongest.get(pair.dyad.join(' ')) ?? [],
      }));
      console.log(line(`five lowest ranks a week, ${name} pairs`, judge(top, own, span)));
    }
  }
  const before = alarms.filter(
    (a) =>
      a.dyad.join(' ') === 'RUS UKR' &&
      a.channel === 'conflict' &&
      a.level === 'alarm' &&
      a.week >= '2021-09' &&
      a.week <= '2022-02-24',
  );
  console.log(`Russia-Ukraine before 2022-02-24: ${before.map((alarm) => alarm.week).join(' ') || 'NOT FLAGGED'}`);
}

interface Baseline {
  readonly pairs: ReturnType<typeof netTable>['pairs'];
  readonly own: readonly Shock[];
  readonly span: Span;
  readonly direction: string;
  readonly first: number;
}

/** EARS C2 at 0.30 unlabelled alarms a pair-year, by bisection. */
function baseline({ pairs, own, span, direction, first }: Baseline): ReturnType<typeof judge> {
  const sign = direction === 'conflict' ? -1 : 1;
  const values = pairs.map((pair) => ears(pair.net.map((v) => sign * v)));
  const at = (threshold: number): ReturnType<typeof judge> =>
    judge(
      pairs.map((pair, i) => ({
        dyad: pair.dyad.join(' '),
        alarms: [...values[i]!.keys()]
          .filter((t) => t >= WARM_UP_WEEKS && values[i]![t]! >= threshold)
          .map((t) => first + t),
      })),
      own,
      span,
    );
  let low = 0;
  let high = 200;
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (at(middle).unlabelledPerDyadYear > 0.3) low = middle;
    else high = middle;
  }
  return at(high);
}
