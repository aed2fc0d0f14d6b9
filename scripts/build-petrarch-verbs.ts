/**
 * Rebuilds data/conventions/petrarch.verbs.en.tsv from PETRARCH's verb dictionary CAMEO.2.0 (openeventdata/petrarch2, MIT):
 * the code of every verb, but with the words behind it that the dictionary says make no event. Its 4,668 patterns of verbs with
 * words are left out (measured: as many wrong codes as right ones more), and so are statements, which have no PLOVER type (01).
 * Run: npx tsx scripts/build-petrarch-verbs.ts [reference folder, default ../shared/reference]
 */
import { existsSync, writeFileSync } from 'node:fs';
import { typeOfCode } from '../src/app/petrarch-verbs.ts';
import { readText } from './shared-data.ts';

const reference = process.argv[2] ?? '../shared/reference';
const path = `${reference}/petrarch-dictionaries/CAMEO.2.0.txt.gz`;
if (!existsSync(path)) {
  console.error(`No verb dictionary at ${path}: nothing rebuilt.`);
  process.exit(1);
}

/** Less than any line of the project's own that makes an event. */
const WEIGHT = '0.76';
/** What may follow a verb in a line of two words: in the others the second word is an accident of the dictionary. */
const PARTICLES = new Set(
  'up down out off over in back away on through by for into after apart together forth behind along aside'.split(' '),
);

interface Verb {
  readonly head: string;
  readonly particle: string | undefined;
  readonly code: string;
}

interface Block {
  readonly code: string;
  readonly verbs: Verb[];
  /** Words behind the verb with which it is no event. */
  readonly none: string[];
}

const small = (word: string): string => word.toLowerCase().replace(/^_+|_+$/g, '');

function readBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const [, code] = /^---\s+\S+\s+\[([^\]]*)\]/.exec(line) ?? [];
    const block = blocks.at(-1);
    if (code !== undefined) blocks.push({ code: code.trim(), verbs: [], none: [] });
    else if (block && line.startsWith('- ')) block.none.push(...wordOfNone(line));
    else if (block && /^\+?[A-Z]/.test(line)) block.verbs.push(...verbOf(line, block.code));
  }
  return blocks;
}

function verbOf(line: string, given: string): Verb[] {
  const [, words = '', code = given] = /^\+?([A-Z_-]+)\s*(?:\{[^}]*\})?\s*(?:\[([^\]]*)\])?/.exec(line) ?? [];
  const [head = '', particle, ...more] = small(words).split('_');
  const isVerb = more.length === 0 && (particle === undefined || PARTICLES.has(particle)) && /^[a-z-]{2,}$/.test(head);
  return isVerb ? [{ head, particle, code: code.trim() }] : [];
}

/** "- * TAXES [---]", "- * (IN POLLS) [---]": one word, behind its adposition or alone. */
function wordOfNone(line: string): string[] {
  const [, words = ''] = /^- \* (?:\([A-Z]+ )?([A-Z-]+)\)?\s*\[---\]/.exec(line) ?? [];
  return words === '' ? [] : [small(words)];
}

function linesOf({ verbs, none }: Block): string[][] {
  const but = none.length > 0 ? ` -${[...new Set(none)].join('|')}` : '';
  const kinds = [...new Set(verbs.map(({ code, particle }) => `${code} ${particle ?? ''}`))];
  return kinds.flatMap((kind) => {
    const [code = '', particle = ''] = kind.split(' ');
    const same = verbs.filter((verb) => verb.code === code && (verb.particle ?? '') === particle);
    const heads = [...new Set(same.map(({ head }) => head))].sort().join('|');
    const type = typeOfCode(code);
    return type === undefined ? [] : [[`${heads}.V${particle === '' ? but : ` +${particle}`}`, type, code, WEIGHT]];
  });
}

const text = readText(path)
  .split(/\r?\n/)
  .map((line) => line.replace(/#.*$/, '').trimEnd());
const blocks = readBlocks(text);
const rows = new Map<string, string>();
for (const [pattern = '', ...cells] of blocks.flatMap(linesOf)) rows.set(pattern, [pattern, ...cells].join('\t'));
const file = 'data/conventions/petrarch.verbs.en.tsv';
const licence = '# From CAMEO.2.0 of openeventdata/petrarch2: copyright (c) 2015 Open Event Data Alliance, MIT License';
writeFileSync(file, `${['pattern\ttype\tcameo\tweight', licence, ...[...rows.values()].sort()].join('\n')}\n`);
console.log(`${file}: ${rows.size} lines of ${blocks.length} blocks`);
