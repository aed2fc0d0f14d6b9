import { foldPlain } from '../../language/segment/fold.ts';
import type { Entry, Match } from './entry.ts';
import { looksAdjective } from './gap.ts';
import { isCapital } from './letters.ts';
import { inList, type Scene } from './scene.ts';

const TOWNS = new Set(['capital', 'city']);
const OPENING = /^[«"“„]$/;
const CLOSING = /^[»"”“]$/;

/** Names and adjectives of states and towns that stand for something called after them: a ship, a treaty, a language. */
export function isNamesake(match: Match, state: Entry, scene: Scene): boolean {
  if (isQuoted(match, scene) || isWater(match, scene)) return true;
  if (state.kind === 'adjective') return isLanguage(match, scene);
  return TOWNS.has(state.kind) && (isShip(match, state, scene) || isTreaty(match, scene) || isStreet(match, scene));
}

/** "Boeing 777", "Airbus A330": the firm's product. */
export function isModel({ last }: Match, { tokens }: Scene): boolean {
  return /^\p{Lu}{0,2}-?\d{2,4}\p{L}?$/u.test(tokens[last + 1]?.form ?? '');
}

/** "Taiwan Strait", "Корейский полуостров": waters and land of several. */
function isWater({ last, ending }: Match, scene: Scene): boolean {
  const named = ending === '' || scene.gazetteer.reference.has('modifier-ending');
  return named && isListed('geography', last + 1, scene);
}

/** «Москва» behind "крейсер", "Prague" of a café: a name in quotation marks all by itself. */
function isQuoted({ first, last }: Match, { tokens }: Scene): boolean {
  return OPENING.test(tokens[first - 1]?.form ?? '') && CLOSING.test(tokens[last + 1]?.form ?? '');
}

/** "The submarine Kursk sank", "Moskova kruvazörü"; in "the tanker Tehran seized" the capital acts. */
function isShip({ first, last, ending }: Match, { kind }: Entry, scene: Scene): boolean {
  if (ending !== '') return false;
  if (isListed('vessel', last + 1, scene) && inList(scene, 'possessive-compound', 'yes')) return true;
  return isListed('vessel', first - 1, scene) && (kind === 'city' || !isVerb(last + 1, scene));
}

/** "Minsk agreements", "Oslo process". */
function isTreaty({ last, ending }: Match, scene: Scene): boolean {
  return ending === '' && isListed('treaty', last + 1, scene);
}

/** "Paris Caddesi", "London Bridge". */
function isStreet({ last, ending }: Match, scene: Scene): boolean {
  return ending === '' && isCapital(scene.tokens[last + 1]) && isListed('street', last + 1, scene);
}

/** "Russian, English and Chinese languages", "French literature"; "she speaks Russian", where no noun follows. */
function isLanguage({ first, last }: Match, scene: Scene): boolean {
  let noun = last + 1;
  while (noun < last + 8 && (isAdjective(noun, scene) || inList(scene, 'conjunction', scene.words[noun]))) noun++;
  if (isListed('culture', noun, scene)) return true;
  const after = scene.tokens[last + 1];
  if (after !== undefined && /\p{L}/u.test(after.form) && !inList(scene, 'function', scene.words[last + 1]))
    return false;
  for (let at = first - 1; at >= Math.max(0, first - 4); at--) if (isListed('speak', at, scene)) return true;
  return false;
}

/** Without a tag: by its ending, in languages whose adjectives have their own. */
function isAdjective(at: number, scene: Scene): boolean {
  const tag = scene.tokens[at]?.upos;
  if (tag !== '' && tag !== '_') return tag === 'ADJ';
  return scene.gazetteer.reference.has('modifier-ending') && looksAdjective(scene, scene.words[at]!);
}

function isVerb(at: number, { tokens }: Scene): boolean {
  return tokens[at]?.upos === 'VERB' || tokens[at]?.upos === 'AUX';
}

/** Whether a word or its base form is in a list. */
function isListed(kind: string, at: number, scene: Scene): boolean {
  const lemma = scene.tokens[at]?.lemma;
  const word = scene.words[at]?.replace(/['’].*/u, '');
  return inList(scene, kind, word) || (lemma ? inList(scene, kind, foldPlain(lemma)) : false);
}
