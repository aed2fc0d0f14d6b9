import { ChanceryError, parseTsv } from '../../model/index.ts';

/**
 * What a date word is, as one letter: patterns are regular expressions over these letters.
 * See data/words/<language>/dates.tsv, whose `kind` column has the long names.
 */
export const LETTERS: Readonly<Record<string, string>> = {
  month: 'M',
  monthname: 'P', // also another word or a surname: May, March
  weekday: 'W',
  weekdayname: 'W', // also another word: Sat
  season: 'S',
  day: 'R', // today, yesterday
  unit: 'U',
  shift: 'L', // last, this, next
  number: 'N',
  ordinal: 'O',
  ago: 'A', // stands behind a duration
  inside: 'I', // stands before a duration: через
  in: 'i', // a preposition that may also stand before a duration
  within: 'w',
  part: 'E', // early, mid, late
  preposition: 'p',
  between: 'b',
  to: 't',
  and: '&',
  until: 'k', // stands behind its date: kadar
  around: 'a', // closes "between": arasında
  since: 's',
  sincebehind: 'z', // stands behind its date: beri
  before: '<',
  after: '>',
  time: 'T',
  anniversary: 'X',
  holiday: 'J',
  anchor: 'G', // the next day, that year: counted from another event
  decade: 'V',
  quarter: 'Q',
  age: 'g',
  fiscal: 'F', // a year that begins on a day nobody says
  now: 'H', // the open end of a range: to date
  lasting: 'l', // for: how long
  modal: 'y', // wants to, should: "in three days" is then a date
  moved: 'B', // a whole unit, moved: the week after next
  starting: 'c', // between a duration and its first day
  recurring: 'e', // every: no date at all
  people: 'q', // what a figure counts
  era: 'x', // before Christ: no date here
  future: 'u',
  filler: 'f',
};

export interface DateWord {
  readonly letter: string;
  readonly value: string;
  /** Further words of a phrase, folded. */
  readonly rest: readonly string[];
  /** What the case ending of the form says: from, to. */
  readonly role: string;
  /** The form is written with a capital, so it counts only so. */
  readonly capital: boolean;
}

export interface DateWords {
  /** First word, folded -> phrases that begin with it, longest first. */
  readonly words: ReadonlyMap<string, readonly DateWord[]>;
  /** Case endings behind an apostrophe -> from, to, or '' for others. */
  readonly endings: ReadonlyMap<string, string>;
  /** Endings glued to figures: ordinal, decade. */
  readonly suffixes: ReadonlyMap<string, string>;
  /** Endings of verbs that speak of the future. */
  readonly futureEndings: readonly string[];
  /** 5/3 is the third of May. */
  readonly monthFirst: boolean;
  /** Months and weekdays are written small, so a capital inside a sentence makes a name. */
  readonly smallNames: boolean;
  readonly fold: (text: string) => string;
}

/** Reads dates.tsv: form, kind, value and, where a case ending says from or to, role. `fold` must keep the length of a text. Throws DATE_WORD for an unknown kind. */
export function readDateWords(tsv: string, fold: (text: string) => string): DateWords {
  const words = new Map<string, DateWord[]>();
  const endings = new Map<string, string>();
  const suffixes = new Map<string, string>();
  const futureEndings: string[] = [];
  let monthFirst = false;
  let smallNames = false;
  for (const { at, fields } of parseTsv(tsv, 'dates.tsv', ['form', 'kind', 'value'])) {
    const form = fields['form']!;
    const kind = fields['kind']!;
    const value = fields['value']!;
    const role = fields['role'] ?? '';
    if (kind === 'order') monthFirst = value === 'month-first';
    else if (kind === 'names') smallNames = value === 'small';
    else if (kind === 'futureending') futureEndings.push(fold(form));
    else if (kind === 'ending') endings.set(fold(form), value);
    else if (kind === 'suffix') suffixes.set(fold(form), value);
    else {
      const letter = LETTERS[kind];
      if (letter === undefined)
        throw new ChanceryError('DATE_WORD', `no kind "${kind}"`, { at, hint: 'See the kinds in words.ts' });
      const [first, ...rest] = fold(form).split(' ');
      const phrases = words.get(first!) ?? [];
      phrases.push({ letter, value, rest, role, capital: kind.endsWith('name') });
      words.set(first!, phrases);
    }
  }
  for (const phrases of words.values()) phrases.sort((a, b) => b.rest.length - a.rest.length);
  return { words, endings, suffixes, futureEndings, monthFirst, smallNames, fold };
}
