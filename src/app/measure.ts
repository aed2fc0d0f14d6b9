import { toGexf } from '../export/graph/gexf.ts';
import type { Graph } from '../export/graph/graph.ts';
import { toGraphml } from '../export/graph/graphml.ts';
import type { WarnOptions } from '../measure/alarm.ts';
import { isoOf, type Period, periodStart } from '../measure/calendar.ts';
import { coverageByPeriod } from '../measure/coverage.ts';
import { type DyadOptions, type DyadRow, dyadTable } from '../measure/dyad.ts';
import { type Network, type NetworkEdge, type NetworkNode, type NetworkOptions, network } from '../measure/network.ts';
import { response } from '../measure/reciprocity.ts';
import type { Standing, YearOfKind } from '../measure/standing.ts';
import { type Warnings, warn } from '../measure/warn.ts';
import type { Event } from '../model/index.ts';
import type { DyadQuery, DyadSeries } from './app.ts';
import type { Standings, StandingsQuery } from './context.ts';
import { type Measured, markFinder, measuredEvents, upTo } from './measure-input.ts';

export { fitted, sparkline } from '../export/chart/sparkline.ts';
export { type Alarm, CHANNELS, type Channel } from '../measure/alarm.ts';
export { type BlocPeriod, blocPath } from '../measure/bloc-path.ts';
export { PERIODS, type Period } from '../measure/calendar.ts';
export type { DyadOptions, DyadRow } from '../measure/dyad.ts';
export { glossary } from '../measure/glossary.ts';
export type { NetworkOptions } from '../measure/network.ts';
export { trackRecord } from '../measure/track-record.ts';
export { PROFILES } from '../read/events/index.ts';
export { type Measured, type MeasureSource, readMeasured } from './measure-input.ts';

/** Alarms on what was read, with the word lists for firsts of their kind. */
export function alarmsOf(measured: Measured, options: WarnOptions = {}): Warnings {
  const { events, scores } = measured;
  return warn(
    { ...(events === undefined ? {} : { events }), ...(scores === undefined ? {} : { scores }) },
    { marksOf: markFinder(), ...options },
  );
}

/** Rows of the table, and for people what was left out of it. */
export function dyadRows(measured: Measured, options: DyadOptions): { rows: readonly DyadRow[]; notes: string[] } {
  const { rows, skipped } = dyadTable(measured.events ?? [], options);
  return { rows, notes: [...skipped].map(([reason, n]) => `left out: ${n} ${reason}`) };
}

/** How much was read of all pairs in a row's period, in times of the usual; undefined for the first period. */
export function coverageOf(measured: Measured, period: Period): (row: Pick<DyadRow, 'index'>) => number | undefined {
  const times = coverageByPeriod(measured.events ?? [], period);
  return ({ index }) => times.get(index);
}

export interface Reciprocity {
  /** Net of the first towards the second less the net it got back, all periods. */
  readonly difference: number;
  /** How far each follows the other one period later; undefined where it can't be told. */
  readonly first?: number;
  readonly second?: number;
}

/** Who is warmer and who follows whom, from both directions of one pair. */
export function reciprocityOf(
  measured: Measured,
  [a, b]: readonly [string, string],
  options: DyadOptions,
): Reciprocity {
  const { rows } = dyadTable(measured.events ?? [], { ...options, dyad: [a, b], directed: true });
  const from = rows.reduce((least, row) => Math.min(least, row.index), Number.POSITIVE_INFINITY);
  const to = rows.reduce((most, row) => Math.max(most, row.index), Number.NEGATIVE_INFINITY);
  const nets = (source: string): number[] => {
    const values = new Array<number>(Math.max(0, to - from + 1)).fill(0);
    for (const row of rows) if (row.source === source) values[row.index - from] = row.net;
    return values;
  };
  const [mine, theirs] = rows.length === 0 ? [[], []] : [nets(a), nets(b)];
  const sum = (values: readonly number[]): number => values.reduce((total, v) => total + v, 0);
  const first = response(mine, theirs);
  const second = response(theirs, mine);
  return {
    difference: sum(mine) - sum(theirs),
    ...(first === undefined ? {} : { first }),
    ...(second === undefined ? {} : { second }),
  };
}

/** Year of the last act or net that lies in the window; undefined without one. */
export function lastYear(
  { events = [], scores = [] }: Measured,
  { from = '', to = '9999' }: NetworkOptions,
): number | undefined {
  let last = '';
  const see = (day: string): void => {
    if (day > last && day >= from && day <= to) last = day;
  };
  for (const { date } of events) see(date);
  for (const { week } of scores) see(week);
  return last === '' ? undefined : Number(last.slice(0, 4));
}

export function networkOf(measured: Measured, options: NetworkOptions): Network {
  const { events, scores } = measured;
  return network({ ...(events === undefined ? {} : { events }), ...(scores === undefined ? {} : { scores }) }, options);
}

/** A network with what others publish of its states and pairs. */
export interface PlacedNetwork extends Network {
  readonly nodes: readonly (NetworkNode & { readonly cinc?: number; readonly idealPoint?: number })[];
  readonly edges: readonly (NetworkEdge & { readonly imported?: Standing })[];
  /** The year of each kind of imported figures; absent where nothing was imported. */
  readonly imported?: YearOfKind;
}

/** Imported figures beside the measured ones: of the last year of each kind up to the end of the window. */
export function placed(net: Network, standings: Standings | undefined): PlacedNetwork {
  if (!standings) return net;
  const { latest } = standings;
  return {
    ...net,
    nodes: net.nodes.map((node) => {
      const cinc = standings.figure('cinc', node.id);
      const idealPoint = standings.figure('ideal-points', node.id);
      return { ...node, ...(cinc === undefined ? {} : { cinc }), ...(idealPoint === undefined ? {} : { idealPoint }) };
    }),
    edges: net.edges.map((edge) => {
      const imported = standings.of([edge.source, edge.target], latest);
      return Object.keys(imported).length > 0 ? { ...edge, imported } : edge;
    }),
    imported: latest,
  };
}

/** The network as a graph file: alignment, net, counts and imported figures on the ties, bloc and place on the nodes. */
export function networkFile(net: PlacedNetwork, format: 'graphml' | 'gexf', title: string): string {
  const years = Object.entries(net.imported ?? {}).map(([kind, year]) => `; ${kind} of ${year}`);
  const graph: Graph = {
    title: `${title}${years.join('')}`,
    nodes: net.nodes.map(({ id, ...attributes }) => ({ id, attributes })),
    edges: net.edges.map(({ source, target, n, net: sum, cooperation, conflict, alignment, imported }) => ({
      source,
      target,
      attributes: { weight: cooperation + conflict, n, net: sum, cooperation, conflict, alignment, ...imported },
    })),
  };
  return format === 'graphml' ? toGraphml(graph) : toGexf(graph);
}

/** What the web page of a pair shows, from the record's own events (all of them: alarms learn from every pair). */
export function dyadSeries(
  events: readonly Event[],
  { dyad, by, from, to, now }: DyadQuery & { readonly now: string },
  standingsIn: (query: StandingsQuery) => Standings | undefined = () => undefined,
): DyadSeries {
  const measured = upTo(measuredEvents(events), now);
  const own = measured.events ?? [];
  const window = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const { rows } = dyadTable(own, { period: by, dyad, ...window });
  const of = new Map<string, Set<string>>();
  for (const event of own) {
    if (!dyad.includes(event.source) || !dyad.includes(event.target)) continue;
    const key = by === 'year' ? event.date.slice(0, 4) : event.date.slice(0, 7);
    of.set(key, (of.get(key) ?? new Set()).add(event.id));
  }
  const { alarms } = alarmsOf(measured, window);
  const years = [...new Set(rows.map((row) => Number(row.period.slice(0, 4))))];
  const standings = standingsIn({ years, states: dyad });
  return {
    dyad,
    by,
    points: rows.map((row) => ({
      from: isoOf(periodStart(row.index, by)),
      cooperation: row.cooperation,
      conflict: row.conflict,
      n: row.n,
      events: [...(of.get(row.period) ?? [])].sort(),
    })),
    standings: (standings?.years ?? []).flatMap((year) => {
      const found = standings?.in(dyad, year);
      return found ? [{ year, ...found }] : [];
    }),
    alarms: alarms
      .filter((alarm) => dyad.includes(alarm.dyad[0]) && dyad.includes(alarm.dyad[1]))
      .map(({ week, level, channel, events: ids }) => ({ from: week, level, channel, events: ids })),
  };
}
