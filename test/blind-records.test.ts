import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { blindRecords, openRecords, plainRecords, proseRecords, weightRecords } from '../scripts/records/files.ts';
import { wordRuns } from '../scripts/records/word-runs.ts';
import { relationExamples } from '../train/relation-examples.ts';
import { studiedRecords } from '../train/training-records.ts';
import { ACTOR_CODES } from './actor-codes.ts';

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
      ['codes', named.length > 0 && named.every((code) => ACTOR_CODES.has(code))],
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

const LANGUAGES = ['en', 'ru', 'tr'];
const KINDS = ['blind', 'plain', 'prose', 'weights'] as const;
type Kind = (typeof KINDS)[number];
const FILES = { blind: blindRecords, plain: plainRecords, prose: proseRecords, weights: weightRecords };
/** At least so many, by kind and language. */
const LEAST: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  blind: { en: 200, ru: 120, tr: 120 },
  plain: { en: 199, ru: 200, tr: 199 },
  prose: { en: 2600, ru: 560, tr: 460 },
  weights: { en: 74_800, ru: 47_200, tr: 49_100 },
};
const PARTS: Readonly<Record<Kind, readonly string[]>> = {
  blind: ['unseen'],
  plain: ['unseen'],
  prose: ['study', 'unseen'],
  weights: ['weights', 'study'],
};
/** What share tells nothing: in the middle of real prose most sentences. */
const SILENT: Readonly<Record<Kind, readonly [number, number]>> = {
  blind: [0.28, 0.4],
  plain: [0.28, 0.4],
  prose: [0.55, 0.8],
  weights: [0.28, 0.4],
};

const openTexts = (language: string): string[] => {
  const corpus = readdirSync('gold/sentences').filter((name) => name.startsWith(`${language}-`));
  const paths = [...corpus.map((name) => `gold/sentences/${name}`), `gold/records/${language}.jsonl`];
  return paths.flatMap((path) => jsonLines<{ text: string }>(path)).map(({ text }) => text);
};

const allRecords = KINDS.flatMap((kind) => LANGUAGES.map((language) => [kind, language] as const));

describe.each(allRecords)('%s records: %s', (kind, language) => {
  const records = jsonLines<BlindRecord>(FILES[kind](language));

  it('are whole and of their part, and no id or sentence stands twice', () => {
    const count = records.length;
    expect(count).toBeGreaterThanOrEqual(LEAST[kind]![language]!);
    expect(records.flatMap(faultsOf)).toEqual([]);
    expect(records.every((one) => PARTS[kind].includes(one.part) && one.language === language)).toBe(true);
    expect(new Set(records.map((one) => one.id)).size).toBe(count);
    expect(new Set(records.map((one) => one.text)).size).toBe(count);
  });

  it('ask for every type, and for silence as often as such text', () => {
    const types = new Set(records.flatMap((one) => one.events.map((event) => event.type[0])));
    expect(Object.keys(codebook.types).filter((type) => !types.has(type))).toEqual([]);
    const silent = records.filter((one) => one.events.length === 0).length / records.length;
    expect(silent).toBeGreaterThanOrEqual(SILENT[kind][0]);
    expect(silent).toBeLessThanOrEqual(SILENT[kind][1]);
  });

  it('retell no sentence of the other gold', () => {
    const others = KINDS.filter((one) => one !== kind).flatMap((one) => jsonLines<BlindRecord>(FILES[one](language)));
    const texts = [...openTexts(language), ...others.map(({ text }) => text)];
    const runs = new Set(texts.flatMap((text) => [...wordRuns(text)]));
    expect(runs.size).toBeGreaterThan(5000);
    expect(sharing(records, runs, (text) => [...wordRuns(text)])).toEqual([]);
  });
});

describe.each(LANGUAGES)('second readings of records for weights: %s', (language) => {
  it('are of records that are there, each once, with triggers of their text and codes that exist', () => {
    const texts = new Map(jsonLines<BlindRecord>(weightRecords(language)).map(({ id, text }) => [id, text]));
    const second = jsonLines<Pick<BlindRecord, 'id' | 'events'>>(`gold/second/weights.${language}.jsonl`);
    expect(new Set(second.map(({ id }) => id)).size).toBe(160);
    const isWhole = (id: string, { trigger, type, actor, recipient }: BlindEvent): boolean =>
      texts.get(id)!.includes(trigger) &&
      type.every((one) => one in codebook.types) &&
      [...actor, ...recipient].every((code) => ACTOR_CODES.has(code));
    const faults = second.filter(({ id, events }) => !texts.has(id) || events.some((one) => !isWhole(id, one)));
    expect(faults.map(({ id }) => id)).toEqual([]);
  });
});

describe.each(LANGUAGES)('what trains: %s', (language) => {
  it('reads none of the unseen records', () => {
    const record = studiedRecords(language).map((one) => String(one.record['text']));
    const relation = relationExamples(language).map(({ marked }) => marked.text);
    expect(record.length).toBeGreaterThan(1000);
    expect(relation.length).toBeGreaterThan(400);
    const trained = new Set([...record, ...relation]);
    const unseen = [blindRecords, plainRecords].flatMap((file) => jsonLines<BlindRecord>(file(language)));
    expect(sharing(unseen, trained, (text) => [text])).toEqual([]);
  });
});

it('have no floor: a floor would make somebody look at them', () => {
  expect(openRecords()).toEqual(['en.jsonl', 'ru.jsonl', 'tr.jsonl']);
});
