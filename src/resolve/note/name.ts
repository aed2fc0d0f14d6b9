import { foldText } from '../../model/fold.ts';
import type { CslName } from '../../model/index.ts';
import type { NoteWords } from './words.ts';

const INITIALS = /^(?:\p{Lu}\.\s?-?){1,3}$/u;
const WORD = /^\p{Lu}[\p{L}'’.-]*$/u;
const GIVEN = /^\p{Lu}\p{L}+(?:\s\p{Lu}\.)?$/u;
const PARTICLE = /^(?:de|van|von|der|den|al|el|bin|ibn|da|di|du|la|le|ve)$/;

/** Authors before a title: "Graham Allison", "Allison, G.", "A. Yılmaz ve B. Demir", "Иванов И. И., Петров П. П.". */
export function namesOf(text: string, words: NoteWords): CslName[] {
  const bare = withoutOthers(text, words)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/^[\s,.:;–—-]+|[\s,:;–—-]+$/gu, '');
  if (bare === '' || bare.length > 300) return [];
  const groups = splitByAnd(bare, words.and);
  return groups.flatMap((group) => namesInGroup(group, groups.length === 1));
}

function withoutOthers(text: string, words: NoteWords): string {
  const others = words.others.exec(foldText(text));
  return others ? text.slice(0, others.index) + text.slice(others.index + others[0].length) : text;
}

function splitByAnd(text: string, and: readonly string[]): string[] {
  const groups: string[][] = [[]];
  for (const word of text.split(' ')) {
    if (and.includes(foldText(word))) groups.push([]);
    else groups[groups.length - 1]!.push(word);
  }
  return groups.map((group) => group.join(' ')).filter((group) => group !== '');
}

/** "Allison, G., Frost, N." or "Allison, Graham"; "Cole, Frost" beside another name are two families. */
function namesInGroup(group: string, alone: boolean): CslName[] {
  const pieces = group
    .split(/[,;]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const names: CslName[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const next = pieces[i + 1];
    const first = next !== undefined && alone && pieces.length === 2 && GIVEN.test(next);
    const given = next !== undefined && !piece.includes(' ') && (INITIALS.test(next) || first);
    if (given) i++;
    const name = given ? { family: piece, given: next } : nameOf(piece);
    if (name) names.push(name);
  }
  return names;
}

function nameOf(piece: string): CslName | undefined {
  const parts = piece
    .replace(/\.$/, (dot) => (/\p{Lu}\.$/u.test(piece) ? dot : ''))
    .split(/\s+/)
    .filter((part) => part !== '');
  if (parts.length === 0 || parts.length > 5) return undefined;
  if (!parts.every((part) => WORD.test(part) || INITIALS.test(part) || PARTICLE.test(part))) return undefined;
  if (parts.length === 1) return { family: parts[0]! };
  const first = parts.findIndex((part) => INITIALS.test(part));
  // "Иванов И. И.": initials after the family name.
  if (first > 0 && parts.slice(first).every((part) => INITIALS.test(part))) {
    return { family: parts.slice(0, first).join(' '), given: parts.slice(first).join(' ') };
  }
  const particle = parts.findIndex((part, i) => i > 0 && PARTICLE.test(part));
  const cut = particle === -1 ? parts.length - 1 : particle;
  return { family: parts.slice(cut).join(' '), given: parts.slice(0, cut).join(' ') };
}

export function familyKey(name: CslName): string {
  return foldText(name.family ?? name.literal ?? '');
}
