import { foldPlain } from '../../language/segment/fold.ts';
import type { Sentence } from '../../model/index.ts';
import { isCapital } from './letters.ts';
import type { Gazetteer } from './scene.ts';

/**
 * Kinds of data/words/<lang>/reference.tsv, read only where a phrase is asked for by itself, as in a text they would make
 * mentions of what acts for no state: `head-CVL inventor`, `head-CVL -ists`; `loose team`, which says who somebody is only with
 * a word of `beside-MED vaccination` before it.
 */
const HEAD = 'head-';
const BESIDE = 'beside-';
const LOOSE = 'loose';
/** A suffix says what somebody is only behind this many letters: "users", not "ers". */
const LEAST_STEM = 3;
const MOST_WORDS = 3;

export interface AskedSector {
  readonly sector: string;
  readonly why: string;
  /** The tokens it was read from, both inclusive. */
  readonly from: number;
  readonly at: number;
}

/**
 * What the noun that heads a phrase says where no role word does: "Ukrainian pensioners", "Russian airstrikes". A phrase that is
 * asked for is an actor, so words that are something else in a text may count here.
 */
export function askedSector(sentence: Sentence, gazetteer: Gazetteer): AskedSector | undefined {
  const words = sentence.tokens.map(({ form }) => foldPlain(form));
  const at = headOf(sentence, words, gazetteer);
  const readFrom = (from: number): AskedSector | undefined => {
    const said = sectorFor(words.slice(from, at + 1).join(' '), HEAD, gazetteer);
    return said && { ...said, from, at };
  };
  for (let from = Math.max(0, at + 1 - MOST_WORDS); from < at; from++) {
    const said = readFrom(from);
    if (said) return said;
  }
  return besideHead(words, at, gazetteer) ?? readFrom(at) ?? bySuffix(sentence, words, at, gazetteer);
}

/** The last word before what is joined on ("of", "in", ",") and before the name of who is meant: "a rugby captain Siale Piutau". */
function headOf({ tokens }: Sentence, words: readonly string[], gazetteer: Gazetteer): number {
  const link = words.findIndex((word, at) => at > 0 && isLink(word, gazetteer));
  const last = (link < 0 ? words.length : link) - 1;
  let head = last;
  while (head > 0 && isCapital(tokens[head])) head--;
  return /^\p{Ll}{3,}/u.test(tokens[head]?.form ?? '') ? head : last;
}

/** "Locust control teams", "rugby captain": a word that could be of any sector is of the one that the nearest word before it names. */
function besideHead(words: readonly string[], at: number, gazetteer: Gazetteer): AskedSector | undefined {
  const head = words[at] ?? '';
  if (gazetteer.reference.get(LOOSE)?.has(head) !== true) return undefined;
  for (let from = at - 1; from >= 0; from--) {
    const said = sectorFor(words[from]!, BESIDE, gazetteer);
    if (said) return { sector: said.sector, why: `${said.why} with ${head}`, from, at };
  }
  return undefined;
}

function bySuffix(
  { tokens }: Sentence,
  words: readonly string[],
  at: number,
  gazetteer: Gazetteer,
): AskedSector | undefined {
  const last = words[at] ?? '';
  // a name's letters say nothing of what its bearer does
  if (isCapital(tokens[at])) return undefined;
  for (let cut = LEAST_STEM; cut < last.length; cut++) {
    const said = sectorFor(`-${last.slice(cut)}`, HEAD, gazetteer);
    if (said) return { ...said, from: at, at };
  }
  return undefined;
}

function isLink(word: string, { reference }: Gazetteer): boolean {
  return word === ',' || ['head-end', 'place-preposition'].some((kind) => reference.get(kind)?.has(word) === true);
}

function sectorFor(
  word: string,
  prefix: string,
  { reference }: Gazetteer,
): Pick<AskedSector, 'sector' | 'why'> | undefined {
  for (const [kind, words] of reference)
    if (kind.startsWith(prefix) && kind !== 'head-end' && words.has(word))
      return { sector: kind.slice(prefix.length), why: `${word}: ${kind.slice(prefix.length)}` };
  return undefined;
}

/** "A Ukrainian", "an American": somebody of that state and no more; "the Dutch", "Lebanese": its people, where no plural says so. */
export function isDemonymAlone({ tokens }: Sentence, last: number, gazetteer: Gazetteer): boolean {
  if (last !== tokens.length - 1) return false;
  const { reference } = gazetteer;
  const before = foldPlain(tokens[last - 1]?.form ?? '');
  if (reference.get('indefinite')?.has(before) === true) return true;
  if (last > 0 && reference.get('article')?.has(before) !== true) return false;
  const entries = gazetteer.entriesOf(tokens[last]!).flat();
  const word = foldPlain(tokens[last]!.form);
  const plural = [...(reference.get('people-ending') ?? [])].some((ending) => word.endsWith(ending));
  return plural && entries.length > 0 && entries.every(({ kind }) => kind === 'adjective');
}
