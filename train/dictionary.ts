import { brotliCompressSync } from 'node:zlib';
import { DICTIONARY_MAGIC } from '../src/language/engine/dictionary.ts';
import { lemmaRule } from '../src/language/engine/suffix-table.ts';
import { readOpenCorpora } from './opencorpora.ts';

/** A node costs as much as this many rare words with the wrong readings; a common word counts for several. */
const NODE_COST = 0.3;
const COMMON_WEIGHT = 24;

interface Entry {
  /** The form read backwards. */
  readonly backwards: string;
  readonly readings: number;
  readonly weight: number;
}

interface Node {
  readonly letter: string;
  readonly readings: number;
  readonly children: readonly Node[];
}

interface Grown {
  /** The kept tree, and what it costs in nodes and wrong words. */
  readonly node: Node;
  readonly cost: number;
}

/** Compiles the OpenCorpora dictionary into the tree that Dictionary reads. `common` forms are kept whole where need be. */
export function compileDictionary(folder: string, common: ReadonlySet<string>): Uint8Array {
  const found = new Map<string, string>();
  readOpenCorpora(folder, (form, readings) => {
    const plain = form.replaceAll('ё', 'е');
    if (!/^[а-я-]+$/.test(plain)) return;
    const items = new Set(found.get(plain)?.split(','));
    for (const { grammemes, lemma } of readings) {
      items.add(`${shortTag(grammemes)}|${lemmaRule(plain, plain, lemma.replaceAll('ё', 'е'))}`);
    }
    found.set(plain, [...items].join(','));
  });
  const classes = new Map<string, number>();
  const entries: Entry[] = [];
  for (const [plain, key] of found) {
    const id = classes.get(key) ?? classes.size;
    classes.set(key, id);
    const weight = common.has(plain) ? COMMON_WEIGHT : 1;
    entries.push({ backwards: [...plain].reverse().join(''), readings: id, weight });
  }
  entries.sort((a, b) => (a.backwards < b.backwards ? -1 : 1));
  const { node } = grow({ entries, from: 0, to: entries.length, depth: 0, letter: '' });
  return pack(node, [...classes.keys()]);
}

/** "NOUN,inan,masc sing,gent" -> "NOUN gent s". */
function shortTag(grammemes: string): string {
  const all = grammemes.split(/[ ,]/);
  const has = (names: string): string => names.split(' ').find((name) => all.includes(name)) ?? '';
  const name = has('Name Surn Patr Geox Orgn');
  const parts = [
    all[0]! + (name === '' ? '' : name === 'Geox' || name === 'Orgn' ? 'g' : 'n'),
    has('nomn gent gen2 datv accs ablt loct loc2 voct').slice(0, 4),
    has('sing plur').slice(0, 1),
    has('actv pssv'),
    has('past pres futr impr'),
    has('anim inan').slice(0, 1),
  ];
  return parts.filter((part) => part !== '').join(' ');
}

interface Branch {
  readonly entries: readonly Entry[];
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly letter: string;
}

/** Bottom up: a subtree stays where it saves more wrong words than its nodes cost. */
function grow(branch: Branch): Grown {
  const { entries, from, to, depth, letter } = branch;
  const weights = new Map<number, number>();
  let total = 0;
  for (let e = from; e < to; e++) {
    const { readings, weight } = entries[e]!;
    weights.set(readings, (weights.get(readings) ?? 0) + weight);
    total += weight;
  }
  const [readings, right] = [...weights].reduce((a, b) => (b[1] > a[1] ? b : a));
  const leaf: Grown = { node: { letter, readings, children: [] }, cost: total - right };
  if (leaf.cost < NODE_COST || to - from === 1) return leaf;
  const children: Node[] = [];
  let cost = 0;
  for (let at = from; at < to; ) {
    const next = entries[at]!.backwards[depth] ?? '';
    let end = at + 1;
    while (end < to && (entries[end]!.backwards[depth] ?? '') === next) end++;
    const child = grow({ entries, from: at, to: end, depth: depth + 1, letter: next });
    const stay = wrongUnder(entries, { from: at, to: end, readings });
    if (stay <= child.cost + NODE_COST) cost += stay;
    else {
      cost += child.cost + NODE_COST;
      children.push(child.node);
    }
    at = end;
  }
  return cost < leaf.cost ? { node: { letter, readings, children }, cost } : leaf;
}

/** Weight of the words that would be wrong under the parent's readings. */
function wrongUnder(entries: readonly Entry[], slice: { from: number; to: number; readings: number }): number {
  let wrong = 0;
  for (let e = slice.from; e < slice.to; e++) {
    if (entries[e]!.readings !== slice.readings) wrong += entries[e]!.weight;
  }
  return wrong;
}

function pack(root: Node, keys: readonly string[]): Uint8Array {
  const letters = '^-абвгдежзийклмнопрстуфхцчшщъыьэюя';
  const numbers = new Map<number, number>();
  const [letter, count, readings]: [number[], number[], number[]] = [[], [], []];
  const visit = (node: Node): void => {
    letter.push(node.letter === '' ? 0 : letters.indexOf(node.letter));
    count.push(node.children.length);
    if (!numbers.has(node.readings)) numbers.set(node.readings, numbers.size);
    readings.push(numbers.get(node.readings)!);
    node.children.forEach(visit);
  };
  visit(root);
  const classes = [...numbers.keys()].map((id) => keys[id]!);
  const header = Buffer.from(JSON.stringify({ version: 1, letters, classes, nodes: letter.length }), 'utf8');
  const start = Buffer.alloc(8);
  start.write(DICTIONARY_MAGIC, 0, 'latin1');
  start.writeUInt32LE(header.length, 4);
  const wide = Buffer.alloc(readings.length * 2);
  for (const [i, id] of readings.entries()) wide.writeUInt16LE(id, i * 2);
  return brotliCompressSync(Buffer.concat([start, header, Buffer.from(letter), Buffer.from(count), wide]));
}
