import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageCodes } from '../src/app/language-shelf.ts';
import { openWorkbench } from '../src/app/workbench.ts';
import { type Entry, parsePatterns } from '../src/codebook/index.ts';
import type { Event, Participant } from '../src/model/index.ts';

const workbench = openWorkbench();
/** Lines below this weight are cues that never make an event alone. */
const ALONE = 0.75;
/** Fewer lines than this mean that a file was cut. */
const ENOUGH = 1000;

const codes = (list: readonly Participant[]): string => [...new Set(list.map((one) => one.code))].sort().join('|');
const wanted = (list: string): string => [...new Set(list.split('|').filter(Boolean))].sort().join('|');

function fits(entry: Entry, event: Event): boolean {
  const operator = entry.operator !== undefined;
  return (
    event.explanation.some((step) => step.rule === entry.id) &&
    (operator || (event.type === entry.type && event.mode === entry.mode)) &&
    codes(event.actor) === wanted(entry.actor) &&
    codes(event.recipient) === wanted(entry.recipient)
  );
}

const draw = (event: Event): string =>
  `${codes(event.actor)} ${event.type}${event.mode ? `/${event.mode}` : ''} ${codes(event.recipient)} by ${event.explanation[0]?.rule}`;

describe.each(languageCodes())('every pattern of %s proves its own example', (language) => {
  const file = `data/patterns/${language}.tsv`;
  const entries = parsePatterns(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'), file, workbench.codebook);

  it('with an example on every line', () => {
    expect(entries.length).toBeGreaterThan(ENOUGH);
    expect(entries.filter((entry) => entry.example.trim() === '').map((entry) => entry.at)).toEqual([]);
  });

  it('and the coder finds in it what the line says', async () => {
    const wrong: string[] = [];
    for (const entry of entries) {
      if (entry.weight < ALONE || entry.operator === 'say') continue;
      const { events } = await workbench.codeText({ text: entry.example, language });
      if (events.some((event) => fits(entry, event))) continue;
      wrong.push(`${entry.at} ${entry.id}: ${entry.example} — found ${events.map(draw).join('; ') || 'nothing'}`);
    }
    expect(wrong).toEqual([]);
  });
});
