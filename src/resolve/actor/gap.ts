import { isCapital } from './letters.ts';
import { inList, type Scene } from './scene.ts';

/** How two units stand to each other, by the tokens between them. */
export type Gap =
  | 'adjacent'
  | 'possessive'
  | 'honoured'
  | 'modified'
  | 'link'
  | 'comma'
  | 'conjunction'
  | 'hyphen'
  | 'far';

const MOST_MODIFIERS = 3;
const MODIFIER_TAGS = new Set(['ADJ', 'NOUN', 'NUM', 'ADV']);
const HYPHEN = /^[-‐‑]$/;

/** The gap between token `last` and token `first`. */
export function gapBetween(scene: Scene, last: number, first: number): Gap {
  let at = last + 1;
  if (first <= last) return 'hyphen';
  if (at === first) return 'adjacent';
  const { words } = scene;
  if (first - at === 1 && HYPHEN.test(scene.tokens[at]!.form)) return 'hyphen';
  if (inList(scene, 'possessive', words[at])) {
    at++;
    return modifiers(scene, at, first) ? 'possessive' : 'far';
  }
  if (first - at === 1 && inList(scene, 'conjunction', words[at])) return words[at] === ',' ? 'comma' : 'conjunction';
  if (words[at] === ',') return modifiers(scene, skipArticle(scene, at + 1), first) ? 'comma' : 'far';
  if (inList(scene, 'link', words[at])) return modifiers(scene, skipArticle(scene, at + 1), first) ? 'link' : 'far';
  if (honours(scene, at, first)) return 'honoured';
  return modifiers(scene, at, first) ? 'modified' : 'far';
}

/** How two members of a list are joined: "A, the B", "A and the B", "A, and B". */
export function jointOf(scene: Scene, last: number, first: number): 'comma' | 'conjunction' | undefined {
  const { words } = scene;
  let at = last + 1;
  const comma = words[at] === ',';
  if (comma) at++;
  const joined = words[at] !== ',' && inList(scene, 'conjunction', words[at]);
  if (joined) at++;
  if (skipArticle(scene, at) !== first && at !== first) return undefined;
  return joined ? 'conjunction' : comma ? 'comma' : undefined;
}

export function skipArticle(scene: Scene, at: number): number {
  return inList(scene, 'article', scene.words[at]) ? at + 1 : at;
}

/** Only words that can stand before a noun they describe, and few of them. */
function modifiers(scene: Scene, from: number, to: number): boolean {
  if (to - from > MOST_MODIFIERS) return false;
  for (let at = from; at < to; at++) if (!isModifier(scene, at) && !isTitleCase(scene, at, to)) return false;
  return true;
}

/** Only words such as "deputy", "senior", "former". */
function honours(scene: Scene, from: number, to: number): boolean {
  if (to - from > MOST_MODIFIERS) return false;
  for (let at = from; at < to; at++) {
    if (!isHonour(scene, at)) return false;
  }
  return true;
}

/** "the ousted president", but not "the army ousted the president". */
function isHonour(scene: Scene, at: number): boolean {
  const word = scene.words[at];
  if (inList(scene, 'honour', word)) return true;
  return inList(scene, 'former', word) && scene.tokens[at]!.feats['VerbForm'] !== 'Fin';
}

/** "Greek Dock Workers": a noun in capitals before one in capitals. */
function isTitleCase(scene: Scene, at: number, to: number): boolean {
  const { upos, form } = scene.tokens[at]!;
  const named = upos === '' || upos === '_' || upos === 'PROPN';
  const both = isCapital(scene.tokens[at]) && isCapital(scene.tokens[to]) && /^\p{L}+$/u.test(form);
  return named && both && inList(scene, 'noun-modifier', 'yes') && !inList(scene, 'function', scene.words[at]);
}

/** Whether every word between token `last` and token `first` is part of a name in capitals: "Kyiv International Institute". */
export function inTitleCase(scene: Scene, last: number, first: number): boolean {
  for (let at = last + 1; at < first; at++) if (!isTitleCase(scene, at, first)) return false;
  return true;
}

function isModifier(scene: Scene, at: number): boolean {
  const token = scene.tokens[at]!;
  const word = scene.words[at]!;
  // "Iraqi Kurdish leaders"
  if (isHonour(scene, at) || inList(scene, 'people', word)) return true;
  if (inList(scene, 'function', word) || !/^[\p{L}-]+$/u.test(token.form)) return HYPHEN.test(token.form);
  if (token.upos === '' || token.upos === '_') return !isCapital(token) && looksAdjective(scene, word);
  if (token.upos === 'NOUN' && !inList(scene, 'noun-modifier', 'yes')) return false;
  return MODIFIER_TAGS.has(token.upos) || (token.upos === 'VERB' && token.deprel === 'amod');
}

/** Without a tag: in languages whose adjectives have endings of their own (`modifier-ending`), by these. */
export function looksAdjective(scene: Scene, word: string): boolean {
  const endings = scene.gazetteer.reference.get('modifier-ending');
  if (!endings) return true;
  for (const ending of endings) if (word.endsWith(ending)) return true;
  return false;
}
