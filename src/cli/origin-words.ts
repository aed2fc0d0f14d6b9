import type { Counted } from '../app/bibliography.ts';
import type { Carrier, Origin } from '../model/index.ts';

const KINDS = {
  own: 'own reporting of',
  agency: 'agency',
  official: 'official statement of',
  speaker: 'statement of',
  work: 'published by',
} as const;

/** "official statement of Vladimir Putin, by way of South China Morning Post (note 3)". */
export function originWords(origin: Origin | undefined): string {
  if (!origin) return 'origin not known: the page names no source and no publisher';
  const { via } = origin;
  return carrierWords(origin) + (via ? `, by way of ${via.name}${noteWords(via)}` : '');
}

function carrierWords(carrier: Carrier): string {
  return `${KINDS[carrier.kind]} ${carrier.name}${noteWords(carrier)}`;
}

function noteWords({ note, basis }: Carrier): string {
  if (note === undefined) return basis === 'byline' || basis === 'dateline' ? ` (${basis})` : '';
  return basis === 'next-note' ? ` (next note, ${note})` : ` (note ${note})`;
}

/** "17 events in 17 reports of 3 independent origins", and one line an origin. */
export function countedWords({ events, reports, origins }: Counted): string {
  const head = `${many(events, 'event')} in ${many(reports, 'report')} of ${many(origins.length, 'independent origin')}`;
  const lines = origins.map(({ witness, name, kind, reports: n }) => {
    const label = witness.startsWith('state:') ? witness.slice('state:'.length) : name;
    return `  ${n}  ${label}, ${kind ?? 'of unknown origin'}`;
  });
  return [head, ...lines].join('\n');
}

export function many(n: number, word: string): string {
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
