import { foldPlain } from '../../language/segment/fold.ts';
import type { Entry } from './entry.ts';
import { gapBetween, skipArticle } from './gap.ts';
import { nameAfter, nameBefore } from './name.ts';
import { isBare, isSeveral, ownsNext } from './one-each.ts';
import type { Phrase, Walk } from './phrase.ts';
import { inList, type Scene } from './scene.ts';
import type { Unit } from './unit.ts';

/** An unknown name behind a title: "Defence Minister Diego Molano", "the prime minister, Xavier Bettel,". */
export function addName(phrase: Phrase, walk: Walk, next: Unit | undefined): void {
  const { scene, taken } = walk;
  const role = phrase.roles.at(-1)?.role;
  const titled = role?.kind === 'person' || role?.kind === 'role-noun' || phrase.named.some((e) => e.type === 'office');
  if (!titled || phrase.people.length > 0) return;
  const comma = scene.words[phrase.last + 1] === ',';
  const name = nameAfter(scene, phrase.last + (comma ? 2 : 1), taken);
  if (!name || (next && next.first <= name.last)) return;
  if (comma) {
    const after = scene.words[name.last + 1];
    if (name.last === name.first || (after !== undefined && !/^[,.;:)]$/.test(after))) return;
  }
  phrase.name = name;
  phrase.last = name.last;
  phrase.end = scene.tokens[name.last]!.end;
}

/** An unknown name in front: "Zhang Youxia, vice chairman of …". */
export function addNameBefore(phrase: Phrase, walk: Walk, limit: number): void {
  const { scene, taken } = walk;
  const role = phrase.roles[0]?.role;
  if (phrase.name || phrase.people.length > 0 || (role?.kind !== 'person' && role?.kind !== 'role-noun')) return;
  let at = phrase.first - 1;
  while (at > limit && at > phrase.first - 4 && scene.words[at] !== ',') at--;
  if (scene.words[at] !== ',' || skipArticle(scene, at + 1) < phrase.first - 2) return;
  const name = nameBefore(scene, at - 1, taken);
  if (!name || name.first <= limit) return;
  phrase.name = name;
  phrase.first = name.first;
  phrase.start = scene.tokens[name.first]!.start;
}

/** "rebels in Darfur", "fighters from Islamic State": whose they are, though the place or movement stays a mention of its own. */
export function addWhere(phrase: Phrase, { scene, units }: Walk, next: Unit | undefined): void {
  if (!next) return;
  const owner = ownerBehind(phrase, next, scene);
  if (!owner) return;
  // "a newspaper based in Beirut"
  const sits = phrase.roles[0]?.role?.kind === 'group' && inList(scene, 'based', scene.words[phrase.last + 1]);
  let at = phrase.last + (sits ? 2 : 1);
  if (!inList(scene, 'group-link', scene.words[at])) return;
  at++;
  while (at < next.first && (inList(scene, 'region', scene.words[at]) || inList(scene, 'article', scene.words[at])))
    at++;
  if (at !== next.first) return;
  phrase.where = owner;
  if (phrase.roles.length > 0 && isSeveral(phrase, scene)) phrase.others.push(...besides(next, units, scene));
}

/** "lawmakers in France and Germany": the second state has its own. */
function besides(next: Unit, units: readonly Unit[], scene: Scene): Entry[] {
  const second = units[units.indexOf(next) + 1];
  const after = units[units.indexOf(next) + 2];
  if (!next.state || !second || !isBare(second) || ownsNext(second, after, scene)) return [];
  return gapBetween(scene, next.last, second.first) === 'conjunction' ? [second.state!] : [];
}

/** "Kiev'deki hastane": of people and things that stay where they are (reference kind `grounded`), whose ground they are on. */
export function addWhereBefore(phrase: Phrase, { scene }: Walk, before: Phrase | undefined): void {
  const role = phrase.roles.at(-1)?.role;
  const [unit] = before?.units ?? [];
  if (!role || !before?.state || !unit || before.units.length > 1) return;
  if (phrase.state || phrase.where || phrase.named.length > 0 || phrase.people.length > 0 || phrase.name) return;
  if (!inList(scene, 'attributive-ending', unit.match.ending) || phrase.first - before.last > 4) return;
  const words = [role.sector ?? '', role.form].map((word) => foldPlain(word));
  if (!words.some((word) => inList(scene, 'grounded', word))) return;
  const between = scene.tokens.slice(before.last + 1, phrase.first);
  if (between.every(({ upos }) => upos !== 'PUNCT' && upos !== 'VERB')) phrase.where = before.state;
}

function ownerBehind(phrase: Phrase, next: Unit, scene: Scene): Entry | undefined {
  const role = phrase.roles.at(-1)?.role;
  const free = role !== undefined && !phrase.state && phrase.named.length === 0;
  const [movement] = next.named;
  const isGroup = movement !== undefined && scene.gazetteer.register.typeOf(movement.id) === 'group';
  if (free && isGroup && next.named.length === 1 && !next.state) return movement;
  // officials, soldiers and tourists in a state may be abroad, from one they are not; a junta or a parliament never is
  const comesFrom =
    inList(scene, 'origin-link', scene.words[phrase.last + 1]) && !inList(scene, 'abroad', foldPlain(role?.form ?? ''));
  const mobile =
    !comesFrom &&
    [role?.sector ?? '', role?.form ?? ''].some((word) => inList(scene, 'mobile', foldPlain(word))) &&
    !inList(scene, 'institution', foldPlain(role?.form ?? ''));
  return (free && !mobile) || phrase.ethnic ? next.state : undefined;
}
