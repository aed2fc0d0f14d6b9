import { foldText } from '../../model/fold.ts';
import { extended, type TextSpan, textSpan } from '../../model/index.ts';
import type { Outlet } from './outlet.ts';

/** The forms a word may take: what actor/inflection.ts reads from data/words/<language>/inflection.tsv. */
export interface WordForms {
  readonly longest: number;
  stems(
    base: string,
    scope: 'any' | 'word',
  ): readonly { readonly stem: string; readonly endings: ReadonlySet<string> }[];
}

export interface OutletHit extends TextSpan {
  readonly outlet: Outlet;
}

/** A name at its last word, with what keeps it apart from common words. */
interface Ending {
  readonly outlet: Outlet;
  /** WHO, ОНА, AA: only capitals in the text are this name ("who", "она" are not). */
  readonly capitals: boolean;
  /** The Times, The Wire: without the article the word is a common one. */
  readonly article: boolean;
}

interface Node {
  readonly next: Map<string, Node>;
  endings?: Ending[];
}

interface Word {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** The words of a text, and what each may be a form of. */
interface Readings {
  readonly count: number;
  readonly readingsAt: (k: number) => ReadonlySet<string>;
}

const WORD = /[\p{L}\p{N}]+/gu;
const LETTER = /\p{L}/u;
/** Words that may stand before a name or be missing without changing it. */
const ARTICLE = 'the';
const LONGEST_NAME = 14;

/** Finds the names of outlets in running text: longest first, in any case form, suffixes after an apostrophe included. */
export class OutletNames {
  readonly #root: Node = { next: new Map() };
  readonly #stems = new Map<string, { base: string; endings: ReadonlySet<string> }[]>();
  readonly #bases = new Set<string>();
  readonly #learned = new Map<WordForms, Set<string>>();
  #longest = 0;

  constructor(outlets: readonly Outlet[], forms: ReadonlyMap<string, WordForms>) {
    for (const outlet of outlets) {
      for (const { language, name } of outlet.names) this.#add(name, outlet, forms.get(language));
    }
  }

  #add(name: string, outlet: Outlet, forms: WordForms | undefined): void {
    const all = wordsOf(foldText(name)).map((word) => word.folded);
    const words = withoutArticle(all);
    const capitals = words.length === 1 && isCapitals(name);
    let node = this.#root;
    for (const word of words) {
      this.#learn(word, capitals ? undefined : forms);
      let next = node.next.get(word);
      if (!next) {
        next = { next: new Map() };
        node.next.set(word, next);
      }
      node = next;
    }
    node.endings ??= [];
    node.endings.push({ outlet, capitals, article: words.length === 1 && all.length > 1 });
  }

  #learn(base: string, forms: WordForms | undefined): void {
    this.#bases.add(base);
    const learned = forms && this.#learned.get(forms);
    if (learned?.has(base)) return;
    learned?.add(base);
    if (forms && !learned) this.#learned.set(forms, new Set([base]));
    // Latin-script names of three letters (AP, DPA) take no ending without an apostrophe.
    if (!forms || base.length < 4 || !LETTER.test(base)) return;
    this.#longest = Math.max(this.#longest, forms.longest);
    for (const { stem, endings } of forms.stems(base, 'any')) {
      const entries = this.#stems.get(stem) ?? [];
      if (!entries.some((entry) => entry.base === base && entry.endings === endings)) entries.push({ base, endings });
      this.#stems.set(stem, entries);
    }
  }

  #readings(word: string): ReadonlySet<string> {
    const found = new Set<string>();
    if (this.#bases.has(word)) found.add(word);
    for (let cut = word.length; cut >= Math.max(2, word.length - this.#longest); cut--) {
      for (const { base, endings } of this.#stems.get(word.slice(0, cut)) ?? []) {
        if (endings.has(word.slice(cut))) found.add(base);
      }
    }
    return found;
  }

  /** The outlet that a whole string names ("Reuters", "The Hindu"), if any. */
  exact(name: string): Outlet | undefined {
    const words = withoutArticle(wordsOf(foldText(name)).map((word) => word.folded));
    let node: Node | undefined = this.#root;
    for (const word of words) node = node?.next.get(word);
    return words.length > 0 ? node?.endings?.[0]?.outlet : undefined;
  }

  /** All names in the text, in order, without overlap. A name starts with a capital letter or a digit. */
  find(text: string): OutletHit[] {
    const folded = foldText(text);
    const words = wordsOf(folded);
    // most words are small and begin no name: they are read only where one goes on
    const known: (ReadonlySet<string> | undefined)[] = words.map(() => undefined);
    const readingsAt = (k: number): ReadonlySet<string> => {
      const found = known[k] ?? this.#readings(words[k]!.folded);
      known[k] = found;
      return found;
    };
    const hits: OutletHit[] = [];
    for (let i = 0; i < words.length; i++) {
      const initial = text[words[i]!.start]!;
      if (LETTER.test(initial) && folded[words[i]!.start] === initial) continue;
      const found = this.#longestAt(i, { count: words.length, readingsAt }, (ending) => {
        if (ending.article && words[i - 1]?.folded !== ARTICLE) return false;
        return !ending.capitals || isCapitals(text.slice(words[i]!.start, words[i]!.end));
      });
      if (!found) continue;
      hits.push(extended(textSpan(text, words[i]!.start, words[found.last]!.end), { outlet: found.outlet }));
      i = found.last;
    }
    return hits;
  }

  #longestAt(
    first: number,
    { count, readingsAt }: Readings,
    fits: (ending: Ending) => boolean,
  ): { last: number; outlet: Outlet } | undefined {
    let nodes: Node[] = [this.#root];
    let best: { last: number; outlet: Outlet } | undefined;
    for (let i = first; i < Math.min(count, first + LONGEST_NAME) && nodes.length > 0; i++) {
      const bases = [...readingsAt(i)];
      nodes = nodes.flatMap((node) => bases.flatMap((base) => node.next.get(base) ?? []));
      const ending = nodes.flatMap((node) => node.endings ?? []).find(fits);
      if (ending) best = { last: i, outlet: ending.outlet };
    }
    return best;
  }
}

/** No small letter and at least two capitals: an abbreviation. */
function isCapitals(text: string): boolean {
  return text.length > 1 && /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}

/** Words of folded text; what stands after an apostrophe inside a word is an ending and no word. */
function wordsOf(folded: string): Word[] {
  const words: Word[] = [];
  for (const match of folded.matchAll(WORD)) {
    const before = words[words.length - 1];
    const ending = before && match.index === before.end + 1 && folded[before.end] === "'";
    if (!ending) words.push({ start: match.index, end: match.index + match[0].length, folded: match[0] });
  }
  return words;
}

function withoutArticle(words: readonly string[]): readonly string[] {
  return words.length > 1 && words[0] === ARTICLE ? words.slice(1) : words;
}
