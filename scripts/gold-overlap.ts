/**
 * Does a sentence of gold/sentences share a run of six content words with a text of the measuring gold?
 * `npx tsx scripts/gold-overlap.ts [../shared]` prints the offenders and ends with 1 when there are any.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const run = 6;
const shared = process.argv[2] ?? '../shared';

const stop = new Set(
  (
    'a an the of to in on at by for from with and or but as is are was were be been has have had it its his her their he she they that this which who whom ' +
    'said says after before over under into not no will would could may than then there also up out off about against between during while when ' +
    'и в во на с со по о об от до из за к ко у не что как это его её их он она они но а для при над под после или был была были было ' +
    've ile bir bu da de için olarak olan daha ki ne'
  ).split(' '),
);

function words(text: string): string[] {
  return (text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => !stop.has(word));
}

function* runs(text: string): Generator<string> {
  const all = words(text);
  for (let at = 0; at + run <= all.length; at += 1) yield all.slice(at, at + run).join(' ');
}

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

const ours = new Map<string, string[]>();
const folder = 'gold/sentences';
for (const name of readdirSync(folder).filter((one) => one.endsWith('.jsonl'))) {
  for (const line of readFileSync(`${folder}/${name}`, 'utf8').trim().split('\n')) {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    for (const key of runs(text)) ours.set(key, [...(ours.get(key) ?? []), id]);
  }
}

const offenders = new Map<string, string>();
let compared = 0;
for (const path of files(`${shared}/gold`)) {
  for (const text of texts(path)) {
    compared += 1;
    for (const key of runs(text))
      for (const id of ours.get(key) ?? []) offenders.set(id, `${key} (${path.slice(shared.length + 1)})`);
  }
}
for (const [id, what] of [...offenders].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`${id}: ${what}`);
const twice = [...ours].filter(([, ids]) => new Set(ids).size > 1);
for (const [key, ids] of twice) console.log(`within the corpus: ${key} (${[...new Set(ids)].join(', ')})`);
console.log(
  `${ours.size} runs of ${run} content words, ${compared} texts compared, ${offenders.size} sentences share one, ${twice.length} runs stand twice within`,
);
process.exit(offenders.size > 0 ? 1 : 0);
