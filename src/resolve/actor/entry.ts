/** What a dictionary line names. */
export type EntryType =
  | 'state'
  | 'organisation'
  | 'group'
  | 'body'
  | 'person'
  | 'office'
  | 'role'
  | 'reference'
  | 'stop';

/** Kind of a role word that says what a name is of: "Times", "Corp", "Department of". */
export const NAME_PART = 'name-part';
/** The same at the head of a name: "Partido", "Universidad". */
export const NAME_HEAD = 'name-head';

export function isNamePart(kind: string | undefined): boolean {
  return kind === NAME_PART || kind === NAME_HEAD;
}

/** One form of the dictionary: what it stands for and where it is written. */
export interface Entry {
  readonly type: EntryType;
  readonly id: string;
  /** name, adjective, capital …; for a role its kind (person, group, body), for a reference phrase its kind. */
  readonly kind: string;
  readonly form: string;
  readonly file: string;
  readonly line: number;
  readonly sector?: string;
  /** Of the project's own dictionary: what it says is final. */
  readonly own?: boolean;
  /** The adjective of a city ("парижский"): it tells whose people are, and names nobody alone ("парижское соглашение"). */
  readonly local?: boolean;
  /** The adjective of a city, a people or a region ("Chechen", "каталонский"): its leader is not the leader of the state. */
  readonly part?: boolean;
  /** For roles: the office it fills (president, foreign-minister …). */
  readonly office?: string;
  /** The text must begin with a capital where the form does; acronyms must be in capitals throughout. */
  readonly letters: 'any' | 'capital' | 'capitals';
}

/** A stretch of tokens that the dictionary knows; `start` and `end` may lie inside a token (российско-турецкий). */
export interface Match {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly entries: readonly Entry[];
  /** What the text adds to the last word: 'нова', 'nın', 's'; '' for the listed form. */
  readonly ending: string;
}

export function entryAt(entry: Entry): string {
  return `${entry.file}:${entry.line}`;
}
