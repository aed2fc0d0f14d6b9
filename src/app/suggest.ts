import type { Document } from '../model/index.ts';
import { type Gazetteer, keyOf, toSentence, type UnknownName, unknownNames } from '../resolve/actor/index.ts';
import type { Archive } from '../store/store.ts';
import { gazetteerOf } from './actors.ts';
import { datesIn, publishedOf } from './dates.ts';
import { languageOf } from './language-shelf.ts';
import type { OwnDictionary } from './own-dictionary.ts';
import { storedDocuments } from './record-store.ts';

/** A name met in the record that no dictionary knows. */
export interface Suggestion {
  /** The form met most often, without the endings that the language adds. */
  readonly form: string;
  readonly language: string;
  readonly seen: number;
  readonly documents: number;
  /** null where the texts give no hint. */
  readonly guess: { readonly code: string | null; readonly sector: string | null; readonly why: string };
  /** Sentences it stands in, at most three, each from another document where there are so many. */
  readonly contexts: readonly {
    readonly document: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

interface Place extends UnknownName {
  readonly document: string;
  readonly context: { readonly start: number; readonly end: number; readonly text: string };
}

interface Group {
  readonly form: string;
  readonly language: string;
  readonly places: Place[];
}

const CONTEXTS = 3;
/** A title beside the name says more than a state that the sentence happens to name. */
const WEIGHT = { role: 3, near: 1, nothing: 0 } as const;

/** Unknown names of a record, those met most often first. Pure but for reading the record. */
export function suggestNames(store: Archive, own: OwnDictionary, only?: string): Suggestion[] {
  const met = new Map<string, Place[]>();
  for (const { document } of storedDocuments(store)) {
    const { code } = languageOf(document.language);
    if (only !== undefined && code !== only) continue;
    for (const place of namesIn(document, own)) {
      const key = `${code}\t${bare(place.form)}`;
      const list = met.get(key);
      if (list) list.push(place);
      else met.set(key, [place]);
    }
  }
  return merged(met, own)
    .filter(({ places }) => places.some(({ opening }) => !opening))
    .map(toSuggestion)
    .sort(
      (a, b) =>
        b.seen - a.seen || b.documents - a.documents || compare(a.form, b.form) || compare(a.language, b.language),
    );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Without what stands behind an apostrophe: "Kadıoğlu'nun", "Molano's". */
function bare(form: string): string {
  return form.replace(/['’].*$/u, '');
}

function namesIn(document: Document, own: OwnDictionary): Place[] {
  const language = languageOf(document.language);
  const { text } = document;
  const blocks = document.blocks.length > 0 ? document.blocks : [{ start: 0, end: text.length }];
  const sentences = blocks
    .flatMap((block) => language.sentences(text, block.start, block.end))
    .map(({ start, end }, index) => toSentence(text, start, end, { index, language }));
  const on = publishedOf(document);
  // Days and months are written with capitals in some languages.
  const dates = sentences.flatMap(({ start, end }) => datesIn(document, { start, end }, language.code));
  const gazetteer = gazetteerOf(language.code, own);
  const found = unknownNames({ text, sentences, gazetteer, dates, ...(on ? { on } : {}) });
  return found.map((name) => {
    const { start, end } = sentences[name.sentence]!;
    return { ...name, document: document.id, context: { start, end, text: text.slice(start, end) } };
  });
}

/** Inflected forms join the base form they come from. */
function merged(met: ReadonlyMap<string, readonly Place[]>, own: OwnDictionary): Group[] {
  const groups: Group[] = [];
  const forms = [...met.keys()].sort((a, b) => a.length - b.length || compare(a, b));
  for (const key of forms) {
    const [language = '', form = ''] = key.split('\t');
    const base = groups.find(
      (group) => group.language === language && isFormOf(form, group.form, gazetteerOf(language, own)),
    );
    const places = met.get(key)!;
    if (base) base.places.push(...places);
    else groups.push({ form, language, places: [...places] });
  }
  return groups;
}

function isFormOf(form: string, base: string, { inflection }: Gazetteer): boolean {
  const [words, bases] = [keyOf(form), keyOf(base)];
  if (words.length !== bases.length || words[0]?.slice(0, 3) !== bases[0]?.slice(0, 3)) return false;
  return words.every((word, at) => {
    const own = bases[at]!;
    return (
      word === own ||
      inflection
        .stems(own, 'any')
        .some(({ stem, endings }) => word.startsWith(stem) && endings.has(word.slice(stem.length)))
    );
  });
}

function toSuggestion({ form, language, places }: Group): Suggestion {
  const code = vote(places, (place) => place.code);
  const sector = vote(places, (place) => place.sector);
  const roles = places.filter(({ by }) => by === 'role').length;
  const why =
    code === undefined && sector === undefined
      ? 'no state and no role beside it'
      : roles > 0
        ? `a role says it in ${roles} of ${places.length} places`
        : `named nearest in ${places.filter((place) => place.code === code).length} of ${places.length} places`;
  const documents = new Set(places.map(({ document }) => document));
  return {
    form,
    language,
    seen: places.length,
    documents: documents.size,
    guess: { code: code ?? null, sector: sector ?? null, why },
    contexts: contextsOf(places),
  };
}

function vote(places: readonly Place[], of: (place: Place) => string | undefined): string | undefined {
  const votes = new Map<string, number>();
  for (const place of places) {
    const value = of(place);
    if (value !== undefined) votes.set(value, (votes.get(value) ?? 0) + WEIGHT[place.by]);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0];
}

/** Places where a role stands beside the name first, then one of each document, then the rest. */
function contextsOf(places: readonly Place[]): Suggestion['contexts'] {
  const seen = new Set<string>();
  const rank = (place: Place): number => (place.by === 'role' ? 0 : 1);
  const sorted = [...places].sort((a, b) => rank(a) - rank(b) || compare(a.document, b.document) || a.start - b.start);
  const first = sorted.filter(({ document }) => !seen.has(document) && seen.add(document));
  const rest = sorted.filter((place) => !first.includes(place));
  return [...first, ...rest].slice(0, CONTEXTS).map(({ document, context }) => ({ document, ...context }));
}
