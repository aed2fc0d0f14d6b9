/**
 * Public event benchmarks, coded from their raw text: the PLOVER gold standard records, and PETRARCH's unit sentences
 * with the invented actors of their own dictionaries, under `--conventions petrarch`. Scored by ../shared/gold/score.mjs; left out, with a word, when absent.
 * The sentences are coded twice: with the verbs that ship, and with the verb dictionary that the unit tests are written for
 * (PETR.Validate.verbs.2.1.txt of openeventdata/UniversalPetrarch, MIT).
 * Run: npx tsx scripts/measure-benchmarks.ts [--errors] [--verbs=FILE] [shared folder]
 */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openWorkbench, type Workbench } from '../src/app/workbench.ts';
import type { Event, Participant } from '../src/model/index.ts';
import { foldedCodes } from './benchmarks/fold-codes.ts';
import { inventedActors } from './benchmarks/invented-actors.ts';
import { interval95 } from './resample.ts';
import { readText } from './shared-data.ts';

const args = process.argv.slice(2);
const shared = resolve(args.find((arg) => !arg.startsWith('--')) ?? '../shared');
const showErrors = args.includes('--errors');

interface Unit {
  readonly source: string;
  readonly target: string;
  readonly event: string;
}

interface Row {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly events?: readonly Unit[];
}

interface Level {
  readonly P: number;
  readonly R: number;
  readonly F1: number;
  readonly recordsAllRight: number;
  readonly records: number;
}

type Predictions = ReadonlyMap<string, readonly Unit[]>;
type Score = (gold: readonly Row[], predicted: Predictions, options?: { dyadic: boolean }) => Record<string, Level>;

async function scorer(): Promise<Score> {
  const module = (await import(pathToFileURL(join(shared, 'gold/score.mjs')).href)) as { scoreEvents: Score };
  return module.scoreEvents;
}

const rowsOf = (path: string): Row[] =>
  readText(path)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

function codeOf({ code, sector }: Participant, folded: ReadonlyMap<string, string>): string {
  const own = folded.get(code) ?? code;
  // PETRARCH writes no suffix twice: the White House's officials are USAGOV
  return sector && own.endsWith(sector) ? own : `${own}${sector ?? ''}`;
}

interface Convention {
  readonly code: (event: Event) => string;
  /** Nobody acts on himself: of sides that act on each other, each acts on the others. */
  readonly onOthers: boolean;
  /** Our code of an organisation or group -> the benchmark's. */
  readonly folded: ReadonlyMap<string, string>;
}

/** Each actor with each recipient; of a mutual act each pair of sides. */
function unitsOf(event: Event, { code: codeOfEvent, onOthers, folded }: Convention): Unit[] {
  const actors = event.actor.map((one) => codeOf(one, folded));
  const recipients = event.recipient.map((one) => codeOf(one, folded));
  const code = codeOfEvent(event);
  if (recipients.length === 0 && actors.length > 1)
    return actors.flatMap((source, i) =>
      actors.filter((_, k) => k > i).map((target) => ({ source, target, event: code })),
    );
  const units = (actors.length > 0 ? actors : ['---']).flatMap((source) =>
    (recipients.length > 0 ? recipients : ['---']).map((target) => ({ source, target, event: code })),
  );
  return onOthers ? units.filter(({ source, target }) => source !== target) : units;
}

async function predict(
  workbench: Workbench,
  rows: readonly Row[],
  convention: Convention,
): Promise<Map<string, Unit[]>> {
  const predicted = new Map<string, Unit[]>();
  for (const { id, text, date } of rows) {
    const published = date?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
    const record = { id, text, language: 'en', ...(published ? { published } : {}) };
    const { events } = await workbench.codeRecord({ at: id, record }, { language: 'en' });
    predicted.set(
      id,
      events.flatMap((event) => unitsOf(event, convention)),
    );
  }
  return predicted;
}

const percent = (value: number): string => (100 * value).toFixed(1);

function interval(score: Score, rows: readonly Row[], predicted: Predictions, level: string, dyadic: boolean): string {
  const figure = (places: readonly number[]): number => {
    const sample = places.map((i) => rows[i]!);
    return score(sample, predicted, { dyadic })[level]!.F1;
  };
  return interval95(rows.length, figure).map(percent).join('-');
}

function report(name: string, score: Score, rows: readonly Row[], predicted: Predictions, dyadic: boolean): void {
  console.log(`${name}: ${rows.length} records${dyadic ? ', dyadic units' : ''}`);
  for (const [level, { P, R, F1, recordsAllRight, records }] of Object.entries(score(rows, predicted, { dyadic }))) {
    const range = level === 'detect' ? '' : ` (95 % ${interval(score, rows, predicted, level, dyadic)})`;
    const right = records ? `  all right ${recordsAllRight}` : '';
    console.log(`  ${level.padEnd(13)} P ${percent(P)}  R ${percent(R)}  F1 ${percent(F1)}${range}${right}`);
  }
}

function printErrors(rows: readonly Row[], predicted: Predictions, score: Score, dyadic: boolean): void {
  for (const row of rows) {
    const { P, R } = score([row], predicted, { dyadic })['root-primary']!;
    const units = predicted.get(row.id) ?? [];
    if (P === 1 && R === 1) continue;
    if (P === 0 && R === 0 && units.length === 0 && row.events?.length === 0) continue;
    console.log(`${row.id}: ${row.text}\n  gold ${JSON.stringify(row)}\n  have ${JSON.stringify(units)}`);
  }
}

async function measureGsr(score: Score): Promise<void> {
  const path = join(shared, 'gold/events/gsr.jsonl');
  const rows = rowsOf(path);
  const predicted = await predict(openWorkbench(), rows, {
    code: ({ type }) => type,
    onOthers: false,
    folded: foldedCodes(),
  });
  report('PLOVER gold standard records', score, rows, predicted, true);
  if (showErrors) printErrors(rows, predicted, score, true);
}

async function measurePetrarch(score: Score): Promise<void> {
  const path = join(shared, 'gold/events/petr_unit_ud.jsonl');
  const rows = rowsOf(path);
  const ontology = join(shared, 'gold/ontology');
  const workbench = inventedActors(ontology);
  await reportPetrarch(score, rows, workbench, 'PETRARCH unit sentences, invented actors');
  console.log(`  units whose code CAMEO does not have (the suite's own verbs): ${privateCodes(workbench, rows)}`);
  const verbs = args.find((arg) => arg.startsWith('--verbs='))?.slice(8);
  if (verbs !== undefined)
    await reportPetrarch(score, rows, inventedActors(ontology, readText(verbs)), "The same with the suite's own verbs");
}

async function reportPetrarch(score: Score, rows: readonly Row[], workbench: Workbench, name: string): Promise<void> {
  const predicted = await predict(workbench, rows, {
    code: ({ cameo }) => cameo ?? '---',
    onOthers: true,
    folded: new Map(),
  });
  report(name, score, rows, predicted, false);
  const empty = rows.filter(({ events }) => events?.length === 0);
  const coded = empty.filter(({ id }) => (predicted.get(id) ?? []).length > 0).length;
  console.log(`  events on records without any: ${coded} of ${empty.length}`);
  if (showErrors) printErrors(rows, predicted, score, false);
}

/** Statements (01) and appeals (02) are CAMEO's too, though the crosswalk has no line for them. */
function privateCodes({ codebook }: Workbench, rows: readonly Row[]): string {
  const known = new Set(codebook.crosswalk.map(({ cameo }) => cameo));
  const codes = rows.flatMap(({ events = [] }) => events.map(({ event }) => event));
  const own = codes.filter((code) => !known.has(code) && !/^0[12]\d/.test(code)).sort();
  const counts = [...new Set(own)].map((code) => `${code} ${own.filter((one) => one === code).length}`);
  return `${own.length} of ${codes.length} (${counts.join(', ')})`;
}

if (!existsSync(join(shared, 'gold/events'))) console.log(`${shared} is absent: not measured`);
else {
  const score = await scorer();
  await measureGsr(score);
  await measurePetrarch(score);
}
