import type { AlarmCard } from '../app/alarm-card.ts';
import { formatTable } from './table.ts';

const HEADER = ['week', 'pair', 'channel', 'level', 'seen', 'expected', 'rarer than', 'since', 'what'];
const SENTENCES = 3;

/** Alarms as a table, then the sentences behind those of level alarm. */
export function alarmTable(cards: readonly AlarmCard[]): string {
  if (cards.length === 0) return 'No alarm.';
  const table = formatTable(HEADER, cards.map(row));
  const behind = cards.filter(({ level }) => level === 'alarm').flatMap(sentences);
  return behind.length === 0 ? table : `${table}\n\n${behind.join('\n')}`;
}

function pairOf({ names, dyad }: AlarmCard): string {
  return (names ?? dyad).join(' – ');
}

function row(card: AlarmCard): string[] {
  return [
    card.week,
    pairOf(card),
    card.channel,
    card.level,
    String(Math.round(card.observed * 10) / 10),
    `${Math.round(card.expected * 10) / 10} (${Math.round(card.interval[0])} to ${Math.round(card.interval[1])})`,
    `${(100 * (1 - card.rank)).toFixed(2)} % of weeks`,
    card.since,
    [
      card.says,
      card.anniversary && `as in ${card.anniversary}: an anniversary?`,
      card.outlets === 1 && 'one outlet only',
    ]
      .filter(Boolean)
      .join('; '),
  ];
}

function sentences(card: AlarmCard): string[] {
  const quoted = (card.evidence ?? []).filter(({ quote }) => quote !== undefined);
  if (quoted.length === 0) return [];
  const lines = quoted.slice(0, SENTENCES).map(({ date, quote, outlet }) => {
    // a document without an address stands under its hash, which tells nobody anything
    const where = outlet === undefined || outlet.startsWith('sha256:') ? '' : `  [${outlet}]`;
    return `  ${date}  ${quote?.replace(/\s+/g, ' ')}${where}`;
  });
  const more = quoted.length > SENTENCES ? [`  … and ${quoted.length - SENTENCES} more`] : [];
  return [`${card.week}  ${pairOf(card)}  ${card.channel}`, ...lines, ...more];
}
