import type { RoleSpelling } from '../engine/role-sentence.ts';
import { caseShape } from './case-ending.ts';

/** A form without its suffixes, and their chain from the first to the last in letters that vowel harmony does not change. */
export interface SuffixChain {
  readonly stem: string;
  readonly suffixes: readonly string[];
  /** The suffixes in one word. */
  readonly ending: string;
}

/** Letters that a suffix's neighbours decide between: A is a or e, I is ı i u ü, D is d or t, K is k or ğ, C is c or ç. */
const HARMONY: ReadonlyMap<string, string> = new Map(
  [...'aeıiuüdtkğgcç'].map((letter, i) => [letter, [...'AAIIIIDDKKKCC'][i]!]),
);

/** Suffixes of nouns and of verbs, the longest first. */
const SUFFIXES: readonly string[] = [
  'lArI lAr ImIz InIz Im In I sI yI nI A yA nA DA nDA DAn nDAn nIn lA ylA CA DAKI lI sIz lIK CI InI InA InDA InDAn IylA sInI sInA sInDA',
  'DI DIm DIn DIK DIlAr yDI mIş mIşDIr DIr Iyor yor yorlAr ACAK yACAK ACAKI yACAKI ACAKlAr Ar Ir rlAr mAz mA mAK mAKDA mAKDADIr yIş Iş An yAn',
  'DIKI DIKInI Ip yIp ArAK yArAK InCA yInCA ken sA mAlI Il AbIl yAbIl lAş lAn lA',
]
  .flatMap((list) => list.split(' '))
  .map(harmonise)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));

/** No stem is shorter (et, kal), and in front of a suffix of one letter it is longer. */
const AFTER_VOWEL = 2;
const SHORTEST = 3;
const BEFORE_LETTER = 4;
const MOST_SUFFIXES = 5;

function harmonise(text: string): string {
  let out = '';
  for (const letter of text) out += HARMONY.get(letter) ?? letter;
  return out;
}

/** Chains of forms that were met: every word is asked for twice in every sentence it stands in. Forgets all when full. */
const met = new Map<string, SuffixChain>();
const MOST_MET = 20_000;

/** Takes suffixes off the end of a lower-case form while there are any; of a name, those behind its apostrophe. */
export function readSuffixes(lower: string): SuffixChain {
  const known = met.get(lower);
  if (known !== undefined) return known;
  const chain = cut(lower);
  if (met.size >= MOST_MET) met.clear();
  met.set(lower, chain);
  return chain;
}

function cut(lower: string): SuffixChain {
  const apostrophe = lower.lastIndexOf("'");
  if (apostrophe <= 0) return strip(harmonise(lower));
  const { suffixes } = strip(harmonise(lower.slice(apostrophe + 1)), 0);
  return chainOf(readSuffixes(lower.slice(0, apostrophe)).stem, suffixes);
}

function strip(form: string, shortest?: number): SuffixChain {
  const least = shortest ?? (/^[AIoöâîû]/.test(form) ? AFTER_VOWEL : SHORTEST);
  const beforeLetter = shortest ?? BEFORE_LETTER;
  const suffixes: string[] = [];
  let stem = form;
  while (suffixes.length < MOST_SUFFIXES) {
    const found = SUFFIXES.find(
      (suffix) => stem.endsWith(suffix) && stem.length - suffix.length >= (suffix.length === 1 ? beforeLetter : least),
    );
    if (found === undefined) break;
    suffixes.unshift(found);
    stem = stem.slice(0, stem.length - found.length);
  }
  return chainOf(stem, suffixes);
}

function chainOf(stem: string, suffixes: readonly string[]): SuffixChain {
  return { stem, suffixes, ending: suffixes.join('-') };
}

/** What the role finder sees of a form: its suffixes in one word ("mA-DIKInI") and what they stand on. */
export const roleSpelling: RoleSpelling = {
  ending: (lower) => readSuffixes(lower).ending,
  stem: (lower) => readSuffixes(lower).stem,
  caseShape,
};
