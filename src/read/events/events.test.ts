import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChanceryError } from '../../model/index.ts';
import { ratingOf } from './codes.ts';
import { isoDate } from './imported.ts';
import { PROFILES, parseCodes, readEvents, readNames, readWeeklyNet } from './index.ts';

const codes = parseCodes(
  'code\tquad\tscore\tlabel\n02\tverbal-cooperation\t1\tappeal\n19\tmaterial-conflict\t-10\tfight\n190\tmaterial-conflict\t-10\tuse force',
  'codes.tsv',
);
const names = readNames('code,name\nFRY,Serbia\nYUG,Serbia\nSRB,Serbia\nCRO,Croatia\nIGOUNO,UN', 'names.csv');

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ChanceryError) return error.code;
    throw error;
  }
  return 'no error';
}

describe('KEDS rows', () => {
  const rows =
    'date,source,target,code\n1991-08-25,YUGMIL,CROGOV,190\n910826\tx\n1991-08-26,FRY,SRB,190\n1991-08-27,ETHALB,CRO,190\n1991-08-28,IGOUNO,CRO,0256\n1991-02-30,YUG,CRO,190\n1991-08-29,YUG,CRO,777';

  it('join the codes that one state had over time, and say what was left out', () => {
    const { events, skipped, names: shown } = readEvents('keds', rows, { codes, names, preferred: new Set(['SRB']) });
    expect(events.map((event) => [event.date, event.source, event.target, event.quad, event.score])).toEqual([
      ['1991-08-25', 'SRB', 'CRO', 'material-conflict', -10],
      ['1991-08-28', 'IGOUNO', 'CRO', 'verbal-cooperation', 1],
    ]);
    expect(shown.get('SRB')).toBe('Serbia');
    expect([...skipped.values()].reduce((sum, n) => sum + n, 0)).toBe(5);
  });

  it('need a code table, and say which columns they expect', () => {
    expect(codeOf(() => readEvents('keds', rows))).toBe('CODES_NEEDED');
    expect(codeOf(() => readEvents('keds', 'a,b\n1,2', { codes }))).toBe('EVENTS_COLUMNS');
    expect(codeOf(() => readEvents('keds', '', { codes }))).toBe('EVENTS_EMPTY');
  });

  it('take the broader code when a finer one is not listed, never another root', () => {
    expect(ratingOf(codes, '1901')?.score).toBe(-10);
    expect(ratingOf(codes, '0256')?.quad).toBe('verbal-cooperation');
    expect(ratingOf(codes, '1')).toBeUndefined();
    expect(ratingOf(codes, '223')).toBeUndefined();
  });
});

describe('other profiles', () => {
  it('ICEWS: text codes, states, publisher, missing marks, m/d/Y dates', () => {
    const header =
      'Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher';
    const row = (date: string, target: string): string =>
      `7\t${date}\tPutin\tExecutive\tRussian Federation\tConsult\t020\t1\tXi\tExecutive\t${target}\t99\t3\tXinhua`;
    const { events, skipped } = readEvents(
      'icews',
      [header, row('2/4/2022', 'China'), row('2022-02-04', 'NULL')].join('\n'),
      { codes },
    );
    expect(events).toEqual([
      {
        id: '7',
        date: '2022-02-04',
        source: 'Russian Federation',
        target: 'China',
        kind: '020',
        quad: 'verbal-cooperation',
        contexts: [],
        score: 1,
        origin: '99',
        outlet: 'Xinhua',
      },
    ]);
    expect([...skipped.keys()]).toEqual(['without two states']);
  });

  it('POLECAT: one interaction for each pair of several countries, None is missing', () => {
    const header = [
      'Event ID',
      'Event Date',
      'Event Type',
      'Event Mode',
      'Intensity',
      'Quad Code',
      'Contexts',
      'Actor Country',
      'Recipient Country',
      'Source',
      'Publication Date',
    ].join('\t');
    const row = [
      'x1',
      '2022-02-04',
      'MEET',
      'None',
      '2.5',
      'VERBAL COOPERATION',
      'military; economic',
      'RUS; CHN',
      'CHN',
      'TASS',
      '2022-02-05',
    ].join('\t');
    const { events } = readEvents('polecat', `${header}\n${row}`);
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      source: 'RUS',
      target: 'CHN',
      contexts: ['military', 'economic'],
      published: '2022-02-05',
      score: 2.5,
    });
    expect(events[0]).not.toHaveProperty('mode');
  });

  it('GDELT 2: 61 columns without a header, reports and the outlet of the address', () => {
    const cells = new Array<string>(61).fill('');
    Object.assign(cells, {
      0: '123',
      1: '20220224',
      7: 'RUS',
      17: 'UKR',
      26: '190',
      29: '4',
      30: '-10',
      33: '8',
      60: 'https://www.example.org/a',
    });
    const { events } = readEvents('gdelt2', `${cells.join('\t')}\nshort\trow`);
    expect(events).toMatchObject([
      {
        date: '2022-02-24',
        source: 'RUS',
        target: 'UKR',
        quad: 'material-conflict',
        score: -10,
        reports: 8,
        outlet: 'example.org',
      },
    ]);
    expect(codeOf(() => readEvents('gdelt2', 'a\tb'))).toBe('EVENTS_COLUMNS');
  });

  it('Phoenix: 26 columns, neutral class becomes talk, reports are the addresses', () => {
    const cells = new Array<string>(26).fill('');
    Object.assign(cells, {
      0: 'p1',
      1: '20150103',
      6: 'RUS',
      10: 'UKR',
      13: '020',
      15: '0',
      16: '1',
      24: 'http://a;http://b',
      25: 'bbc',
    });
    expect(readEvents('phoenix', cells.join('\t')).events).toMatchObject([
      { quad: 'verbal-cooperation', reports: 2, outlet: 'bbc' },
    ]);
  });

  it('native: happened acts only, symmetric without recipient, dates as precise as known', () => {
    const base = {
      id: 'e',
      type: 'MEET',
      quad: 'verbal-cooperation',
      score: 2.5,
      contexts: [],
      stance: 'happened',
      actor: [{ code: 'RUS' }, { code: 'CHN' }],
      recipient: [],
    };
    const lines = [
      { ...base, when: { from: '2022-02-04', to: '2022-02-04' } },
      { ...base, stance: 'denied', when: { from: '2022-02-04', to: '2022-02-04' } },
      { ...base, when: null },
      {
        ...base,
        when: { from: '2019-10-01', to: '2019-10-31' },
        actor: [{ code: 'RUS' }],
        recipient: [{ code: 'CHN' }],
        score: 'high',
      },
    ];
    const { events, skipped } = readEvents('native', lines.map((line) => JSON.stringify(line)).join('\n'));
    expect(events).toMatchObject([
      { source: 'CHN', target: 'RUS', symmetric: true, date: '2022-02-04' },
      { source: 'RUS', target: 'CHN', date: '2019-10-01', until: '2019-10-31' },
    ]);
    expect(events[1]).not.toHaveProperty('score');
    expect([...skipped.values()]).toEqual([1, 1]);
    expect(codeOf(() => readEvents('native', '{"a":'))).toBe('EVENTS_JSON');
  });

  it('weekly nets: pairs in code order, bad rows counted', () => {
    const { scores, skipped } = readWeeklyNet(
      'week,a,b,net,abs_daily,days\n2022-02-21,UKR,RUS,-9,10,7\n2022-02-21,A,A,1,1,7\n2022-02-21,A,B,,1,7\n2022-02-21,A,B,1,1,9',
    );
    expect(scores).toEqual([{ week: '2022-02-21', a: 'RUS', b: 'UKR', net: -9, mass: 10, days: 7 }]);
    expect(skipped.size).toBe(3);
  });

  it('an unknown profile names those there are', () => {
    expect(codeOf(() => readEvents('acled', 'x'))).toBe('PROFILE_UNKNOWN');
  });
});

describe('any bytes', () => {
  it('give interactions with days and finite scores, or a named error', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('2022-02-04', 'RUS', '190', '"', '4', '-99', 'None', '20220101'),
    );
    const table = fc
      .array(
        fc.array(cell, { maxLength: 8 }).map((cells) => cells.join(',')),
        { maxLength: 8 },
      )
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(...PROFILES.filter((profile) => profile !== 'weekly-net')),
        (text, profile) => {
          try {
            for (const event of readEvents(profile, text, { codes }).events) {
              expect(isoDate(event.date)).toBe(event.date);
              if (event.score !== undefined) expect(Math.abs(event.score)).toBeLessThanOrEqual(10);
            }
          } catch (error) {
            expect(error).toBeInstanceOf(ChanceryError);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
