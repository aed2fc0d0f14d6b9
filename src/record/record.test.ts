import { describe, expect, it } from 'vitest';
import type { Event, OriginKind } from '../model/index.ts';
import { linkClaims } from './claim.ts';
import { differenceOf } from './difference.ts';
import { groupReports } from './report.ts';

const participant = (code: string) => ({ id: code, code, name: code, mention: { start: 0, end: 1, text: 'x' } });
const event = (id: string, change: Partial<Event> = {}): Event => ({
  id,
  record: null,
  document: { id: `d-${id}`, url: null },
  type: 'CONSULT',
  mode: 'visit',
  contexts: [],
  cameo: '042',
  quad: 'verbal-cooperation',
  score: 4,
  actor: [participant('CHN')],
  recipient: [participant('RUS')],
  stance: 'happened',
  attribution: null,
  when: { from: '2023-03-20', to: '2023-03-22', precision: 'range', basis: 'stated' },
  where: null,
  source: null,
  trigger: { start: 0, end: 1, text: 'x' },
  evidence: { start: 0, end: 1, quote: 'x' },
  confidence: 0.5,
  explanation: [],
  coder: { name: 'rule', version: '1' },
  codebook: { name: 'PLOVER', version: '2021' },
  ...change,
});

describe('the record', () => {
  const from = (witness: string, kind: OriginKind = 'work') => ({
    origin: { kind, basis: 'publisher' as const, name: witness, witness },
  });
  const origins = (...events: Event[]) =>
    groupReports(events)[0]!.origins.map(({ witness, reports }) => [witness, reports]);

  it('counts two reports of one visit as one event, told by two documents of unknown origin', () => {
    const [visit, ...rest] = groupReports([event('a'), event('b', { confidence: 0.9 })]);
    expect(rest).toEqual([]);
    expect(visit?.reports.length).toBe(2);
    expect(visit?.origins.map((one) => one.witness)).toEqual(['document:d-a', 'document:d-b']);
    expect(visit?.best.id).toBe('b');
  });

  it('does not count six notes of one newspaper as six witnesses', () => {
    const paper = from('owner:alibaba group');
    expect(origins(event('a', paper), event('b', paper), event('c', from('site:x')), event('d', paper))).toEqual([
      ['owner:alibaba group', 3],
      ['site:x', 1],
    ]);
  });

  it('takes the same sentence in several outlets for one text, and for the wire that it names somewhere', () => {
    const quote =
      'Chinese President Xi Jinping arrived in Moscow on Monday for a state visit of three days, officials said.';
    const evidence = { start: 0, end: quote.length, quote };
    const spaced = {
      ...evidence,
      quote: quote.replace(' in Moscow', '  in\u00a0Moscow').replace(', officials', ' officials'),
    };
    const copies = [
      event('a', { evidence, ...from('site:a', 'own') }),
      event('b', { evidence: spaced, ...from('owner:wire', 'agency') }),
      event('c', { evidence, ...from('site:c', 'own') }),
    ];
    expect(origins(...copies)).toEqual([['owner:wire', 3]]);
    expect(origins(...[...copies].reverse())).toEqual([['owner:wire', 3]]);
    const other = event('d', {
      evidence: { ...evidence, quote: `On the next day ${quote}` },
      ...from('site:a', 'own'),
    });
    expect(origins(...copies, other)).toEqual([
      ['owner:wire', 3],
      ['site:a', 1],
    ]);
  });

  it('keeps undated reports apart: they may be of different days', () => {
    expect(groupReports([event('a', { when: null }), event('b', { when: null })]).length).toBe(2);
  });

  it('tells gained, lost and changed events, and a new version alone is no change', () => {
    const after = [
      event('a', { coder: { name: 'rule', version: '2' } }),
      event('b', { contexts: ['military'] }),
      event('d'),
    ];
    const { gained, lost, changed } = differenceOf([event('a'), event('b'), event('c')], after);
    expect(gained.map((one) => one.id)).toEqual(['d']);
    expect(lost.map((one) => one.id)).toEqual(['c']);
    expect(changed.map((one) => one.after.id)).toEqual(['b']);
  });
});

describe('claims of one deed', () => {
  const on = (from: string, to = from): Pick<Event, 'when'> => ({
    when: { from, to, precision: 'day', basis: 'stated' },
  });
  const by = (witness: string): Pick<Event, 'origin'> => ({
    origin: { kind: 'official', basis: 'statement', name: witness, witness },
  });
  const links = (...events: Event[]): string[] =>
    [...linkClaims(events)].flatMap(([id, claims]) => claims.map((claim) => `${claim.id} ${claim.relation} ${id}`));

  it('links a claim, who confirms it, who says it again and who denies it', () => {
    const claim = event('claim', { ...on('2023-05-02'), ...by('state:USA') });
    const again = event('again', { ...on('2023-05-02'), ...by('state:USA') });
    const other = event('other', { ...on('2023-05-01', '2023-05-03'), ...by('state:UKR') });
    const denial = event('denial', { ...on('2023-05-05'), ...by('state:IRN'), stance: 'denied' });
    expect(links(claim, again, other, denial).sort()).toEqual(
      [
        ...['again repeats claim', 'claim repeats again', 'other confirms claim', 'claim confirms other'],
        ...['other confirms again', 'again confirms other', 'denial denies claim', 'claim denies denial'],
        ...['denial denies again', 'again denies denial', 'denial denies other', 'other denies denial'],
      ].sort(),
    );
  });

  it.each([
    ['other sides', { recipient: [participant('USA')] }],
    ['another mode', { mode: 'meet' }],
    ['a plan', { stance: 'planned' as const }],
    ['another week', on('2023-05-20')],
    ['another text without a date', { when: null }],
  ])('does not link %s', (_, change) => {
    const base = { ...on('2023-05-02'), ...by('state:USA') };
    expect(links(event('a', base), event('b', { ...base, ...change }))).toEqual([]);
  });

  it('links an undated denial to the claim in its own text, and a mode to none', () => {
    const document = { id: 'd', url: null };
    const claim = event('a', { ...on('2023-05-02'), document });
    const denial = event('b', { when: null, mode: null, stance: 'denied', document });
    expect(links(claim, denial)).toEqual(['b denies a', 'a denies b']);
  });

  it('looks at ten thousand reports of one daily deed without comparing all with all', () => {
    const day = (i: number): string => new Date(Date.UTC(1990, 0, 1 + i)).toISOString().slice(0, 10);
    const daily = Array.from({ length: 10_000 }, (_, i) => event(`e${i}`, { ...on(day(i)), ...by('state:USA') }));
    expect(linkClaims(daily).size).toBe(0);
    const denied = event('no', { ...on(day(5000)), ...by('state:RUS'), stance: 'denied' });
    expect(linkClaims([...daily, denied]).get('no')).toHaveLength(15);
  });
});
