import { join } from './hash.ts';
import type { Column, RoleSentence } from './role-sentence.ts';

/** Values in front of the first word, behind the last, and where a row of phrases has ended. */
const [BEFORE_ALL, BEHIND_ALL, NO_ITEM, NOT_BEFORE] = [1, 2, 7, 9] as const;
/** Numbers of the first field of a verb, and of the first of a word and a verb together. */
export const VERB_AT = 19;
export const BOTH_AT = 35;
const ORDER_FIELDS = 12;

function at(column: Column, i: number): number {
  return i < 0 ? BEFORE_ALL : i >= column.length ? BEHIND_ALL : column[i]!;
}

/** Distances in steps that grow. */
function far(distance: number): number {
  return distance > 20 ? 12 : distance > 12 ? 11 : distance > 8 ? 10 : distance > 6 ? 9 : distance;
}

/** Values of the fields that tell the role of word i under a verb, always as many. */
export function roleFields(s: RoleSentence, verb: number, i: number): number[] {
  return [...wordFields(s, i), ...verbFields(s, verb), ...bothFields(s, verb, i)];
}

/** The first fields: of the word alone. */
export function wordFields(s: RoleSentence, i: number): number[] {
  return [
    s.style,
    s.kind[i]!,
    s.owned[i]!,
    s.ending[i]!,
    s.suffix[i]!,
    s.shape[i]! * 2 + (i === 0 ? 1 : 0),
    s.number[i]!,
    s.caseShape[i]!,
    s.stem[i]!,
    s.form[i]!,
    s.bareEnds[i + 1]! - s.bareEnds[i]!,
    at(s.owned, i - 1),
    at(s.kind, i - 2),
    at(s.form, i - 1),
    at(s.owned, i + 1),
    at(s.ending, i + 1),
    at(s.owned, i + 2),
    at(s.kind, i + 3),
    at(s.form, i + 1),
  ];
}

/** The next: of the verb alone. */
export function verbFields(s: RoleSentence, verb: number): number[] {
  const above = s.draft.heads[verb]!;
  return [
    s.ending[verb]!,
    s.voice[verb]!,
    s.verb[verb]!,
    s.stem[verb]!,
    s.suffix[verb]!,
    at(s.owned, verb - 1),
    at(s.ending, verb - 1),
    at(s.stem, verb - 1),
    at(s.kind, verb - 2),
    at(s.kind, verb + 1),
    at(s.form, verb + 1),
    at(s.kind, verb + 2),
    s.relation[verb]!,
    above < 0 ? 0 : above < verb ? 1 : above === verb + 1 ? 2 : 3,
    above < 0 ? 0 : s.kind[above]!,
    s.served[verb]!,
  ];
}

/** The last: of the word and the verb together. */
export function bothFields(s: RoleSentence, verb: number, i: number): number[] {
  const fields = pairFields(s, verb, i);
  addOrder(s, verb, i, fields);
  return fields;
}

/** How word i stands to the verb in the sentence and in the tree. */
function pairFields(s: RoleSentence, verb: number, i: number): number[] {
  const { heads } = s.draft;
  const above = heads[i]!;
  const [from, to] = i < verb ? [i + 1, verb] : [verb + 1, i];
  const side = i < verb ? 1 : 2;
  const between = (column: Column, most: number): number => Math.min(column[to]! - column[from]!, most);
  const tree = treePlace(heads, verb, i);
  return [
    side,
    side * 20 + far(to - from),
    between(s.verbs, 4),
    between(s.marks, 3),
    between(s.bare, 4),
    between(s.accusatives, 2),
    between(s.finite, 2),
    between(s.quotes, 2),
    Math.min(s.finite.at(-1)! - s.finite[verb + 1]!, 2),
    Math.min(s.verbs[i]!, 2),
    Math.min(i, 4),
    tree,
    s.relation[i]!,
    above < 0 ? 0 : s.kind[above]!,
    above < 0 ? 0 : s.ending[above]!,
    above < 0 ? 0 : (above > i ? 20 : 0) + far(Math.abs(above - i)),
    join(tree, s.relation[i]!),
    join(s.kind[i]!, s.voice[verb]!),
  ];
}

/** Where word i hangs as seen from the verb. */
function treePlace(heads: readonly number[], verb: number, i: number): number {
  const above = heads[i]!;
  if (above === verb) return 1;
  if (heads[verb] === i) return 2;
  if (above < 0) return 3;
  if (above === heads[verb]) return 4;
  return heads[above] === verb ? 5 : heads[above] === heads[verb] ? 7 : 6;
}

/** The phrases behind word i, those before the verb, those before word i, and its rank among the clause's bare phrases. */
function addOrder(s: RoleSentence, verb: number, i: number, out: number[]): void {
  if (i > verb) {
    for (let n = 0; n < ORDER_FIELDS; n++) out.push(NOT_BEFORE);
    return;
  }
  const { item, nextItem, lastItem, bareEnds, accusativeEnds } = s;
  for (let k = nextItem[i]!, n = 0; n < 3; n++) {
    out.push(k < verb ? item[k]! : NO_ITEM);
    if (k < verb) k = nextItem[k]!;
  }
  for (let k = lastItem[verb]!, n = 0; n < 3; n++) {
    out.push(k > i ? item[k]! : NO_ITEM);
    if (k > i) k = lastItem[k]!;
  }
  for (let k = lastItem[i]!, n = 0; n < 2; n++) {
    out.push(k >= 0 ? item[k]! : NO_ITEM);
    if (k >= 0) k = lastItem[k]!;
  }
  const start = s.clause[verb]!;
  out.push(
    i < start ? 4 : Math.min(bareEnds[i]! - bareEnds[start]!, 3),
    Math.min(bareEnds[verb]! - bareEnds[start]!, 4),
    Math.min(accusativeEnds[verb]! - accusativeEnds[start]!, 2),
    Math.min(bareEnds[verb]! - bareEnds[i + 1]!, 3),
  );
}
