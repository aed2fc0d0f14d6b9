import { readdirSync, readFileSync } from 'node:fs';
import { openWorkbench } from '../src/app/workbench.ts';
import type { Event } from '../src/model/index.ts';

/**
 * The surest false events of the study part of the open corpus: `npx tsx scripts/worst-errors.ts [language] [how many]`.
 * False is an event of a type that no gold event of the sentence has with the same actor or the same recipient.
 */
interface Gold {
  readonly type: readonly string[];
  readonly actor: readonly string[];
  readonly recipient: readonly string[];
  readonly trigger: string;
}

interface Row {
  readonly id: string;
  readonly part: string;
  readonly text: string;
  readonly events: readonly Gold[];
}

const codes = (list: readonly { readonly code: string }[]): string =>
  [...new Set(list.map(({ code }) => code))].sort().join('+');
const wanted = (list: readonly string[]): string => [...new Set(list)].sort().join('+');

function isFalse(event: Event, gold: readonly Gold[]): boolean {
  return !gold.some(
    (one) =>
      one.type.includes(event.type) &&
      (wanted(one.actor) === codes(event.actor) || wanted(one.recipient) === codes(event.recipient)),
  );
}

function lines({ id, text, events }: Row, event: Event): string {
  const rules = event.explanation.map(({ rule }) => rule).filter((rule) => rule !== 'mention');
  const gold = events.map((one) => `${one.type[0]} [${wanted(one.actor)} > ${wanted(one.recipient)}] «${one.trigger}»`);
  return [
    `${event.confidence.toFixed(2)} ${id} ${text}`,
    `  coded ${event.type} [${codes(event.actor)} > ${codes(event.recipient)}] «${event.trigger.text}» by ${rules.join(', ')}`,
    `  gold  ${gold.join('; ') || 'none'}`,
  ].join('\n');
}

const [language = 'en', count = '30'] = process.argv.slice(2);
const workbench = openWorkbench();
const found: { readonly row: Row; readonly event: Event }[] = [];
for (const name of readdirSync('gold/sentences').sort()) {
  if (!name.startsWith(`${language}-`)) continue;
  for (const line of readFileSync(`gold/sentences/${name}`, 'utf8').split('\n').filter(Boolean)) {
    const row = JSON.parse(line) as Row;
    if (row.part === 'unseen') continue;
    const record = row as unknown as Record<string, unknown>;
    const { events } = await workbench.codeRecord({ at: row.id, record }, { language });
    for (const event of events) if (isFalse(event, row.events)) found.push({ row, event });
  }
}
found.sort((a, b) => b.event.confidence - a.event.confidence || (a.row.id < b.row.id ? -1 : 1));
for (const { row, event } of found.slice(0, Number(count))) console.log(lines(row, event));
