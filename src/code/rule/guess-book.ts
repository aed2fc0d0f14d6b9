import type { Lexicon } from '../../codebook/index.ts';

/** What a word may be a form of. */
export interface Guess {
  readonly lemma: string;
  readonly wordClass: string;
}

/** All that a word may be a form of, the likeliest first. */
export interface Guesses {
  readonly list: readonly Guess[];
  /** Whether a line has one of them as its head: so it is for few words. */
  readonly known: boolean;
}

/** Words kept at one time. */
const MOST = 50_000;

type ByLemma = Map<string, Guesses>;

/** What plain words may be forms of, found once a word: the same ones come again and again in every text. */
export class GuessBook {
  private readonly byHead: Lexicon['byHead'];
  /** By class, form and lemma. */
  private readonly classes = new Map<string, Map<string, ByLemma>>();
  private size = 0;

  constructor(byHead: Lexicon['byHead']) {
    this.byHead = byHead;
  }

  of<W extends Guess & { readonly form: string }>(word: W, make: (word: W) => readonly Guess[]): Guesses {
    const known = this.classes.get(word.wordClass)?.get(word.form)?.get(word.lemma);
    if (known !== undefined) return known;
    const made = this.look(make(word));
    this.keep(word, made);
    return made;
  }

  look(list: readonly Guess[]): Guesses {
    return { list, known: list.some(({ lemma }) => this.byHead.has(lemma)) };
  }

  private keep({ form, lemma, wordClass }: Guess & { readonly form: string }, made: Guesses): void {
    if (this.size >= MOST) {
      this.classes.clear();
      this.size = 0;
    }
    const forms = this.classes.get(wordClass) ?? new Map<string, ByLemma>();
    const lemmas: ByLemma = forms.get(form) ?? new Map();
    this.classes.set(wordClass, forms.set(form, lemmas.set(lemma, made)));
    this.size += 1;
  }
}

const books = new WeakMap<object, GuessBook>();

/** The book that goes with the words of a coder. */
export function guessBookOf(words: { readonly lexicon: Lexicon }): GuessBook {
  const book = books.get(words) ?? new GuessBook(words.lexicon.byHead);
  books.set(words, book);
  return book;
}
