import type { Alarm } from '../measure/alarm.ts';
import { type TrackRecord, trackRecord } from '../measure/track-record.ts';
import type { Interaction } from '../model/index.ts';
import type { Measured } from './measure-input.ts';

/** One act behind an alarm, with what a reader needs to judge it. */
export interface Evidence {
  readonly event: string;
  readonly date: string;
  /** The sentence, where the input has it. */
  readonly quote?: string;
  readonly outlet?: string;
}

/** An alarm with the sentences and outlets that drive it and what its channel found and cost where that was measured. */
export interface AlarmCard extends Alarm {
  /** Names beside the codes where the input gave names. */
  readonly names?: readonly [string, string];
  /** In the order of `events`; those without a sentence or an outlet are left out. */
  readonly evidence?: readonly Evidence[];
  /** Absent for a channel whose hits and false alarms were never measured on such data. */
  readonly method?: TrackRecord;
}

export function alarmCards(alarms: readonly Alarm[], measured: Measured): AlarmCard[] {
  const wanted = new Set(alarms.flatMap(({ events }) => events));
  const byId = new Map<string, Interaction>();
  for (const event of measured.events ?? []) if (wanted.has(event.id)) byId.set(event.id, event);
  return alarms.map((alarm) => {
    const [a, b] = alarm.dyad;
    const { names } = measured;
    const method = trackRecord(alarm.channel, measured.scores ? 'nets' : 'counts');
    const evidence = alarm.events.flatMap((id) => evidenceOf(byId.get(id)));
    return {
      ...alarm,
      ...(names.size === 0 ? {} : { names: [names.get(a) ?? a, names.get(b) ?? b] as const }),
      ...(evidence.length === 0 ? {} : { evidence }),
      ...(method === undefined ? {} : { method }),
    };
  });
}

function evidenceOf(event: Interaction | undefined): Evidence[] {
  if (!event || (event.quote === undefined && event.outlet === undefined)) return [];
  const { id, date, quote, outlet } = event;
  return [{ event: id, date, ...(quote === undefined ? {} : { quote }), ...(outlet === undefined ? {} : { outlet }) }];
}
