import { ChanceryError, type CodeTable, type Interaction } from '../../model/index.ts';

export interface ImportOptions {
  /** Codes of the file's codebook to quad and score. Needed by keds and phoenix; others carry their own. */
  readonly codes?: CodeTable;
  /** Actor code to name. Actors that are not listed are left out. */
  readonly names?: ReadonlyMap<string, string>;
  /** Codes to prefer where several carry one name (ISO 3166-1 alpha-3). */
  readonly preferred?: ReadonlySet<string>;
  /** For error messages. */
  readonly file?: string;
}

export interface Imported {
  readonly events: readonly Interaction[];
  /** Reason to number of rows left out: nothing disappears silently. */
  readonly skipped: ReadonlyMap<string, number>;
  /** Display name of each actor code, where the file or the name list gives one. */
  readonly names: ReadonlyMap<string, string>;
}

/** Collects rows and the reasons for those left out. */
export class ImportTally {
  readonly events: Interaction[] = [];
  readonly skipped = new Map<string, number>();
  readonly names = new Map<string, string>();

  skip(reason: string): void {
    this.skipped.set(reason, (this.skipped.get(reason) ?? 0) + 1);
  }

  done(file: string | undefined): Imported {
    const rows = this.events.length + [...this.skipped.values()].reduce((sum, n) => sum + n, 0);
    if (rows === 0)
      throw new ChanceryError('EVENTS_EMPTY', 'no rows', {
        at: file ?? 'events',
        hint: 'Is the file complete, and is --profile right?',
      });
    if (this.events.length === 0) {
      const why = [...this.skipped].map(([reason, n]) => `${n} ${reason}`).join('; ');
      throw new ChanceryError('EVENTS_NONE', 'no row could be used', {
        at: file ?? 'events',
        found: why,
        hint: 'Check --profile, --codes and --names',
      });
    }
    return { events: this.events, skipped: this.skipped, names: this.names };
  }
}

/** ISO, m/d/Y, YYYYMMDD and the old YYMMDD (a century below 30 is 2000) to an ISO day; validity is checked when counted. */
export function isoDate(text: string): string | undefined {
  const t = text.trim();
  if (/^\d{4}-\d{2}-\d{2}/.test(t)) return checked(t.slice(0, 10));
  if (/^\d{8}$/.test(t)) return checked(`${t.slice(0, 4)}-${t.slice(4, 6)}-${t.slice(6)}`);
  if (/^\d{6}$/.test(t))
    return checked(`${Number(t.slice(0, 2)) < 30 ? 20 : 19}${t.slice(0, 2)}-${t.slice(2, 4)}-${t.slice(4)}`);
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(t);
  return us ? checked(`${us[3]}-${us[1]!.padStart(2, '0')}-${us[2]!.padStart(2, '0')}`) : undefined;
}

function checked(iso: string): string | undefined {
  const time = Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8)));
  return new Date(time).toISOString().slice(0, 10) === iso ? iso : undefined;
}

/** Text or undefined for the ways in which these files write "nothing". */
export function present(text: string | undefined): string | undefined {
  const t = text?.trim();
  return t === undefined || t === '' || t === 'None' || t === 'NA' || t === 'NULL' || t === '---' ? undefined : t;
}
