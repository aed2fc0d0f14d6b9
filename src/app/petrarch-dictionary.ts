import { ALONE, type OwnKind, type OwnName, readOwnDictionary, writeOwnDictionary } from './own-dictionary.ts';

/** A record of PETRARCH's actor or agent dictionary (docs/source/dictionaries.rst of openeventdata/petrarch2). */
export type ImportedName = OwnName;

const REST = { of: '', sector: '', code: '', language: '', from: '', to: '', note: '' };
/** The line that leaves the shipped dictionary out: PETRARCH knows no actors but those of its dictionaries. */
export const STANDS_ALONE: ImportedName = { ...REST, form: ALONE, id: ALONE, kind: 'role' };

/** "<950601", ">19990816", "19950601 - 19990815"; the limits belong to the time. */
const LIMIT = /([<>])\s*(\d{6,8})|(\d{6,8})\s*-\s*(\d{6,8})/;

/** The names of an actor dictionary ("GONDOR [GON]", "+MINAS_TIRITH") or an agent dictionary ("CLERIC [~REL]"). */
export function readPetrarchDictionary(text: string): ImportedName[] {
  const lines = withoutComments(text);
  return lines.some((line) => /\[\s*~|~\s*\]/.test(line)) ? agentsOf(lines) : actorsOf(lines);
}

function withoutComments(text: string): string[] {
  return text
    .replace(/<!\s*--[\s\S]*?-->/g, '')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/[#;].*$/, '').trimEnd())
    .filter((line) => line.trim() !== '');
}

interface Code {
  readonly code: string;
  readonly from: string;
  readonly to: string;
}

/** A block: a phrase, its synonyms with "+", and codes in brackets beside the phrase or below, some of them dated. */
function actorsOf(lines: readonly string[]): ImportedName[] {
  const names: ImportedName[] = [];
  let forms: string[] = [];
  let codes: Code[] = [];
  const close = (): void => {
    // a code without dates is what holds at all other times
    const dated = [...codes.filter(({ from, to }) => from || to), ...codes.filter(({ from, to }) => !from && !to)];
    // codes of three letters are states' (CAMEO codebook, chapter 3)
    const kind = codes.every(({ code }) => code.length === 3) ? 'state' : 'organisation';
    names.push(...forms.flatMap((form) => dated.map((code) => actor(form, code, kind))));
    [forms, codes] = [[], []];
  };
  for (const line of lines) {
    const form = formOf(line);
    if (form !== '' && !line.startsWith('+')) close();
    if (form !== '') forms.push(form);
    codes.push(...codesIn(line));
  }
  close();
  return lastOfEach(names);
}

function codesIn(line: string): Code[] {
  return [...line.matchAll(/\[([^\]]*)\]/g)].flatMap(([, inside = '']) => {
    const [, code] = /^\s*([^\s<>]+)/.exec(inside) ?? [];
    // "---" discards the name
    if (code === undefined || !/^[A-Z]/.test(code)) return [];
    return [{ code, ...timeOf(inside.slice(code.length)) }];
  });
}

function timeOf(restriction: string): Pick<Code, 'from' | 'to'> {
  const [, sign, limit = '', from = '', to = ''] = LIMIT.exec(restriction) ?? [];
  if (sign === '<') return { from: '', to: isoDate(limit) };
  if (sign === '>') return { from: isoDate(limit), to: '' };
  return { from: isoDate(from), to: isoDate(to) };
}

/** "19950601", "950601". */
function isoDate(digits: string): string {
  return (digits.length === 6 ? `19${digits}` : digits).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

function actor(form: string, { code, from, to }: Code, kind: OwnKind): ImportedName {
  const id = `petr-${code.toLowerCase()}${from || to ? `-${from}-${to}` : ''}`;
  return { ...REST, form, id, code, from, to, kind };
}

/** "FOREIGN_MINISTER [~GOVFRM]": a word for a role and what it adds to the actor's code; `!X! = A, B` are substitutions. */
function agentsOf(lines: readonly string[]): ImportedName[] {
  const sets = new Map(lines.flatMap(substitution));
  const names = lines.flatMap((line) => {
    const [, code] = /\[\s*~?\s*([A-Z]+)\s*~?\s*\]/.exec(line) ?? [];
    if (code === undefined) return [];
    return [formOf(line), ...pluralsOf(line)].flatMap((form) => expanded(form, sets)).map((form) => role(form, code));
  });
  return lastOfEach(names);
}

function substitution(line: string): [string, string[]][] {
  const [, name, words] = /^\s*(![A-Z]+!)\s*=\s*(.+)$/.exec(line) ?? [];
  return name === undefined || words === undefined ? [] : [[name, words.split(',').map((word) => inLetters(word))]];
}

function expanded(form: string, sets: ReadonlyMap<string, readonly string[]>): string[] {
  for (const [name, words] of sets) {
    const written = inLetters(name);
    if (form.includes(written)) return words.map((word) => form.replace(written, word));
  }
  return [form];
}

/** What stands in braces, nothing where they are empty, else the regular plural. */
function pluralsOf(line: string): string[] {
  const [, inside] = /\{([^}]*)\}/.exec(line) ?? [];
  if (inside !== undefined) return inside.split(/\s+/).filter(Boolean).map(inLetters);
  const form = formOf(line);
  if (/!/.test(form)) return [];
  return [/[^aeiou]y$/i.test(form) ? form.replace(/y$/i, 'ies') : `${form}${/ss$/i.test(form) ? 'es' : 's'}`];
}

function role(form: string, sector: string): ImportedName {
  const small = form.toLowerCase();
  return { ...REST, form: small, id: `petr-${small.replaceAll(' ', '-')}`, sector, kind: 'role' satisfies OwnKind };
}

function formOf(line: string): string {
  return inLetters(line.replace(/[[{].*$/, '').replace(/^\+/, ''));
}

/** "MINAS_TIRITH" -> "Minas Tirith"; initials and words of up to three capitals stay. */
function inLetters(form: string): string {
  const words = form.replaceAll('_', ' ').trim().replace(/\s+/g, ' ');
  return words.replace(/[\p{L}'’]+/gu, (word) =>
    /^[A-Z]{1,3}$/.test(word) && words.length < 6 ? word : word[0] + word.slice(1).toLowerCase(),
  );
}

/** A form with the same time told twice: the later line holds. */
function lastOfEach(names: readonly ImportedName[]): ImportedName[] {
  return [...new Map(names.map((name) => [`${name.form}|${name.from}|${name.to}`, name])).values()];
}

/** Adds the names of PETRARCH dictionaries to a project's own; lines of the same form and time are replaced. */
export function importNames(path: string, texts: readonly string[], alone: boolean): readonly ImportedName[] {
  const names = lastOfEach([...(alone ? [STANDS_ALONE] : []), ...texts.flatMap(readPetrarchDictionary)]);
  writeOwnDictionary(path, lastOfEach([...readOwnDictionary(path).names, ...names]));
  return names;
}
