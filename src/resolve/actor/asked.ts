import { foldPlain } from '../../language/segment/fold.ts';
import type { Sentence } from '../../model/index.ts';
import type { Gazetteer } from './scene.ts';

/** Kinds of data/words/<lang>/reference.tsv: `head-CVL inventor`, `head-CVL -ists`. Read only where a phrase is asked for by itself, as in a text they would make mentions of what acts for no state. */
const HEAD = 'head-';
/** A suffix says what somebody is only behind this many letters: "users", not "ers". */
const LEAST_STEM = 3;

export interface AskedSector {
  readonly sector: string;
  readonly why: string;
  /** The token it was read from. */
  readonly at: number;
}

/**
 * What the noun that heads a phrase says where no role word does: "Ukrainian pensioners", "Russian airstrikes". A phrase that is
 * asked for is an actor, so words that are something else in a text may count here.
 */
export function askedSector({ tokens }: Sentence, gazetteer: Gazetteer): AskedSector | undefined {
  const words = tokens.map(({ form }) => foldPlain(form));
  const end = words.findIndex((word, at) => at > 0 && isLink(word, gazetteer));
  const phrase = words.slice(0, end < 0 ? words.length : end);
  const at = phrase.length - 1;
  for (let from = Math.max(0, phrase.length - MOST_WORDS); from < phrase.length; from++) {
    const said = sectorFor(phrase.slice(from).join(' '), gazetteer);
    if (said) return { ...said, at };
  }
  const last = phrase[at] ?? '';
  // a name's letters say nothing of what its bearer does
  if (/^\p{Lu}/u.test(tokens[at]?.form ?? '')) return undefined;
  for (let cut = LEAST_STEM; cut < last.length; cut++) {
    const said = sectorFor(`-${last.slice(cut)}`, gazetteer);
    if (said) return { ...said, at };
  }
  return undefined;
}

const MOST_WORDS = 3;

function isLink(word: string, { reference }: Gazetteer): boolean {
  return word === ',' || ['head-end', 'place-preposition'].some((kind) => reference.get(kind)?.has(word) === true);
}

function sectorFor(word: string, { reference }: Gazetteer): Omit<AskedSector, 'at'> | undefined {
  for (const [kind, words] of reference)
    if (kind.startsWith(HEAD) && kind !== 'head-end' && words.has(word))
      return { sector: kind.slice(HEAD.length), why: `${word}: ${kind.slice(HEAD.length)}` };
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
