import { readFileSync } from 'node:fs';
import { parseTsv } from '../../src/model/index.ts';

/** Two that the records call intergovernmental wherever they stand. */
const CALLED_IGO = ['REDCROSS', 'AMNESTY'];

/**
 * The gold standard records write IGO or NGO for every organisation and the state's code for an armed group:
 * our code -> theirs, for those that are no states.
 */
export function foldedCodes(): ReadonlyMap<string, string> {
  const rows = (file: string, columns: readonly string[]): Readonly<Record<string, string | undefined>>[] => {
    const path = `data/actors/${file}`;
    return parseTsv(readFileSync(path, 'utf8'), path, [...columns]).map(({ fields }) => fields);
  };
  const states = new Map(rows('states.tsv', ['id', 'code']).map(({ id, code }) => [id, code]));
  const folded = new Map<string, string>();
  for (const { code, sector } of rows('organisations.tsv', ['code', 'sector']))
    if (code) folded.set(code, sector === 'NGO' ? 'NGO' : 'IGO');
  for (const code of CALLED_IGO) folded.set(code, 'IGO');
  // the Kurdistan Freedom Party writes itself as Pakistan does: a code that is a state's stays one
  const isState = new Set(states.values());
  for (const { code, state } of rows('groups.tsv', ['code', 'state'])) {
    const of = states.get(state);
    if (code && of && !isState.has(code)) folded.set(code, of);
  }
  return folded;
}
