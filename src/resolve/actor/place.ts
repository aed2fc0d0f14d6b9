import { isBased } from './compound.ts';
import type { Entry, Match } from './entry.ts';
import { isCapital } from './letters.ts';
import { inList, type Scene } from './scene.ts';

/** Where a name stands and what kind of name it is. */
export interface Placed {
  readonly match: Pick<Match, 'ending'>;
  readonly first: number;
  readonly last: number;
  readonly state?: Pick<Entry, 'kind'>;
}

const PLACE_KINDS = new Set(['capital', 'city', 'metonym']);
const LOOK_BACK = 6;
const LOOK_AHEAD = 5;

/** Whether a state's name or metonym stands for the ground rather than for the actor ("in Moscow", "travelled to Beijing"). */
export function isPlace(unit: Placed, scene: Scene): boolean {
  const kind = unit.state?.kind ?? 'name';
  if (isBased(unit.last, scene)) return true;
  if (kind === 'adjective' || kind === 'demonym' || kind === 'demonyms-plural') return false;
  const before = wordBefore(unit, scene);
  // "its Paris office"
  if (PLACE_KINDS.has(kind) && before === unit.first - 1 && inList(scene, 'own', scene.words[before])) return true;
  if (ownsReproached(unit.last, before, scene)) return false;
  if (inList(scene, 'place-preposition', scene.words[before]) || isPartOfGround(before, scene))
    return !speaksNext(unit, scene);
  const { ending } = unit.match;
  if (ending !== '' && inList(scene, 'place-ending', ending)) return true;
  if (ending !== '' && inList(scene, 'motion-ending', ending) && wordAfter(unit, scene, 'motion')) return true;
  if (PLACE_KINDS.has(kind) || kind === 'name' || kind === 'short' || kind === 'acronym') {
    if (ending !== '' && wordAfter(unit, scene, 'visit')) return true;
    if (inList(scene, 'visit', scene.words[before])) return true;
    const moved = inList(scene, 'motion-preposition', scene.words[before]) && motionBefore(before, scene);
    if (moved) return true;
  }
  if (ending === '' && inList(scene, 'war', scene.words[unit.last + 1])) return true;
  if (PLACE_KINDS.has(kind) && ending === '' && inList(scene, 'venue', scene.words[unit.last + 1])) return true;
  return kind === 'city' || (PLACE_KINDS.has(kind) && isBesidePlace(unit, scene));
}

/** "dismay at Israel's killing of …", "outrage over Russia's war": whose deed the words are about. */
function ownsReproached(last: number, before: number, scene: Scene): boolean {
  const { words } = scene;
  return inList(scene, 'reproach-preposition', words[before]) && inList(scene, 'possessive', words[last + 1]);
}

/** "the streets of Kinshasa", "a suburb of Damascus": the noun before says that ground is meant. */
function isPartOfGround(before: number, scene: Scene): boolean {
  return inList(scene, 'of-ground', scene.words[before]) && inList(scene, 'ground', scene.words[before - 1]);
}

/** Index of the word before the name, behind articles and points of the compass ("in the north of" is not one). */
function wordBefore(unit: Placed, scene: Scene): number {
  let at = unit.first - 1;
  while (at >= 0 && (inList(scene, 'article', scene.words[at]) || inList(scene, 'region', scene.words[at]))) at--;
  return at;
}

/** "В Москве заявили": the place is the speaker. */
function speaksNext(unit: Placed, scene: Scene): boolean {
  return unit.state?.kind !== 'city' && inList(scene, 'speech-of-place', scene.words[unit.last + 1]);
}

/** "flew to Asmara and Cairo": what is listed with a place is one. */
function isBesidePlace(unit: Placed, scene: Scene): boolean {
  const { tokens, words } = scene;
  if (/^nsubj/.test(tokens[unit.first]!.deprel) || tokens[unit.last + 1]?.feats['VerbForm'] === 'Fin') return false;
  let at = unit.first - 1;
  if (!inList(scene, 'conjunction', words[at]) || (words[at] === ',' && !goesOnAsList(unit.last + 1, scene)))
    return false;
  for (let names = 0; names < 3; names++) {
    at--;
    const from = at;
    while (at > 0 && isCapital(tokens[at])) at--;
    if (at === from) return false;
    const moved = inList(scene, 'motion-preposition', words[at]) && motionBefore(at, scene);
    if (moved || inList(scene, 'place-preposition', words[at])) return true;
    if (words[at] !== ',') return false;
  }
  return false;
}

/** "in Aleppo, Beirut and Nicosia", where no verb follows; "In Moscow, Beijing and Tehran agreed" begins anew. */
function goesOnAsList(from: number, scene: Scene): boolean {
  const { tokens, words } = scene;
  let at = from;
  while (at < tokens.length && (inList(scene, 'conjunction', words[at]) || isCapital(tokens[at]))) at++;
  return (
    at > from + 1 && inList(scene, 'conjunction', words[from]) && (at === tokens.length || /^[.;:)]$/.test(words[at]!))
  );
}

function motionBefore(from: number, scene: Scene): boolean {
  for (let at = from - 1; at >= 0 && at >= from - LOOK_BACK; at--) {
    if (inList(scene, 'motion', scene.words[at])) return true;
  }
  return false;
}

function wordAfter(unit: Placed, scene: Scene, kind: string): boolean {
  for (let at = unit.last + 1; at <= unit.last + LOOK_AHEAD && at < scene.words.length; at++) {
    if (inList(scene, kind, scene.words[at])) return true;
  }
  return false;
}
