import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Event } from '../src/model/index.ts';
import { openStore } from '../src/store/open.ts';
import type { EventQuery, Store } from '../src/store/store.ts';
import { entryOf, testFold } from './fixtures/entry.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-'));
let files = 0;

/** Every implementation of Store is listed here and must keep all the promises below. */
const KINDS: Record<string, () => Store> = {
  'a SQLite file': () => openStore({ path: join(folder, `${files++}.sqlite`), fold: testFold }),
  'SQLite in memory': () => openStore({ path: ':memory:', fold: testFold }),
};

const MEETING = entryOf(
  [
    ['Putin met Xi in Beijing.', { actor: ['RUS/vladimir-putin', 'CHN/xi-jinping'], on: '2023-10-18' }],
    ['Washington warned Moscow, Lavrov said.', { actor: ['USA'], recipient: ['RUS'], speaker: 'RUS/sergey-lavrov' }],
    [
      'Russia and China threatened Japan.',
      { actor: ['RUS', 'CHN'], recipient: ['JPN'], on: '2022-05-24', confidence: 0.4 },
    ],
    ['Nothing happened here.'],
  ],
  { title: 'A meeting', published: '2023-11-08', language: 'xx' },
);
const FOREIGN = entryOf([
  [
    'Dışişleri Bakanlığı açıklama yaptı.',
    { actor: ['TUR'], recipient: ['GRC'], on: '2020-02-01', contexts: ['military'] },
  ],
  ['Вот ёлка посла.', { actor: ['RUS'], recipient: ['TUR'], stance: 'denied' }],
]);
const SILENT = entryOf([['No state did anything.']], { published: '2024' });

describe.each(Object.entries(KINDS))('%s', (_name, open) => {
  let store: Store;
  beforeEach(() => {
    store = open();
  });
  afterEach(() => {
    store.close();
  });
  const found = (query: EventQuery): string[] =>
    store.events(query).items.map(({ evidence }) => evidence.quote.split(' ')[0] ?? '');

  it('gives a document back as it came, with its bytes', () => {
    expect(store.put(MEETING)).toBe('added');
    const record = store.document(MEETING.document.id);
    expect(record?.document).toEqual(MEETING.document);
    expect(record?.events).toEqual(MEETING.events);
    expect(record?.coder).toEqual(MEETING.coder);
    expect(Buffer.from(store.source(MEETING.document.id) ?? [])).toEqual(MEETING.source);
    expect(store.document('sha256:none')).toBeUndefined();
  });

  it('changes nothing when the same result comes twice', () => {
    store.put(MEETING);
    const before = JSON.stringify([store.events(), store.documents(), store.search({ text: 'beijing' })]);
    expect(store.put(MEETING)).toBe('unchanged');
    expect(JSON.stringify([store.events(), store.documents(), store.search({ text: 'beijing' })])).toBe(before);
  });

  it('shows the newer coding of the same bytes, and the older one again when it returns', () => {
    store.put(MEETING);
    const newer = { ...MEETING, events: MEETING.events.slice(0, 1), coder: { name: 'rule', version: '2' } };
    expect(store.known(MEETING.document.id, newer.coder, newer.codebook)).toBe(false);
    expect(store.put(newer)).toBe('recoded');
    expect(store.known(MEETING.document.id, newer.coder, newer.codebook)).toBe(true);
    expect(store.events().items).toHaveLength(1);
    expect(store.search({ text: 'beijing' }).items).toHaveLength(1);
    expect(store.put(MEETING)).toBe('recoded');
    expect(store.events().items).toHaveLength(3);
    expect(store.search({ text: 'beijing' }).items).toHaveLength(1);
    expect(store.check()).toEqual([]);
  });

  it('finds events by each filter', () => {
    for (const entry of [MEETING, FOREIGN, SILENT]) store.put(entry);
    expect(found({ actor: 'RUS' })).toEqual(['Russia', 'Putin', 'Вот']);
    expect(found({ actor: 'vladimir-putin' })).toEqual(['Putin']);
    expect(found({ recipient: 'RUS' })).toEqual(['Washington']);
    expect(found({ party: 'TUR' })).toEqual(['Dışişleri', 'Вот']);
    expect(found({ speaker: 'sergey-lavrov' })).toEqual(['Washington']);
    expect(found({ context: 'military' })).toEqual(['Dışişleri']);
    expect(found({ stance: 'denied' })).toEqual(['Вот']);
    expect(found({ minConfidence: 0.5, actor: 'CHN' })).toEqual(['Putin']);
    expect(found({ document: FOREIGN.document.id })).toEqual(['Dışişleri', 'Вот']);
    expect(found({ type: 'no such type' })).toEqual([]);
  });

  it('takes a dyad in either direction, and only when the two face each other', () => {
    store.put(MEETING);
    expect(found({ dyad: ['RUS', 'CHN'] })).toEqual(['Putin']);
    expect(found({ dyad: ['CHN', 'RUS'] })).toEqual(['Putin']);
    expect(found({ dyad: ['RUS', 'USA'] })).toEqual(['Washington']);
    expect(found({ dyad: ['JPN', 'CHN'] })).toEqual(['Russia']);
  });

  it('counts events by actor, whichever side it is on', () => {
    store.put(MEETING);
    expect(store.tally('code')).toEqual([
      { value: 'RUS', events: 3 },
      { value: 'CHN', events: 2 },
      { value: 'JPN', events: 1 },
      { value: 'USA', events: 1 },
    ]);
  });

  it('takes dates as precise as they are given, both ends included', () => {
    for (const entry of [MEETING, FOREIGN]) store.put(entry);
    expect(found({ from: '2022', to: '2023' })).toEqual(['Russia', 'Putin']);
    expect(found({ from: '2023-10-18', to: '2023-10-18' })).toEqual(['Putin']);
    expect(found({ to: '2020-02' })).toEqual(['Dışişleri']);
    expect(() => found({ from: 'yesterday' })).toThrow(/no date/);
  });

  it('pages without gap or repetition while documents arrive', () => {
    const entries = Array.from({ length: 30 }, (_, i) =>
      entryOf([
        [`Event ${i}.`, { actor: ['RUS'], recipient: ['USA'], on: `2020-01-${String((i % 9) + 1).padStart(2, '0')}` }],
      ]),
    );
    for (const entry of entries) store.put(entry);
    const seen: Event[] = [];
    let next: string | undefined;
    do {
      const page = store.events({ limit: 7, ...(next !== undefined && { next }) });
      seen.push(...page.items);
      next = page.next;
      store.put(entryOf([[`Late ${seen.length}.`, { actor: ['RUS'], recipient: ['USA'], on: '2019-01-01' }]]));
    } while (next !== undefined);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(30);
    expect(seen.map(({ when }) => when?.from)).toEqual(seen.map(({ when }) => when?.from).sort());
    expect(() => store.events({ next: 'bm9uc2Vuc2U' })).toThrow(/page token/);
    expect(() => store.events({ limit: 0 })).toThrow(/1 to 1,000/);
  });

  it('lists documents newest first and counts what they hold', () => {
    for (const entry of [FOREIGN, MEETING, SILENT]) store.put(entry);
    const first = store.documents({ limit: 2 });
    expect(first.items.map(({ published, events }) => [published, events])).toEqual([
      ['2024', 0],
      ['2023-11-08', 3],
    ]);
    const second = store.documents({ limit: 2, next: first.next ?? '' });
    expect(second.items.map(({ id }) => id)).toEqual([FOREIGN.document.id]);
    expect(second.next).toBeUndefined();
  });

  it('searches folded text and points at the words found', () => {
    for (const entry of [MEETING, FOREIGN]) store.put(entry);
    const words = (text: string): string[] =>
      store
        .search({ text })
        .items.flatMap(({ sentence, matches }) => matches.map(({ start, end }) => sentence.text.slice(start, end)));
    expect(words('disisleri')).toEqual(['Dışişleri']);
    expect(words('DIŞİŞLERİ bakan')).toEqual(['Dışişleri', 'Bakanlığı']);
    expect(words('елка')).toEqual(['ёлка']);
    expect(words('"met xi"')).toEqual(['met Xi']);
    expect(words('"xi met"')).toEqual([]);
    expect(store.search({ text: 'beijing' }).items[0]?.events).toEqual([MEETING.events[0]?.id]);
  });

  it.each(['', '"', '*', 'NEAR(', 'a AND', "'; DROP TABLE event; --", '\u0000', '('.repeat(5_000)])(
    'survives the search %j',
    (text) => {
      store.put(MEETING);
      expect(Array.isArray(store.search({ text }).items)).toBe(true);
      expect(store.events().items).toHaveLength(3);
    },
  );

  it('refuses a quotation that is not in the text, and keeps nothing of that document', () => {
    const [event] = MEETING.events;
    if (!event) throw new Error('fixture');
    const wrong = { ...MEETING, events: [{ ...event, evidence: { start: 0, end: 3, quote: 'Xi?' } }] };
    expect(() => store.put(wrong)).toThrow(/not in the text/);
    expect(() => store.put({ ...MEETING, source: Buffer.from('other bytes') })).toThrow(/hash/);
    expect(store.documents().items).toEqual([]);
    expect(store.report('test').in).toBe(0);
  });

  it('accounts for every input of a run', () => {
    for (const entry of [MEETING, SILENT]) store.put(entry);
    store.fail({ run: 'test', input: 'broken.html', at: '2024-01-01T00:00:00Z', code: 'READ_EMPTY', message: 'empty' });
    const { failures, ...counts } = store.report('test');
    expect(counts).toEqual({ in: 3, coded: 1, abstained: 1, failed: 1 });
    expect(failures).toMatchObject([{ input: 'broken.html', code: 'READ_EMPTY' }]);
  });

  it('adds judgements and never loses one', () => {
    store.put(MEETING);
    const event = MEETING.events[0]?.id ?? '';
    const first = { event, verdict: 'reject', by: 'ada', at: '2024-01-01T00:00:00Z', reason: 'wrong side' } as const;
    const second = { event, verdict: 'accept', by: 'ben', at: '2024-01-02T00:00:00Z' } as const;
    store.judge(first);
    store.judge(second);
    expect(store.judgements(event)).toEqual([first, second]);
    expect(() => store.judge({ ...first, event: 'nobody' })).toThrow(/no such event/);
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
