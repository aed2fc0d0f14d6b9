import { gapBetween } from './gap.ts';
import type { Phrase, Walk } from './phrase.ts';
import { inList, type Scene } from './scene.ts';
import type { Unit } from './unit.ts';
import { pluralised } from './verdict.ts';

/** "The presidents of Russia and Turkey", "послы Швеции и Финляндии": whether the next state has one of its own. */
export function isOneEach(phrase: Phrase, at: number, { scene, units }: Walk): boolean {
  const [unit, next] = [units[at]!, units[at + 1]];
  const { stateUnit, roles, people, name } = phrase;
  if (!stateUnit || roles.length === 0 || people.length > 0 || name || !isBare(unit)) return false;
  const behind = roles.every((role) => role.first < stateUnit.first) && phrase.state!.kind !== 'adjective';
  if (!behind || !isSeveral(phrase, scene) || ownsNext(unit, next, scene)) return false;
  const gap = gapBetween(scene, phrase.last, unit.first);
  if (gap === 'conjunction') return true;
  // "of France, Germany and Poland"
  return (
    gap === 'comma' && next !== undefined && isBare(next) && gapBetween(scene, unit.last, next.first) === 'conjunction'
  );
}

export function takeOther(phrase: Phrase, unit: Unit): void {
  phrase.others.push(unit.state!);
  phrase.units.push(unit);
  phrase.last = unit.last;
  phrase.end = unit.match.end;
}

export function isBare({ state, role, people, named }: Unit): boolean {
  return state !== undefined && state.kind !== 'adjective' && !role && people.length + named.length === 0;
}

/** Several of the role, by its number or, without a tag, by the end of its first or last word. */
export function isSeveral(phrase: Phrase, scene: Scene): boolean {
  const { role, first, last } = phrase.roles[0]!;
  if (role?.kind === 'group' || pluralised(phrase, scene)) return true;
  const endings = [...(scene.gazetteer.reference.get('plural-ending') ?? [])];
  const words = [scene.words[first]!, scene.words[last]!.replace(/['’].*/u, '')];
  return endings.some((ending) => words.some((word) => word.endsWith(ending)));
}

/** "devlet başkanları", where a title in the singular carries a possessive of its own ("dışişleri bakanı"). */
export function isPluralTitle({ roles }: Phrase, scene: Scene): boolean {
  if (!inList(scene, 'possessive-compound', 'yes')) return false;
  const word = scene.words[roles[0]?.last ?? -1] ?? '';
  return [...(scene.gazetteer.reference.get('plural-ending') ?? [])].some((ending) => word.endsWith(ending));
}

/** "the leaders of Russia and Turkey's envoy". */
export function ownsNext(unit: Unit, next: Unit | undefined, scene: Scene): boolean {
  return next?.role !== undefined && ['possessive', 'adjacent'].includes(gapBetween(scene, unit.last, next.first));
}

/** "İsveç ve Finlandiya büyükelçileri": states in front of what they have one each of are one expression. */
export function joinOwners(phrases: Phrase[], scene: Scene): void {
  if (!inList(scene, 'possessive-compound', 'yes')) return;
  for (let at = phrases.length - 2; at >= 0; at--) {
    const [owner, both] = [phrases[at]!, phrases[at + 1]!];
    const bare = owner.units.length === 1 && isBare(owner.units[0]!) && owner.units[0]!.match.ending === '';
    if (!bare || both.state?.kind === 'adjective' || both.stateUnit !== both.units[0] || both.roles.length !== 1)
      continue;
    if (both.roles[0]!.role?.kind !== 'person') continue;
    if (gapBetween(scene, owner.last, both.first) !== 'conjunction' || !isSeveral(both, scene)) continue;
    both.others.push(owner.state!);
    Object.assign(both, { first: owner.first, start: owner.start });
    phrases.splice(at, 1);
  }
}
