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

type Row = Readonly<Record<string, string>>;

function find(text: string, columns: string[], fits: (row: Row) => boolean): Row | undefined {
  return parseTsv(text, 'data', columns)
    .map(({ fields }) => fields as Row)
    .find(fits);
}
