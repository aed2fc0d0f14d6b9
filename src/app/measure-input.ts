import { readFileSync } from 'node:fs';
import type { Mark } from '../measure/alarm.ts';
import { marksIn, parseLadders } from '../measure/mark.ts';
import {
  ChanceryError,
  type CodeTable,
  type Event,
  type Interaction,
  type NetScore,
  parseTsv,
} from '../model/index.ts';
import { fromEvents, type Imported, parseCodes, readEvents, readNames, readWeeklyNet } from '../read/events/index.ts';
import { withWitnesses } from '../record/witness.ts';
import { listData, readData, readOptionalData } from './data-folder.ts';
import { openRecordStore, pagesOf, storePath } from './record-store.ts';
import { textOf } from './text-file.ts';

export type CodesName = 'cameo' | 'weis';

export interface MeasureSource {
  /** File, gzip or not, or `-`; without it the events come from the record in `store`. */
  readonly file?: string;
  readonly store?: string;
  readonly profile: string;
  readonly codes?: CodesName;
  readonly names?: string;
  /** Codes to count as another: ["YUG=SRB"], for states that merged, split or changed their code. */
  readonly same?: readonly string[];
  /** Count the record's undated acts on the day their document was published: right for news, wrong for essays that look back. */
  readonly undatedOnPublication?: boolean;
}

export interface Measured {
  readonly events?: readonly Interaction[];
  readonly scores?: readonly NetScore[];
  /** Display names of codes where the input gives them. */
  readonly names: ReadonlyMap<string, string>;
  /** What was left out or read otherwise than asked, for people. */
  readonly notes: readonly string[];
}

const UNKNOWN_CODE = 'with a code that the table does not know';
/** More unknown codes than this share of all rows, and the other table is tried. */
const SUSPICIOUS = 0.02;

/** Event rows or weekly nets up to the last day that can have been reported. Throws INPUT_*, PROFILE_UNKNOWN, EVENTS_*, CODES_NEEDED. */
export async function readMeasured(source: MeasureSource, now: string): Promise<Measured> {
  return upTo(await readAll(source), now);
}

/** A day that has not come is a mistake of the record: one of them would stretch every series. */
export function upTo(measured: Measured, now: string): Measured {
  const events = measured.events?.filter(({ date }) => date <= now);
  const scores = measured.scores?.filter(({ week }) => week <= now);
  const left = [measured.events?.length, measured.scores?.length].reduce<number>((sum, n) => sum + (n ?? 0), 0);
  const kept = (events?.length ?? 0) + (scores?.length ?? 0);
  return {
    ...measured,
    ...(events === undefined ? {} : { events }),
    ...(scores === undefined ? {} : { scores }),
    notes: kept === left ? measured.notes : [...measured.notes, `left out: ${left - kept} dated in the future`],
  };
}

async function readAll(source: MeasureSource): Promise<Measured> {
  const renamed = renaming(source.same ?? []);
  const { file } = source;
  if (file === undefined) return renamedAll(measuredEvents(storedEvents(source)), renamed);
  const text = await textOf(file);
  if (source.profile === 'weekly-net') {
    const { scores, skipped } = readWeeklyNet(text, file);
    const own = scores
      .map((score) => ({ ...score, a: renamed(score.a), b: renamed(score.b) }))
      .filter((score) => score.a !== score.b);
    return { scores: own, names: new Map(), notes: notesOf(skipped) };
  }
  const { imported, notes } = readCoded(text, file, source);
  const { events, names, skipped } = imported;
  return renamedAll({ events, names, notes: [...notes, ...notesOf(skipped)] }, renamed);
}

function renamedAll(measured: Measured, renamed: (code: string) => string): Measured {
  const events = (measured.events ?? []).map((event) => ({
    ...event,
    source: renamed(event.source),
    target: renamed(event.target),
  }));
  return { ...measured, events };
}

/** All events of the record, page by page; undated ones with the day of publication if that is to stand in. */
function storedEvents({ store: path, undatedOnPublication }: MeasureSource): readonly Event[] {
  const store = openRecordStore(storePath(path), { readOnly: true });
  try {
    const events = pagesOf((page) => store.events(page));
    if (!undatedOnPublication) return events;
    const published = new Map(pagesOf((page) => store.documents(page)).map((each) => [each.id, each.published]));
    return events.map((event) => {
      const day = event.when ? undefined : published.get(event.document.id);
      return day === undefined ? event : { ...event, published: day };
    });
  } finally {
    store.close();
  }
}

/** The record's own events as interactions. */
export function measuredEvents(events: readonly Event[]): Measured {
  const { events: rows, names, skipped } = fromEvents(withWitnesses(events));
  return { events: rows, names, notes: notesOf(skipped) };
}

/** What an event's words say of treaties and services, by the word lists of all languages. */
export function markFinder(): (event: Interaction) => readonly Mark[] {
  const lines = listData('words').flatMap((language) => {
    const path = `words/${language}/ladders.tsv`;
    const text = readOptionalData(path);
    return text === undefined ? [] : parseLadders(text, `data/${path}`);
  });
  const held = new Map<string, readonly Mark[]>();
  return ({ quote, quad }) => {
    if (quote === undefined || quad.endsWith('conflict')) return [];
    const known = held.get(quote) ?? marksIn(quote, lines);
    held.set(quote, known);
    return known;
  };
}

function readCoded(text: string, file: string, source: MeasureSource): { imported: Imported; notes: string[] } {
  const base = {
    file,
    preferred: stateCodes(),
    ...(source.names === undefined ? {} : { names: readNames(readFileText(source.names), source.names) }),
  };
  const read = (codes: CodesName | undefined): Imported =>
    readEvents(source.profile, text, { ...base, ...(codes === undefined ? {} : { codes: codeTable(codes) }) });
  const asked = source.codes ?? (source.profile === 'phoenix' || source.profile === 'icews' ? 'cameo' : undefined);
  const imported = read(asked);
  const unknown = imported.skipped.get(UNKNOWN_CODE) ?? 0;
  if (asked === undefined || unknown <= SUSPICIOUS * (unknown + imported.events.length)) return { imported, notes: [] };
  const other = asked === 'cameo' ? 'weis' : 'cameo';
  const again = read(other);
  if ((again.skipped.get(UNKNOWN_CODE) ?? 0) * 20 > unknown) return { imported, notes: [] };
  const note = `${unknown} rows have codes that ${asked.toUpperCase()} lacks and ${other.toUpperCase()} has: the file was read as ${other.toUpperCase()}`;
  return { imported: again, notes: [note] };
}

function readFileText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ChanceryError('INPUT_NOT_FOUND', 'the name list could not be read', {
      at: file,
      found: error instanceof Error ? error.message : String(error),
    });
  }
}

export function codeTable(name: CodesName): CodeTable {
  const file = name === 'cameo' ? 'codebook/goldstein.tsv' : 'codebook/weis.tsv';
  return parseCodes(readData(file), `data/${file}`);
}

/** Present-day state codes: where several codes of a list carry one name, these are shown. */
function stateCodes(): ReadonlySet<string> {
  const text = readOptionalData('actors/states.tsv');
  if (text === undefined) return new Set();
  return new Set(
    parseTsv(text, 'data/actors/states.tsv', ['code']).flatMap(({ fields }) =>
      fields['to'] ? [] : [fields['code'] ?? ''],
    ),
  );
}

function renaming(same: readonly string[]): (code: string) => string {
  const map = new Map<string, string>();
  for (const pair of same) {
    const [from, to, ...rest] = pair.split('=');
    if (!from || !to || rest.length > 0) {
      throw new ChanceryError('OPTION_SAME', 'not a pair of codes', {
        expected: 'OLD=NEW',
        found: pair,
        hint: 'For example --same YUG=SRB',
      });
    }
    map.set(from, to);
  }
  return (code) => map.get(code) ?? code;
}

function notesOf(skipped: ReadonlyMap<string, number>): string[] {
  return [...skipped].map(([reason, n]) => `left out: ${n} ${reason}`);
}
