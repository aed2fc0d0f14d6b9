import { ChanceryError, parseTsv } from '../model/index.ts';
import { readData } from './data-folder.ts';
import { replaceFile } from './own-dictionary.ts';

const ROOTS = 'conventions/petrarch.roots.tsv';

/** A line of an own verb table: a pattern of the grammar in docs/reference/patterns.md and the code it gives. */
export interface OwnVerb {
  readonly pattern: string;
  readonly type: string;
  readonly cameo: string;
  readonly weight: string;
}

/** A dictionary as it was read: its lines, and how many verbs and patterns cannot be told in them. */
export interface VerbDictionary {
  readonly lines: readonly OwnVerb[];
  readonly left: number;
}

let roots: ReadonlyMap<string, string> | undefined;

/** The PLOVER type of a CAMEO code, by its root. */
export function typeOfCode(code: string): string | undefined {
  roots ??= new Map(
    parseTsv(readData(ROOTS), `data/${ROOTS}`, ['root', 'type']).map(({ fields }) => [
      fields['root']!,
      fields['type']!,
    ]),
  );
  return roots.get(code.slice(0, 3)) ?? roots.get(code.slice(0, 2));
}

/** More than any shipped line weighs: what the project's dictionary says goes first … */
const VERB_WEIGHT = 2.1;
/** … and of its lines the one that names more words. */
const WORD_WEIGHT = 0.15;
const MOST_WEIGHT = 3;
/** Several doers say less than any word. */
const TOGETHER_WEIGHT = 0.05;
/** Of a set with more members of several words than this only their last words count. */
const MOST_READINGS = 8;
/** Verbs that carry no code where they only help another ("will and would", note of 19.03.05 in CAMEO.2.0). */
const HELPERS = new Set(['will', 'would', 'be', 'have', 'do', 'is', 'are', 'was', 'were', 'has', 'had']);

/** A pattern of a block: words that stand with the verb, each with its alternatives. */
interface Told {
  readonly words: readonly (readonly string[])[];
  readonly code: string;
  /** The noun before the verb: "TANKS *". */
  readonly subject?: readonly string[];
  /** "%": several do it together. */
  readonly together?: boolean;
  /** "* {MAY DAY} $": whoever is named behind the verb does it to the subject; the adposition before him, if any. */
  readonly source?: string;
}

interface Verb {
  readonly head: string;
  readonly particles: readonly string[];
  readonly code: string;
}

interface Block {
  readonly verbs: Verb[];
  readonly patterns: Told[];
}

/** Code of a pattern that cannot be told in a line of the project's grammar. */
const UNREADABLE = '?';
const ADPOSITIONS = new Set(
  'IN BY ON AT TO OF FOR WITH FROM AGAINST OVER ABOUT INTO BETWEEN UNDER AS NEAR THROUGH AFTER'.split(' '),
);
/** Whoever is named behind the verb. */
const BEHIND = 'obj|with|from|in|at|of|by|for|to|on';

/** A comment begins at "#", but not inside a code: "[###]" is a pattern without one. */
const COMMENT = /^((?:\[[^\]]*\]|[^#[])*)#.*$/;

type Synsets = ReadonlyMap<string, readonly string[]>;

/** Whether a text is a verb dictionary ("--- ABANDON [080] ---") and not one of actors or agents. */
export function isVerbDictionary(text: string): boolean {
  return /^---\s*\S+\s*\[[^\]]*\]\s*---/m.test(text);
}

/** The lines of a verb dictionary of PETRARCH 2 (docs/source/dictionaries.rst of openeventdata/petrarch2). */
export function readPetrarchVerbs(text: string): VerbDictionary {
  const lines = text
    .replace(/<!\s*--[\s\S]*?-->/g, '')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(COMMENT, '$1').trimEnd())
    .filter((line) => line.trim() !== '');
  const blocks = blocksOf(lines, synsetsOf(lines));
  if (blocks.length === 0)
    throw new ChanceryError('DICT_VERBS', 'no block of verbs found', {
      expected: 'lines such as "--- ABANDON [080] ---", each followed by its verbs and patterns',
      found: `${lines.length} lines, none of them the head of a block`,
      hint: 'Give a verb dictionary of PETRARCH 2, such as CAMEO.2.0.txt; older formats are not read',
    });
  const told = blocks.map(linesOf);
  return { lines: lastOfEach(told.flatMap((one) => one.lines)), left: told.reduce((sum, { left }) => sum + left, 0) };
}

/** "&CURRENCY" and under it "+DOLLAR", "+SWISS FRANCS", "+&OTHERS". */
function synsetsOf(lines: readonly string[]): Map<string, string[]> {
  const sets = new Map<string, string[]>();
  let members: string[] | undefined;
  for (const line of lines) {
    const [, name] = /^(&\w+)/.exec(line) ?? [];
    if (name !== undefined) {
      members = [];
      sets.set(nameOf(name), members);
    } else if (line.startsWith('+')) members?.push(line.slice(1).trim());
    else members = undefined;
  }
  return sets;
}

const nameOf = (name: string): string => name.replace(/_+$/, '');

function blocksOf(lines: readonly string[], sets: Synsets): Block[] {
  const blocks: Block[] = [];
  let base = '';
  for (const line of lines) {
    const [, code] = /^---\s*\S+\s*\[([^\]]*)\]/.exec(line) ?? [];
    if (code !== undefined) {
      base = code.trim();
      blocks.push({ verbs: [], patterns: [] });
    } else if (/^[&~]/.test(line)) base = '';
    else if (base === '') continue;
    else if (/^[-*]\s/.test(line)) blocks.at(-1)!.patterns.push(...patternsOf(line, sets));
    else blocks.at(-1)!.verbs.push(...verbOf(line, base));
  }
  return blocks;
}

/** "BREAK {BROKE BROKEN}", "+BREAK_DOWN", "WIRE_+TAP [170]". */
function verbOf(line: string, base: string): Verb[] {
  const [, written = '', code = base] = /^([+\w-]+)\s*(?:\{[^}]*\})?\s*(?:\[([^\]]*)\])?/.exec(line) ?? [];
  const parts = written
    .replace(/^_+|_+$/g, '')
    .split('_')
    .filter(Boolean);
  const at = Math.max(
    0,
    parts.findIndex((part) => part.startsWith('+')),
  );
  const small = parts.map((part) => part.replace('+', '').toLowerCase());
  const head = small[at];
  if (head === undefined || !/^[\p{L}-]{2,}$/u.test(head) || HELPERS.has(head)) return [];
  return [{ head, particles: small.filter((_, i) => i !== at), code: code.trim() }];
}

/** "- * {NEW &TIETYPES RELATIONS} (WITH $) [903]"; one pattern for every member of a set that is of several words. */
function patternsOf(line: string, sets: Synsets): Told[] {
  const [, written = '', given = ''] = /^-?\s*([^[]*)\[([^\]]*)\]/.exec(line) ?? [];
  const [before = '', behind] = written.split('*');
  const code = given.trim();
  // what names a set that is not there PETRARCH ignores too; words before the verb are those of its subject, and an
  // adposition that no bracket marks is none
  const isLost = (written.match(/&\w+/g) ?? []).some((name) => !sets.has(nameOf(name)));
  const unreadable = isLost || behind === undefined || /[(]/.test(before) || hasBareAdposition(behind);
  if (unreadable) return [{ words: [], code: isNothing(code) ? '' : UNREADABLE }];
  const subjects = wordsIn(before).at(-1);
  const [subject] = subjects === undefined ? [] : readings(subjects, sets).map((words) => words.at(-1) ?? []);
  const source = sourceBehind(behind);
  const rest = {
    code,
    ...(subject ? { subject } : {}),
    ...(/%/.test(before) ? { together: true } : {}),
    ...(source === undefined ? {} : { source }),
  };
  return combined(wordsIn(behind).map((word) => readings(word, sets))).map((words) => ({ words, ...rest }));
}

/** The words of a phrase but for the tokens that stand for parties. */
function wordsIn(phrase: string): string[] {
  return phrase.split(/[\s(){}]+/).filter((token) => token !== '' && !/^[$+^%]$/.test(token));
}

function hasBareAdposition(phrase: string): boolean {
  return wordsIn(phrase.replace(/\([^)]*\)|\{[^}]*\}/g, ' ')).some((word) => ADPOSITIONS.has(word));
}

/** The adposition before "$" behind the verb, '' where there is none; undefined where the source is no part of the pattern. */
function sourceBehind(phrase: string): string | undefined {
  if (!phrase.includes('$')) return undefined;
  return /\(\s*([A-Z]+)[^)]*\$[^)]*\)/.exec(phrase)?.[1]?.toLowerCase() ?? '';
}

/** The readings of a word, each a list of words with alternatives: those of one word make one reading. */
function readings(word: string, sets: Synsets, depth = 0): string[][][] {
  const members = word.startsWith('&') ? sets.get(nameOf(word)) : undefined;
  if (!members || depth > 2) return [word.replace(/^&/, '').split('_').filter(Boolean).map(formsOf)];
  const single: string[] = [];
  const others: string[][][] = [];
  for (const member of members) {
    const parts = member
      .replace(/[(){}]/g, ' ')
      .split(/[\s_]+/)
      .filter(Boolean);
    if (parts.length === 1 && !member.startsWith('&')) single.push(...formsOf(parts[0]!));
    else others.push(...combined(parts.map((part) => readings(part, sets, depth + 1))));
  }
  // "AH-64 APACHE", "UNMANNED AERIAL VEHICLE" and fifty more: by the last word
  if (others.length > MOST_READINGS) return [[[...single, ...others.flatMap((other) => other.at(-1) ?? [])]]];
  return [...(single.length > 0 ? [[single]] : []), ...others];
}

function combined(lists: readonly string[][][][]): string[][][] {
  return lists.reduce<string[][][]>(
    (all, list) => all.flatMap((left) => list.map((right) => [...left, ...right])),
    [[]],
  );
}

/** As written and without the ending of a plural: a text is asked for its words and their lemmas. */
function formsOf(word: string): string[] {
  const small = word.toLowerCase().replace(/[^\p{L}'-]/gu, '');
  const single = small.replace(/(\p{L}{2})ies$/u, '$1y').replace(/([^s])s$/, '$1');
  return single === small || small.length < 4 ? [small] : [small, single];
}

/** Verbs of a block that its patterns read alike, as one head. */
interface Group {
  readonly heads: string[];
  readonly particles: readonly string[];
  readonly code: string;
}

function groupsOf(verbs: readonly Verb[], byCode: boolean): Group[] {
  const groups = new Map<string, Group>();
  for (const { head, particles, code } of verbs) {
    const key = `${particles.join(' ')} ${byCode ? code : ''}`;
    const known = groups.get(key);
    if (!known) groups.set(key, { heads: [head], particles, code });
    else if (!known.heads.includes(head)) known.heads.push(head);
  }
  return [...groups.values()];
}

function linesOf({ verbs, patterns }: Block): VerbDictionary {
  // codes of a scheme of the project's own are told under the type of a neighbour that CAMEO has
  const fallback = [...verbs, ...patterns].map(({ code }) => typeOfCode(code)).find((type) => type !== undefined);
  const none = patterns.flatMap(({ code, words }) => (isNothing(code) && words.length === 1 ? words : []));
  const bare = groupsOf(verbs, true).map((group) => lineOf(group, { words: [], code: group.code }, fallback, none));
  const told = groupsOf(verbs, false).flatMap((group) => patterns.map((one) => lineOf(group, one, fallback, [])));
  const all = [...bare, ...told];
  const lines = all.filter((line) => typeof line !== 'string');
  return { lines, left: all.filter((line) => line === 'unknown').length };
}

/** `nothing`: what the dictionary says is no event; `unknown`: what PLOVER has no type for, statements above all. */
function lineOf(
  { heads, particles }: Group,
  { words, code, subject, together = false, source }: Told,
  fallback: string | undefined,
  but: Told['words'],
): OwnVerb | 'nothing' | 'unknown' {
  if (code === UNREADABLE) return 'unknown';
  if (isNothing(code)) return 'nothing';
  const type = typeOfCode(code) ?? (/^[2-9]/.test(code) ? fallback : undefined);
  if (type === undefined) return 'unknown';
  const beside = [...particles.map((one) => [one]), ...words];
  const items = [...beside.map((one) => ` +${one.join('|')}`), ...but.map((one) => ` -${one.join('|')}`)];
  if (subject) items.push(` {=${subject.join('|')}}`);
  if (together) items.push(' ~');
  else if (source !== undefined) items.push(` A:${source || BEHIND} R:subj`);
  const weight = VERB_WEIGHT + WORD_WEIGHT * (beside.length + (subject ? 1 : 0)) + (together ? TOGETHER_WEIGHT : 0);
  const pattern = `${heads.join('|')}.V${items.join('')}`;
  return { pattern, type, cameo: code, weight: Math.min(MOST_WEIGHT, weight).toFixed(2) };
}

/** "[---]": no event. */
const isNothing = (code: string): boolean => !/\d/.test(code);

/** A pattern told twice: the later line holds, as in PETRARCH. */
function lastOfEach(lines: readonly OwnVerb[]): OwnVerb[] {
  return [...new Map(lines.map((line) => [line.pattern, line])).values()];
}

const COLUMNS = ['pattern', 'type', 'cameo', 'weight'] as const;

/** The lines as a table that the coder reads. */
export function verbTable(lines: readonly OwnVerb[]): string {
  const rows = lines.map((line) => COLUMNS.map((column) => line[column]).join('\t'));
  return `${[COLUMNS.join('\t'), ...rows].join('\n')}\n`;
}

/** Writes the table of a project's verbs; what was taken over before is replaced. */
export function importVerbs(path: string, texts: readonly string[]): { verbs: number; left: number } {
  const read = texts.map(readPetrarchVerbs);
  const lines = lastOfEach(read.flatMap((one) => one.lines));
  replaceFile(path, verbTable(lines));
  return { verbs: lines.length, left: read.reduce((sum, { left }) => sum + left, 0) };
}
