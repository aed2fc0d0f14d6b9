import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COUNTRY_CODES } from './country-codes.ts';

const folder = 'data/actors';

interface Table {
  readonly head: string[];
  readonly rows: string[][];
  readonly text: string;
}

const tables = new Map<string, Table>();

function table(name: string): Table {
  const known = tables.get(name) ?? read(name);
  tables.set(name, known);
  return known;
}

function read(name: string): Table {
  const text = readFileSync(`${folder}/${name}.tsv`, 'utf8');
  const [head = '', ...lines] = text.replace(/\n$/, '').split('\n');
  return { head: head.split('\t'), rows: lines.map((line) => line.split('\t')), text };
}

const column = (name: string, at: number): Set<string> => new Set(table(name).rows.map((row) => row[at] ?? ''));

/** At least so many rows: a build that lost its input must not pass. */
const least: Readonly<Record<string, number>> = {
  organisations: 150,
  members: 900,
  groups: 150,
  bodies: 900,
  people: 3200,
  offices: 800,
  terms: 4000,
};
const named = ['organisations', 'groups', 'bodies', 'people', 'offices'];
const languages = readdirSync(`${folder}/names`).sort();
const date = /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?$/;

/** Fields one by one, so that `x` comes before `x-y`. */
function before(a: readonly string[], b: readonly string[]): boolean {
  const at = a.findIndex((field, i) => field !== b[i]);
  return at >= 0 && (a[at] ?? '') < (b[at] ?? '');
}

describe('tables of actors', () => {
  test.each(Object.keys(least))('%s has enough rows, sorted, unique, complete and clean', (name) => {
    const { head, rows, text } = table(name);
    expect(rows.length).toBeGreaterThanOrEqual(least[name] ?? 1);
    expect(text.replace(/[\t\n]/g, '')).not.toMatch(/\p{Cc}|\u200b|\ufeff/u);
    expect(rows.filter((row) => row.length !== head.length)).toEqual([]);
    expect(rows.filter((row, i) => i > 0 && !before(rows[i - 1] ?? [], row))).toEqual([]);
    const source = head.indexOf('source');
    expect(rows.filter((row) => (row[source] ?? '') === '')).toEqual([]);
    if (head[0] === 'id') expect(new Set(rows.map((row) => row[0])).size).toBe(rows.length);
  });

  test('at least 150 organisations have members, and 150 groups carry arms', () => {
    expect(column('members', 0).size).toBeGreaterThanOrEqual(150);
    const { head, rows } = table('groups');
    const sector = head.indexOf('sector');
    const armed = rows.filter((row) => ['REB', 'PRM', 'UAF', 'MIL'].includes(row[sector] ?? ''));
    expect(armed.length).toBeGreaterThanOrEqual(150);
  });

  test.each(['organisations', 'members', 'groups', 'bodies', 'terms'])('%s has real dates, from before to', (name) => {
    const { head, rows } = table(name);
    const [from, to] = [head.indexOf('from'), head.indexOf('to')];
    const wrong = rows.filter((row) => {
      const [a = '', b = ''] = [row[from], row[to]];
      const length = Math.min(a.length, b.length);
      return !date.test(a) || !date.test(b) || (length > 0 && a.slice(0, length) > b.slice(0, length));
    });
    expect(wrong).toEqual([]);
  });

  test('every id that a row points to exists', () => {
    const states = column('states', 0);
    const owners = new Set([...states, ...column('organisations', 0), ...column('groups', 0)]);
    const missing = [
      ...table('members').rows.filter(
        (row) => !column('organisations', 0).has(row[0] ?? '') || !states.has(row[1] ?? ''),
      ),
      ...table('groups').rows.filter((row) => row[3] !== '' && !states.has(row[3] ?? '')),
      ...table('bodies').rows.filter((row) => !states.has(row[1] ?? '')),
      ...table('offices').rows.filter((row) => !owners.has(row[1] ?? '')),
    ];
    const [people, offices] = [column('people', 0), column('offices', 0)];
    missing.push(...table('terms').rows.filter((row) => !people.has(row[0] ?? '') || !offices.has(row[1] ?? '')));
    missing.push(...table('office-roles').rows.filter((row) => !offices.has(row[0] ?? '')));
    expect(missing).toEqual([]);
  });

  test('a code has one owner: no organisation bears a country code, and only organs bear the code of the whole', () => {
    const wholes = ['AU', 'COE', 'EAEU', 'EU', 'FATAH', 'HAMAS', 'NATO', 'OSCE', 'UN'];
    const codes = ['organisations', 'groups'].flatMap((name) => table(name).rows.map((row) => row[1] ?? ''));
    expect(codes.length).toBeGreaterThan(500);
    expect(codes.filter((code) => COUNTRY_CODES.has(code) || column('states', 1).has(code))).toEqual([]);
    const shared = codes.filter((code, at) => codes.indexOf(code) !== at && !wholes.includes(code));
    expect(shared).toEqual([]);
  });

  test('a long code is no name that was cut off inside a word', () => {
    const cut = ['organisations', 'groups'].flatMap((name) =>
      table(name).rows.filter(([id = '', code = '']) => {
        const words = id.toUpperCase().split('-');
        const ends = words.map((_, i) => words.slice(0, i + 1).join('').length);
        return code.length >= 12 && words.join('').startsWith(code) && !ends.includes(code.length);
      }),
    );
    expect(cut).toEqual([]);
  });

  test('every person has an office and a name', () => {
    const holders = column('terms', 0);
    const names = column(`names/${languages[0]}/people`, 0);
    expect([...column('people', 0)].filter((id) => !holders.has(id) || !names.has(id))).toEqual([]);
  });
});

describe.each(languages)('names in %s', (language) => {
  test.each(named)('%s: known ids, no empty or untidy form', (name) => {
    const ids = column(name, 0);
    const { rows } = table(`names/${language}/${name}`);
    expect(rows.length).toBeGreaterThanOrEqual(150);
    expect(
      rows.filter(
        ([id = '', form = '', kind = '']) => !ids.has(id) || form === '' || form !== form.trim() || kind === '',
      ),
    ).toEqual([]);
  });

  test('no two actors share a full name unseen', () => {
    const allowed = new Set(
      table('known-ambiguous')
        .rows.filter((row) => row[0] === language)
        .map((row) => row[1]),
    );
    const bearers = new Map<string, Set<string>>();
    for (const name of named.slice(0, 4)) {
      for (const [id = '', form = '', kind] of table(`names/${language}/${name}`).rows) {
        if (kind === 'name' || kind === 'variant' || kind === 'official')
          bearers.set(form, (bearers.get(form) ?? new Set()).add(id));
      }
    }
    expect([...bearers].filter(([form, ids]) => ids.size > 1 && !allowed.has(form)).map(([form]) => form)).toEqual([]);
  });
});

describe('dated questions about offices', () => {
  const path = 'gold/actors/offices.jsonl';
  const lines = existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
  const questions = lines.map((line) => JSON.parse(line) as { on: string; id?: string; office?: string; not?: string });
  const holders = (office: string, on: string): string[] =>
    table('terms')
      .rows.filter((row) => row[1] === office && (row[2] ?? '') <= on && (row[3] === '' || on <= `${row[3]}~`))
      .map((row) => row[0] ?? '');

  test('each is answered by the terms alone, and its wrong-date twin by somebody else', () => {
    const asked = questions.filter((each) => each.id !== undefined);
    expect(asked.length).toBeGreaterThanOrEqual(300);
    expect(questions.length).toBe(2 * asked.length);
    expect(asked.filter((each) => holders(each.office ?? '', each.on).join() !== each.id)).toEqual([]);
    const twins = questions.filter(
      (each, i) => each.not !== undefined && holders(questions[i - 1]?.office ?? '', each.on).includes(each.not),
    );
    expect(twins).toEqual([]);
  });
});
