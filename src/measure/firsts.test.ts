import { describe, expect, it } from 'vitest';
import type { Interaction } from '../model/index.ts';
import { dayOf, isoOf } from './calendar.ts';
import { marksIn, parseLadders } from './mark.ts';
import { warn } from './warn.ts';

const LADDERS = parseLadders(
  [
    'ladder\tstep\talways\tlabel\tstems',
    'treaty\t3\t\tpartnership\tpartnership',
    'treaty\t6\tyes\twithout limits\tno limits|sınırsız dostluk',
    'service\t\t\tnavies\tjoint naval',
  ].join('\n'),
  'ladders.tsv',
);

function act(date: string, quote: string, kind = 'talk'): Interaction {
  return {
    id: `${date} ${kind}`,
    date,
    source: 'CHN',
    target: 'RUS',
    kind,
    quad: 'verbal-cooperation',
    score: 2,
    contexts: [],
    quote,
  };
}

const past = Array.from({ length: 40 }, (_, k) =>
  act(isoOf(dayOf('2021-01-04') + 7 * k), 'They spoke of their partnership.'),
);
const marksOf = (event: Interaction): ReturnType<typeof marksIn> => marksIn(event.quote ?? '', LADDERS);
const firsts = (events: readonly Interaction[]): ReturnType<typeof warn>['alarms'] =>
  warn({ events }, { channels: ['first-of-its-kind'], marksOf }).alarms;

describe('first of its kind', () => {
  it('flags the friendship without limits that no count shows, once', () => {
    const events = [
      ...past,
      act('2022-02-04', 'Their friendship has no limits, they said.'),
      act('2022-03-04', 'There are no limits to it.'),
    ];
    expect(firsts(events)).toMatchObject([
      { dyad: ['CHN', 'RUS'], week: '2022-01-31', level: 'alarm', says: 'first treaty: without limits' },
    ]);
  });

  it('flags it even in a record that begins with that week', () => {
    expect(firsts([act('2022-02-04', 'Friendship between the two States has no limits')])).toMatchObject([
      { level: 'alarm' },
    ]);
  });

  it('flags the first joint act of a service and the first act of a kind only where there is a past', () => {
    const joint = act('2021-12-01', 'A joint naval drill began.', 'drill');
    expect(firsts([...past, joint])[0]).toMatchObject({ week: '2021-11-29', observed: 2 });
    expect(firsts([joint])).toEqual([]);
  });

  it('finds stems in inflected words and in any case', () => {
    expect(marksIn('SINIRSIZ DOSTLUĞU', LADDERS)).toHaveLength(0);
    expect(marksIn('Sınırsız dostlukları', LADDERS).map((mark) => mark.label)).toEqual(['without limits']);
  });
});
