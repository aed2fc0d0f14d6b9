import { foldText } from '../../model/fold.ts';
import type { CslItem } from '../../model/index.ts';
import { type OutletHit, OutletNames, type WordForms } from './name-index.ts';
import { type Outlet, parseOutlets } from './outlet.ts';

/** What the registry is made from; the caller reads the files. */
export interface RegistryContent {
  /** data/sources/outlets.tsv */
  readonly outlets: string;
  /** Inflection of each language that has one, by ISO 639-1 code. */
  readonly forms: ReadonlyMap<string, WordForms>;
}

/** Answers which outlet an address, a name or a citation belongs to; "none" is undefined, never a guess. */
export class OutletRegistry {
  readonly all: readonly Outlet[];
  readonly #byDomain: ReadonlyMap<string, Outlet>;
  readonly #names: OutletNames;

  constructor({ outlets, forms }: RegistryContent) {
    this.all = parseOutlets(outlets, 'data/sources/outlets.tsv');
    this.#byDomain = new Map(this.all.map((outlet) => [outlet.domain, outlet]));
    this.#names = new OutletNames(this.all, forms);
  }

  /** By URL or bare host: the longest known path first, then the host and its parents (en.kremlin.ru is kremlin.ru). */
  byUrl(url: string): Outlet | undefined {
    const match = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/?#]*@)?([^/:?#]+)(?::\d+)?(\/[^/?#]*)?/i.exec(url.trim());
    const host = match?.[1] && foldText(match[1]).replace(/^www\./, '');
    if (!host?.includes('.')) return undefined;
    const path = foldText(match?.[2] ?? '');
    for (let rest = host; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
      const found = this.#byDomain.get(rest + path) ?? this.#byDomain.get(rest);
      if (found) return found;
    }
    return undefined;
  }

  /** By a whole name, as it stands in a citation or a byline. */
  byName(name: string): Outlet | undefined {
    return this.#names.exact(name);
  }

  /** Names of outlets in running text. */
  find(text: string): OutletHit[] {
    return this.#names.find(text);
  }

  /** The outlet that a citation names: where it appeared, else its publisher, its address, or its corporate author. */
  ofCitation(item: CslItem): Outlet | undefined {
    // Notes that put the outlet first ("The White House, …") were read as if it were an author, or the title.
    const authors = (item.author ?? []).map(
      ({ literal, given, family }) => literal ?? [given, family].join(' ').trim(),
    );
    const names = [item['container-title'], item.publisher, ...authors, item.title];
    for (const name of names) {
      const found = name === undefined ? undefined : this.byName(name);
      if (found) return found;
    }
    return item.URL === undefined ? undefined : this.byUrl(item.URL);
  }
}
