import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { place } from '../src/app/marked.ts';
import type { Marked } from '../src/app/relation.ts';

/** A marked sentence with the type of its relation; examples of one sentence share their group. */
export interface Example {
  readonly marked: Marked;
  readonly label: string;
  readonly set: 'relations' | 'sentences' | 'gsr';
  readonly group: string;
}

const CORPUS = 'gold/sentences';

export function readJsonLines(path: string): Record<string, unknown>[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

function marked(text: string, source: unknown, target: unknown): Marked | undefined {
  if (typeof source !== 'string' || typeof target !== 'string') return undefined;
  if (!text.includes(source) || !text.includes(target)) return undefined;
  const found = place(text, source, target);
  return found.source && found.target ? found : undefined;
}

/** All of the project's own sentences that may be studied: relations, the study part of the corpus, the PLOVER standard records. */
export function relationExamples(language: string): Example[] {
  const found: Example[] = [];
  const add = (one: Marked | undefined, label: unknown, set: Example['set'], group: string): void => {
    if (one && typeof label === 'string') found.push({ marked: one, label, set, group });
  };
  for (const row of readJsonLines(`gold/relations/${language}.jsonl`)) {
    const one = marked(String(row['sentence']), row['source'], row['target']);
    add(one, row['root'], 'relations', String(row['id']));
  }
  for (const name of readdirSync(CORPUS).sort()) {
    if (!name.startsWith(`${language}-`)) continue;
    for (const row of readJsonLines(`${CORPUS}/${name}`)) {
      if (row['part'] === 'unseen') continue;
      for (const event of (row['events'] ?? []) as Record<string, unknown>[]) {
        const one = marked(String(row['text']), event['source'], event['target']);
        add(one, (event['type'] as string[] | undefined)?.[0], 'sentences', String(row['id']));
      }
    }
  }
  if (language !== 'en') return found;
  for (const row of readJsonLines('gold/gsr/gsr.jsonl')) {
    const mention = (list: unknown, k: number): unknown => (list as { text: string }[] | undefined)?.[k]?.text;
    const target = row['symmetric'] === true ? mention(row['source'], 1) : mention(row['target'], 0);
    add(marked(String(row['text']), mention(row['source'], 0), target), row['root'], 'gsr', String(row['id']));
  }
  return found;
}

/** Which of n parts a group falls into: the same on every machine. */
export function partOf(group: string, parts: number): number {
  let hash = 7;
  for (const character of group) hash = (hash * 31 + character.codePointAt(0)!) % 1_000_003;
  return hash % parts;
}
