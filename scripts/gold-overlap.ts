/**
 * Does a sentence of gold/sentences, of the blind or plain records or of those for weights share a run of six content words with a text of the measuring gold?
 * `npx tsx scripts/gold-overlap.ts [../shared]` prints the offenders and ends with 1 when there are any.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { blindRecords, plainRecords, proseRecords, weightRecords } from './records/files.ts';
import { RUN, wordRuns } from './records/word-runs.ts';

const shared = process.argv[2] ?? '../shared';

/** Every string inside a JSON value: the sets differ in their fields. */
function* strings(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (value !== null && typeof value === 'object') for (const inner of Object.values(value)) yield* strings(inner);
}

function* files(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = `${folder}/${name}`;
    if (statSync(path).isDirectory()) yield* files(path);
    else if (/\.(jsonl?|gz|html|txt)$/.test(name)) yield path;
  }
}

function* texts(path: string): Generator<string> {
  const bytes = readFileSync(path);
  const content = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  if (/\.jsonl(\.gz)?$/.test(path))
    for (const line of content.split('\n').filter((one) => one !== '')) yield* strings(JSON.parse(line));
  else if (path.endsWith('.html')) yield content.replace(/<[^>]*>/g, ' ');
  else yield content;
}

if (!existsSync(`${shared}/gold`)) {
  console.log(`${shared}/gold is absent: nothing was compared`);
  process.exit(0);
}

const folder = 'gold/sentences';
const corpus = readdirSync(folder)
  .filter((one) => one.endsWith('.jsonl'))
  .map((name) => `${folder}/${name}`);
const ours = new Map<string, string[]>();
for (const path of [
  ...corpus,
  ...['en', 'ru', 'tr'].flatMap((code) => [
    blindRecords(code),
    plainRecords(code),
    proseRecords(code),
    weightRecords(code),
  ]),
]) {
  for (const line of readFileSync(path, 'utf8').trim().split('\n')) {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    for (const key of wordRuns(text)) ours.set(key, [...(ours.get(key) ?? []), id]);
  }
}

const offenders = new Map<string, string>();
let compared = 0;
for (const path of files(`${shared}/gold`)) {
  for (const text of texts(path)) {
    compared += 1;
    for (const key of wordRuns(text))
      for (const id of ours.get(key) ?? []) offenders.set(id, `${key} (${path.slice(shared.length + 1)})`);
  }
}
for (const [id, what] of [...offenders].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`${id}: ${what}`);
const twice = [...ours].filter(([, ids]) => new Set(ids).size > 1);
for (const [key, ids] of twice) console.log(`within the corpus: ${key} (${[...new Set(ids)].join(', ')})`);
console.log(
  `${ours.size} runs of ${RUN} content words, ${compared} texts compared, ${offenders.size} sentences share one, ${twice.length} runs stand twice within`,
);
process.exit(offenders.size > 0 ? 1 : 0);
