import { foldText, parseTsv } from '../model/index.ts';
import type { StateFinder, WrittenState } from '../read/context/index.ts';
import { listData, readData } from './data-folder.ts';

interface State {
  readonly code: string;
  readonly cow: string;
  readonly gw: string;
  readonly from: string;
  /** 9999 for a state that stands. */
  readonly to: string;
  readonly names: readonly string[];
}

/** The states of data/actors as other data sets know them: Correlates of War and alpha-3 codes, names. */
export function stateCodes(): { readonly find: StateFinder; readonly standing: (year: number) => readonly string[] } {
  const states = loadStates();
  const by = {
    cow: index(states, ({ cow }) => [cow]),
    // COW keeps 260 for West Germany, Gleditsch and Ward for Germany throughout: the second list fills the first's gaps
    gw: index(states, ({ gw }) => [gw]),
    iso3: index(states, ({ code }) => [code]),
    name: index(states, ({ names }) => names.map(foldText)),
  };
  const held = new Map<string, string | undefined>();
  const find: StateFinder = (written, year) => {
    const key = `${written.cow}\t${written.iso3}\t${written.name}\t${year}`;
    if (!held.has(key)) held.set(key, lookUp(written, year, by));
    return held.get(key);
  };
  const standing = (year: number): string[] =>
    [...new Set(states.filter((state) => state.cow !== '' && stands(state, year)).map(({ code }) => code))].sort();
  return { find, standing };
}

type Lists = Readonly<Record<'cow' | 'gw' | 'iso3' | 'name', ReadonlyMap<string, readonly State[]>>>;

function lookUp({ cow, iso3, name }: WrittenState, year: number, by: Lists): string | undefined {
  const named =
    by.cow.get(cow ?? '') ??
    by.gw.get(cow ?? '') ??
    by.iso3.get(iso3 ?? '') ??
    by.name.get(name === undefined ? '' : foldText(name));
  if (!named) return undefined;
  // "Russia" of 1960 is the state that then had Russia's number
  const kin = named.flatMap((state) => by.cow.get(state.cow) ?? []);
  // a state that its publisher counts before its independence (Ukraine in the UN) is taken at his word
  return best(named, year) ?? best(kin, year) ?? named[0]?.code;
}

/** Of states with one code the one that stood at mid-year, else at any time of it; of these the one that ended first. */
function best(states: readonly State[], year: number): string | undefined {
  const some = states.filter((state) => stands(state, year));
  const middle = some.filter(({ from, to }) => from <= `${year}-07-01` && to >= `${year}-07-01`);
  const order = [...(middle.length > 0 ? middle : some)].sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  return order[0]?.code;
}

function stands({ from, to }: State, year: number): boolean {
  return from.slice(0, 4) <= String(year) && to.slice(0, 4) >= String(year);
}

function index(states: readonly State[], keysOf: (state: State) => readonly string[]): Map<string, State[]> {
  const map = new Map<string, State[]>();
  for (const state of states)
    for (const key of keysOf(state)) if (key !== '') map.set(key, [...(map.get(key) ?? []), state]);
  return map;
}

function loadStates(): State[] {
  const names = new Map<string, string[]>();
  const add = (id: string, form: string): void => void names.set(id, [...(names.get(id) ?? []), form]);
  const lists = [
    ...listData('actors/names').map((language) => [`actors/names/${language}/states.tsv`, 'name'] as const),
    ['actors/published-names.tsv', 'published'] as const,
  ];
  for (const [path, kind] of lists)
    for (const { fields } of parseTsv(readData(path), `data/${path}`, ['id', 'form', 'kind']))
      if (fields['kind'] === kind) add(fields['id'] ?? '', fields['form'] ?? '');
  return parseTsv(readData('actors/states.tsv'), 'data/actors/states.tsv', ['id', 'code', 'cow', 'gw']).map(
    ({ fields }) => ({
      code: fields['code'] ?? '',
      cow: fields['cow'] ?? '',
      gw: fields['gw'] ?? '',
      from: fields['from'] || '0000',
      to: fields['to'] || '9999',
      names: names.get(fields['id'] ?? '') ?? [],
    }),
  );
}
