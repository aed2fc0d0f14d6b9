import { foldPlain } from '../../language/segment/fold.ts';
import type { Actor, Token } from '../../model/index.ts';
import type { Phrase } from './phrase.ts';
import { inList } from './scene.ts';
import type { Situation } from './verdict.ts';

/** By the ending of the surname, else by the given name, in languages whose endings tell; undefined where they say nothing. */
export function isFeminine({ name }: Actor, { scene }: Situation): boolean | undefined {
  const family = foldPlain(name.slice(name.lastIndexOf(' ') + 1));
  const ends = (kind: string): boolean =>
    [...(scene.gazetteer.reference.get(kind) ?? [])].some((ending) => family.endsWith(ending));
  if (ends('feminine-ending')) return true;
  return ends('masculine-ending') || isMansName(name.split(' ')[0]!, scene) ? false : undefined;
}

/** Letters of a given name whose last one tells: shorter ones are often surnames that come first. */
const LONG_ENOUGH = 4;

/** "Алексей", "Дональд": a given name that ends in a consonant is a man's, but for the women's of kind `feminine-given`. */
function isMansName(given: string, scene: Situation['scene']): boolean {
  if (!scene.gazetteer.reference.has('feminine-given') || given.length < LONG_ENOUGH) return false;
  return /[бвгджзйклмнпрстфхцчшщ]$/.test(given) && !inList(scene, 'feminine-given', foldPlain(given));
}

/**
 * "предложил вывезти материал и превратить его": a pronoun for somebody whom only a sentence before named stands rather for
 * the thing of its gender that this sentence names as an object before it.
 */
export function standsForThing({ first }: Phrase, { scene: { tokens, gazetteer } }: Situation): boolean {
  const pronoun = tokens[first]!;
  if (!gazetteer.reference.has('feminine-given') || pronoun.deprel.startsWith('nsubj')) return false;
  const genders = /^н?е[её]|^н?ей|^н?ею/.test(foldPlain(pronoun.form)) ? ['Fem'] : ['Masc', 'Neut'];
  const isThing = ({ upos, feats, deprel, head }: Token): boolean =>
    upos === 'NOUN' &&
    deprel === 'obj' &&
    feats['Number'] !== 'Plur' &&
    feats['Animacy'] !== 'Anim' &&
    genders.includes(feats['Gender'] ?? '') &&
    head !== pronoun.head;
  return tokens.slice(0, first).some(isThing);
}
