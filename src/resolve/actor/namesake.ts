import { foldPlain } from '../../language/segment/fold.ts';
import { isMonth, isName } from './ambiguous.ts';
import type { Entry, Match } from './entry.ts';
import { looksAdjective } from './gap.ts';
import { isCapital } from './letters.ts';
import { inList, type Scene } from './scene.ts';

const TOWNS = new Set(['capital', 'city']);
const NOUNS = new Set([...TOWNS, 'name', 'short']);
const OPENING = /^[«"“„]$/;
const CLOSING = /^[»"”“]$/;

/** Names and adjectives of states and towns that stand for something called after them: a ship, a treaty, a language. */
export function isNamesake(match: Match, state: Entry, scene: Scene): boolean {
  if (isQuoted(match, scene) || isWater(match, scene) || isManner(match, scene)) return true;
  if (state.kind === 'adjective') return isLanguage(match, scene) || isListed('street-of', match.last + 1, scene);
  // "Brussels sprouts", "Cuba libre"; where adjectives have endings of their own a bare name describes nothing
  if (
    match.ending === '' &&
    !scene.gazetteer.reference.has('modifier-ending') &&
    isListed('culture', match.last + 1, scene)
  )
    return !opensRole(match.last + 1, scene);
  if (!NOUNS.has(state.kind)) return false;
  if (isStreet(match, scene) || isPartOfName(match, state, scene)) return true;
  return TOWNS.has(state.kind) && (isShip(match, state, scene) || isTreaty(match, scene));
}

/** "Boeing 777", "Airbus A330": the firm's product. */
export function isModel({ last }: Match, { tokens }: Scene): boolean {
  return /^\p{Lu}{0,2}-?\d{2,4}\p{L}?$/u.test(tokens[last + 1]?.form ?? '');
}

/** "Taiwan Strait", "Корейский полуостров", "Lake Chad", "река Иордан": waters and land of several. */
function isWater({ first, last, ending }: Match, scene: Scene): boolean {
  if (isListed('geography-before', first - 1, scene) && isCapital(scene.tokens[first])) return true;
  const named = ending === '' || scene.gazetteer.reference.has('modifier-ending');
  return named && isListed('geography', last + 1, scene);
}

/** "Soviet-era tanks", "Swiss-style democracy": what it is like, not whose it is. */
function isManner({ last }: Match, scene: Scene): boolean {
  return inList(scene, 'manner', scene.words[last + 2]) && /^[-‐‑]$/.test(scene.tokens[last + 1]!.form);
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

/** "The carrier Abraham Lincoln", "HMS Queen Elizabeth": a person's name that a ship bears. */
export function isShipsName({ first, ending }: Match, scene: Scene): boolean {
  const named = ending === '' && isListed('vessel', first - 1, scene);
  return named || inList(scene, 'ship-prefix', scene.words[first - 1]);
}

/** "Jack London", "Milan Kundera", "Boston Celtics", "Georgia Tech": a state's or town's name before a capitalised word that nobody knows, or behind a given name. */
function isPartOfName({ first, last, ending }: Match, { kind }: Entry, scene: Scene): boolean {
  const { tokens, words, gazetteer } = scene;
  if (ending !== '' || inList(scene, 'possessive-compound', 'yes')) return false;
  const before = words[first - 1];
  // "Cecil Rhodes"
  if (kind === 'city' && first > 1 && isName(tokens[first - 1], scene, first - 1)) return true;
  const given = isCapital(tokens[first - 1]) && !inList(scene, 'function', before) && !isMonth(first - 1, scene);
  if (given && gazetteer.register.isGivenName(tokens[first - 1]!.form)) return true;
  // "президент Малави Бакили Мулузи": behind a role stands whose it is
  if (inList(scene, 'adjacent-owner', 'yes') && isTitleBefore(first, scene)) return false;
  if (inList(scene, 'place-preposition', before) || isHeadline(scene) || !continues(last + 1, scene)) return false;
  let end = last + 1;
  while (continues(end, scene) && !opensRole(end, scene, 'body')) end++;
  // "Moscow Regional Court", "Kyiv Defence Forces": in front of a role it says whose
  const [behind] = isCapital(tokens[end]) ? gazetteer.find(tokens.slice(end, end + 3)) : [];
  // "Lebanon Valley College"; but the district of a town is where it is
  return isListed('ground-name', end - 1, scene) ? kind !== 'city' : behind?.first !== 0;
}

function isTitleBefore(first: number, { tokens, gazetteer }: Scene): boolean {
  const from = Math.max(0, first - 3);
  const before = gazetteer.find(tokens.slice(from, first)).at(-1);
  return (
    before !== undefined &&
    from + before.last === first - 1 &&
    before.entries.some(({ type, kind }) => type === 'role' && kind === 'person')
  );
}

/** "Moscow Warns Kyiv Over Drones": where no word but small ones is written small, capitals say nothing. */
function isHeadline(scene: Scene): boolean {
  return !scene.tokens.some(({ form }, at) => /^\p{Ll}{2}/u.test(form) && !inList(scene, 'function', scene.words[at]));
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
  while (
    noun < last + 8 &&
    !isListed('culture', noun, scene) &&
    (isAdjective(noun, scene) || inList(scene, 'conjunction', scene.words[noun]))
  )
    noun++;
  if (isListed('culture', noun, scene)) return !opensRole(noun, scene) && !isTraded(first, scene);
  const after = scene.tokens[last + 1];
  if (after !== undefined && /\p{L}/u.test(after.form) && !inList(scene, 'function', scene.words[last + 1]))
    return false;
  for (let at = first - 1; at >= Math.max(0, first - 4); at--) if (isListed('speak', at, scene)) return true;
  return false;
}

/** "запретила ввоз молдавских вин": what is bought, sold or kept out is its country's matter. */
function isTraded(first: number, scene: Scene): boolean {
  return isListed('traded', first - 1, scene) || isListed('traded', first - 2, scene);
}

/** "Nigerian coffee growers", "food safety agency", "Kenya Revenue Authority": a role of several words, of any kind or of one. */
function opensRole(at: number, scene: Scene, wanted?: string): boolean {
  const [first] = scene.gazetteer.find(scene.tokens.slice(at, at + 4));
  if (first?.first !== 0 || first.last === 0) return false;
  return first.entries.some(({ type, kind }) => type === 'role' && (wanted === undefined || kind === wanted));
}

/** Without a tag: by its ending, in languages whose adjectives have their own. */
function isAdjective(at: number, scene: Scene): boolean {
  const tag = scene.tokens[at]?.upos;
  if (tag !== '' && tag !== '_') return tag === 'ADJ';
  return scene.gazetteer.reference.has('modifier-ending') && looksAdjective(scene, scene.words[at]!);
}

export function isVerb(at: number, { tokens }: Scene): boolean {
  return tokens[at]?.upos === 'VERB' || tokens[at]?.upos === 'AUX';
}

/** "Queen Street", "Princes' Islands": a role in the name of a street or of land. */
export function isNamedGround({ first, last }: Match, scene: Scene): boolean {
  const after = inList(scene, 'possessive', scene.words[last + 1]) ? last + 2 : last + 1;
  if (!isCapital(scene.tokens[first]) || !isCapital(scene.tokens[after])) return false;
  return isListed('street', after, scene) || isListed('ground-name', after, scene);
}

/** Whether a word or its base form is in a list. */
function isListed(kind: string, at: number, scene: Scene): boolean {
  // "Iranians danced", "Moscow watches"
  if (kind === 'culture' && isVerb(at, scene)) return false;
  const lemma = scene.tokens[at]?.lemma;
  const word = scene.words[at]?.replace(/['’].*/u, '');
  return inList(scene, kind, word) || (lemma ? inList(scene, kind, foldPlain(lemma)) : false);
}

/** "Tran Xuan Gia", "Putin Street": a name goes on behind the word, with words that are unknown or only people's. */
export function continues(at: number, scene: Scene): boolean {
  const token = scene.tokens[at];
  if (isName(token, scene, at)) return true;
  if (!isCapital(token) || inList(scene, 'function', scene.words[at])) return false;
  if (token!.upos !== '' && token!.upos !== '_' && token!.upos !== 'PROPN') return false;
  const found = scene.gazetteer.entriesOf(token!);
  return (
    found.length > 0 &&
    found.every((entries) => entries.every(({ type, kind }) => type === 'person' && kind === 'family'))
  );
}
