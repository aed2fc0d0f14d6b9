/**
 * Adds the bodies, groups and organisations of scripts/actors/bodies.psv and bodies-by-state.psv (written by hand, source `own`) to
 * data/actors. The names of a line are one body's; in the section `body`, of kinds that list several (companies, media,
 * universities), one body's each. Names that somebody bears already are left out, so it can be run again.
 * Run: npx tsx scripts/add-bodies.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { foldPlain } from '../src/language/segment/fold.ts';

const actors = 'data/actors';
const TABLES = ['organisations', 'groups', 'bodies', 'people', 'offices', 'states'];
/** Kinds whose lines list several actors. */
const LISTS = new Set([
  'company',
  'media',
  'university',
  'union',
  'ngo',
  'movement',
  'police',
  'agency',
  'unit',
  'command',
]);

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

function slug(name: string): string {
  const plain = foldPlain(name)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, ' ');
  return plain.trim().replaceAll(' ', '-');
}

const tables = new Map(['organisations', 'groups', 'bodies'].map((name) => [name, rowsOf(name)]));
const ids = new Set(TABLES.flatMap((name) => rowsOf(name).map(([id]) => id!)));
const lists = new Map<string, string[][]>();
const bearers = new Map<string, Map<string, string>>();
for (const code of ['en', 'ru', 'tr']) {
  const known = new Map<string, string>();
  for (const name of TABLES) {
    const rows = rowsOf(`names/${code}/${name}`);
    lists.set(`${code}/${name}`, rows);
    for (const [id, form] of rows) known.set(form!, id!);
  }
  bearers.set(code, known);
}

/** Names an id; a form that somebody else bears is left out. Returns how many are new. */
function addNames(table: string, id: string, forms: readonly string[], code: string): void {
  const rows = lists.get(`${code}/${table}`)!;
  const known = bearers.get(code)!;
  let named = rows.some(([other]) => other === id);
  for (const form of forms) {
    const acronym = form.startsWith('=');
    const bare = acronym ? form.slice(1) : form;
    if (bare === '' || known.has(bare)) continue;
    known.set(bare, id);
    rows.push([id, bare, acronym ? 'acronym' : named ? 'variant' : 'name']);
    if (!acronym) named = true;
  }
}

/** The forms of a line, parted into actors: a name with the acronyms and variants behind it. */
function parted(forms: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (const form of forms) {
    const last = parts.at(-1);
    if (last && belongs(form, last)) last.push(form);
    else parts.push([form]);
  }
  return parts;
}

function belongs(form: string, part: readonly string[]): boolean {
  const bare = form.replace('=', '');
  const initials = (name: string): string => name.replace(/[^\p{Lu}]/gu, '');
  return part.some(
    (other) =>
      slug(other).includes(slug(bare)) ||
      slug(bare).includes(slug(other)) ||
      initials(other) === bare ||
      initials(bare) === other.replace('=', ''),
  );
}

function addBody(cells: readonly string[], single: boolean): void {
  const [state = '', sector = '', kind = '', list = '', russian = '', turkish = ''] = cells;
  const known = bearers.get('en')!;
  const lists = !single && LISTS.has(kind);
  (lists ? parted(list.split(';')) : [list.split(';')]).forEach((forms, i) => {
    const bare = forms.map((form) => form.replace('=', ''));
    const owner = bare.map((form) => known.get(form)).find((id) => id?.startsWith(`${state}-`));
    const id = owner ?? `${state}-${slug(bare[0]!)}`;
    if (!owner && bare.every((form) => known.has(form))) return;
    if (!ids.has(id)) tables.get('bodies')!.push([id, state, sector, kind, '', '', 'own']);
    ids.add(id);
    const table = tables.get('bodies')!.some(([other]) => other === id) ? 'bodies' : '';
    if (table === '') return;
    addNames(table, id, forms, 'en');
    const one = (cell: string): string[] => (lists ? [cell.split(';')[i] ?? ''] : cell.split(';'));
    addNames(table, id, one(russian), 'ru');
    addNames(table, id, turkish ? one(turkish) : forms.filter((form) => form.startsWith('=')), 'tr');
  });
}

function addNamed(table: string, cells: readonly string[]): void {
  const [id = '', code = '', sector = ''] = cells;
  const state = table === 'groups' ? [cells[3] ?? ''] : [];
  const forms = (cells[3 + state.length] ?? '').split(';');
  const owner = forms.map((form) => bearers.get('en')!.get(form.replace('=', ''))).find(Boolean);
  if (owner && owner !== id) {
    if (tables.get(table)!.some(([other]) => other === owner)) addNames(table, owner, forms, 'en');
    return;
  }
  if (!ids.has(id)) tables.get(table)!.push([id, code, sector, ...state, '', '', 'own']);
  ids.add(id);
  addNames(table, id, forms, 'en');
  const [russian = '', turkish = ''] = cells.slice(4 + state.length);
  addNames(table, id, russian.split(';'), 'ru');
  addNames(table, id, turkish === '' ? forms : turkish.split(';'), 'tr');
}

let section = '';
const written = ['bodies', 'bodies-by-state'].map((name) => readFileSync(`scripts/actors/${name}.psv`, 'utf8'));
for (const line of written.join('\n').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  if (line.startsWith('@')) section = line.slice(1);
  else if (section === 'body' || section === 'one-body') addBody(line.split('|'), section === 'one-body');
  else addNamed(`${section}s`, line.split('|'));
}
for (const [name, rows] of tables) {
  save(name, rows);
  for (const code of ['en', 'ru', 'tr']) save(`names/${code}/${name}`, lists.get(`${code}/${name}`)!);
  console.log(name, rows.length - 1);
}
