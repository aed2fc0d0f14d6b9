/**
 * Adds the parties that The World Factbook (public domain) counts among those with seats to data/actors/bodies.tsv (source
 * `factbook`) and names/en/bodies.tsv. Rows of source `factbook` are rebuilt, all others are left alone; a name or acronym that
 * anybody else bears already is left out.
 * Run: npx tsx scripts/build-parties.ts [reference folder, default ../shared/reference]
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { foldPlain } from '../src/language/segment/fold.ts';

const reference = process.argv[2] ?? '../shared/reference';
if (!existsSync(`${reference}/factbook_government.jsonl.gz`)) {
  console.error(`No Factbook at ${reference}: nothing rebuilt.`);
  process.exit(1);
}
const actors = 'data/actors';

interface Text {
  readonly text?: string;
}
interface Country {
  readonly gec: string;
  readonly government: Readonly<Record<string, Text & Readonly<Record<string, Text>>>>;
}
interface Party {
  readonly state: string;
  readonly forms: readonly string[];
  readonly acronym: string;
}

const rowsOf = (path: string): string[][] =>
  readFileSync(`${actors}/${path}.tsv`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));

function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((cell, i) => cell !== b[i]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

function save(path: string, [head, ...rows]: readonly string[][]): void {
  const lines = [head ?? [], ...rows.sort(compare)].map((row) => row.join('\t'));
  writeFileSync(`${actors}/${path}.tsv`, `${[...new Set(lines)].join('\n')}\n`);
}

/** FIPS code of the Factbook -> id of a state, over ISO's codes. */
function statesByGec(): Map<string, string> {
  const byCode = new Map(
    rowsOf('states').flatMap(([id, code, , , , to]) => (to === '' ? [[code!, id!] as const] : [])),
  );
  const [head = '', ...lines] = readFileSync(`${reference}/country-codes.csv`, 'utf8').split('\n');
  const columns = head.split(',');
  const [iso, fips] = [columns.indexOf('ISO3166-1-Alpha-3'), columns.indexOf('FIPS')];
  const found = new Map<string, string>([['kv', 'kosovo']]);
  for (const line of lines) {
    const cells = line.split(',');
    const id = byCode.get(cells[iso] ?? '');
    if (id) found.set((cells[fips] ?? '').toLowerCase(), id);
  }
  return found;
}

const clean = (text: string): string =>
  text
    .replace(/<br>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&rsquo;|’/g, "'")
    .replace(/&[a-z]+;|[\u00a0 ]+/g, ' ');

const isAcronym = (form: string): boolean => /^\p{Lu}[\p{L}-]{1,9}$/u.test(form) && /\p{Lu}.*\p{Lu}/u.test(form);

/** Without such a word a name of two or three words says too little: "New Generation". */
const PARTY =
  /Party|Partido|Front|Movement|Union|Alliance|Coalition|Congress|League|Rally|Democrat|Socialist|Liberal|Communist|Bloc\b|Assembly|Jamaat|Federation|Council/;

/** "Democratic Party (Partido X) or DP (alliance …)" -> forms and acronym. */
function partyOf(line: string, state: string): Party | undefined {
  if (/includ|alliance of|note|former|Independent|Other|electoral|:|\d/i.test(line)) return undefined;
  const [head = '', tail = ''] = line.split(/ or (?=\p{Lu})/u);
  const native = /\(([^)]+)\)/.exec(head)?.[1]?.trim() ?? '';
  const name = head.replace(/\([^)]*\)/g, '').trim();
  const first = tail.replace(/\(.*/, '').trim();
  const acronym = isAcronym(first) ? first : isAcronym(native) ? native : '';
  const forms = [name, ...(native !== acronym ? [native] : []), ...(first !== acronym ? [first] : [])];
  const good = forms.filter((form) => /^[\p{Lu}][\p{L}' -]+ [\p{L}' -]+$/u.test(form) && form.length > 7);
  const clear = PARTY.test(name) || name.split(' ').length > 3;
  return clear && good.length > 0 && name === good[0] ? { state, forms: good, acronym } : undefined;
}

function partiesOf(country: Country, state: string): Party[] {
  const all = Object.entries(country.government);
  const seats = all
    .filter(([key]) => key.startsWith('Legislative') || key.startsWith('Executive'))
    .map(([, value]) => clean(JSON.stringify(value)))
    .join(' ');
  const words = new Set(seats.split(/[^\p{L}'-]+/u));
  const listed = clean(country.government['Political parties']?.text ?? '')
    .split('\n')
    .map((line) => line.replace(/\(.*(?:alliance|coalition|includes).*$/, '').trim());
  return listed
    .flatMap((line) => partyOf(line, state) ?? [])
    .filter(({ forms, acronym }) => words.has(acronym) || forms.some((form) => seats.includes(form)))
    .slice(0, 12);
}

const bodies = rowsOf('bodies').filter((row) => row.at(-1) !== 'factbook');
const kept = new Set(bodies.map(([id]) => id));
const names = rowsOf('names/en/bodies').filter(([id]) => kept.has(id!));
const taken = new Set(
  readdirSync(`${actors}/names/en`)
    .filter((file) => file !== 'people.tsv' && file !== 'bodies.tsv')
    .flatMap((file) => rowsOf(`names/en/${file.replace('.tsv', '')}`))
    .concat(names)
    .map(([, form]) => foldPlain(form ?? '')),
);
const states = statesByGec();
const found = gunzipSync(readFileSync(`${reference}/factbook_government.jsonl.gz`))
  .toString('utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Country)
  .flatMap((country) => {
    const state = states.get(country.gec);
    return state ? partiesOf(country, state) : [];
  });
const bearers = new Map<string, number>();
for (const form of found.flatMap((party) => party.forms)) bearers.set(form, (bearers.get(form) ?? 0) + 1);
let count = 0;
for (const { state, forms, acronym } of found) {
  if (forms.some((form) => taken.has(foldPlain(form)))) continue;
  const slug = foldPlain(forms[0]!)
    .normalize('NFD')
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
  const id = `${state}-${slug}`;
  if (kept.has(id)) continue;
  kept.add(id);
  count++;
  bodies.push([id, state, 'PTY', 'party', '', '', 'factbook']);
  const shared = (form: string): boolean => (bearers.get(form) ?? 0) > 1;
  for (const [i, form] of forms.entries())
    names.push([id, form, shared(form) ? 'short' : i === 0 ? 'name' : 'variant']);
  if (acronym.length > 2 && !taken.has(foldPlain(acronym))) names.push([id, acronym, 'acronym']);
}
save('bodies', bodies);
save('names/en/bodies', names);
console.log(`parties ${count}`);
