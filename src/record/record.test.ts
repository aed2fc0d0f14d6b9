import { describe, expect, it } from 'vitest';
import type { Event } from '../model/index.ts';
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
  it('counts two reports of one visit as one event with two origins', () => {
    const [visit, ...rest] = groupReports([event('a'), event('b', { confidence: 0.9 })]);
    expect(rest).toEqual([]);
    expect(visit?.reports.length).toBe(2);
    expect(visit?.origins).toEqual(['d-a', 'd-b']);
    expect(visit?.best.id).toBe('b');
  });

  it('does not count six notes of one newspaper as six witnesses', () => {
    const source = { note: '3', citation: { id: '1', type: 'article', publisher: 'South China Morning Post' } };
    const groups = groupReports([event('a', { source }), event('b', { source }), event('c', { source })]);
    expect(groups[0]?.origins).toEqual(['South China Morning Post']);
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
