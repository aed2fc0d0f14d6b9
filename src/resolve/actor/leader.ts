import type { Entry, Match } from './entry.ts';
import { isCapital } from './letters.ts';
import { rankInState } from './office.ts';
import { inList, type Scene } from './scene.ts';

/** A minister's surname that more people of the dictionary bear needs a sign of whose it is. */
const RARE = 4;
const COMMON = 16;

/**
 * "Marcos criticised Beijing": a bare surname stands for whoever leads a state on the document's date, or else for its
 * foreign or defence minister, if only one of them bears it. A surname of many is taken only where that state was spoken of.
 */
export function leadersOf(people: readonly Entry[], match: Match, scene: Scene): readonly Entry[] {
  const bearers = new Set(people.map((entry) => entry.id));
  if (bearers.size > COMMON || !standsAlone(match, scene)) return [];
  const { register } = scene.gazetteer;
  const ranked = people.flatMap((entry) => {
    const found = rankInState(register, entry.id, scene.on);
    return found ? [{ entry, ...found }] : [];
  });
  const heads = ranked.filter(({ head }) => head);
  const chosen = heads.length > 0 ? heads : ranked;
  if (new Set(chosen.map(({ entry }) => entry.id)).size !== 1) return [];
  const [one] = chosen;
  // "the Zamora cartel" is named after anybody
  const described = inList(scene, 'article', scene.words[match.first - 1]);
  return (heads.length > 0 && !described) || (bearers.size <= RARE && !described) || scene.introduced.has(one!.state)
    ? chosen.map(({ entry }) => entry)
    : [];
}

/** A capitalised word by itself, read as a name where it opens a sentence, and of nobody the text has called by another full name. */
function standsAlone(match: Match, scene: Scene): boolean {
  const { tokens, words, strangers } = scene;
  const token = tokens[match.first]!;
  if (match.first !== match.last || strangers.has(words[match.first]!)) return false;
  const tagged = token.upos !== '' && token.upos !== '_';
  if (tagged ? token.upos !== 'PROPN' : match.first === 0) return false;
  if (inList(scene, 'function', words[match.first])) return false;
  const [before, after] = [tokens[match.first - 1], tokens[match.first + 1]];
  const joined =
    before !== undefined &&
    (/^[-‐‑–&]$/.test(before.form) ||
      (match.first > 1 && isCapital(before) && !inList(scene, 'function', words[match.first - 1])));
  return !joined && !isCapital(after) && !/^[-‐‑–&]$/.test(after?.form ?? '');
}
