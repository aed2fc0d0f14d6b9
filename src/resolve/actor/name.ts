import { inList, type Scene } from './scene.ts';

export interface NameRange {
  readonly first: number;
  readonly last: number;
}

const MOST_NAME_TOKENS = 6;
const HYPHEN = /^[-‐‑]$/;
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;

function isNameWord(scene: Scene, at: number, taken: ReadonlySet<number>): boolean {
  const token = scene.tokens[at];
  if (!token || taken.has(at) || !NAME_WORD.test(token.form)) return false;
  // "liderleri Akabe'de buluştu": where, not who
  const [, suffix] = scene.words[at]!.split(/['’]/u);
  if (inList(scene, 'place-ending', suffix)) return false;
  if (inList(scene, 'function', scene.words[at]) && token.form.length > 2) return false;
  if (['VERB', 'AUX', 'ADP', 'PRON', 'DET', 'SCONJ', 'CCONJ'].includes(token.upos)) return false;
  return !/^\p{Lu}{5,}$/u.test(token.form);
}

/** The capitalised words from `from` on that the dictionary does not know: a person's name behind a title. */
export function nameAfter(scene: Scene, from: number, taken: ReadonlySet<number>): NameRange | undefined {
  if (!isNameWord(scene, from, taken)) return undefined;
  let last = from;
  while (last - from < MOST_NAME_TOKENS) {
    if (isNameWord(scene, last + 1, taken)) last++;
    else if (joinsName(scene, last + 1) && isNameWord(scene, last + 2, taken)) last += 2;
    else if (HYPHEN.test(scene.tokens[last + 1]?.form ?? '') && joinedLower(scene, last + 2)) last += 2;
    else break;
  }
  return { first: from, last };
}

/** The same, read backwards from `to`: a name in front of an apposition. At least two words. */
export function nameBefore(scene: Scene, to: number, taken: ReadonlySet<number>): NameRange | undefined {
  if (!isNameWord(scene, to, taken)) return undefined;
  let first = to;
  while (to - first < MOST_NAME_TOKENS) {
    if (isNameWord(scene, first - 1, taken)) first--;
    else if (joinsName(scene, first - 1) && isNameWord(scene, first - 2, taken)) first -= 2;
    else break;
  }
  return first < to ? { first, last: to } : undefined;
}

function joinsName(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  return token !== undefined && (HYPHEN.test(token.form) || inList(scene, 'particle', scene.words[at]));
}

/** Ho-jen, Fazl-ur-Rehman: the part behind the hyphen may be small, without a blank before it. */
function joinedLower(scene: Scene, at: number): boolean {
  const token = scene.tokens[at];
  return token !== undefined && scene.tokens[at - 1]!.end === token.start && /^\p{Ll}+$/u.test(token.form);
}
