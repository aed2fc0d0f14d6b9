import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { ChanceryError, parseTsv } from '../model/index.ts';
import type { DataFile, OwnFiles } from '../resolve/actor/index.ts';
import type { OwnVerbs } from './languages.ts';

export const OWN_KINDS = ['person', 'body', 'group', 'organisation'] as const;
/** Of dictionaries taken over whole: `state`, and `role`, a word for what somebody is ("lawmaker") with its sector. */
export type OwnKind = (typeof OWN_KINDS)[number] | 'state' | 'role';
const ALL_KINDS: readonly OwnKind[] = [...OWN_KINDS, 'state', 'role'];
/** Id of the line that says: the own dictionary stands alone, no shipped name and no shipped sector counts beside it. */
export const ALONE = '*';

/** One line of a project's own dictionary. Unknown is ''. */
export interface OwnName {
  readonly form: string;
  /** The actor's id; one of the shipped dictionary's adds a name to it. */
  readonly id: string;
  /** Id of the state or organisation it belongs to; '' for a name more of a listed actor. */
  readonly of: string;
  /** Code of its own, for groups and organisations. */
  readonly code: string;
  readonly sector: string;
  readonly kind: OwnKind;
  /** ISO 639-1; '' is every language. */
  readonly language: string;
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

const COLUMNS = ['form', 'id', 'of', 'code', 'sector', 'kind', 'language', 'from', 'to', 'note'] as const;

/** A project's own dictionary with the place it was read from. */
export interface OwnDictionary {
  readonly path: string;
  readonly names: readonly (OwnName & { readonly line: number })[];
  /** Verbs taken over from another project's dictionary: they count under that project's conventions. */
  readonly verbs?: OwnVerbs;
}

/** The dictionary that belongs to a record: chancery.sqlite -> chancery.actors.tsv. */
export function ownDictionaryPath(store: string): string {
  return `${store.replace(/\.(?:sqlite|db)3?$/, '')}.actors.tsv`;
}

/** The table of verbs that stands beside it: chancery.actors.tsv -> chancery.verbs.tsv. */
export function ownVerbsPath(dictionary: string): string {
  return `${dictionary.replace(/\.actors\.tsv$/, '')}.verbs.tsv`;
}

/** Reads it; without the file it has no names. Throws DICT_ROW where a line cannot be used. */
export function readOwnDictionary(path: string): OwnDictionary {
  const verbs = ownVerbsPath(path);
  const beside = existsSync(verbs) ? { verbs: { path: verbs, text: readFileSync(verbs, 'utf8') } } : {};
  return { path, names: namesIn(path), ...beside };
}

function namesIn(path: string): OwnDictionary['names'] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path, 'utf8');
  if (!text.includes('\n', text.indexOf('\n') + 1)) return [];
  return parseTsv(text, path, COLUMNS).map(({ fields, line, at }) => {
    const cells = Object.fromEntries(COLUMNS.map((name) => [name, (fields[name] ?? '').trim()]));
    const kind = ALL_KINDS.find((one) => one === cells['kind']);
    if (!kind || !cells['form'] || !cells['id'])
      throw new ChanceryError('DICT_ROW', 'a line of the own dictionary cannot be used', {
        at,
        expected: `form, id and a kind of ${ALL_KINDS.join(', ')}`,
        found: `"${cells['form']}", "${cells['id']}", "${cells['kind']}"`,
      });
    return { ...(cells as unknown as OwnName), kind, line };
  });
}

/** Writes all lines, sorted. */
export function writeOwnDictionary(path: string, names: readonly OwnName[]): void {
  const lines = names.map((name) => COLUMNS.map((column) => name[column].replace(/[\t\n\r]+/g, ' ')).join('\t'));
  const text = `${[COLUMNS.join('\t'), ...lines.sort()].join('\n')}\n`;
  replaceFile(path, text);
}

/** Another process sees the old file or the new one, never half of it. */
export function replaceFile(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}

/** The lines of one language as the tables the gazetteer reads. Line numbers are the own file's, so that explanations point there. */
export function ownFiles({ path, names }: OwnDictionary, language: string): OwnFiles | undefined {
  const told = names.filter((name) => name.language === '' || name.language === language);
  if (told.length === 0) return undefined;
  const lines = told.filter(({ id }) => id !== ALONE);
  const table = (header: string, row: (name: OwnName) => string | undefined): DataFile => {
    const rows: string[] = [header];
    for (const name of lines) rows[name.line - 1] = row(name) ?? '';
    return { at: path, text: `${Array.from(rows, (cell) => cell ?? '').join('\n')}\n` };
  };
  const office = ({ id }: OwnName): string => `${id}-own-office`;
  const isNew = (name: OwnName, kind: OwnKind): boolean => name.kind === kind && (name.of !== '' || name.code !== '');
  const unit = (kind: OwnKind) => (name: OwnName) =>
    isNew(name, kind) ? [name.id, name.code, name.sector, name.of, name.from, name.to].join('\t') : undefined;
  const held = (name: OwnName, cells: readonly string[]): string | undefined =>
    isNew(name, 'person') ? cells.join('\t') : undefined;
  const code = 'id\tcode\tsector\tstate\tfrom\tto';
  return {
    alone: lines.length < told.length,
    states: table(code, unit('state')),
    organisations: table(code, unit('organisation')),
    groups: table(code, unit('group')),
    bodies: table('id\tstate\tsector\tfrom\tto', (name) =>
      isNew(name, 'body') ? [name.id, name.of, name.sector, name.from, name.to].join('\t') : undefined,
    ),
    people: table('id\tsource', (name) => held(name, [name.id, 'own'])),
    offices: table('id\tstate\tsector', (name) => held(name, [office(name), name.of, name.sector])),
    officeRoles: table('office\trole', (name) => held(name, [office(name), 'public-figure'])),
    terms: table('person\toffice\tfrom\tto', (name) => held(name, [name.id, office(name), name.from, name.to])),
    names: table('id\tform\tkind', (name) =>
      name.kind === 'role' ? undefined : [name.id, name.form, 'name'].join('\t'),
    ),
    roles: table('form\tsector', (name) => (name.kind === 'role' ? [name.form, name.sector].join('\t') : undefined)),
  };
}
