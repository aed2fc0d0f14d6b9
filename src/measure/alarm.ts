import type { Interaction, NetScore } from '../model/index.ts';
import type { Dyad } from './pair.ts';

export const definition =
  'A week in which a pair of states departs from its own past in one channel: conflict, cooperation, volume, a first of its kind, or the coverage of everything.';
export const formula =
  'strength = min(surprise, EARS C2); watch from 2.0, alarm from 2.3, at least 3 events, 26 weeks of warm-up';
export const unit = 'one line a pair, week and channel';
export const source =
  'two-statistic rule of the project; tuned on 14 dated shocks of the KEDS sets, see docs on early warning';

export type Channel = 'conflict' | 'cooperation' | 'volume' | 'first-of-its-kind' | 'coverage';
export const CHANNELS: readonly Channel[] = ['conflict', 'cooperation', 'volume', 'first-of-its-kind', 'coverage'];
export type Level = 'alarm' | 'watch';

export interface Alarm {
  /** Codes in order; ['*', '*'] for coverage, which concerns every pair. */
  readonly dyad: Dyad;
  /** Monday, ISO day. */
  readonly week: string;
  readonly channel: Channel;
  readonly observed: number;
  readonly expected: number;
  /** 90 % interval of what was expected. */
  readonly interval: readonly [number, number];
  readonly level: Level;
  /** Share of pair-weeks so far that were at least this strong. */
  readonly rank: number;
  /** Ids of the events behind it, strongest first, at most 20. */
  readonly events: readonly string[];
  readonly strength: number;
  /** Week in which this run of alarms (gaps up to 4 weeks) began. */
  readonly since: string;
  readonly outlets?: number;
  /** An earlier alarm of the pair in the same days of an earlier year: may be remembrance, not news. */
  readonly anniversary?: string;
  /** What is new, in words. */
  readonly says?: string;
}

export interface Thresholds {
  readonly watch: number;
  readonly alarm: number;
}

/** What an event's own words say of treaties and services; found by the caller, who knows languages. */
export interface Mark {
  readonly ladder: string;
  readonly label: string;
  /** Height on the ladder; only a step higher than ever before counts as new. Absent: any new label counts. */
  readonly step?: number;
  /** From this step on it is news even without a past to compare with. */
  readonly always?: boolean;
}

export interface WarnInput {
  readonly events?: readonly Interaction[];
  readonly scores?: readonly NetScore[];
}

export interface WarnOptions {
  readonly channels?: readonly Channel[];
  /** First and last week to report, any ISO day of it. Earlier weeks are still learnt from. */
  readonly from?: string;
  readonly to?: string;
  /** Last day that can have been reported (a clock's today): later dates are errors of the record. */
  readonly now?: string;
  readonly oncePerDay?: boolean;
  readonly marksOf?: (event: Interaction) => readonly Mark[];
}

export const WARM_UP_WEEKS = 26;
export const EPISODE_GAP_WEEKS = 4;
export const MIN_EVENTS = 3;

export const COUNT_THRESHOLDS: Readonly<Record<'conflict' | 'cooperation' | 'volume', Thresholds>> = {
  conflict: { watch: 2, alarm: 2.3 },
  cooperation: { watch: 1.9, alarm: 2.2 },
  volume: { watch: 3.2, alarm: 4 },
};

export const NET_THRESHOLDS: Readonly<Record<'conflict' | 'cooperation' | 'volume', Thresholds>> = {
  conflict: { watch: 1.5, alarm: 2.3 },
  cooperation: { watch: 3.5, alarm: 5.6 },
  volume: { watch: 3.5, alarm: 5.4 },
};
