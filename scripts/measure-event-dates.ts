/**
 * The dates of events on own gold: is an event's date the one the sentence says, and absent where it says none?
 * Usage: tsx scripts/measure-event-dates.ts [--show N] — only studied rows are shown.
 *
 * A gold event counts when the coder finds it (same type and parties); gold names a day, a month, a year, or nothing.
 * "right" is the same interval, "rightly none" no date where gold has none, "missed" no date where gold has one,
 * "wrong" another date or a date where gold has none.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type GoldEvent, toGold } from '../src/app/evaluate.ts';
import { openWorkbench } from '../src/app/workbench.ts';
import type { Event, Interval } from '../src/model/index.ts';
import { daysInMonth } from '../src/resolve/date/calendar.ts';

interface Tally {
  right: number;
  none: number;
  missed: number;
  wrong: number;
}

const showAt = process.argv.indexOf('--show');
let toShow = showAt < 0 ? 0 : Number(process.argv[showAt + 1]);
const workbench = openWorkbench();

/** "2019", "2019-10" or "2019-10-01" as from..to; undefined for none. */
function goldInterval(date: string | null | undefined): string | undefined {
  if (date === null || date === undefined) return undefined;
  const [year, month, day] = date.split('-');
  if (month === undefined) return `${year}-01-01..${year}-12-31`;
  if (day !== undefined) return `${date}..${date}`;
  return `${date}-01..${date}-${daysInMonth(Number(year), Number(month))}`;
}

const written = (when: Interval | null): string | undefined => (when === null ? undefined : `${when.from}..${when.to}`);

const codes = (list: readonly string[]): string => [...new Set(list)].sort().join(' ');

function finds(gold: GoldEvent, event: Event): boolean {
  return (
    gold.type.includes(event.type) &&
    codes(gold.actor) === codes(event.actor.map(({ code }) => code)) &&
    codes(gold.recipient) === codes(event.recipient.map(({ code }) => code))
  );
}

function verdict(wanted: string | undefined, ours: string | undefined): keyof Tally {
  if (wanted === ours) return wanted === undefined ? 'none' : 'right';
  return ours === undefined ? 'missed' : 'wrong';
}

async function measure(path: string, language: string, tallies: Map<string, Tally>, set: string): Promise<void> {
  for (const [i, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (line === '') continue;
    const record = JSON.parse(line) as Record<string, unknown>;
    const at = `${path}:${i + 1}`;
    const part = String(record['part'] ?? 'studied');
    const name = `${language} ${set} ${part}`;
    const tally = tallies.get(name) ?? { right: 0, none: 0, missed: 0, wrong: 0 };
    tallies.set(name, tally);
    const open = [...(await workbench.codeRecord({ at, record }, { language })).events];
    const dates = record['events'] as readonly { readonly date?: string | null }[];
    for (const [index, gold] of toGold(record, at).events.entries()) {
      const place = open.findIndex((event) => finds(gold, event));
      if (place < 0) continue;
      const [event] = open.splice(place, 1);
      const wanted = goldInterval(dates[index]?.date);
      const ours = written(event!.when);
      const result = verdict(wanted, ours);
      tally[result]++;
      if ((result === 'wrong' || result === 'missed') && part !== 'unseen' && toShow-- > 0)
        console.log(
          `  ${result} ${record['published']} [${event!.trigger.text}] ${wanted} ≠ ${ours}: ${record['text']}`,
        );
    }
  }
}

for (const language of ['en', 'ru', 'tr']) {
  const tallies = new Map<string, Tally>();
  const records = `gold/records/${language}.jsonl`;
  if (existsSync(records)) await measure(records, language, tallies, 'records');
  for (const name of readdirSync('gold/sentences').sort())
    if (name.startsWith(`${language}-`)) await measure(`gold/sentences/${name}`, language, tallies, 'sentences');
  for (const [name, { right, none, missed, wrong }] of [...tallies].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const total = right + none + missed + wrong;
    if (total === 0) continue;
    const share = ((100 * (right + none)) / total).toFixed(1);
    const honest = ((100 * (right + none + missed)) / total).toFixed(1);
    console.log(
      `${name}: right or rightly none ${share}% of ${total} (right ${right}, rightly none ${none}, missed ${missed}, wrong ${wrong}); not wrong ${honest}%`,
    );
  }
}
