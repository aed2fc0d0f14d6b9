import type { Phrase } from './phrase.ts';
import type { Scene } from './scene.ts';
import type { Unit } from './unit.ts';

const OPENING = /^[«"“„]$/;
const CLOSING = /^[»"”“]$/;
const NAMED: readonly string[] = ['organisation', 'group', 'body'];

/**
 * "бойцы ЧВК «Вагнер»", "представители движения «Хезболла»": the name in quotation marks of the group that a noun right before
 * it is; it stays in the nominative whatever the case of that noun.
 */
export function isQuotedName({ roles, named, state, people, last }: Phrase, unit: Unit, { tokens }: Scene): boolean {
  const role = roles.at(-1)?.role;
  if (role === undefined || (role.kind !== 'group' && role.kind !== 'body')) return false;
  if (named.length + people.length > 0 || state !== undefined || unit.first !== last + 2) return false;
  const isInQuotes = OPENING.test(tokens[last + 1]!.form) && CLOSING.test(tokens[unit.last + 1]?.form ?? '');
  // "гостей «Большой семёрки»": whose guests they are; of fighters that is who they are
  const isOwner = unit.match.ending !== '' && unit.named.every(({ type }) => type !== 'group');
  return isInQuotes && !isOwner && unit.named.some(({ type }) => NAMED.includes(type));
}
