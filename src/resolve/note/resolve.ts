import { type CslItem, type Document, extended, type Note, type NoteForm } from '../../model/index.ts';
import { toCsl } from './cite.ts';
import { type ReadNote, readNote } from './classify.ts';
import type { NoteWords } from './words.ts';
import { Works } from './works.ts';

/** Where a note points: itself (a full citation), another note, or nowhere with the reason. */
type Link = { readonly to: number } | { readonly why: string };

interface Outcome {
  readonly target?: number;
  readonly why?: string;
  /** Note indices walked through, this one first. */
  readonly chain: readonly number[];
}

/** A chain of ten thousand Ibid.s is shown by its ends: all of it for each note would be quadratic. */
const CHAIN = 24;

/**
 * Resolves each note of a document to the work it stands for: full citations to themselves, Ibid., op. cit. and their
 * kin in other languages through the notes before them. What can't be resolved says why. Linear in the notes.
 */
export function resolveNotes(document: Pick<Document, 'text' | 'notes'>, words: NoteWords): Note[] {
  const { text, notes } = document;
  const read = notes.map((note) =>
    note.end > note.start ? readNote(text.slice(note.start, note.end), words) : undefined,
  );
  const links = linksOf(notes, read);
  const outcomes = follow(links, notes);
  const citations = read.map((entry, i) =>
    isTarget(links[i]!, i) && entry ? toCsl(entry.cited, notes[i]!.mark) : undefined,
  );
  return notes.map((note, i) => finished(note, read[i], outcomes[i]!, { notes, citations }));
}

function isTarget(link: Link, index: number): boolean {
  return 'to' in link && link.to === index;
}

function linksOf(notes: readonly Note[], read: readonly (ReadNote | undefined)[]): Link[] {
  const byMark = new Map<string, number>();
  const works = new Works();
  const links: Link[] = [];
  let before: number | undefined;
  notes.forEach((note, i) => {
    if (read[i] && !byMark.has(note.mark)) byMark.set(note.mark, i);
  });
  read.forEach((entry, i) => {
    const link = entry
      ? linkOf(entry, i, { works, byMark, before, read, notes })
      : { why: notes[i]!.why ?? 'the note is empty' };
    links.push(link);
    if (!entry || (entry.shape === 'remark' && 'why' in link)) return;
    if (isTarget(link, i)) works.add(i, entry.cited);
    before = i;
  });
  return links;
}

interface Context {
  readonly works: Works;
  readonly byMark: ReadonlyMap<string, number>;
  readonly before: number | undefined;
  readonly read: readonly (ReadNote | undefined)[];
  readonly notes: readonly Note[];
}

function linkOf(entry: ReadNote, index: number, context: Context): Link {
  const { works, byMark } = context;
  switch (entry.shape) {
    case 'full':
      return { to: index };
    case 'remark': {
      const named = works.titled(entry.cited.title);
      return named === undefined ? { why: 'the note names no work' } : { to: named };
    }
    case 'supra': {
      const to = byMark.get(entry.target!);
      if (to === undefined) return { why: `there is no note ${entry.target}` };
      return to === index ? { why: `the note refers to itself, a ring of one` } : { to };
    }
    case 'ibid':
      return toPrevious(context);
    case 'opcit':
      return entry.previous && !hasHead(entry) ? toPrevious(context) : backTo(entry, works);
    case 'short': {
      const found = works.find(entry.cited);
      if ('note' in found) return { to: found.note };
      // A title of its own and something that publishes it: a full citation of few words.
      const whole = entry.cited.title !== undefined && (entry.cited.publisher ?? entry.cited.container) !== undefined;
      return whole || entry.cited.marked ? { to: index } : found;
    }
  }
}

function hasHead({ cited }: ReadNote): boolean {
  return cited.authors.length > 0 || cited.title !== undefined || cited.container !== undefined;
}

function backTo(entry: ReadNote, works: Works): Link {
  if (hasHead(entry)) {
    const found = works.find(entry.cited);
    return 'note' in found ? { to: found.note } : found;
  }
  if (works.all.length === 1) return { to: works.all[0]! };
  return {
    why:
      works.all.length === 0
        ? 'no work is named before'
        : 'neither author nor title is named, and several works come before',
  };
}

function toPrevious({ before, read, notes }: Context): Link {
  if (before === undefined) return { why: 'no note before names a work' };
  const works = read[before]?.works ?? 1;
  if (works > 1) return { why: `note ${notes[before]!.mark} names ${works} works` };
  return { to: before };
}

/** Walks all links once; a ring has no work at its end. */
function follow(links: readonly Link[], notes: readonly Note[]): Outcome[] {
  const outcomes: (Outcome | undefined)[] = links.map(() => undefined);
  const onPath = new Set<number>();
  for (let start = 0; start < links.length; start++) {
    const path: number[] = [];
    let at = start;
    let end: Outcome | undefined;
    while (end === undefined) {
      const link = links[at]!;
      if (outcomes[at]) end = outcomes[at]!;
      else if (onPath.has(at))
        end = { why: `notes refer to each other in a ring: ${ringOf(path, at, notes)}`, chain: [] };
      else if ('why' in link) end = outcomes[at] = { why: link.why, chain: [at] };
      else if (link.to === at) end = outcomes[at] = { target: at, chain: [at] };
      else {
        onPath.add(at);
        path.push(at);
        at = link.to;
      }
    }
    for (let i = path.length - 1; i >= 0; i--) end = outcomes[path[i]!] = prolonged(path[i]!, end, notes, at);
    onPath.clear();
  }
  return outcomes.map((outcome) => outcome!);
}

function ringOf(path: readonly number[], at: number, notes: readonly Note[]): string {
  const ring = path.slice(path.indexOf(at), path.indexOf(at) + CHAIN);
  return ring.map((index) => notes[index]!.mark).join(', ');
}

function prolonged(note: number, end: Outcome, notes: readonly Note[], last: number): Outcome {
  const chain = [
    note,
    ...(end.chain.length < CHAIN ? end.chain : [...end.chain.slice(0, CHAIN - 2), end.chain.at(-1)!]),
  ];
  if (end.target !== undefined) return { target: end.target, chain };
  const ring = end.why!.startsWith('notes refer');
  const cause =
    ring || end.why!.includes('is itself open') ? end.why! : `note ${notes[last]!.mark} is itself open: ${end.why}`;
  return { why: cause, chain };
}

interface Results {
  readonly notes: readonly Note[];
  readonly citations: readonly (CslItem | undefined)[];
}

const FORMS: Readonly<Record<ReadNote['shape'], NoteForm>> = {
  full: 'full',
  ibid: 'ibid',
  opcit: 'opcit',
  supra: 'opcit',
  short: 'opcit',
  remark: 'none',
};

function finished(note: Note, entry: ReadNote | undefined, outcome: Outcome, { notes, citations }: Results): Note {
  const { mark, start, end, references } = note;
  const place = { mark, start, end, references };
  if (!entry) return extended(place, { form: 'none', why: outcome.why ?? 'the note is empty' });
  const accessed = entry.cited.accessed;
  const common = extended(place, {
    ...(accessed === undefined ? {} : { accessed }),
    ...(entry.locator === undefined ? {} : { locator: entry.locator }),
  });
  if (outcome.target === undefined) return extended(common, { form: FORMS[entry.shape], why: outcome.why! });
  const own = notes[outcome.target] === note;
  const citation = citations[outcome.target];
  return extended(common, {
    form: own ? 'full' : entry.shape === 'remark' ? 'opcit' : FORMS[entry.shape],
    resolvesTo: notes[outcome.target]!.mark,
    chain: outcome.chain.map((index) => notes[index]!.mark),
    ...(citation === undefined ? {} : { citation }),
  });
}
