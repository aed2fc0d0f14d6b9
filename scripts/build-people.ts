/**
 * Adds office-holders from public data to data/actors: REIGN leaders 1945-2021 (MIT), The World Factbook's current heads
 * (public domain), Wikidata's foreign ministers of 2023 and leaders of 2021 (facts, CC0). Rows written by hand (source `own`)
 * always win and are never changed; rows of the other sources are rebuilt. Full names and offices for REIGN's short names
 * are in scripts/leader-names.tsv.
 *
 * Use: npx tsx scripts/build-people.ts [REFERENCE-FOLDER], by default ../shared/reference.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const reference = process.argv[2] ?? '../shared/reference';
if (!existsSync(reference)) {
  console.error(`No reference data at ${reference}: nothing rebuilt.`);
  process.exit(1);
}
const actors = 'data/actors';

interface Term {
  readonly state: string;
  readonly office: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly source: string;
}

function rows(path: string): string[][] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(1);
  return lines.filter((line) => line !== '').map((line) => line.split('\t'));
}

function save(path: string, head: string, body: readonly (readonly string[])[]): void {
  const lines = [...new Set(body.map((row) => row.join('\t')))].sort((a, b) => compareRows(a, b));
  writeFileSync(path, `${[head, ...lines].join('\n')}\n`);
}

/** Fields compare one by one, so that `x` sorts before `x-y`. */
function compareRows(a: string, b: string): number {
  const [x, y] = [a.split('\t'), b.split('\t')];
  for (let i = 0; i < x.length; i++) {
    const [p, q] = [x[i] ?? '', y[i] ?? ''];
    if (p !== q) return p < q ? -1 : 1;
  }
  return 0;
}

function csv(path: string): Map<string, string>[] {
  const text = new TextDecoder('utf-8').decode(readFileSync(path));
  const table: string[][] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue;
    const cells = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((m) => m[1] ?? '');
    table.push(cells.map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')));
  }
  const head = table[0] ?? [];
  return table.slice(1).map((cells) => new Map(head.map((name, i) => [name, cells[i] ?? ''])));
}

const plain: Readonly<Record<string, string>> = {
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ß: 'ss',
  æ: 'ae',
  Þ: 'Th',
  þ: 'th',
  ð: 'd',
  ı: 'i',
};

function ascii(name: string): string {
  const simple = name.replace(/[øØłŁđĐßæÞþðı]/g, (letter) => plain[letter] ?? letter);
  return simple
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[’ʻ]/g, "'");
}

const slug = (name: string): string =>
  ascii(name)
    .replaceAll("'", '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const pad = (value: string): string => value.padStart(2, '0');

const stateByCow = new Map(rows(`${actors}/states.tsv`).flatMap((row) => (row[2] ? [[row[2], row[0] ?? '']] : [])));
stateByCow.set('260', 'germany');
const stateByCode = new Map<string, string>();
for (const [id = '', code = '', , , , to, sector] of rows(`${actors}/states.tsv`)) {
  if (sector === '' && (to === '' || !stateByCode.has(code))) stateByCode.set(code, id);
}
const stateByName = new Map(rows(`${actors}/names/en/states.tsv`).map((row) => [row[1] ?? '', row[0] ?? '']));

/** REIGN: the start is exact, of the end only the month is known; the successor's day makes it exact. */
function fromReign(): Term[] {
  const names = new Map(rows('scripts/leader-names.tsv').map((row) => [`${row[0]}\t${row[1]}`, row]));
  const leaders = csv(join(reference, 'reign_leaders_1945_2021.csv'));
  const terms: Term[] = [];
  leaders.forEach((row, index) => {
    const get = (key: string): string => row.get(key) ?? '';
    const known = names.get(`${stateByCow.get(get('ccode'))}\t${get('leader')}`);
    if (known === undefined || get('syear') === '') return;
    const from = `${get('syear')}-${pad(get('smonth'))}-${pad(get('sdate'))}`;
    const next = leaders[index + 1];
    const month = get('eyear') === '' ? '2021-08' : `${get('eyear')}-${pad(get('emonth'))}`;
    const follows =
      next?.get('ccode') === get('ccode') && `${next.get('syear')}-${pad(next.get('smonth') ?? '')}` === month;
    const to = follows ? `${month}-${pad(next.get('sdate') ?? '')}` : month;
    if (to.slice(0, from.length) < from.slice(0, to.length)) return;
    terms.push({ state: known[0] ?? '', office: known[3] ?? '', name: known[2] ?? '', from, to, source: 'reign' });
  });
  return terms;
}

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const entities: Readonly<Record<string, string>> = {
  rsquo: "'",
  lsquo: "'",
  szlig: 'ß',
  oslash: 'ø',
  aelig: 'æ',
  amp: '&',
};
const accents: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
};

function decode(text: string): string {
  const letters = text.replace(
    /&([A-Za-z])(acute|grave|circ|tilde|uml|cedil|ring|caron);/g,
    (_, letter: string, mark: string) => letter + (accents[mark] ?? ''),
  );
  return letters
    .normalize('NFC')
    .replace(/&([a-z]+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/<[^>]*>/g, ' ');
}

function isoDate(text: string): string {
  const found = /(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})/.exec(text);
  if (found === null) return '';
  const month = months.findIndex((name) => found[2] !== undefined && name.startsWith(found[2].toLowerCase())) + 1;
  if (month === 0) return found[3] ?? '';
  return `${found[3]}-${pad(String(month))}${found[1] === undefined ? '' : `-${pad(found[1])}`}`;
}

/** The Factbook writes family names in capitals: "Abdelmadjid TEBBOUNE". */
function properCase(name: string): string {
  return name.replace(/\p{Lu}{2,}(?:\p{L}|')*/gu, (word) =>
    /^[IVX]+$/.test(word) ? word : (word[0] ?? '') + word.slice(1).toLowerCase(),
  );
}

const headTitles: readonly (readonly [RegExp, string])[] = [
  [/^(?:Interim |Transition |Transitional )?President (?!of )(?:Capt\. |Col\. |Gen\. |General )?/, 'president'],
  [
    /^(?:GNU Interim |Interim |Transition |Acting |Caretaker |CNSP )?Prime Minister (?!and )(?:Crown Prince )?/,
    'prime-minister',
  ],
  [/^(?:King|Sultan|Amir|Grand Duke|Prince|Emperor) (?!and )/, 'monarch'],
  [/^Chancellor /, 'chancellor'],
];

/** Current heads as in The World Factbook of early 2026; crowns shared with another state are left out. */
function fromFactbook(): Term[] {
  const independent = csv(join(reference, 'country-codes.csv')).filter(
    (row) => row.get('is_independent') === 'Yes' || ['TWN', 'PSE'].includes(row.get('ISO3166-1-Alpha-3') ?? ''),
  );
  const byGec = new Map(
    independent.map((row) => [
      (row.get('FIPS') ?? '').toLowerCase(),
      stateByCode.get(row.get('ISO3166-1-Alpha-3') ?? ''),
    ]),
  );
  const lines = gunzipSync(readFileSync(join(reference, 'factbook_government.jsonl.gz')))
    .toString('utf8')
    .split('\n');
  const terms: Term[] = [];
  for (const line of lines.filter((each) => each !== '')) {
    const entry = JSON.parse(line) as {
      gec: string;
      government: Record<string, Record<string, { text?: string }> | undefined>;
    };
    const state = entry.gec === 'kv' ? 'kosovo' : byGec.get(entry.gec);
    const executive = entry.government['Executive branch'];
    if (state === undefined || executive === undefined) continue;
    for (const role of ['chief of state', 'head of government']) {
      const text = decode(executive[role]?.text ?? '').trim();
      const title = headTitles.find(([pattern]) => pattern.test(text));
      if (title === undefined || (/CHARLES III/.test(text) && state !== 'united-kingdom')) continue;
      const found = /^([^(;,]+?) \((?:since )?([^)]*)\)/.exec(text.replace(title[0], ''));
      const from = isoDate(found?.[2] ?? '');
      if (found === null || from === '') continue;
      terms.push({
        state,
        office: title[1],
        name: properCase(found[1] ?? '')
          .replace(/^Dr\. /, '')
          .replaceAll('"', ''),
        from,
        to: '',
        source: 'factbook',
      });
    }
  }
  return terms;
}

/** Wikidata gives no ends for these: a term is asserted only up to the year the list was made. */
function fromWikidata(): Term[] {
  const ministers = csv(join(reference, 'foreign_ministers_wikidata_2023.csv')).flatMap((row): Term[] => {
    const state = stateByName.get(row.get('countryLabel') ?? '');
    const [name = '', from = ''] = [row.get('name'), row.get('start')];
    if (state === undefined || name === '' || /^Q\d/.test(name) || !/^\d{4}(-\d\d){0,2}$/.test(from)) return [];
    return [{ state, office: 'foreign-minister', name, from, to: '2023', source: 'wikidata-2023' }];
  });
  const leaders = csv(join(reference, 'world_leaders_wikidata_2021.csv')).flatMap((row): Term[] => {
    const state = stateByName.get(row.get('country') ?? '');
    const [name = '', from = '', to = ''] = [row.get('officeholderLabel'), row.get('start_year'), row.get('end_year')];
    const label = row.get('positionLabel') ?? '';
    const office = /^president of/i.test(label)
      ? 'president'
      : /^prime minister/i.test(label)
        ? 'prime-minister'
        : undefined;
    if (state === undefined || office === undefined || name === '' || /^Q\d/.test(name) || !/^\d{4}$/.test(from))
      return [];
    const last = from > '2021' ? from : '2021';
    return [{ state, office, name, from, to: to === '' ? last : to, source: 'wikidata-2021' }];
  });
  return [...ministers, ...leaders];
}

const offices = new Map(
  rows(`${actors}/offices.tsv`)
    .filter((row) => row[3] === 'own')
    .map((row) => [row[0] ?? '', row]),
);
const ownPeople = new Set(
  rows(`${actors}/people.tsv`)
    .filter((row) => row[1] === 'own')
    .map((row) => row[0] ?? ''),
);
const ownTerms = rows(`${actors}/terms.tsv`).filter((row) => row[4] === 'own');
const kept: string[][] = ownTerms.map((row) => [...row]);
const people = new Map([...ownPeople].map((id) => [id, 'own']));
const newNames: string[][] = [];
const dropped = { known: 0, conflict: 0 };

const words = (id: string): string[] =>
  id
    .split('-')
    .filter((word) => word.length > 2 && !['bin', 'the', 'von', 'van', 'king', 'queen', 'iii', 'jr'].includes(word));
const stateOf = (row: readonly string[]): string =>
  offices.get(row[1] ?? '')?.[1] ?? newOffices.get(row[1] ?? '')?.[1] ?? '';
const newOffices = new Map<string, string[]>();
const overlap = (row: readonly string[], term: Term): boolean =>
  (row[3] === '' || (row[3] ?? '') >= term.from.slice(0, 7)) && (term.to === '' || (row[2] ?? '') <= `${term.to}~`);

/** The id of somebody in the data already: same state and (nearly) same name. */
function samePerson(term: Term): string | undefined {
  const id = slug(term.name);
  const here = kept.filter((row) => stateOf(row) === term.state);
  const exact = here.find((row) => row[0] === id);
  if (exact !== undefined) return exact[0];
  const wanted = words(id);
  const near = here.find((row) => {
    const have = words(row[0] ?? '');
    const shared = have.filter((word) => wanted.includes(word));
    if (shared.length >= 2 && have[0] === wanted[0] && shared.length === Math.min(have.length, wanted.length))
      return true;
    return (
      overlap(row, term) &&
      (shared.length >= 2 || (shared.length === 1 && wanted.at(-1) === words(row[0] ?? '').at(-1)))
    );
  });
  return near?.[0];
}

/** A term that an older list leaves open is still running when the Factbook has the same holder. */
function confirm(person: string, office: string): boolean {
  const row = kept.find(
    (each) =>
      each[0] === person &&
      each[1] === office &&
      ['2021-08', '2021', '2023'].includes(each[3] ?? '') &&
      each[4] !== 'own',
  );
  if (row === undefined) return false;
  row[3] = '';
  dropped.known++;
  return true;
}

/** Adds the term unless the person is known in the office already or somebody else holds it in that time. */
function add(term: Term): void {
  const office = `${term.state}-${term.office}`;
  const aliases = new Map([
    ['india-foreign-minister', 'india-foreign-minister'],
    ['united-states-foreign-minister', 'united-states-secretary-of-state'],
    ['united-kingdom-foreign-minister', 'united-kingdom-foreign-secretary'],
    ['china-prime-minister', 'china-premier'],
  ]);
  const officeId = aliases.get(office) ?? office;
  const person = samePerson(term);
  if (person !== undefined && term.to === '' && confirm(person, officeId)) return;
  const holders = kept.filter((row) => row[1] === officeId && overlap(row, term));
  if (person !== undefined && (holders.some((row) => row[0] === person) || ownPeople.has(person))) {
    dropped.known++;
    return;
  }
  const clash = holders.filter(
    (row) =>
      (row[2] ?? '').slice(0, 7) < (term.to || '9999').slice(0, 7) &&
      ((row[3] ?? '') || '9999').slice(0, 7) > term.from.slice(0, 7),
  );
  if (clash.length > 0) {
    dropped.conflict++;
    return;
  }
  let id = person ?? slug(term.name);
  if (person === undefined && people.has(id)) id = `${id}-${term.state}`;
  people.set(id, people.get(id) ?? term.source);
  newNames.push([id, term.name, 'name']);
  if (ascii(term.name) !== term.name) newNames.push([id, ascii(term.name), 'variant']);
  if (!offices.has(officeId)) newOffices.set(officeId, [officeId, term.state, 'GOV', term.source]);
  kept.push([id, officeId, term.from, term.to, term.source]);
}

const sources = [fromReign(), fromFactbook(), fromWikidata()];
for (const terms of sources) for (const term of terms) add(term);
save(
  `${actors}/people.tsv`,
  'id\tsource',
  [...people].map(([id, source]) => [id, source]),
);
save(`${actors}/offices.tsv`, 'id\tstate\tsector\tsource', [...offices.values(), ...newOffices.values()]);
save(`${actors}/terms.tsv`, 'person\toffice\tfrom\tto\tsource', kept);
for (const language of ['en', 'tr']) {
  const path = `${actors}/names/${language}/people.tsv`;
  const own = rows(path).filter((row) => ownPeople.has(row[0] ?? ''));
  save(path, 'id\tform\tkind', [...own, ...newNames]);
}
const read = sources.map((terms) => terms.length).join(' + ');
console.log(
  `read ${read} terms (REIGN, Factbook, Wikidata); ${dropped.known} known already, ${dropped.conflict} against rows written by hand; now ${people.size} people, ${kept.length} terms`,
);
