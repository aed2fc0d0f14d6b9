/**
 * Adds the office-holders of scripts/actors/people.psv (written by hand, source `own`) to data/actors: people, offices, office-roles,
 * terms and names. A person is known by any of his names; what is there already is never changed, so it can be run again.
 * Run: npx tsx scripts/add-people.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { foldPlain } from '../src/language/segment/fold.ts';

const actors = 'data/actors';
/** Offices that one person holds at a time: whoever is known by another in that year held these all the same. */
const OF_ONE = new Set(['head-of-government', 'head-of-state', 'foreign-minister', 'defence-minister']);

function rowsOf(path: string): string[][] {
  return readFileSync(`${actors}/${path}.tsv`, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

/** Fields one by one, so that `x` comes before `x-y`. */
function compare(a: readonly string[], b: readonly string[]): number {
  const at = a.findIndex((cell, i) => cell !== b[i]);
  return at < 0 ? 0 : (a[at] ?? '') < (b[at] ?? '') ? -1 : 1;
}

function save(path: string, [head, ...rows]: readonly string[][]): void {
  const lines = [head ?? [], ...rows.sort(compare)].map((row) => row.join('\t'));
  writeFileSync(`${actors}/${path}.tsv`, `${[...new Set(lines)].join('\n')}\n`);
}

function slug(name: string): string {
  return foldPlain(name)
    .normalize('NFD')
    .replace(/[^a-z]+/g, ' ')
    .trim()
    .replaceAll(' ', '-');
}

const people = rowsOf('people');
const offices = rowsOf('offices');
const roles = rowsOf('office-roles');
const terms = rowsOf('terms');
const owners = new Set(['states', 'organisations', 'groups'].flatMap((table) => rowsOf(table).map(([id]) => id)));
const names = new Map(['en', 'ru', 'tr'].map((code) => [code, rowsOf(`names/${code}/people`)]));

const idOf = new Map<string, string>();
const formsOf = new Map<string, Set<string>>();
for (const code of ['tr', 'en']) {
  for (const [id, form, kind] of names.get(code)!) {
    if (kind === 'name' || kind === 'variant') idOf.set(form!, id!);
  }
}
for (const [code, rows] of names) formsOf.set(code, new Set(rows.map(([id, form]) => `${id}\t${form}`)));
const ids = new Set(people.map(([id]) => id));
const officeIds = new Set(offices.map(([id]) => id));
const held = new Set(terms.map(([person, office]) => `${person}\t${office}`));
const before = new Set(people.map(([id]) => id));
const starts = new Set(terms.map(([person, office, from]) => `${person}\t${stateOf(office!)}\t${from!.slice(0, 4)}`));

function stateOf(office: string): string {
  return offices.find(([id]) => id === office)?.[1] ?? '';
}

function addNames(id: string, forms: readonly string[], code: string): void {
  const known = formsOf.get(code)!;
  const rows = names.get(code)!;
  const named = rows.some(([other, , kind]) => other === id && kind === 'name');
  const full = forms.filter((form) => !form.startsWith('='));
  for (const form of forms) {
    const surname = form.startsWith('=');
    const bare = surname ? form.slice(1) : form;
    if (bare === '' || known.has(`${id}\t${bare}`)) continue;
    known.add(`${id}\t${bare}`);
    rows.push([id, bare, surname ? 'surname' : form === full[0] && !named ? 'name' : 'variant']);
  }
}

let office = '';
let sector = '';
let role = '';
for (const line of readFileSync('scripts/actors/people.psv', 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  const cells = line.split('|');
  if (line.startsWith('@')) {
    [office = '', sector = '', role = ''] = [cells[0]!.slice(1), cells[1], cells[2]];
    continue;
  }
  const [state = '', list = '', from = '', to = '', russian = '', turkish = ''] = cells;
  if (!owners.has(state) || cells.length < 4) throw new Error(`people.psv: ${line}`);
  const forms = list.split(';');
  const full = forms.filter((form) => !form.startsWith('='));
  const known =
    full.map((form) => idOf.get(form)).find(Boolean) ?? (ids.has(slug(full[0]!)) ? slug(full[0]!) : undefined);
  const id = known ?? slug(full[0]!);
  if (!known) {
    people.push([id, 'own']);
    ids.add(id);
  }
  for (const form of full) idOf.set(form, idOf.get(form) ?? id);
  const officeId = `${state}-${office}`;
  const same = !OF_ONE.has(role) && before.has(id) && starts.has(`${id}\t${state}\t${from.slice(0, 4)}`);
  const skip = (office === 'public-figure' && before.has(id)) || same;
  if (!skip && !held.has(`${id}\t${officeId}`)) {
    if (!officeIds.has(officeId)) {
      officeIds.add(officeId);
      offices.push([officeId, state, sector, 'own']);
      if (role) roles.push([officeId, role]);
    }
    terms.push([id, officeId, from, to, 'own']);
  }
  addNames(id, forms, 'en');
  addNames(id, [...turkish.split(';'), ...forms].filter(Boolean), 'tr');
  addNames(id, russian.split(';').filter(Boolean), 'ru');
}

save('people', people);
save('offices', offices);
save('office-roles', roles);
save('terms', terms);
for (const [code, rows] of names) save(`names/${code}/people`, rows);
console.log(`people ${people.length - 1}, offices ${offices.length - 1}, terms ${terms.length - 1}`);
