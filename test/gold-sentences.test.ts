import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = 'gold/sentences';

interface GoldEvent {
  readonly anchor: string;
  readonly trigger: string;
  readonly source: string | null;
  readonly target: string | null;
  readonly actor: string[];
  readonly recipient: string[];
  readonly type: string[];
  readonly mode: string | null;
  readonly stance: string;
  readonly date: string | null;
  readonly contexts: string[];
}

interface GoldSentence {
  readonly id: string;
  readonly language: string;
  readonly part: string;
  readonly style: string;
  readonly text: string;
  readonly published: string;
  readonly events: GoldEvent[];
}

interface Codebook {
  readonly types: Record<string, { readonly modes?: Record<string, unknown> }>;
  readonly contexts: Record<string, string>;
}

const codebook = parse(readFileSync('data/codebook/plover.yaml', 'utf8')) as Codebook;
const stances = new Set(['happened', 'planned', 'demanded', 'denied', 'hypothetical']);
const styles = new Set(['wire', 'ministry', 'analysis', 'headline', 'negative']);

/** Enough to measure on; a folder that was emptied by mistake must not pass. */
const least: Readonly<Record<string, number>> = { en: 5000, ru: 2000, tr: 2000 };

const files = readdirSync(folder)
  .filter((name) => /^[a-z]{2}-\d\d\.jsonl$/.test(name))
  .sort();
const languages = [...new Set(files.map((name) => name.slice(0, 2)))];

function sentences(language: string): GoldSentence[] {
  return files
    .filter((name) => name.startsWith(language))
    .flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n'))
    .map((line) => JSON.parse(line) as GoldSentence);
}

function faultsOfEvent(sentence: GoldSentence, event: GoldEvent): string[] {
  const verbatim = [event.anchor, event.trigger, event.source, event.target];
  const modes = event.type.flatMap((type) => Object.keys(codebook.types[type]?.modes ?? {}));
  return [
    ...verbatim.filter((words) => words !== null && (words === '' || !sentence.text.includes(words))),
    ...(event.anchor.includes(event.trigger) ? [] : [`anchor without trigger: ${event.trigger}`]),
    ...(event.type.length > 0 ? [] : ['no type']),
    ...event.type.filter((type) => !(type in codebook.types)),
    ...(event.mode === null || modes.includes(event.mode) ? [] : [event.mode]),
    ...(stances.has(event.stance) ? [] : [event.stance]),
    ...event.contexts.filter((context) => !(context in codebook.contexts)),
    ...(event.date === null || /^\d{4}(-\d\d(-\d\d)?)?$/.test(event.date) ? [] : [event.date]),
    ...(event.actor.length + event.recipient.length > 0 ? [] : ['nobody']),
  ].map((fault) => `${sentence.id}: ${fault}`);
}

function faultsOfSentence(sentence: GoldSentence): string[] {
  const number = Number(sentence.id.slice(3));
  const part = number % 3 === 0 ? 'unseen' : 'study';
  return [
    ...(sentence.part === part ? [] : [`${sentence.id}: part ${sentence.part}`]),
    ...(styles.has(sentence.style) ? [] : [`${sentence.id}: style ${sentence.style}`]),
    ...((sentence.style === 'negative') === (sentence.events.length === 0) ? [] : [`${sentence.id}: negative?`]),
    ...(/^\d{4}-\d\d-\d\d$/.test(sentence.published) ? [] : [`${sentence.id}: ${sentence.published}`]),
    ...sentence.events.flatMap((event) => faultsOfEvent(sentence, event)),
  ];
}

test.each(Object.entries(least))('the corpus is large enough to measure on: %s', (language, count) => {
  expect(sentences(language).length).toBeGreaterThanOrEqual(count);
});

describe.each(languages)('annotated sentences: %s', (language) => {
  const all = sentences(language);

  test('quotes are verbatim, and types, modes, contexts and stances exist', () => {
    expect(all.flatMap(faultsOfSentence)).toEqual([]);
  });

  test('no id and no sentence stands twice', () => {
    expect(new Set(all.map((one) => one.id)).size).toBe(all.length);
    expect(new Set(all.map((one) => one.text)).size).toBe(all.length);
    expect(all.every((one) => one.language === language && one.id.startsWith(language))).toBe(true);
  });

  test('about a third has no event, so that silence is measured too', () => {
    const silent = all.filter((one) => one.events.length === 0).length / all.length;
    expect(silent).toBeGreaterThanOrEqual(0.3);
    expect(silent).toBeLessThanOrEqual(0.4);
  });

  test('every type is there to be found', () => {
    const types = new Set(all.flatMap((one) => one.events.flatMap((event) => event.type.slice(0, 1))));
    expect(Object.keys(codebook.types).filter((type) => !types.has(type))).toEqual([]);
  });
});
