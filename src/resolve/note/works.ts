import { foldText } from '../../model/fold.ts';
import type { Cited } from './cite.ts';
import { familyKey } from './name.ts';

/** The works that full notes have named so far, to be found again by title, author or publisher. */
export class Works {
  private readonly byTitle = new Map<string, number>();
  private readonly byOpening = new Map<string, number[]>();
  private readonly byFamily = new Map<string, number[]>();
  private readonly byContainer = new Map<string, number[]>();
  private readonly titles: Map<number, string> = new Map();
  private readonly families: Map<number, readonly string[]> = new Map();
  readonly all: number[] = [];

  /** A work that has been named before in full is the same work: the first note keeps it. */
  add(note: number, cited: Cited): void {
    const title = titleKey(cited.title);
    this.all.push(note);
    if (title !== '') {
      this.titles.set(note, title);
      if (!this.byTitle.has(title)) this.byTitle.set(title, note);
      push(this.byOpening, opening(title), note);
    }
    this.families.set(note, cited.authors.map(familyKey));
    for (const name of cited.authors) push(this.byFamily, familyKey(name), note);
    const outlet = cited.container ?? cited.publisher;
    if (outlet !== undefined) push(this.byContainer, titleKey(outlet), note);
  }

  /** The work a short form means; a reason when it is none or more than one. */
  find(cited: Cited): { note: number } | { why: string } {
    const title = titleKey(cited.title);
    const exact = title === '' ? undefined : this.byTitle.get(title);
    if (exact !== undefined) return { note: exact };
    const own = this.byAuthors(cited.authors.map(familyKey));
    if (title !== '') {
      const among = own.length > 0 ? own : distinct(this.byOpening.get(opening(title)) ?? [], this.titles);
      const same = among.filter((note) => sameWork(this.titles.get(note) ?? '', title));
      if (same.length === 1) return { note: same[0]! };
      if (same.length > 1) return { why: `${same.length} works before could be “${cited.title}”` };
    }
    if (own.length === 1) return { note: own[0]! };
    const author = cited.authors[0]?.family;
    if (own.length > 1) return { why: `${own.length} works by ${author} come before and none is named` };
    return this.byName(cited, title);
  }

  /** The one work whose title begins like this: a note that is nothing but a shortened title. */
  titled(title: string | undefined): number | undefined {
    const key = titleKey(title);
    if (key.length < 10 || !key.includes(' ')) return undefined;
    const notes = distinct(this.byOpening.get(opening(key)) ?? [], this.titles).filter((note) =>
      this.titles.get(note)?.startsWith(key),
    );
    return notes.length === 1 ? notes[0] : undefined;
  }

  /** Works by just these authors if there are any: "Frost" alone does not mean the book by Cole and Frost. */
  private byAuthors(families: readonly string[]): number[] {
    const [first] = families;
    if (first === undefined || first === '') return [];
    const notes = distinct(this.byFamily.get(first) ?? [], this.titles);
    const wanted = families.join('|');
    const same = notes.filter((note) => (this.families.get(note) ?? []).join('|') === wanted);
    return same.length > 0 ? same : notes;
  }

  /** "South China Morning Post, op. cit.": the publisher, which reads like a name or a title. */
  private byName(cited: Cited, title: string): { note: number } | { why: string } {
    const said = [cited.container, cited.publisher, cited.title, nameText(cited)].filter((text) => text !== undefined);
    for (const text of said) {
      const notes = distinct(this.byContainer.get(titleKey(text)) ?? [], this.titles);
      if (notes.length === 1) return { note: notes[0]! };
      if (notes.length > 1) return { why: `${notes.length} works from ${text} come before and none is named` };
    }
    const what = cited.title ?? nameText(cited);
    return {
      why:
        what === undefined || title + what === ''
          ? 'neither author nor title is named'
          : `no note before names ${what}`,
    };
  }
}

function nameText(cited: Cited): string | undefined {
  const name = cited.authors[0];
  return name && [name.given, name.family ?? name.literal].filter((part) => part !== undefined).join(' ');
}

/** Folded words without punctuation. */
function titleKey(title: string | undefined): string {
  return foldText(title ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function opening(title: string): string {
  return title.split(' ').slice(0, 2).join(' ');
}

/** A short title is the beginning of the long one, or stands whole inside it. */
function sameWork(long: string, short: string): boolean {
  return (
    short.length > 3 &&
    (` ${long} `.includes(` ${short} `) || ` ${short} `.includes(` ${long} `) || long.startsWith(short))
  );
}

const MOST = 50;

/** The first note of each work among those found; a work cited in full twice is one work. */
function distinct(notes: readonly number[], titles: ReadonlyMap<number, string>): number[] {
  const seen = new Map<string, number>();
  for (const note of notes.slice(0, MOST)) {
    const key = titles.get(note) ?? `note ${note}`;
    if (!seen.has(key)) seen.set(key, note);
  }
  return [...seen.values()];
}

function push(map: Map<string, number[]>, key: string, note: number): void {
  const list = map.get(key);
  if (list) list.push(note);
  else map.set(key, [note]);
}
