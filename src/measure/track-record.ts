import type { Channel } from './alarm.ts';

export const definition =
  'What a channel found of dated shocks, and how many alarms it raised that no listed shock explains.';
export const formula =
  'a hit: an alarm from 4 weeks before to 2 after the shock; unlabelled: alarm episodes outside 4 weeks before to 8 after any listed shock, a pair-year';
export const unit = 'shocks; episodes a pair-year (an upper bound of false alarms)';
export const source = 'scripts/measure-warning.ts on the development shocks; the thresholds were set on these';

export interface TrackRecord {
  readonly on: string;
  readonly hits: number;
  readonly shocks: number;
  /** Alarms near no listed shock, a pair-year: an upper bound of false ones. */
  readonly unlabelledPerDyadYear: number;
}

const KEDS = 'conflict shocks, KEDS daily events 1979-2011';
const NETS = 'shocks, weekly nets 2018-2024';

const MEASURED: Readonly<Record<'counts' | 'nets', Readonly<Partial<Record<Channel, TrackRecord>>>>> = {
  counts: {
    conflict: { on: KEDS, hits: 13, shocks: 14, unlabelledPerDyadYear: 0.22 },
    volume: { on: KEDS, hits: 11, shocks: 14, unlabelledPerDyadYear: 0.26 },
    'first-of-its-kind': { on: KEDS, hits: 5, shocks: 14, unlabelledPerDyadYear: 0.28 },
  },
  nets: {
    conflict: { on: `conflict ${NETS}`, hits: 13, shocks: 17, unlabelledPerDyadYear: 0.28 },
    cooperation: { on: `cooperation ${NETS}`, hits: 4, shocks: 4, unlabelledPerDyadYear: 0.28 },
  },
};

/** undefined where nobody measured the channel on such data: no listed shock of counted events was one of cooperation. */
export function trackRecord(channel: Channel, on: 'counts' | 'nets'): TrackRecord | undefined {
  return MEASURED[on][channel];
}
