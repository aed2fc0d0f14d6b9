import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One analysis of a word form in the OpenCorpora dictionary. */
export interface OpenCorporaReading {
  /** Grammemes, e.g. "NOUN,inan,masc sing,gent". */
  readonly grammemes: string;
  readonly lemma: string;
}

/** Joins of the prefixes that paradigms use. */
const PREFIXES = ['', 'по', 'наи'];
const EXTENSION = 1 << 9;
const LEAF = 1 << 8;

interface Automaton {
  readonly units: Uint32Array;
  readonly guide: Uint8Array;
}

/** Calls back once a form, in the automaton's order, with all its readings. `folder` holds the pymorphy2-format files. */
export function readOpenCorpora(folder: string, each: (form: string, readings: OpenCorporaReading[]) => void): void {
  const paradigms = readParadigms(folder);
  const suffixes = JSON.parse(readFileSync(join(folder, 'suffixes.json'), 'utf8')) as string[];
  const tags = JSON.parse(readFileSync(join(folder, 'gramtab-opencorpora-int.json'), 'utf8')) as string[];
  let form = '';
  let readings: OpenCorporaReading[] = [];
  walk(readAutomaton(join(folder, 'words.dawg')), (key) => {
    const split = key.indexOf(1);
    const word = CP1251.decode(Uint8Array.from(key.slice(0, split)));
    const [a, b, c, d] = key.slice(split + 1) as [number, number, number, number];
    const paradigm = paradigms[((a ^ 1) << 6) + (b >> 1)]!;
    const at = ((c ^ 1) << 6) + (d >> 1);
    if (word !== form) {
      if (readings.length > 0) each(form, readings);
      form = word;
      readings = [];
    }
    readings.push({
      grammemes: tags[paradigm[paradigm.length / 3 + at]!]!,
      lemma: lemmaOf(word, paradigm, at, suffixes),
    });
  });
  if (readings.length > 0) each(form, readings);
}

const CP1251 = new TextDecoder('windows-1251');

function lemmaOf(word: string, paradigm: Uint16Array, at: number, suffixes: readonly string[]): string {
  const count = paradigm.length / 3;
  const stem = word.slice(PREFIXES[paradigm[count * 2 + at]!]!.length, word.length - suffixes[paradigm[at]!]!.length);
  return PREFIXES[paradigm[count * 2]!]! + stem + suffixes[paradigm[0]!]!;
}

function readParadigms(folder: string): Uint16Array[] {
  const bytes = readFileSync(join(folder, 'paradigms.array'));
  const count = bytes.readUInt16LE(0);
  const out: Uint16Array[] = [];
  let at = 2;
  for (let p = 0; p < count; p++) {
    const length = bytes.readUInt16LE(at);
    out.push(Uint16Array.from({ length }, (_, i) => bytes.readUInt16LE(at + 2 + i * 2)));
    at += 2 + length * 2;
  }
  return out;
}

function readAutomaton(path: string): Automaton {
  const bytes = readFileSync(path);
  const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const view = new DataView(copy);
  const units = view.getUint32(0, true);
  const guide = view.getUint32(units * 4 + 4, true);
  return { units: new Uint32Array(copy, 4, units), guide: new Uint8Array(copy, units * 4 + 8, guide * 2) };
}

function follow(units: Uint32Array, index: number, label: number): number {
  const base = units[index]!;
  const next = (index ^ ((base >>> 10) << ((base & EXTENSION) >>> 6)) ^ label) >>> 0;
  return (units[next]! & 0x800000ff) >>> 0 === label ? next : -1;
}

/** All keys (bytes) in order. */
function walk({ units, guide }: Automaton, each: (key: readonly number[]) => void): void {
  const key: number[] = [];
  const visit = (index: number): void => {
    if ((units[index]! & LEAF) !== 0) each(key);
    let label = guide[index * 2]!;
    while (label !== 0) {
      const child = follow(units, index, label);
      if (child < 0) break;
      key.push(label);
      visit(child);
      key.pop();
      label = guide[child * 2 + 1]!;
    }
  };
  visit(0);
}
