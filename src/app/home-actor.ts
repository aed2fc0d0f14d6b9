import { type Actor, parseTsv } from '../model/index.ts';
import { readData, readOptionalData } from './data-folder.ts';

/**
 * The state that says "we" in a text of a language when nobody is quoted (reference kind `home-state`): ministries write
 * so, and only one state's ministry writes in that language. Undefined where several do.
 */
export function loadHomeActor(language: string): Actor | undefined {
  const reference = readOptionalData(`words/${language}/reference.tsv`);
  if (reference === undefined) return undefined;
  const id = find(reference, ['kind', 'form'], ({ kind }) => kind === 'home-state')?.['form'];
  if (id === undefined) return undefined;
  const code = find(readData('actors/states.tsv'), ['id', 'code'], (row) => row['id'] === id)?.['code'];
  const names = readData(`actors/names/${language}/states.tsv`);
  const name = find(names, ['id', 'form', 'kind'], (row) => row['id'] === id && row['kind'] === 'name')?.['form'];
  return code === undefined ? undefined : { id, code, name: name ?? code };
}

/** Sectors of those who fight in a state without being it. */
const ARMED: ReadonlySet<string> = new Set(['REB', 'MIL', 'CRM', 'UAF']);

/** The state on whose ground every armed movement fights, by the movement's code (column `state` of data/actors/groups.tsv). */
export function loadMovementHomes(language: string): ReadonlyMap<string, Actor> {
  const states = new Map<string, Actor>();
  const names = new Map<string, string>();
  for (const { fields } of parseTsv(readData(`actors/names/${language}/states.tsv`), 'data', ['id', 'form', 'kind']))
    if (fields['kind'] === 'name') names.set(fields['id']!, fields['form']!);
  for (const { fields } of parseTsv(readData('actors/states.tsv'), 'data', ['id', 'code'])) {
    const { id, code } = fields as Row;
    states.set(id!, { id: id!, code: code!, name: names.get(id!) ?? code! });
  }
  const homes = new Map<string, Actor>();
  for (const { fields } of parseTsv(readData('actors/groups.tsv'), 'data', ['code', 'sector', 'state'])) {
    const home = states.get(fields['state'] ?? '');
    if (home && ARMED.has(fields['sector'] ?? '') && fields['code'] !== home.code) homes.set(fields['code']!, home);
  }
  return homes;
}

type Row = Readonly<Record<string, string>>;

function find(text: string, columns: string[], fits: (row: Row) => boolean): Row | undefined {
  return parseTsv(text, 'data', columns)
    .map(({ fields }) => fields as Row)
    .find(fits);
}
