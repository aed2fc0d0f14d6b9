import { EPISODE_GAP_WEEKS } from './alarm.ts';
import { isoOf, mondayOf } from './calendar.ts';

export const definition = 'Alarms of one pair and channel with gaps of at most four weeks are one episode.';
export const formula = 'new episode when week - previous week > 4';
export const unit = 'episodes';
export const source = 'protocol of the shock benchmark';

/** Remembers each pair's alarms to say since when, and whether the same days of an earlier year had one. */
export class Episodes {
  readonly #started: number[] = [];
  #last = Number.NEGATIVE_INFINITY;

  /** Takes the next alarm week (ascending) and gives the first week of its episode. */
  enter(week: number): string {
    if (week - this.#last > EPISODE_GAP_WEEKS) this.#started.push(week);
    this.#last = week;
    return isoOf(mondayOf(this.#started[this.#started.length - 1]!));
  }

  /** First week of an episode 1 to 60 years before, within a week of the same day. */
  anniversaryOf(week: number): string | undefined {
    for (const start of this.#started) {
      const years = Math.round((week - start) / 52.1775);
      if (years >= 1 && years <= 60 && Math.abs(week - start - years * 52.1775) <= 1) return isoOf(mondayOf(start));
    }
    return undefined;
  }
}
