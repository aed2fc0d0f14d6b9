import { foldText } from '../model/fold.ts';
import { firstWord, type ReadWords } from './words.ts';

/** Kinds that only mean something at a certain place and are never removed for themselves. */
const CONTEXTUAL: ReadonlySet<string> = new Set([
  'keypoints',
  'author label',
  'author bio',
  'author box',
  'published label',
  'credit',
  'reading time',
  'views',
]);

/** What a removed line is called in `Document.removed`. */
const REASONS: Readonly<Record<string, string>> = {
  share: 'share buttons',
  alternates: 'also available in',
  related: 'related posts',
  subscribe: 'subscription prompt',
  cookie: 'cookie notice',
  comments: 'comment form',
  print: 'page tools',
  tags: 'tags',
  advert: 'advertisement',
  copyright: 'copyright line',
  translation: 'editorial credit',
};

/** Kinds that count something: "12 min read", "1,204 views". */
const MEASURES: ReadonlySet<string> = new Set(['reading time', 'views']);
const LINE_MAX = 60;
const START_MAX = 170;
const NOTICE_MAX = 500;
const NOTICES: ReadonlySet<string> = new Set(['cookie', 'subscribe', 'copyright', 'advert', 'comments']);

function reasonOf(kind: string): string {
  return REASONS[kind] ?? kind;
}

/** The kind of boilerplate a line is, contextual kinds included; undefined for what may be body text. */
export function wordKind(text: string, words: ReadWords): string | undefined {
  if (text.length > NOTICE_MAX) return undefined;
  const folded = foldText(text);
  if (text.length <= LINE_MAX) {
    const bare = folded.replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N})']+$/gu, '');
    const kind = words.lines.get(folded) ?? words.lines.get(bare);
    if (kind !== undefined) return kind;
    // "12 min read", "1,204 views": only with a number, "the leader's views" is text.
    const measured = /\d/.test(folded) && text.length <= 45;
    const has = measured ? words.has.find((p) => MEASURES.has(p.kind) && folded.includes(p.folded)) : undefined;
    if (has) return has.kind;
    if (/^\d[\d.,]*\s?k?\s+\p{L}+$/u.test(bare)) {
      const rest = words.lines.get(bare.replace(/^\d[\d.,]*\s?k?\s+/u, ''));
      if (rest !== undefined) return rest;
    }
  }
  const starts = startKind(folded, text.length, words);
  if (starts !== undefined || text.length > NOTICE_MAX / 2) return starts;
  return noticesOf(words).find((p) => folded.includes(p.folded))?.kind;
}

/** Phrases of notices, picked out once: every line is held against all of them. */
const notices = new WeakMap<ReadWords, ReadWords['has']>();

function noticesOf(words: ReadWords): ReadWords['has'] {
  const known = notices.get(words) ?? words.has.filter((p) => NOTICES.has(p.kind));
  notices.set(words, known);
  return known;
}

/** A row of links ("Home | News | Sign in"): three or more short parts, one of them a button or a way home. */
export function isMenuRow(text: string, words: ReadWords): boolean {
  if (text.length > 160) return false;
  const parts = text.split(/\s*[|•·]\s*/u).filter((part) => part !== '');
  if (parts.length < 3 || parts.some((part) => part.length > 30)) return false;
  return parts.some((part) =>
    ['navigation', 'share', 'print', 'subscribe', 'cookie'].includes(wordKind(part, words) ?? ''),
  );
}

function startKind(folded: string, length: number, words: ReadWords): string | undefined {
  const bare = folded.replace(/^[^\p{L}\p{N}©(]+/u, '');
  for (const { kind, folded: phrase } of words.starts.get(firstWord(bare)) ?? []) {
    if (length > (NOTICES.has(kind) ? NOTICE_MAX : START_MAX) || !bare.startsWith(phrase)) continue;
    const next = bare.charAt(phrase.length);
    const closed = /[\p{L}\p{N}]$/u.test(phrase) && /[\p{L}\p{N}]/u.test(next);
    if (!closed) return kind;
  }
  return undefined;
}

/** The reason for which a line is taken out wherever it stands; undefined to keep it. */
export function boilerplateReason(text: string, words: ReadWords): string | undefined {
  const kind = wordKind(text, words);
  if (kind === undefined || CONTEXTUAL.has(kind)) {
    if (kind === 'reading time' || kind === 'views') return kind;
    if (isMenuRow(text, words)) return 'navigation';
    return onlySymbols(text) ? 'no words' : undefined;
  }
  // A whole sentence that happens to begin like a button ("Share of exports fell.") is text.
  const sentence =
    text.length > 90 && /[.!?…]["”»]?$/.test(text) && !NOTICES.has(kind) && !/[:?]/.test(text.slice(0, 60));
  return sentence && kind !== 'alternates' ? undefined : reasonOf(kind);
}

function onlySymbols(text: string): boolean {
  return text.length < 40 && !/[\p{L}\p{N}]/u.test(text);
}

/** Languages named in a line ("Türkçe Русский", "English | 中文"), in order; [] if anything else is in it. */
export function languagesNamed(text: string, words: ReadWords): string[] {
  const folded = foldText(text)
    .replace(/[|,;/•·()[\]–—.]+/g, ' ')
    .trim();
  const tokens = folded.split(/\s+/).filter((token) => token !== '');
  const found: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const two = words.languageNames.get(`${tokens[i]} ${tokens[i + 1] ?? ''}`);
    const one = two ?? words.languageNames.get(tokens[i]!);
    if (one === undefined) return [];
    if (two !== undefined) i++;
    if (!found.includes(one)) found.push(one);
  }
  return found;
}

/** The languages of an "also available in: …" line; undefined when the line is none. */
export function alternatesIn(text: string, words: ReadWords): string[] | undefined {
  if (wordKind(text, words) !== 'alternates') return undefined;
  const folded = foldText(text);
  const phrases = words.starts.get(firstWord(folded.replace(/^[^\p{L}]+/u, ''))) ?? [];
  const phrase = phrases.find((p) => p.kind === 'alternates' && folded.includes(p.folded));
  const rest = phrase ? text.slice(folded.indexOf(phrase.folded) + phrase.folded.length) : text;
  return languagesNamed(rest.replace(/^[^\p{L}]*/u, ''), words);
}
