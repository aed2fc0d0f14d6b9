import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readings } from '../../../test/readings.ts';
import { loadSettler } from '../../app/coding.ts';
import { readThresholds } from '../../app/convention.ts';
import { openWorkbench, Workbench } from '../../app/workbench.ts';
import type { Event, Participant } from '../../model/index.ts';
import { ballotOf, weigh, weighAlike } from './ballot.ts';
import { bitsOf } from './sides.ts';
import { thresholdsOf } from './thresholds.ts';
import { packWeights, readWeights, SLOTS, type Tables } from './weights.ts';

const TEXTS = [
  'A raid by Israeli troops on Jenin killed nine Palestinians.',
  "Serbia put its army on alert after Kosovo's police arrested three Serbs.",
  'Saudi Arabia, the United Arab Emirates and Egypt cut ties with Qatar, and Turkey sent troops to Doha.',
  "Kazakh border guards opened fire on a Kyrgyz patrol on Friday after the shooting of two guards by Bishkek's men.",
  'The ministers of Armenia and Azerbaijan met in Tbilisi and accused each other of breaking the truce.',
];

const codes = (list: readonly Participant[]): string => list.map((one) => one.code).join('+');
const draw = (event: Event): string => `${codes(event.actor)} ${event.type} ${codes(event.recipient)}`.trim();

const table = (value: (slot: number) => number): Float32Array =>
  Float32Array.from({ length: SLOTS }, (_, k) => value(k));
const tables = (value: (slot: number) => number): Tables => ({
  actor: table(value),
  recipient: table((slot) => -value(slot)),
  whole: table(() => 0),
  none: table((slot) => value(slot) / 2),
});

describe('settling who does it to whom', () => {
  it('codes an act that the rules refuse for want of a party which the sentence names', async () => {
    const text = 'Justin Trudeau said agents of India were linked to the killing of a Sikh activist.';
    const rules = await openWorkbench(undefined, 'rule').codeText({ text, language: 'en' });
    const both = await openWorkbench().codeText({ text, language: 'en' });
    expect(rules.events.map(draw)).toEqual([]);
    expect(both.events.map(draw)).toEqual(['CAN ACCUSE IND']);
  });

  it('tells one act once where its word and the verb above name the same parties', async () => {
    const { events } = await openWorkbench().codeText({ text: TEXTS[0]!, language: 'en' });
    expect(events.map(draw)).toEqual(['ISR ASSAULT PSE']);
  });

  it('says how sure it is, what came second and how likely no event is', async () => {
    const { events } = await openWorkbench().codeText({ text: TEXTS[1]!, language: 'en' });
    expect(events.length).toBeGreaterThan(0);
    for (const { confidence, explanation } of events) {
      const [answer, second] = explanation.filter(({ rule }) => rule.startsWith('linear:'));
      expect(answer?.says).toContain(String(confidence));
      expect(second?.says).toMatch(/no event: 0\.\d\d$/);
    }
  });

  it('does not code an act that lacks a second party without finding one', async () => {
    const text =
      'The United States has made efforts to form new military-political alliances driven by its own interests.';
    const { events } = await openWorkbench().codeText({ text, language: 'en' });
    expect(events.map(draw)).toEqual([]);
  });

  it('never codes what is said not to have been done', async () => {
    const text = 'South Korea did not meet the American envoy, and Japan imposed no sanctions on Iran.';
    const { events } = await openWorkbench().codeText({ text, language: 'en' });
    expect(events.map(draw)).toEqual([]);
  });

  it('gives every party by words of the text, whatever the weights', async () => {
    for (const seed of [1, 2, 3]) {
      const weights = { tables: tables((slot) => Math.sin(seed * slot)), scale: 1, temperature: 1, keep: 0.3 };
      for (const text of TEXTS) {
        for (const reading of await readings(text)) {
          const ballot = ballotOf(reading);
          const shares = weigh(ballot, weights);
          expect(shares.length).toBe(ballot.answers.length + 1);
          expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
          const mentions = ballot.sides.flatMap((side) => side.mentions);
          for (const { start, end, text: words } of mentions) expect(text.slice(start, end)).toBe(words);
          for (const { actor } of ballot.answers)
            expect(actor > 0 || reading.parties.anonymous || reading.mayBeAnonymous).toBe(true);
        }
      }
    }
  });

  it('counts answers that name the same sides as one', async () => {
    const text =
      'The navies of China and Russia drilled off Japan, and Xi Jinping and Vladimir Putin opened the two navies’ manoeuvre.';
    let merged = 0;
    for (const reading of await readings(text)) {
      const ballot = ballotOf(reading);
      const weights = { tables: tables((slot) => Math.sin(slot) / 9), scale: 1, temperature: 1, keep: 0.3 };
      const shares = weighAlike(ballot, weights);
      expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6);
      const named = (mask: number): string =>
        [...new Set(bitsOf(mask).flatMap((k) => ballot.sides[k]!.codes))].sort().join(' ');
      const likely = ballot.answers.filter((_, i) => shares[i]! > 0);
      expect(new Set(likely.map(({ actor, recipient }) => `${named(actor)}>${named(recipient)}`)).size).toBe(
        likely.length,
      );
      merged += ballot.answers.length - likely.length;
    }
    expect(merged).toBeGreaterThan(0);
  });

  /** Who bears an act by some answer: codes, and the words that stand for them. */
  async function recipientsIn(text: string, type: string): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const reading of await readings(text)) {
      if (reading.act.outcome.type !== type) continue;
      const { answers, sides } = ballotOf(reading);
      for (const { recipient } of answers)
        for (const k of bitsOf(recipient)) found.set(sides[k]!.codes.join('+'), sides[k]!.mentions[0]!.text);
    }
    return found;
  }

  it('weighs whom the sentence before names where this one leaves a party open', async () => {
    const text = 'Vilnius has closed its border with Poland to lorries. Minsk condemned the decision.';
    const weighed = await recipientsIn(text, 'ACCUSE');
    expect(weighed.get('LTU')).toBe('Vilnius');
    expect(weighed.get('POL')).toBe('Poland');
  });

  it('looks one sentence further back where the one before names nobody', async () => {
    const text = 'Vilnius has closed its border. Lorries queue for miles. Minsk condemned the decision.';
    expect((await recipientsIn(text, 'ACCUSE')).get('LTU')).toBe('Vilnius');
  });

  it('codes an answer to whom the sentence before names, and says where he is named', async () => {
    const text = 'Moscow police arrested four Georgian officers. Tbilisi recalled its ambassador.';
    const { events } = await openWorkbench().codeText({ text, language: 'en' });
    expect(events.map(draw)).toEqual(['RUS COERCE GEO', 'GEO SANCTION RUS']);
    const says = events[1]!.explanation.filter(({ rule }) => rule === 'linear:before').map((step) => step.says);
    expect(says).toEqual(['"Moscow police" is named in a sentence before']);
    const { mention } = events[1]!.recipient[0]!;
    expect(text.slice(mention.start, mention.end)).toBe('Moscow police');
  });

  it('passes over headings, which are not coded', async () => {
    const body = [
      '<h1>A quarrel in the Caucasus</h1><p>Moscow police arrested four Georgian officers on Monday in the centre of the city.</p>',
      '<h2>Italy</h2><p>Tbilisi recalled its ambassador. The quarrel has been going on for a week and nobody knows how it will end.</p>',
    ];
    const name = join(mkdtempSync(join(tmpdir(), 'chancery-')), 'quarrel.html');
    writeFileSync(name, `<html lang="en"><body><article>${body.join('')}</article></body></html>`);
    const workbench = openWorkbench();
    const { document } = await workbench.read({ kind: 'file', name });
    expect(workbench.code(document).events.map(draw)).toEqual(['RUS COERCE GEO', 'GEO SANCTION RUS']);
    rmSync(dirname(name), { recursive: true });
  });

  it('takes nobody from the sentence before whom an act does not concern', async () => {
    const text = 'Moscow police arrested four Georgian officers. Madrid recalled its ambassador from Caracas.';
    const { events } = await openWorkbench().codeText({ text, language: 'en' });
    expect(events.map(draw)).toEqual(['RUS COERCE GEO', 'ESP SANCTION VEN']);
  });

  it('weighs nobody else where the sentence names enough sides itself', async () => {
    const text = 'Vilnius has closed its border. Minsk condemned Poland, Latvia and Estonia on Monday.';
    const weighed = await recipientsIn(text, 'ACCUSE');
    expect([...weighed.keys()]).toContain('LVA');
    expect([...weighed.keys()]).not.toContain('LTU');
  });

  it('puts what the rules found first, and no answer twice', async () => {
    for (const text of TEXTS) {
      for (const reading of await readings(text)) {
        const { answers } = ballotOf(reading);
        const keys = answers.map(({ actor, recipient }) => `${actor} ${recipient}`);
        expect(new Set(keys).size).toBe(keys.length);
        if (reading.refused === undefined) expect(answers[0]?.edit).toBe('as read');
      }
    }
  });
});

describe('the thresholds', () => {
  const eventsAt = async (table: string): Promise<string[]> => {
    const settlerOf = (language: string) => loadSettler(language, readThresholds(table, 'here'));
    const texts = TEXTS.map((text) => new Workbench(undefined, settlerOf).codeText({ text, language: 'en' }));
    return (await Promise.all(texts)).flatMap(({ events }) => events.map(draw));
  };

  it('of a table stand for those that it names', () => {
    const set = readThresholds('threshold\tvalue\nadd\t0.5\n', 'here');
    expect(thresholdsOf(0.3, set)).toEqual({ ...thresholdsOf(0.3), add: 0.5 });
    expect(thresholdsOf(0.3, readThresholds(undefined, 'here')).keep).toBe(0.3);
    expect(() => readThresholds('threshold\tvalue\nsure\t0.5\n', 'here')).toThrow(/no such threshold/);
  });

  it('leave an act to its doer alone where that is likely', async () => {
    const text = 'Beijing rejected the ruling.';
    const events = async (table: string): Promise<string[]> => {
      const settlerOf = (language: string) => loadSettler(language, readThresholds(table, 'here'));
      return (await new Workbench(undefined, settlerOf).codeText({ text, language: 'en' })).events.map(draw);
    };
    expect(await events('threshold\tvalue\nalone\t0.3\n')).toHaveLength(1);
    expect(await events('threshold\tvalue\nalone\t1.1\n')).toHaveLength(0);
  });

  it('say how much is coded', async () => {
    const most = await eventsAt('threshold\tvalue\nkeep\t0\ndoubt\t1000\nadd\t0\n');
    const sure = await eventsAt('threshold\tvalue\nkeep\t0.9\nadd\t0.9\n');
    expect(most).toEqual(expect.arrayContaining(sure));
    expect(sure.length).toBeLessThan(most.length);
  });
});

describe('the weights', () => {
  it('come back from their file within half a step of eight bits', () => {
    const weights = { tables: tables((slot) => Math.sin(slot)), temperature: 1.05, keep: 0.35 };
    const back = readWeights(packWeights(weights), 'here');
    expect(back.temperature).toBe(1.05);
    expect(back.keep).toBe(0.35);
    for (let k = 0; k < SLOTS; k += 997)
      expect(Math.abs(back.scale * back.tables.actor[k]! - weights.tables.actor[k]!)).toBeLessThan(0.5 / 127 + 1e-6);
  });

  it('say what to do when their file is cut short', () => {
    const bytes = packWeights({ tables: tables((slot) => Math.sin(slot)), temperature: 1, keep: 0.3 }).slice(0, 100);
    expect(() => readWeights(bytes, 'models/record.en.bin')).toThrow(
      expect.objectContaining({
        code: 'MODEL_SIZE',
        detail: expect.objectContaining({
          at: 'models/record.en.bin',
          found: expect.stringContaining('100 packed bytes'),
        }),
      }),
    );
  });
});
