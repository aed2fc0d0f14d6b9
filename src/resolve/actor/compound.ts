import { foldPlain } from '../../language/segment/fold.ts';
import { type Gap, gapBetween } from './gap.ts';
import type { Phrase } from './phrase.ts';
import { inList, type Scene } from './scene.ts';
import type { Unit } from './unit.ts';

/** "Russian-backed", "anti-Turkish": the adjective does not say whose the noun is. */
export function isBacked(phrase: Phrase, scene: Scene): boolean {
  const { words } = scene;
  const before = words[phrase.first - 1] === '-' ? words[phrase.first - 2] : prefixOf(phrase.units[0]!, scene);
  return inList(scene, 'backed', joinedTo(phrase.last, scene)) || inList(scene, 'against', before);
}

/** "Rebel-held Idlib", "army-backed party", "police-led raids": the noun behind is not what the role says. */
export function isRoleJoined(last: number, scene: Scene): boolean {
  if (!inList(scene, 'backed-hyphen', 'yes') || scene.words[last + 1] !== '-') return false;
  return ['backed', 'led'].some((list) => inList(scene, list, scene.words[last + 2]));
}

/** What a hyphenated token puts before the name inside it: "ex-Georgian". */
export function prefixOf({ match, first }: Unit, scene: Scene): string | undefined {
  const token = scene.tokens[first]!;
  const inside = match.start - token.start;
  return inside > 1 ? foldPlain(token.form.slice(0, inside - 1)) : undefined;
}

/** "Tehran-based", "Londra merkezli": the name says where somebody sits. */
export function isBased(last: number, scene: Scene): boolean {
  return inList(scene, 'based', joinedTo(last, scene));
}

/** The word behind; "Azerbaijan held talks" is no "rebel-held" where such words need a hyphen. */
function joinedTo(last: number, scene: Scene): string | undefined {
  const { words } = scene;
  if (words[last + 1] === '-') return words[last + 2];
  // "UN-backed" in one token
  const whole = words[last] ?? '';
  const inside = /^[^-‐‑]+[-‐‑]([^-‐‑]+)$/u.exec(whole)?.[1];
  if (inside !== undefined && inList(scene, 'backed', inside)) return inside;
  return inList(scene, 'backed-hyphen', 'yes') ? undefined : words[last + 1];
}

/** "A Somalia-based paramilitary group": the role behind belongs to where it sits. */
export function basedRole(phrase: Phrase, unit: Unit, scene: Scene): boolean {
  if (!phrase.state || !unit.role || unit.state || !isBased(phrase.last, scene)) return false;
  const from = phrase.last + (scene.words[phrase.last + 1] === '-' ? 2 : 1);
  const gap = gapBetween(scene, from, unit.first);
  return gap === 'adjacent' || gap === 'modified' || gap === 'honoured';
}

/** Kinds of names that say people. */
export const PEOPLES: ReadonlySet<string> = new Set(['demonym', 'demonyms-plural']);

/** "Kosovo Serbs", "Bosnia's Serbs", "латвийские русские": a people that lives in another state; "Irish Americans" are of the state named last. */
export function isMinority(
  { state, roles, named, last }: Phrase,
  { state: people }: Unit,
  gap: Gap,
  scene: Scene,
): boolean {
  if (gap !== 'adjacent' && gap !== 'possessive') return false;
  if (!state || !people || roles.length + named.length > 0 || isBased(last, scene)) return false;
  if (!PEOPLES.has(people.kind) || state.id === people.id || scene.gazetteer.register.typeOf(state.id) !== 'state')
    return false;
  const isName = state.kind === 'name' && inList(scene, 'noun-modifier', 'yes');
  const modifies = gap === 'possessive' || isName || state.kind === 'adjective';
  return modifies && !inList(scene, 'immigrants', foldPlain(people.form));
}

/** "Supporters of Jair Bolsonaro". */
export function isFollowers({ roles, state, named }: Phrase, scene: Scene): boolean {
  const role = roles[0]?.role;
  const form = foldPlain(role?.form ?? '');
  // "войска Сальвы Киира"
  const led = inList(scene, 'adjacent-owner', 'yes') && inList(scene, 'soldiery', form);
  const near = led || inList(scene, 'followers', form);
  return roles.length === 1 && !state && named.length === 0 && near;
}

/** "Trump supporters", "Maduro's government": those around a person, behind his name. */
export function isFollowing(phrase: Phrase, unit: Unit, scene: Scene): boolean {
  if (!unit.role || unit.people.length > 0 || phrase.roles.length > 0 || phrase.named.length > 0) return false;
  if (!inList(scene, 'followers', foldPlain(unit.role.form))) return false;
  const gap = gapBetween(scene, phrase.last, unit.first);
  return gap === 'possessive' || (gap === 'adjacent' && inList(scene, 'noun-modifier', 'yes'));
}
