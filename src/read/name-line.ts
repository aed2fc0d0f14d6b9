import { foldText } from '../model/fold.ts';
import { wordKind } from './boilerplate.ts';
import { firstWord, type ReadWords } from './words.ts';

const PARTICLES: ReadonlySet<string> = new Set([
  'de',
  'van',
  'von',
  'der',
  'den',
  'al',
  'el',
  'bin',
  'ibn',
  'da',
  'di',
  'du',
  'la',
  'le',
]);
const TITLES = /^(?:prof|dr|doç|assoc|assist|asst|yrd|öğr|üyesi|arş|gör|ph\.?d|mr|mrs|ms|sir|lord|amb|gen|ret|e)\.?$/iu;

/** A person's name, and none of its words is the name of a section or a button. */
export function isNameLine(text: string, words: ReadWords): boolean {
  if (!isPersonName(text)) return false;
  return text.split(' ').every((word) => !words.sections.has(foldText(word)) && !words.lines.has(foldText(word)));
}

/** Does a line read like a person's name: two to five capitalised words and nothing else? */
export function isPersonName(text: string): boolean {
  if (text.length > 70 || /[\d?!:;“”"«»@/|()]/.test(text)) return false;
  const words = text.replace(/,\s*(?:ph\.?d|md|jr|sr)\.?$/i, '').split(' ');
  const real = words.filter((word) => !TITLES.test(word) && !PARTICLES.has(foldText(word)));
  if (real.length < 2 || real.length > 5) return false;
  return real.every((word) => /^(?:\p{Lu}\.)+$/u.test(word) || /^\p{Lu}[\p{L}'’.-]*$/u.test(word));
}

/** "Zeki Talustan GÜLTEN" -> "Zeki Talustan Gülten"; initials, particles and McNames stay. */
function titleCaseName(name: string): string {
  const turkish = /[İĞŞğşı]/.test(name);
  return name
    .split(' ')
    .map((word) =>
      word
        .split('-')
        .map((part) => titleCaseWord(part, turkish))
        .join('-'),
    )
    .join(' ');
}

function titleCaseWord(word: string, turkish: boolean): string {
  const letters = word.replace(/[^\p{L}]/gu, '');
  if (letters.length < 3 || letters !== letters.toUpperCase() || /\./.test(word)) return word;
  return word.slice(0, 1) + [...word.slice(1)].map((letter) => lowerLetter(letter, turkish)).join('');
}

/** One letter down; I is ı in a name that shows itself Turkish. */
function lowerLetter(letter: string, turkish: boolean): string {
  if (letter === 'İ') return 'i';
  return letter === 'I' && turkish ? 'ı' : letter.toLowerCase();
}

/** Author names out of a byline: label, titles of offices, dates and e-mail addresses taken off; no duplicates. */
export function namesIn(byline: string, words: ReadWords): string[] {
  const bare = withoutLabel(byline, words)
    .replace(/\s*[|•·–—(/].*$/u, '')
    .replace(/\S+@\S+/g, '');
  const joined = bare.replace(/\s+(?:and|ve|и|&)\s+/giu, ', ');
  return uniqueNames(joined.split(/\s*[,;]\s*/).filter((name) => isNameLine(name, words)));
}

/** Each person once, in order. Of two spellings the one that is not in capitals wins: it knows its own ı and i. */
export function uniqueNames(names: readonly string[]): string[] {
  const kept = new Map<string, string>();
  for (const raw of names) {
    const name = raw.replace(/\s+/g, ' ').trim();
    const key = foldText(name);
    const known = kept.get(key);
    if (name !== '' && (known === undefined || (known !== name && titleCaseName(name) === name))) kept.set(key, name);
  }
  return [...kept.values()].map(titleCaseName);
}

/** The text after "By", "Yazar:", "Автор:"; the text itself when there is no label. */
export function withoutLabel(text: string, words: ReadWords): string {
  const folded = foldText(text);
  for (const { kind, folded: phrase } of words.starts.get(firstWord(folded)) ?? []) {
    if (kind !== 'author label' || !folded.startsWith(phrase)) continue;
    if (/[\p{L}]/u.test(folded.charAt(phrase.length))) continue;
    return text.slice(phrase.length).replace(/^[\s:–—-]+/, '');
  }
  return text;
}

export function isByline(text: string, words: ReadWords): boolean {
  return text.length < 140 && wordKind(text, words) === 'author label' && namesIn(text, words).length > 0;
}

/** How many signs of an author's biography a paragraph shows. */
export function bioCues(text: string, words: ReadWords): number {
  const folded = foldText(text);
  let cues = 0;
  for (const phrase of words.has) if (phrase.kind === 'author bio' && folded.includes(phrase.folded)) cues++;
  return cues;
}
