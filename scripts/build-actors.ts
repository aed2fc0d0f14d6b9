/**
 * Builds data/actors/states.tsv and data/actors/names/<lang>/states.tsv from the hand-written tables in
 * scripts/actors and from country-codes.csv (datasets/country-codes, PDDL: UNTERM formal names, ISO codes).
 * Rows that stand in these tables already are kept, for most places were added there by hand.
 * Run: npx tsx scripts/build-actors.ts [reference folder, default ../shared/reference]
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';

interface NameRow {
  readonly id: string;
  readonly form: string;
  readonly kind: string;
}

const reference = process.argv[2] ?? '../shared/reference';
const GW: Readonly<Record<string, string>> = {
  DE: '260',
  YE: '678',
  RS: '340',
  KI: '970',
  NR: '971',
  TO: '972',
  TV: '973',
};

const rows = (file: string): string[][] =>
  readFileSync(`scripts/actors/${file}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('|'));
const list = (cell: string | undefined): string[] =>
  cell
    ? cell
        .split(';')
        .map((s) => s.trim())
        .filter(Boolean)
    : [];

function csvLine(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (const ch of line) {
    if (ch === '"') quoted = !quoted;
    else if (ch === ',' && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += ch;
  }
  return [...cells, cell];
}

/** ISO two-letter code -> columns of country-codes.csv. */
function countryCodes(): Map<string, Record<string, string>> {
  const file = `${reference}/country-codes.csv`;
  const found = new Map<string, Record<string, string>>();
  if (!existsSync(file)) {
    console.error(`${file} is absent: official names are left out`);
    return found;
  }
  const [head, ...body] = readFileSync(file, 'utf8').split('\n');
  const columns = csvLine(head ?? '');
  for (const line of body) {
    const cells = csvLine(line);
    const row = Object.fromEntries(columns.map((name, i) => [name, (cells[i] ?? '').trim()]));
    const key = row['ISO3166-1-Alpha-2'];
    if (key) found.set(key, row);
  }
  return found;
}

const ISO_OWN: Readonly<Record<string, string>> = { XK: 'XKX', PS: 'PSE', NA: 'NAM' };
/** Where a president only represents, the head of government is "the leader". */
const PARLIAMENTARY = new Set(
  'germany italy india israel pakistan greece hungary czechia slovakia slovenia croatia bulgaria estonia latvia finland portugal ireland iceland malta bosnia serbia montenegro north-macedonia albania kosovo moldova georgia armenia ethiopia iraq lebanon bangladesh nepal singapore mauritius fiji trinidad-and-tobago austria poland'.split(
    ' ',
  ),
);
const isAcronym = (form: string): boolean => /^[\p{Lu}.]{2,7}$/u.test(form);
const nameKind = (form: string, index: number): string =>
  isAcronym(form) ? 'acronym' : index === 0 ? 'name' : 'short';

function english(id: string, names: string, adjectives: string, demonyms: string, capital: string): NameRow[] {
  const adj = list(adjectives);
  const plurals = list(demonyms).flatMap((d) =>
    d === '+' ? adj.filter((a) => !isAcronym(a)).map((a) => `${a}s`) : [d],
  );
  const singular = plurals.filter((p) => p.endsWith('s') && !adj.includes(p)).map((p) => p.slice(0, -1));
  return [
    ...list(names).map((form, i) => ({ id, form, kind: nameKind(form, i) })),
    ...adj.map((form) => ({ id, form, kind: 'adjective' })),
    ...plurals.map((form) => ({ id, form: form.replace(/men$/, 'men'), kind: 'demonyms-plural' })),
    ...singular.filter((s) => !adj.includes(s)).map((form) => ({ id, form, kind: 'demonym' })),
    ...plurals.filter((p) => p.endsWith('men')).map((p) => ({ id, form: p.replace(/men$/, 'man'), kind: 'demonym' })),
    ...list(capital).map((form) => ({ id, form, kind: 'capital' })),
  ];
}

function russian(id: string, cells: readonly string[]): NameRow[] {
  const [names, adjectives, demonym, plural, capital] = cells;
  const women = list(demonym).flatMap((d) =>
    /[бвгджзклмнпрстфхцчшщ]ец$/u.test(d) && d !== 'немец'
      ? [d.replace(/ец$/u, 'ка')]
      : /н[ия]н$/u.test(d)
        ? [`${d.slice(0, -2)}ка`.replace(/нка$/u, 'нка')]
        : [],
  );
  return [
    ...list(names).map((form, i) => ({ id, form, kind: nameKind(form, i) })),
    ...list(adjectives).map((form) => ({ id, form, kind: 'adjective' })),
    ...[...list(demonym), ...women].map((form) => ({ id, form, kind: 'demonym' })),
    ...list(plural).map((form) => ({ id, form, kind: 'demonyms-plural' })),
    ...list(capital).map((form) => ({ id, form, kind: 'capital' })),
  ];
}

/** Turkish plural of a demonym by vowel harmony: Rus -> Ruslar, Alman -> Almanlar, İngiliz -> İngilizler. */
function turkishPlural(form: string): string {
  const vowels = [...form].filter((ch) => 'aıouAIOUeiöüEİÖÜâ'.includes(ch));
  return form + ('aıouAIOU'.includes(vowels.at(-1) ?? 'e') ? 'lar' : 'ler');
}

function turkish(id: string, cells: readonly string[]): NameRow[] {
  const [names, adjectives, capital] = cells;
  const adj = list(adjectives);
  const own = new Set(list(names));
  return [
    ...list(names).map((form, i) => ({ id, form, kind: nameKind(form, i) })),
    ...adj.filter((form) => !own.has(form)).map((form) => ({ id, form, kind: 'adjective' })),
    ...adj.filter((form) => !own.has(form)).map((form) => ({ id, form: turkishPlural(form), kind: 'demonyms-plural' })),
    ...list(capital).map((form) => ({ id, form, kind: 'capital' })),
  ];
}

/** People are called by the first word of their name. */
/** In the PLOVER manual's list of disputed territories, with a code of their own. */
const DISPUTED = new Set(['western-sahara']);
const FAMILY_FIRST = new Set(['china', 'taiwan', 'north-korea', 'south-korea', 'vietnam', 'cambodia', 'hong-kong']);

const leader = (id: string): string =>
  PARLIAMENTARY.has(id) ? (id === 'germany' || id === 'austria' ? 'chancellor' : 'prime-minister') : '';

/** Blocs of organisations.tsv whose adjectives are listed with those of the states. */
const BLOCS = new Set(['west', 'european-countries', 'arab-states', 'un-security-council']);

function build(): void {
  const codes = countryCodes();
  const states: string[] = [];
  const names: Record<string, NameRow[]> = { en: [], ru: [], tr: [] };
  for (const cells of rows('states.psv')) {
    const [a2, id, cow, span] = cells as [string, string, string, string];
    if (cells.length !== 16) throw new Error(`states.psv: ${id} has ${cells.length} cells, not 16`);
    const [from, to] = span.split(':');
    const iso = codes.get(a2);
    const code = a2.length === 3 ? a2 : (ISO_OWN[a2] ?? iso?.['ISO3166-1-Alpha-3'] ?? '');
    if (code === '') throw new Error(`states.psv: no code for ${id}`);
    states.push(
      [
        id,
        code,
        cow,
        GW[a2] ?? cow,
        from,
        to ?? '',
        DISPUTED.has(id) ? 'PRE' : '',
        leader(id),
        FAMILY_FIRST.has(id) ? 'family-first' : '',
        'own; ISO 3166, COW',
        '',
      ].join('\t'),
    );
    names['en']!.push(...english(id, cells[4]!, cells[5]!, cells[6]!, cells[7]!));
    names['ru']!.push(...russian(id, cells.slice(8, 13)));
    names['tr']!.push(...turkish(id, cells.slice(13)));
    const formal = (iso?.['UNTERM English Formal'] ?? '').replace(/^the /, '').replace(/ \(.*\)$/, '');
    const formalRu = (iso?.['UNTERM Russian Formal'] ?? '').replace(/ \(.*\)$/, '');
    if (formal && /^\p{Lu}/u.test(formal)) names['en']!.push({ id, form: formal, kind: 'official' });
    if (formalRu && /^\p{Lu}/u.test(formalRu)) names['ru']!.push({ id, form: formalRu, kind: 'official' });
  }
  for (const [id, code, span, acts] of rows('breakaway.psv')) {
    const [from, to] = span!.split(':');
    states.push([id, code, '', '', from, to ?? '', 'PRE', '', '', 'own; PLOVER manual', acts ?? ''].join('\t'));
  }
  for (const language of Object.keys(names)) {
    for (const [id, kind, forms] of rows(`extra.${language}.psv`)) {
      for (const form of list(forms))
        names[language]!.push({ id: id!, form, kind: isAcronym(form) && kind !== 'city' ? 'acronym' : kind! });
    }
    write(language, names[language]!, new Set(states.map((s) => s.split('\t')[0]!)));
  }
  const path = 'data/actors/states.tsv';
  const known = new Map(standing(path).map((row) => [row.split('\t')[0], row]));
  const kept = states.map((row) => known.get(row.split('\t')[0]) ?? row);
  const all = [...new Set([...kept, ...known.values()])].sort();
  writeFileSync(path, `id\tcode\tcow\tgw\tfrom\tto\tsector\tleader\tnames\tsource\tacts\n${all.join('\n')}\n`);
  console.log(`states ${states.length}`);
}

/** Rows of a table that stands already: rows are added and mended in the tables themselves too, and those are kept. */
function standing(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(1).filter(Boolean) : [];
}

function write(language: string, names: readonly NameRow[], ids: ReadonlySet<string>): void {
  const seen = new Set<string>();
  const lines: string[] = [];
  for (const { id, form, kind } of names) {
    if (!ids.has(id) && !BLOCS.has(id)) throw new Error(`extra.${language}: unknown state ${id}`);
    if (!seen.has(`${id}\t${form}`)) lines.push(`${id}\t${form}\t${kind}`);
    seen.add(`${id}\t${form}`);
  }
  const path = `data/actors/names/${language}/states.tsv`;
  mkdirSync(`data/actors/names/${language}`, { recursive: true });
  const built = new Set(lines);
  lines.push(...standing(path).filter((line) => !built.has(line)));
  // The first name of a state is the one shown, so the order within a state is kept.
  const sorted = lines
    .map((line, i) => ({ line, i, id: line.split('\t')[0]! }))
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.i - b.i));
  writeFileSync(path, `id\tform\tkind\n${sorted.map((r) => r.line).join('\n')}\n`);
  console.log(language, lines.length);
}

build();
