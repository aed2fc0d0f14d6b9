import { foldText } from '../../model/fold.ts';
import { type Cited, cite, countWorks } from './cite.ts';
import { namesOf } from './name.ts';
import type { NoteWords } from './words.ts';

/** How a note names its work. `short` is an author and a shortened title without any Latin. */
type Shape = 'full' | 'ibid' | 'opcit' | 'supra' | 'short' | 'remark';

export interface ReadNote {
  readonly shape: Shape;
  readonly cited: Cited;
  /** Note number that "supra note 3" names. */
  readonly target?: string;
  /** a.g.e. by itself: the work of the note before. */
  readonly previous?: boolean;
  readonly locator?: string;
  /** Number of works named, when the note is full. */
  readonly works: number;
}

const HEAD = 600;

/** Reads one note by itself; which work it stands for needs the notes around it. */
export function readNote(text: string, words: NoteWords): ReadNote {
  const folded = foldText(text.slice(0, HEAD)).replace(/^[\s.,:;]+/, (space) => ' '.repeat(space.length));
  const see = words.see.exec(folded)?.[0].length ?? 0;
  const back = backReference(text, folded, see, words);
  if (back) return back;
  const cited = cite(text, words);
  const works = countWorks(text);
  if (cited.url !== undefined || cited.doi !== undefined || cited.marked)
    return { shape: shapeOfMarked(cited), cited, works };
  const dated = cited.issued !== undefined && (cited.authors.length > 0 || cited.publisher !== undefined);
  if (dated && text.length < HEAD * 2) return { shape: 'full', cited, works };
  const short = cited.authors.length > 0 && text.length < 200 && !isSentence(text);
  if (short) return { shape: 'short', cited, works, ...locatorOf(cited) };
  return { shape: 'remark', cited, works };
}

/** A quoted title with an author and nothing else may be the short form of an earlier entry. */
function shapeOfMarked(cited: Cited): Shape {
  const bare =
    cited.url === undefined && cited.doi === undefined && cited.issued === undefined && cited.accessed === undefined;
  return bare && cited.container === undefined ? 'short' : 'full';
}

function backReference(text: string, folded: string, see: number, words: NoteWords): ReadNote | undefined {
  const supra = words.supra.exec(folded);
  if (supra?.[1] !== undefined && supra.index < 120) {
    return {
      shape: 'supra',
      target: supra[1],
      ...headAndLocator(text, supra.index, supra.index + supra[0].length, words),
    };
  }
  const opcit = words.opcit.exec(folded);
  const ibid = words.ibid.exec(folded);
  // Only a name may stand before "ibid."; deeper in the text it belongs to some other sentence.
  if (
    ibid &&
    ibid.index - see < 50 &&
    !/["“«„]|https?:/.test(text.slice(0, ibid.index)) &&
    (!opcit || ibid.index < opcit.index)
  ) {
    return { shape: 'ibid', ...headAndLocator(text, ibid.index, ibid.index + ibid[0].length, words) };
  }
  if (!opcit) return undefined;
  // "a.g.e." has no points in "age": a word of another language in a running sentence is not meant.
  const plain = /^\p{L}{2,4}$/u.test(opcit[0]);
  if (plain && !/[,;:(]\s*$|^\s*$/.test(folded.slice(see, opcit.index))) return undefined;
  const previous = words.previous.test(opcit[0]) && folded.slice(see, opcit.index).trim() === '';
  return { shape: 'opcit', previous, ...headAndLocator(text, opcit.index, opcit.index + opcit[0].length, words) };
}

/** What stands before a back reference names author or title; what follows says where in the work. */
function headAndLocator(
  text: string,
  start: number,
  end: number,
  words: NoteWords,
): Pick<ReadNote, 'cited' | 'locator' | 'works'> {
  const head = nameOrTitle(cite(text.slice(0, start), words), words);
  const tail = cite(text.slice(end, end + HEAD), words);
  const accessed = tail.accessed ?? head.accessed;
  const number = /^[\s.,:;–-]*(\d{1,5}(?:\s*[-–]\s*\d{1,5})?)(?!\d)/.exec(text.slice(end, end + 40))?.[1];
  const locator =
    tail.page ?? (number && !/^(?:19|20)\d\d$/.test(number) ? number.replace(/\s*[-–]\s*/, '–') : undefined);
  return {
    cited: accessed === undefined ? head : { ...head, accessed },
    works: 1,
    ...(locator === undefined ? {} : { locator }),
  };
}

/** "Holt, op. cit.": a head of one part may be a name as well as a title. */
function nameOrTitle(head: Cited, words: NoteWords): Cited {
  if (head.marked || head.authors.length > 0 || head.title === undefined || head.publisher !== undefined) return head;
  const authors = namesOf(head.title, words);
  if (authors.length === 0) return head;
  const { title: _named, ...rest } = head;
  return { ...rest, authors };
}

function locatorOf(cited: Cited): Pick<ReadNote, 'locator'> {
  return cited.page === undefined ? {} : { locator: cited.page };
}

/** A remark of the author's reads like prose: many small words. */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/);
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length > 5 && small > words.length * 0.6;
}
