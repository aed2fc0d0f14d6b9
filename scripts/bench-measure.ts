/**
 * Speed of the measures beside a plain baseline for the same work, in one run, as ratios.
 * Usage: npx tsx scripts/bench-measure.ts. No data needed: series and events come from a seeded generator.
 */

import { dyadTable } from '../src/measure/dyad.ts';
import { countDyads } from '../src/measure/dyad-count.ts';
import { ears } from '../src/measure/ears.ts';
import { frustrationOf, twoBlocs } from '../src/measure/frustration.ts';
import { logGamma } from '../src/measure/gamma.ts';
import { seeded } from '../src/measure/random.ts';
import type { SignedGraph } from '../src/measure/signed-graph.ts';
import { surprise } from '../src/measure/surprise.ts';
import { strengths } from '../src/measure/warn-counts.ts';
import type { Interaction } from '../src/model/index.ts';
import { QUADS } from '../src/model/index.ts';

const random = seeded(7);

/** Best of five after one warm-up, in milliseconds. */
function time(run: () => unknown): number {
  run();
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i++) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function report(name: string, limit: number, ours: number, baseline: number): void {
  const verdict = ours < limit ? 'ok' : 'TOO SLOW';
  console.log(
    `${name.padEnd(46)} ${ours.toFixed(1).padStart(8)} ms (limit ${limit})  ${verdict}  baseline ${baseline.toFixed(1)} ms, ${(baseline / ours).toFixed(1)}x`,
  );
}

// 1. Alarms: 160 pairs of 700 weeks.
const PAIRS = 160;
const WEEKS = 700;
const offset = new Float64Array(WEEKS).fill(1).map(() => 0.7 + 0.6 * random());
const series = Array.from({ length: PAIRS }, () => {
  const level = random() * 4;
  return new Float64Array(WEEKS).map(() => Math.floor(level * -Math.log(1 - random())));
});

/** The same rule the plain way: every tail and quantile summed from zero, means taken anew each week. */
function plainStrengths(counts: Float64Array): number[] {
  let a = 0.5;
  let b = 1;
  return [...counts].map((x, t) => {
    const p = b / (b + offset[t]!);
    const mass = (k: number): number =>
      Math.exp(logGamma(k + a) - logGamma(a) - logGamma(k + 1) + a * Math.log(p) + k * Math.log1p(-p));
    let below = 0;
    for (let k = 0; k < x; k++) below += mass(k);
    let q = 0;
    for (let sum = mass(0); sum < 0.995; q++) sum += mass(q + 1);
    a = 0.93 * a + Math.min(x, Math.max(q, 2)) + 0.035;
    b = 0.93 * b + offset[t]! + 0.07;
    const window = [...counts.slice(Math.max(0, t - 9), Math.max(0, t - 2))];
    const mean = window.reduce((s, v) => s + v, 0) / 7;
    const sd = Math.sqrt(window.reduce((s, v) => s + (v - mean) ** 2, 0) / 6);
    return Math.min(-Math.log10(Math.max(1e-300, 1 - below)), (x - mean) / Math.max(1, sd));
  });
}
report(
  `${PAIRS * WEEKS} pair-weeks, both statistics`,
  100,
  time(() => series.map((counts) => strengths(counts, surprise(counts, offset)))),
  time(() => series.map(plainStrengths)),
);
console.log(`${''.padEnd(46)} EARS C2 alone ${time(() => series.map(ears)).toFixed(1)} ms`);

// 2. Frustration of 40 states, 200 starts.
const N = 40;
const weights = new Float64Array(N * N);
for (let i = 0; i < N; i++) for (let j = 0; j < i; j++) weights[i * N + j] = weights[j * N + i] = random() * 2 - 1;
const graph: SignedGraph = { states: Array.from({ length: N }, (_, i) => `S${i}`), weights };

/** The same search, recomputing all ties for every candidate move. */
function plainSearch(starts: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let start = 0; start < starts; start++) {
    const blocs: number[] = Array.from({ length: N }, () => (random() < 0.5 ? 0 : 1));
    let cost = frustrationOf(graph, blocs);
    for (let moved = true; moved; ) {
      moved = false;
      for (let i = 0; i < N; i++) {
        blocs[i] = 1 - blocs[i]!;
        const next = frustrationOf(graph, blocs);
        if (next < cost - 1e-12) {
          cost = next;
          moved = true;
        } else blocs[i] = 1 - blocs[i]!;
      }
    }
    best = Math.min(best, cost);
  }
  return best;
}
report(
  'frustration, 40 states, 200 starts',
  100,
  time(() => twoBlocs(graph)),
  time(() => plainSearch(20)) * 10,
);
console.log(
  `${''.padEnd(46)} found ${twoBlocs(graph).frustration.toFixed(4)}, plain search ${plainSearch(200).toFixed(4)}`,
);

// 3. A million events to the full monthly table.
const EVENTS = 1_000_000;
const states = Array.from({ length: 150 }, (_, i) => `S${String(i).padStart(2, '0')}`);
const days = Array.from({ length: 5000 }, (_, i) => new Date(Date.UTC(2010, 0, 1 + i)).toISOString().slice(0, 10));
const events: Interaction[] = Array.from({ length: EVENTS }, (_, i) => {
  const score = Math.round((random() * 20 - 10) * 10) / 10;
  const source = states[Math.floor(random() ** 3 * 150)]!;
  const target = states[Math.floor(random() ** 3 * 150)]!;
  return {
    id: `e${i}`,
    date: days[Math.floor(random() * days.length)]!,
    source,
    target,
    kind: `k${i % 200}`,
    quad: QUADS[i % 4]!,
    score,
    contexts: [],
  };
});

/** The same table with string keys and objects. */
function plainTable(): number {
  const seen = new Set<string>();
  const cells = new Map<string, { n: number[]; p: number; c: number }>();
  for (const { source, target, date, kind, quad, score = 0 } of events) {
    if (source === target) continue;
    const key = `${source}|${target}|${kind}|${date}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const cell = `${[source, target].sort().join('|')}|${date.slice(0, 7)}`;
    const held = cells.get(cell) ?? { n: [0, 0, 0, 0], p: 0, c: 0 };
    cells.set(cell, held);
    held.n[QUADS.indexOf(quad)]!++;
    held.p += Math.max(score, 0);
    held.c += Math.max(-score, 0);
  }
  return cells.size;
}
const rows = countDyads(events).length;
const plainRows = plainTable();
report(
  `${EVENTS} events to a table of ${rows} rows by month`,
  1000,
  time(() => countDyads(events)),
  time(plainTable),
);
console.log(`${''.padEnd(46)} with intervals, as row objects ${time(() => dyadTable(events)).toFixed(0)} ms`);
if (rows !== plainRows) console.log(`the tables differ: ${rows} and ${plainRows} rows`);
