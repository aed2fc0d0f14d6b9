import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Serving, serve } from '../src/api/serve.ts';
import type { DyadSeries, RecordDoor } from '../src/app/app.ts';
import type { Event } from '../src/model/index.ts';
import { fixtureRecord } from './fixtures/record.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const dist = mkdtempSync(join(tmpdir(), 'web-'));
const record = fixtureRecord();
const door: RecordDoor = {
  ...record,
  dyad: ({ dyad, by }) => seriesOf(record.events({ dyad, limit: 1_000 }).items, { dyad, by }),
};
const english = record.documents().items.find(({ events }) => events === 12)?.id ?? '';
const events = record.document(english)?.events ?? [];
const eventOf = (start: string): Event => {
  const event = events.find(({ trigger }) => trigger.text.startsWith(start));
  if (!event) throw new Error(`the fixture has no event "${start}"`);
  return event;
};

let serving: Serving;
let browser: Browser;
let page: Page;
let troubles: string[] = [];

/** Good enough to draw: the real series comes from the measures. */
function seriesOf(all: readonly Event[], { dyad, by }: Pick<DyadSeries, 'dyad' | 'by'>): DyadSeries {
  const years = [...new Set(all.flatMap(({ when }) => (when ? [when.from.slice(0, 4)] : [])))];
  const points = years.map((year) => {
    const events = all.filter(({ when }) => when?.from.startsWith(year));
    const sum = (sign: 1 | -1): number => events.reduce((total, { score }) => total + Math.max(0, sign * score), 0);
    return {
      from: `${year}-01-01`,
      cooperation: sum(1),
      conflict: sum(-1),
      n: events.length,
      events: events.map(({ id }) => id),
    };
  });
  return { dyad, by, points, alarms: [], standings: [{ year: 2018, votePi: 0.632, powerBalance: 0.5 }] };
}

beforeAll(async () => {
  await build({ root: resolve('web'), logLevel: 'error', build: { outDir: dist, emptyOutDir: true } });
  serving = await serve({ door, web: dist }, 0);
  // No browser, no test: it must fail here, never be skipped.
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ARGS });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  rmSync(dist, { recursive: true, force: true });
});
beforeEach(() => {
  troubles = [];
});
afterEach(async () => {
  await page?.context().close();
  expect(troubles).toEqual([]);
});

async function open(hash: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en',
    reducedMotion: 'reduce',
    ...options,
  });
  page = await context.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(`${serving.url}/`)) troubles.push(`external request: ${request.url()}`);
  });
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`));
  await page.goto(`${serving.url}/${hash}`);
  await page.locator('main h1').first().waitFor();
  await page.locator('.waiting').waitFor({ state: 'detached' });
  return page;
}

const documentHash = (event?: Event): string => `#/doc/${english}${event ? `?e=${event.id}` : ''}`;
const card = (event: Event) => page.locator(`[data-event="${event.id}"] .card`);
const mark = (event: Event) => page.locator(`[data-triggers~="${event.id}"]`).first();
const isActive = (event: Event) => card(event).and(page.locator('[data-active]')).waitFor({ timeout: 3_000 });

/** Both the words and the card can be seen, in their own panes. */
async function expectInStep(event: Event): Promise<void> {
  await isActive(event);
  const inView = async (thing: Locator, pane: string): Promise<boolean> => {
    const box = await thing.boundingBox();
    const room = await page.locator(pane).boundingBox();
    return box !== null && room !== null && box.y >= room.y && box.y + box.height <= room.y + room.height;
  };
  await expect.poll(() => inView(mark(event), '.text-pane')).toBe(true);
  await expect.poll(() => inView(card(event).locator('.card-title'), '.cards-scroll')).toBe(true);
}

describe('a document with its events', () => {
  it('shows the text exactly as it is stored', async () => {
    await open(documentHash());
    const shown = (await page.locator('.reading').textContent()) ?? '';
    expect(shown.replace(/\s/g, '')).toBe(record.document(english)?.document.text.replace(/\s/g, ''));
  });

  it('shows the card of the mark that the mouse is on, and the mark of the card', async () => {
    await open(documentHash());
    const far = eventOf('received');
    await mark(far).hover();
    await expectInStep(far);
    const near = eventOf('joint naval');
    await page.evaluate("document.querySelector('.cards-scroll').scrollTo(0, 0)");
    await card(near).hover();
    await expectInStep(near);
  });

  it('opens at the event that the link names', async () => {
    const event = eventOf('plan to hold');
    await open(documentHash(event));
    await expectInStep(event);
    expect(await card(event).textContent()).toContain('planned');
  });

  it('keeps two events of one sentence apart, by colour and by label', async () => {
    await open(documentHash());
    const [first, second] = [eventOf('patrolled'), eventOf('fired')];
    expect(await mark(first).getAttribute('data-quad')).not.toBe(await mark(second).getAttribute('data-quad'));
    expect(await mark(first).getAttribute('data-label')).toBe('●2');
    expect(await mark(second).getAttribute('data-label')).toBe('◆3');
    await mark(second).hover();
    await isActive(second);
    const sentence = page.locator(`.evidence[data-events~="${first.id}"][data-active]`).first();
    expect(await sentence.getAttribute('data-quad')).toBe(second.quad);
  });

  it('goes on and back by J and K, on any keyboard layout, and not when the keys are switched off', async () => {
    await open(documentHash());
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('KeyJ');
    await page.keyboard.press('KeyJ');
    await expectInStep(events[2]!);
    await page.keyboard.press('KeyK');
    await expectInStep(events[1]!);
    expect(page.url()).toContain(events[1]!.id);
    await page.getByRole('button', { name: 'Keys on' }).click();
    await page.keyboard.press('KeyJ');
    await expectInStep(events[1]!);
  });

  it('opens a note on the source that it stands for, by mouse and by keyboard, and gives the focus back', async () => {
    await open(documentHash());
    await page.getByRole('button', { name: 'Note 5: show its source' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.textContent()).toContain('5 → 1');
    expect(await dialog.textContent()).toContain('Two Fleets, One Sea');
    const link = dialog.getByRole('link');
    expect(await link.getAttribute('href')).toBe('https://example.org/two-fleets');
    expect(await link.getAttribute('rel')).toContain('noreferrer');
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    const button = page.getByRole('button', { name: 'Note 6: show its source' });
    await button.focus();
    await page.keyboard.press('Enter');
    expect(await dialog.textContent()).toContain('names no author');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('[6]');
  });

  it('says on whose word an event is told, and why it was coded so', async () => {
    const event = eventOf('helping');
    await open(documentHash(event));
    expect(await card(event).textContent()).toContain('Vladimir Putin says so');
    expect(await card(event).textContent()).toContain('“The Radar Question”');
    expect(await card(eventOf('received')).textContent()).toContain('source not known: the note names no author');
    await card(event).locator('summary').click();
    await card(event).getByText('data/patterns/en.tsv:214').waitFor();
  });

  it('filters cards and marks alike', async () => {
    await open(documentHash());
    await page.getByLabel('Actor').selectOption('NATO');
    expect(await page.locator('.card').count()).toBe(1);
    expect(await page.locator('.trigger').count()).toBe(1);
  });

  it('copies the quotation with its citation', async () => {
    const event = eventOf('helping');
    await open(documentHash(event), { permissions: ['clipboard-read', 'clipboard-write'] });
    await card(event).getByRole('button', { name: 'Copy quote' }).click();
    await page.getByText('Copied').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toContain(event.evidence.quote);
    expect(copied).toContain('Lena Okafor, “Partners at sea');
  });
});

describe('the other pages', () => {
  it('lead from the list to a document', async () => {
    await open('');
    await page.getByRole('link', { name: 'Partners at sea' }).click();
    await page.locator('.card').first().waitFor();
    expect(page.url()).toContain(`#/doc/${english}`);
  });

  it('find a sentence without its diacritics', async () => {
    await open('');
    await page.getByRole('searchbox').fill('disisleri');
    await page.keyboard.press('Enter');
    await page.locator('.hit mark').first().waitFor();
    expect(await page.locator('.hit mark').allTextContents()).toEqual(['Dışişleri']);
  });

  it('filter the events and lead to the sentence', async () => {
    await open('#/events');
    await page.getByLabel('Recipient').selectOption('TUR');
    await page.getByText('3 events').waitFor();
    await page.getByRole('link', { name: 'Show in the text' }).first().click();
    await page.locator('.card[data-active]').waitFor();
  });

  it('show the sentences behind a bar, by keyboard as well', async () => {
    await open('#/dyad/CHN/RUS');
    const bar = page.getByRole('button', { name: /^2019/ });
    await bar.focus();
    await page.keyboard.press('Enter');
    await page.getByText('2 events', { exact: true }).waitFor();
    expect(await page.locator('.event-rows > li').count()).toBe(2);
  });

  it('show what others publish of the pair', async () => {
    await open('#/dyad/CHN/RUS');
    await page.getByText('As others publish it').click();
    const row = page.locator('.standings tbody tr');
    expect(await row.locator('th, td').allTextContents()).toEqual(['2018', '–', '–', '–', '0.632', '–', '0.500']);
  });

  it('show the events where nothing measures the dyad, and say so', async () => {
    const { dyad: _measured, ...unmeasured } = door;
    const other = await serve({ door: unmeasured, web: dist }, 0);
    page = await browser.newPage({ locale: 'en' });
    await page.goto(`${other.url}/#/dyad/CHN/RUS`);
    await page.getByText('does not measure dyads yet').waitFor();
    expect(await page.locator('.event-rows > li').count()).toBeGreaterThan(4);
    // a page that still holds a connection may keep the server from closing
    await page.close();
    await other.close();
  });
});

const ROUTES = ['', '#/?q=russia', '#/events', '#/dyad/CHN/RUS', documentHash(events[5])];
const SIZES = [
  { width: 1280, height: 800 },
  { width: 320, height: 640 },
];

describe('for every reader', () => {
  it.each(['light', 'dark'] as const)(
    'keeps WCAG 2.2 AA as far as axe can tell, %s, wide and narrow',
    { timeout: 180_000 },
    async (colorScheme) => {
      for (const viewport of SIZES) {
        for (const hash of ROUTES) {
          await open(hash, { viewport, colorScheme });
          expect({ hash, viewport, violations: await violations() }).toEqual({ hash, viewport, violations: [] });
          await page.context().close();
        }
        await open(documentHash(), { viewport, colorScheme });
        await page.locator('.note-mark').first().click();
        expect(await violations()).toEqual([]);
        await page.context().close();
      }
    },
  );

  it('never scrolls sideways at 320 px, in any language, nor at 400 % zoom', { timeout: 180_000 }, async () => {
    for (const locale of ['en', 'tr', 'ru']) {
      for (const height of [640, 256]) {
        for (const hash of ROUTES) {
          await open(hash, { locale, viewport: { width: 320, height } });
          const width = await page.evaluate<number>('document.documentElement.scrollWidth');
          expect({ locale, hash, width }).toEqual({ locale, hash, width: 320 });
          await page.context().close();
        }
      }
    }
  });

  it('speaks the language of the browser, and the one chosen, and says so to the reader’s software', async () => {
    await open('', { locale: 'ru-RU' });
    expect(await page.locator('h1').textContent()).toBe('Документы');
    expect(await page.locator('html').getAttribute('lang')).toBe('ru');
    await page.getByLabel('Язык').selectOption('tr');
    expect(await page.locator('h1').textContent()).toBe('Belgeler');
    await page.reload();
    expect(await page.locator('h1').textContent()).toBe('Belgeler');
    expect(await page.locator('.documents h2 a').first().getAttribute('lang')).toBe('tr');
  });

  it('shows text and card together on a phone', async () => {
    const event = eventOf('signed');
    await open(documentHash(event), { viewport: { width: 375, height: 700 } });
    await expectInStep(event);
  });
});

async function violations(): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate<
    string[]
  >(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
    .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target, failureSummary }) => target + ' ' + failureSummary).slice(0, 3).join(' | ')))`);
}
