import { type Command, Option } from 'commander';
import type { EventQuery } from '../app/app.ts';
import { type ClaimedEvent, withClaims } from '../app/claims.ts';
import { eventsToCsv } from '../app/export.ts';
import { openRecordStore, storePath } from '../app/record-store.ts';
import { distinctEvents } from '../app/runs.ts';
import { ChanceryError, type Event, type Stance } from '../model/index.ts';
import { eventTable } from './event-table.ts';
import { EXIT, type Io, writeLine } from './io.ts';

interface Options {
  store?: string;
  actor?: string;
  recipient?: string;
  dyad?: string[];
  type?: string;
  mode?: string;
  context?: string;
  stance?: Stance;
  from?: string;
  to?: string;
  minConfidence?: string;
  document?: string;
  speaker?: string;
  limit?: string;
  distinct?: boolean;
  format?: 'jsonl' | 'table' | 'csv';
}

export function registerEvents(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('events')
    .description('ask the record for events')
    .option('--store <file>', 'the record (default: $CHANCERY_STORE, else ./chancery.sqlite)')
    .option('--actor <code>', 'code or id of the actor')
    .option('--recipient <code>', 'code or id of the recipient')
    .option('--dyad <codes...>', 'two codes, either direction')
    .option('--type <type>', 'event type')
    .option('--mode <mode>', 'mode of the type')
    .option('--context <context>', 'context')
    .option('--stance <stance>', 'happened, planned, demanded, denied or hypothetical')
    .option('--from <date>', 'not before')
    .option('--to <date>', 'not after')
    .option('--min-confidence <number>', 'at least, 0 to 1')
    .option('--document <id>', 'of one document')
    .option('--speaker <code>', 'on whose word')
    .option('--limit <n>', 'at most so many')
    .option(
      '--distinct',
      'one line an event, however many texts report it, with the number of reports and of independent origins',
    )
    .addOption(new Option('--format <format>', 'jsonl, table or csv').choices(['jsonl', 'table', 'csv']))
    .action((options: Options) => done(listEvents(options, io)));
}

function listEvents(options: Options, io: Io): number {
  const store = openRecordStore(storePath(options.store), { readOnly: true });
  try {
    const limit = options.limit === undefined ? Number.POSITIVE_INFINITY : count(options.limit);
    const events = collect((query) => store.events(query), toQuery(options), limit);
    const format = options.format ?? (io.outIsTerminal ? 'table' : 'jsonl');
    if (options.distinct) listDistinct(withClaims(store, events), format, io);
    else if (format === 'csv') io.out(eventsToCsv(events));
    else if (format === 'table') io.out(`${eventTable(withClaims(store, events))}\n`);
    else for (const event of withClaims(store, events)) writeLine(io, event);
    return events.length > 0 ? EXIT.ok : EXIT.no;
  } finally {
    store.close();
  }
}

function listDistinct(events: readonly ClaimedEvent[], format: 'jsonl' | 'table' | 'csv', io: Io): void {
  const groups = distinctEvents(events);
  if (format === 'csv') io.out(eventsToCsv(groups.map(({ best }) => best)));
  else if (format === 'table')
    io.out(
      `${eventTable(groups.map(({ best, reports, origins }) => ({ ...best, reports: reports.length, origins })))}\n`,
    );
  else
    for (const { best, reports, origins } of groups)
      writeLine(io, { ...best, reports: reports.length, reportIds: reports.map((one) => one.id), origins });
}

function collect(
  ask: (query: EventQuery) => { items: readonly Event[]; next?: string },
  query: EventQuery,
  limit: number,
): Event[] {
  const events: Event[] = [];
  let next: string | undefined;
  do {
    const page = ask({
      ...query,
      limit: Math.min(1000, Math.max(1, limit - events.length)),
      ...(next === undefined ? {} : { next }),
    });
    events.push(...page.items);
    next = page.next;
  } while (next !== undefined && events.length < limit);
  return events.slice(0, limit);
}

function toQuery(options: Options): EventQuery {
  const { dyad, minConfidence, store: _store, limit: _limit, format: _format, distinct: _distinct, ...plain } = options;
  if (dyad !== undefined && dyad.length !== 2) {
    throw new ChanceryError('DYAD', 'a dyad has two sides', {
      expected: 'two codes',
      found: dyad.join(' '),
      hint: 'Try: --dyad CHN RUS',
    });
  }
  return {
    ...plain,
    ...(dyad === undefined ? {} : { dyad: [dyad[0]!, dyad[1]!] as const }),
    ...(minConfidence === undefined ? {} : { minConfidence: fraction(minConfidence) }),
  };
}

function count(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new ChanceryError('LIMIT', 'bad --limit', { expected: 'a whole number from 1', found: text });
  return value;
}

function fraction(text: string): number {
  const value = Number(text);
  if (!(value >= 0 && value <= 1))
    throw new ChanceryError('CONFIDENCE', 'bad --min-confidence', { expected: '0 to 1', found: text });
  return value;
}
