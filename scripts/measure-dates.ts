/**
 * Dates against ../shared/gold/dates (Microsoft Recognizers-Text specs, MIT) and the project's own gold/dates.
 * Usage: tsx scripts/measure-dates.ts [--shared DIR] [--studied] [--show NAME:N] — NAME is part of a set's name; only studied halves are shown.
 *
 * Counted: expressions whose value is a date or a closed interval. Left out, with their number: durations, recurring sets and times
 * of day (no date), open intervals ("since", "before": ours stay without an interval), values the specs leave open, moments of the
 * present, offsets of hours and minutes, business days.
 * Their conventions: a date without a year has two values, past and future: either is right. Ends of intervals are exclusive, ours
 * inclusive; of "from A to B" they take the beginning of B, we take B whole: either is right. Times count by their day.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fold } from '../src/language/segment/fold.ts';
import { dayNumber, dayOf, daysInMonth, isoDate, parseIsoDate } from '../src/resolve/date/calendar.ts';
import { findDates } from '../src/resolve/date/find.ts';
import { type DateWords, readDateWords } from '../src/resolve/date/words.ts';

interface SpecValue {
  readonly timex?: string;
  readonly value?: string;
  readonly start?: string;
  readonly end?: string;
}
/** The form of the parser specs: the value in the future and in the past. */
interface SpecPair {
  readonly timex: string;
  readonly future: Readonly<Record<string, string>>;
  readonly past: Readonly<Record<string, string>>;
}
interface SpecResult {
  readonly text: string;
  readonly start: number;
  readonly end: number | null;
  readonly length: number | null;
  readonly type: string;
  readonly value: readonly SpecValue[] | SpecPair | null;
}
interface Spec {
  readonly id: string;
  readonly input: string;
  readonly reference: string | null;
  readonly results: readonly SpecResult[];
}

const argument = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : process.argv[at + 1]!;
};
const shared = argument('--shared', '../shared');
const [showName, showCount] = argument('--show', '-:0').split(':') as [string, string];

/** Ways to read a gold value as our inclusive interval; undefined where it is left out. */
function readings(result: SpecResult): readonly string[] | string {
  if (!['date', 'daterange', 'datetime', 'datetimerange'].includes(result.type)) return result.type;
  const accepted: string[] = [];
  for (const { timex = '', value, start, end } of valuesOf(result.value)) {
    if (value === 'not resolved' || value?.startsWith('0001') || timex.includes('_REF')) return 'open value';
    if (/BD|PT\d|\dT\d\d:\d\d:\d\d/.test(timex) && /minute|min|hour|dakika|saat|second/i.test(result.text))
      return 'hours and minutes';
    if (/BD/.test(timex)) return 'business days';
    if (value !== undefined) accepted.push(pair(value, value));
    else if (start === undefined || end === undefined) return 'open interval';
    else accepted.push(...spans(start, end, timex, result.type));
  }
  return accepted.length === 0 ? 'open value' : accepted;
}

function valuesOf(value: SpecResult['value']): readonly SpecValue[] {
  if (value === null) return [];
  if (!('timex' in value)) return value;
  return [value.future, value.past].map((side) => {
    const single = side['date'] ?? side['dateTime'];
    const start = side['startDate'] ?? side['startDateTime'];
    const end = side['endDate'] ?? side['endDateTime'];
    return {
      timex: value.timex,
      ...(single === undefined ? {} : { value: single }),
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
    };
  });
}

function pair(from: string, to: string): string {
  return `${from.slice(0, 10)}..${to.slice(0, 10)}`;
}

function spans(start: string, end: string, timex: string, type: string): string[] {
  const last = parseIsoDate(end);
  if (last === undefined) return [];
  if (type === 'datetimerange') return [pair(start, end), pair(start, isoDate(last - 1))];
  const ends = [last - 1];
  if (timex.startsWith('(')) {
    const { year, month, day } = dayOf(last);
    ends.push(last);
    if (/P\d+W\)$/.test(timex)) ends.push(last + 6);
    if (day === 1) ends.push(dayNumber(year, month, daysInMonth(year, month)));
    if (day === 1) ends.push(dayNumber(year, Math.ceil(month / 3) * 3, daysInMonth(year, Math.ceil(month / 3) * 3)));
    if (day === 1 && month === 1) ends.push(dayNumber(year, 12, 31));
  }
  return ends.map((to) => pair(start, isoDate(to)));
}

interface Score {
  right: number;
  total: number;
  readonly omitted: Map<string, number>;
}

function scoreSpecs(name: string, specs: readonly Spec[], words: DateWords): void {
  const score: Score = { right: 0, total: 0, omitted: new Map() };
  let shown = 0;
  for (const spec of specs) {
    const found = findDates(spec.input, 0, spec.input.length, {
      words,
      ...(spec.reference === null ? {} : { published: spec.reference }),
    });
    for (const result of spec.results) {
      const accepted = readings(result);
      if (typeof accepted === 'string') {
        score.omitted.set(accepted, (score.omitted.get(accepted) ?? 0) + 1);
        continue;
      }
      score.total++;
      const until: number = result.end ?? result.start + (result.length ?? 1) - 1;
      const ours = found.filter(({ start, end }) => start <= until && end > result.start);
      const right = ours.some(
        ({ interval }) => interval !== undefined && accepted.includes(`${interval.from}..${interval.to}`),
      );
      if (right) score.right++;
      else if (name.includes(showName) && shown++ < Number(showCount)) {
        const mine = ours
          .map(({ text, interval, why }) => `[${text}] ${interval ? `${interval.from}..${interval.to}` : why}`)
          .join(' ');
        console.log(
          `  ${spec.input.slice(0, 80)} @${spec.reference?.slice(0, 10)} [${result.text}] ${accepted.slice(0, 3).join(' | ')} ≠ ${mine}`,
        );
      }
    }
  }
  const omitted = [...score.omitted]
    .sort((a, b) => b[1] - a[1])
    .map(([why, count]) => `${why} ${count}`)
    .join(', ');
  console.log(`${name}: ${((100 * score.right) / score.total).toFixed(1)}% of ${score.total} (left out: ${omitted})`);
}

function readLines(path: string): string[] {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').trim().split('\n');
}

interface OwnCase {
  readonly text: string;
  readonly published: string;
  readonly dates: readonly {
    readonly text: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly background?: boolean;
  }[];
}

/** Own gold: an expression is right when its interval is, or when it rightly has none; a date too many counts against us. */
function scoreOwn(name: string, cases: readonly OwnCase[], words: DateWords): void {
  let right = 0;
  let total = 0;
  let spurious = 0;
  let shown = 0;
  for (const { text, published, dates } of cases) {
    const found = findDates(text, 0, text.length, { words, published });
    const used = new Set<number>();
    let failed = false;
    for (const gold of dates) {
      total++;
      const from = text.indexOf(gold.text);
      const at = found.findIndex(
        ({ start, end }, index) => !used.has(index) && start < from + gold.text.length && end > from,
      );
      if (at >= 0) used.add(at);
      const mine = found[at];
      if (mine !== undefined && (mine.interval?.from ?? null) === gold.from && (mine.interval?.to ?? null) === gold.to)
        right++;
      else failed = true;
    }
    spurious += found.length - used.size;
    if ((failed || found.length > used.size) && name.includes(showName) && shown++ < Number(showCount)) {
      const mine = found
        .map((date) => `[${date.text}] ${date.interval ? `${date.interval.from}..${date.interval.to}` : date.why}`)
        .join(' ; ');
      console.log(`  ${text} @${published} ≠ ${mine}`);
    }
  }
  console.log(`${name}: ${((100 * right) / total).toFixed(1)}% of ${total} right, ${spurious} too many`);
}

for (const code of readdirSync(new URL('../data/words/', import.meta.url)).sort()) {
  const file = new URL(`../data/words/${code}/dates.tsv`, import.meta.url);
  if (!existsSync(file)) continue;
  const words = readDateWords(readFileSync(file, 'utf8'), fold);
  const spec = ['jsonl.gz', 'jsonl']
    .map((ending) => `${shared}/gold/dates/recognizers_${code}.${ending}`)
    .find(existsSync);
  if (spec !== undefined) {
    const specs = readLines(spec).map((line) => JSON.parse(line) as Spec);
    scoreSpecs(
      `recognizers ${code}, studied half`,
      specs.filter((_, at) => at % 2 === 1),
      words,
    );
    if (!process.argv.includes('--studied'))
      scoreSpecs(
        `recognizers ${code}, unseen half`,
        specs.filter((_, at) => at % 2 === 0),
        words,
      );
  }
  const own = new URL(`../gold/dates/${code}.jsonl`, import.meta.url);
  if (!existsSync(own)) continue;
  const cases = readLines(own.pathname).map((line) => JSON.parse(line) as OwnCase);
  // Ran once before its mistakes were read: 94.9% and, on the third that nobody had looked at, 92.2%.
  scoreOwn(`own ${code}, read since`, cases, words);
}
if (!existsSync(`${shared}/gold/dates`))
  console.log(`No specs: ${shared}/gold/dates is absent, only gold/dates is measured`);
