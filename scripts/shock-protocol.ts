import { dayOf, weekOf } from '../src/measure/calendar.ts';

/** The protocol of the shock benchmark: hits from 4 weeks before to 2 after; alarms within 4 weeks are one episode. */
export interface Shock {
  readonly id: string;
  readonly dyad: string;
  readonly week: number;
  readonly direction: string;
}

export interface Watched {
  readonly dyad: string;
  /** Alarm weeks, ascending. */
  readonly alarms: readonly number[];
}

export interface Verdict {
  readonly hits: number;
  readonly shocks: number;
  readonly early: number;
  readonly meanDelay: number;
  readonly unlabelledPerDyadYear: number;
  readonly earlyShare: number;
  /** Share of random 4-week windows of the shocked dyads that hold an alarm. */
  readonly chance: number;
  readonly missed: string;
}

export interface Span {
  /** First and last week that counts. */
  readonly from: number;
  readonly to: number;
}

export const weekNumber = (iso: string): number => weekOf(dayOf(iso));

export function judge(watched: readonly Watched[], shocks: readonly Shock[], span: Span): Verdict {
  const byDyad = new Map<string, Shock[]>();
  for (const shock of shocks) byDyad.set(shock.dyad, [...(byDyad.get(shock.dyad) ?? []), shock]);
  let unlabelled = 0;
  let early = 0;
  let delay = 0;
  const hit: string[] = [];
  const chance = { windows: 0, filled: 0 };
  for (const { dyad, alarms } of watched) {
    const own = byDyad.get(dyad) ?? [];
    let last = Number.NEGATIVE_INFINITY;
    for (const week of alarms) {
      const labelled = own.some((shock) => week >= shock.week - 4 && week <= shock.week + 8);
      if (week - last > 4 && !labelled) unlabelled++;
      last = week;
    }
    for (const shock of own) {
      const first = alarms.find((week) => week >= shock.week - 4 && week <= shock.week + 2);
      if (first === undefined) continue;
      hit.push(shock.id);
      if (first < shock.week) early++;
      delay += Math.max(0, first - shock.week);
    }
    if (own.length > 0) fillWindows(alarms, span, chance);
  }
  const years = (watched.length * (span.to - span.from + 1)) / 52.1775;
  return {
    hits: hit.length,
    shocks: shocks.length,
    early,
    meanDelay: hit.length === 0 ? 0 : delay / hit.length,
    unlabelledPerDyadYear: years === 0 ? 0 : unlabelled / years,
    earlyShare: shocks.length === 0 ? 0 : early / shocks.length,
    chance: chance.windows === 0 ? 0 : chance.filled / chance.windows,
    missed: shocks
      .filter((shock) => !hit.includes(shock.id))
      .map((shock) => shock.id)
      .join(' '),
  };
}

function fillWindows(alarms: readonly number[], span: Span, chance: { windows: number; filled: number }): void {
  for (let week = span.from; week + 3 <= span.to; week++) {
    chance.windows++;
    if (alarms.some((alarm) => alarm >= week && alarm < week + 4)) chance.filled++;
  }
}

/** Several sets judged alone and added up (dyad-years weigh). */
export function total(parts: readonly { verdict: Verdict; years: number; windows: number }[]): Verdict {
  const sum = (pick: (v: Verdict) => number): number => parts.reduce((s, part) => s + pick(part.verdict), 0);
  const years = parts.reduce((s, part) => s + part.years, 0);
  const windows = parts.reduce((s, part) => s + part.windows, 0);
  const hits = sum((v) => v.hits);
  return {
    hits,
    shocks: sum((v) => v.shocks),
    early: sum((v) => v.early),
    meanDelay: hits === 0 ? 0 : parts.reduce((s, p) => s + p.verdict.meanDelay * p.verdict.hits, 0) / hits,
    unlabelledPerDyadYear: parts.reduce((s, p) => s + p.verdict.unlabelledPerDyadYear * p.years, 0) / years,
    earlyShare: sum((v) => v.early) / sum((v) => v.shocks),
    chance: parts.reduce((s, p) => s + p.verdict.chance * p.windows, 0) / Math.max(1, windows),
    missed: parts
      .map((part) => part.verdict.missed)
      .filter(Boolean)
      .join(' '),
  };
}

export function line(name: string, v: Verdict): string {
  const f = (x: number, digits = 3): string => x.toFixed(digits);
  const lift = v.chance > 0 ? ` (${f(v.earlyShare / v.chance, 1)}x chance)` : '';
  return `${name.padEnd(34)} hits ${v.hits}/${v.shocks}  early ${v.early}${lift}  delay ${f(v.meanDelay, 2)}  unlabelled/dyad-year ${f(v.unlabelledPerDyadYear)}  missed: ${v.missed || '-'}`;
}
