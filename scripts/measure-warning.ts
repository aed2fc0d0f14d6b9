/**
 * Early warning beside its baselines (naive ratio to four weeks, EARS C2), all at the same budget in one run.
 * Usage: npx tsx scripts/measure-warning.ts [../shared]. Only the development shocks are read.
 */
import { join } from 'node:path';
import { type Channel, COUNT_THRESHOLDS, WARM_UP_WEEKS } from '../src/measure/alarm.ts';
import { coverage } from '../src/measure/coverage.ts';
import { ears } from '../src/measure/ears.ts';
import { ratio } from '../src/measure/ratio.ts';
import { surprise } from '../src/measure/surprise.ts';
import { warn } from '../src/measure/warn.ts';
import { strengths } from '../src/measure/warn-counts.ts';
import { type WeeklyDyad, type WeeklyTable, weeklyCounts, weeklyTable } from '../src/measure/weekly.ts';
import type { Interaction } from '../src/model/index.ts';
import { parseCodes } from '../src/read/events/codes.ts';
import { readKeds, readNames } from '../src/read/events/keds.ts';
import { measureNets } from './measure-nets.ts';
import { readRecords, readText, sharedFolder } from './shared-data.ts';
import { judge, line, type Shock, type Span, total, type Verdict, weekNumber } from './shock-protocol.ts';

const MIN_DYAD_EVENTS = 200;
const shared = sharedFolder();
const names = readNames(readText(join(shared, 'warning/keds_names.csv')), 'keds_names.csv');
const shockRows = readRecords(join(shared, 'warning/shocks_dev.csv'));

interface Set {
  readonly name: string;
  readonly events: readonly Interaction[];
  readonly table: WeeklyTable;
  readonly pairs: readonly WeeklyDyad[];
  readonly span: Span;
}

/** The Gulf file is named for CAMEO but holds WEIS codes (roots 21 and 22 exist only there). */
const FILES = [
  ['keds-levant', 'keds_levant_cameo', 'goldstein'],
  ['keds-gulf', 'keds_gulf_cameo', 'weis'],
  ['keds-balkans', 'keds_balkans_weis', 'weis'],
  ['keds-turkey', 'keds_turkey_cameo', 'goldstein'],
] as const;

function load([name, file, codebook]: (typeof FILES)[number]): Set {
  const codes = parseCodes(readText(`data/codebook/${codebook}.tsv`), codebook);
  const { events } = readKeds(readText(join(shared, `warning/events/${file}.csv.gz`)), { codes, names, file });
  const table = weeklyTable(events);
  const pairs = table.dyads.filter((pair) => pair.placed.length >= MIN_DYAD_EVENTS);
  return { name, events, table, pairs, span: { from: table.first + WARM_UP_WEEKS, to: table.first + table.weeks - 1 } };
}

const nameOf = (pair: readonly [string, string]): string =>
  pair
    .map((code) => names.get(code) ?? code)
    .sort()
    .join('|');

function shocksOf(set: Set, direction: string): Shock[] {
  const watched = new Set(set.pairs.map((pair) => nameOf(pair.dyad)));
  return shockRows
    .filter((row) => row['data'] === set.name && row['direction'] === direction)
    .map((row) => ({
      id: row['id'] ?? '',
      dyad: [row['a'] ?? '', row['b'] ?? ''].sort().join('|'),
      week: weekNumber(row['date'] ?? ''),
      direction,
    }))
    .filter((shock) => watched.has(shock.dyad));
}

type Score = (counts: Float64Array, offset: Float64Array) => Float64Array;
const SCORES: Readonly<Record<string, Score>> = {
  'naive ratio-4': (counts) => ratio(counts),
  'EARS C2': (counts) => ears(counts),
  'two statistics (ours)': (counts, offset) => strengths(counts, surprise(counts, offset)),
};

function verdictOf(sets: readonly Set[], alarmsOf: (set: Set, pair: WeeklyDyad) => number[]): Verdict {
  return total(
    sets.map((set) => {
      const shocks = shocksOf(set, 'conflict');
      const watched = set.pairs.map((pair) => ({ dyad: nameOf(pair.dyad), alarms: alarmsOf(set, pair) }));
      const weeks = set.span.to - set.span.from + 1;
      const dyads = new Set(shocks.map((shock) => shock.dyad)).size;
      return {
        verdict: judge(watched, shocks, set.span),
        years: (set.pairs.length * weeks) / 52.1775,
        windows: dyads * weeks,
      };
    }),
  );
}

/** Every score with the threshold that spends the budget, found by bisection on the unlabelled alarms. */
function atBudget(sets: readonly Set[], score: Score, budget: number): { threshold: number; verdict: Verdict } {
  const held = new Map<WeeklyDyad, { values: Float64Array; counts: Float64Array }>();
  for (const set of sets) {
    const { offset } = coverage(set.table.total);
    for (const pair of set.pairs) {
      const counts = weeklyCounts(pair, { table: set.table, channel: 'conflict', events: set.events });
      held.set(pair, { values: score(counts, offset), counts });
    }
  }
  const at = (threshold: number): Verdict =>
    verdictOf(sets, (set, pair) => {
      const { values, counts } = held.get(pair)!;
      const weeks: number[] = [];
      for (let t = WARM_UP_WEEKS; t < values.length; t++)
        if (values[t]! >= threshold && counts[t]! >= 3) weeks.push(set.table.first + t);
      return weeks;
    });
  let low = 0;
  let high = 40;
  for (let i = 0; i < 24; i++) {
    const middle = (low + high) / 2;
    if (at(middle).unlabelledPerDyadYear > budget) low = middle;
    else high = middle;
  }
  return { threshold: high, verdict: at(high) };
}

/** What `warn` says, level alarm only. */
function shipped(sets: readonly Set[], channel: Channel): Verdict {
  const weeksOf = new Map<Set, Map<string, number[]>>();
  for (const set of sets) {
    const byDyad = new Map<string, number[]>();
    for (const alarm of warn({ events: set.events }, { channels: [channel] }).alarms) {
      if (alarm.level !== 'alarm') continue;
      const key = alarm.dyad.join(' ');
      byDyad.set(key, [...(byDyad.get(key) ?? []), weekNumber(alarm.week)]);
    }
    weeksOf.set(set, byDyad);
  }
  return verdictOf(sets, (set, pair) => weeksOf.get(set)?.get(pair.dyad.join(' ')) ?? []);
}

/** Every event twice (as another kind of act) from one week on: what the 12 weeks after cost in conflict alarms. */
function doubling(sets: readonly Set[]): { before: number; after: number } {
  const count = { before: 0, after: 0, years: 0 };
  for (const set of sets) {
    for (let step = 200; step + 12 < set.table.weeks; step += 150) {
      const { total: volume } = set.table;
      const doubled = volume.map((v, t) => (t >= step ? 2 * v : v));
      const plain = coverage(volume).offset;
      const shifted = coverage(doubled).offset;
      for (const pair of set.pairs) {
        const counts = weeklyCounts(pair, { table: set.table, channel: 'conflict', events: set.events });
        const twice = counts.map((x, t) => (t >= step ? 2 * x : x));
        count.before += episodes(counts, plain, step);
        count.after += episodes(twice, shifted, step);
        count.years += 12 / 52.1775;
      }
    }
  }
  return { before: count.before / count.years, after: count.after / count.years };
}

function episodes(counts: Float64Array, offset: Float64Array, step: number): number {
  const cut = counts.slice(0, step + 12);
  const values = strengths(cut, surprise(cut, offset));
  let last = Number.NEGATIVE_INFINITY;
  let n = 0;
  for (let t = step - 4; t < step + 12; t++) {
    if (values[t]! < COUNT_THRESHOLDS.conflict.alarm || cut[t]! < 3) continue;
    if (t >= step && t - last > 4) n++;
    last = t;
  }
  return n;
}

const sets = FILES.map(load);
const dyads = sets.reduce((sum, set) => sum + set.pairs.length, 0);
console.log(
  `KEDS: ${sets.length} sets, ${dyads} dyads with at least ${MIN_DYAD_EVENTS} events, development shocks only\n`,
);
for (const budget of [0.05, 0.1, 0.25]) {
  for (const [name, score] of Object.entries(SCORES)) {
    const { threshold, verdict } = atBudget(sets, score, budget);
    console.log(line(`@${budget} ${name} >= ${threshold.toFixed(2)}`, verdict));
  }
}
console.log(line('warn, conflict, level alarm', shipped(sets, 'conflict')));
for (const channel of ['volume', 'first-of-its-kind', 'cooperation'] as const)
  console.log(line(`the same shocks by ${channel}`, shipped(sets, channel)));
const step = doubling(sets);
console.log(
  `volume doubled from one week on: ${step.after.toFixed(2)} conflict alarms a dyad-year in the 12 weeks after (without: ${step.before.toFixed(2)})\n`,
);
measureNets(shared, shockRows);
