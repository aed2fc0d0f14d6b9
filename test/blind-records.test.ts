import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { blindRecords, openRecords } from '../scripts/records/files.ts';
import { wordRuns } from '../scripts/records/word-runs.ts';
import { relationExamples } from '../train/relation-examples.ts';
import { studiedRecords } from '../train/train-record.ts';

interface BlindEvent {
  readonly anchor: string;
  readonly trigger: string;
  readonly actor: string[];
  readonly recipient: string[];
  readonly type: string[];
  readonly mode: string | null;
  readonly stance: string;
  readonly speaker: string | null;
  readonly date: string | null;
}

interface BlindRecord {
  readonly id: string;
  readonly text: string;
  readonly language: string;
  readonly part: string;
  readonly published: string;
  readonly events: BlindEvent[];
}

const codebook = parse(readFileSync('data/codebook/plover.yaml', 'utf8')) as {
  types: Record<string, { readonly modes?: Record<string, unknown> }>;
};
const stances = new Set(['happened', 'planned', 'demanded', 'denied', 'hypothetical']);

const jsonLines = <T>(path: string): T[] =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/** Every code of a state, group or organisation. */
const codes = new Set(
  ['states', 'groups', 'organisations'].flatMap((name) =>
    readFileSync(`data/actors/${name}.tsv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[1]),
  ),
);

function faultsOf({ id, text, published, events }: BlindRecord): string[] {
  const ofEvent = (event: BlindEvent, k: number): string[] => {
    const modes = event.type.flatMap((type) => Object.keys(codebook.types[type]?.modes ?? {}));
    const named = [...event.actor, ...event.recipient, ...(event.speaker === null ? [] : [event.speaker])];
    const checks: [string, boolean][] = [
      ['anchor', text.split(event.anchor).length === 2],
      ['trigger', event.trigger !== '' && event.anchor.includes(event.trigger)],
      ['type', event.type.length > 0 && event.type.every((type) => type in codebook.types)],
      ['mode', event.mode === null || modes.includes(event.mode)],
      ['stance', stances.has(event.stance)],
      ['codes', named.length > 0 && named.every((code) => codes.has(code))],
      ['date', event.date === null || /^\d{4}(-\d\d(-\d\d)?)?$/.test(event.date)],
    ];
    return checks.filter(([, holds]) => !holds).map(([what]) => `${id}, event ${k + 1}: ${what}`);
  };
  const dated = /^\d{4}-\d\d-\d\d$/.test(published) ? [] : [`${id}: published`];
  const anchors = new Set(events.map(({ anchor }) => anchor)).size === events.length ? [] : [`${id}: anchors`];
  return [...dated, ...anchors, ...events.flatMap(ofEvent)];
}

/** Ids only: what a failing test prints must not show the sentences. */
const sharing = (records: readonly BlindRecord[], others: ReadonlySet<string>, keys: (text: string) => string[]) =>
  records.filter(({ text }) => keys(text).some((key) => others.has(key))).map(({ id }) => id);

describe.each([
  ['en', 200],
  ['ru', 120],
  ['tr', 120],
])('blind records: %s', (language, count) => {
  const records = jsonLines<BlindRecord>(blindRecords(language));

  it('are whole, marked unseen, and no id or sentence stands twice', () => {
    expect(records.length).toBe(count);
    expect(records.flatMap(faultsOf)).toEqual([]);
    expect(records.every((one) => one.part === 'unseen' && one.language === language)).toBe(true);
    expect(records.every((one) => one.id.startsWith(`${language}-b`))).toBe(true);
    expect(new Set(records.map((one) => one.id)).size).toBe(count);
    expect(new Set(records.map((one) => one.text)).size).toBe(count);
  });

  it('ask for every type, and for silence on about a third', () => {
    const types = new Set(records.flatMap((one) => one.events.map((event) => event.type[0])));
    expect(Object.keys(codebook.types).filter((type) => !types.has(type))).toEqual([]);
    const silent = records.filter((one) => one.events.length === 0).length / count;
    expect(silent).toBeGreaterThanOrEqual(0.3);
    expect(silent).toBeLessThanOrEqual(0.4);
  });

  it('are not read by what trains', () => {
    const record = studiedRecords(language).map((one) => String(one.record['text']));
    const relation = relationExamples(language).map(({ marked }) => marked.text);
    expect(record.length).toBeGreaterThan(1000);
    expect(relation.length).toBeGreaterThan(400);
    expect(sharing(records, new Set([...record, ...relation]), (text) => [text])).toEqual([]);
  });

  it('retell no sentence of the other gold', () => {
    const corpus = readdirSync('gold/sentences').filter((name) => name.startsWith(`${language}-`));
    const paths = [...corpus.map((name) => `gold/sentences/${name}`), `gold/records/${language}.jsonl`];
    const texts = paths.flatMap((path) => jsonLines<{ text: string }>(path)).map(({ text }) => text);
    const runs = new Set(texts.flatMap((text) => [...wordRuns(text)]));
    expect(runs.size).toBeGreaterThan(5000);
    expect(sharing(records, runs, (text) => [...wordRuns(text)])).toEqual([]);
  });
});

it('have no floor: a floor would make somebody look at them', () => {
  expect(openRecords()).toEqual(['en.jsonl', 'ru.jsonl', 'tr.jsonl']);
});
