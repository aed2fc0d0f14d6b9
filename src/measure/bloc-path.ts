import type { Interaction, NetScore } from '../model/index.ts';
import type { Balance } from './balance.ts';
import { dayOf, isoOf, type Period, parseDay, periodLabel, periodOf, periodStart } from './calendar.ts';
import type { Null } from './frustration.ts';
import { type Network, type NetworkOptions, network } from './network.ts';

export const definition =
  'Blocs period by period over the same states, numbered so that a bloc keeps its number while its members stay.';
export const formula =
  'network of each period; its bloc numbers are permuted to agree with the last known bloc of most mass of ties';
export const unit = 'bloc numbers from 0; undefined for a state without a tie in the period';
export const source = 'see frustration and balance; each period beside shuffled signs';

export interface BlocPeriod {
  readonly period: string;
  /** By code; states without a tie in the period are left out. */
  readonly blocs: Readonly<Record<string, number>>;
  /** States that stood in another bloc when last seen. */
  readonly changed: readonly string[];
  /** Share of the weight of ties that goes against the blocs. */
  readonly frustration: number;
  readonly exact: boolean;
  readonly frustrationNull: Null;
  readonly balance: Balance;
}

interface Input {
  readonly events?: readonly Interaction[];
  readonly scores?: readonly NetScore[];
}

/** One line a period that has ties, in order. States: those named, else the busiest of the whole window. Throws DATE_INVALID. */
export function blocPath(input: Input, { by, ...options }: NetworkOptions & { readonly by: Period }): BlocPeriod[] {
  const whole = network(input, options);
  const states = whole.nodes.map(({ id }) => id);
  const last = new Map<string, number>();
  return periodsOf(input, { by, ...options }).flatMap((index) => {
    const from = isoOf(periodStart(index, by));
    const to = isoOf(periodStart(index + 1, by) - 1);
    const net = network(input, { ...options, states, from: later(options.from, from), to: earlier(options.to, to) });
    if (net.edges.length === 0) return [];
    const numbers = renumbered(net, last);
    const tied = net.nodes.filter(({ degree }) => degree > 0);
    const blocs = Object.fromEntries(tied.map(({ id, bloc }): [string, number] => [id, numbers[bloc]!]));
    const changed = tied.map(({ id }) => id).filter((id) => last.has(id) && last.get(id) !== blocs[id]);
    for (const { id } of tied) last.set(id, blocs[id]!);
    const { share, exact } = net.partition;
    const { frustrationNull, balance } = net;
    return [{ period: periodLabel(index, by), blocs, changed, frustration: share, exact, frustrationNull, balance }];
  });
}

function later(a: string | undefined, b: string): string {
  return a !== undefined && a > b ? a : b;
}

function earlier(a: string | undefined, b: string): string {
  return a !== undefined && a < b ? a : b;
}

function periodsOf({ events = [], scores = [] }: Input, { by, from, to }: NetworkOptions & { by: Period }): number[] {
  const low = from === undefined ? Number.NEGATIVE_INFINITY : dayOf(from);
  const high = to === undefined ? Number.POSITIVE_INFINITY : dayOf(to);
  const found = new Set<number>();
  for (const iso of [...events.map(({ date }) => date), ...scores.map(({ week }) => week)]) {
    const day = parseDay(iso);
    if (day !== undefined && day >= low && day <= high) found.add(periodOf(day, by));
  }
  return [...found].sort((a, b) => a - b);
}

/** New number of each bloc: of all orders the one that agrees with the states' last blocs in most mass; the first of equals. */
function renumbered({ nodes }: Network, last: ReadonlyMap<string, number>): readonly number[] {
  const blocs = 1 + Math.max(0, ...nodes.map(({ bloc }) => bloc), ...last.values());
  let best: readonly number[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const order of orders(blocs)) {
    let agreed = 0;
    for (const { id, bloc, mass } of nodes) if (last.get(id) === order[bloc]) agreed += mass;
    if (agreed > most) [best, most] = [order, agreed];
  }
  return best;
}

/** All orders of 0 … n-1, at most 120 (five blocs). */
function orders(n: number): number[][] {
  if (n <= 1) return [[0]];
  return orders(n - 1).flatMap((order) =>
    Array.from({ length: n }, (_, i) => [...order.slice(0, n - 1 - i), n - 1, ...order.slice(n - 1 - i)]),
  );
}
