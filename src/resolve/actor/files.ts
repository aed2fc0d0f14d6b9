/** A data file as its reader gives it: `at` is its path from the project's root, used in explanations. */
export interface DataFile {
  readonly at: string;
  readonly text: string;
}

/**
 * The files of one language's dictionary. `names` are data/actors/names/<lang>/*.tsv in order of precedence: add another
 * language's people and organisations behind the own ones where names are spelled alike.
 */
export interface ActorFiles {
  readonly states: DataFile;
  readonly organisations?: DataFile;
  readonly groups?: DataFile;
  readonly bodies?: DataFile;
  readonly people?: DataFile;
  readonly offices?: DataFile;
  /** What an office is whatever its title: columns office, role. */
  readonly officeRoles?: DataFile;
  readonly terms?: DataFile;
  readonly members?: DataFile;
  readonly names: readonly DataFile[];
  readonly roles: DataFile;
  readonly reference: DataFile;
  readonly inflection: DataFile;
  readonly ambiguous?: DataFile;
  /** Columns form, state: artists and sportspeople, who are nobody that acts in a text and civilians where they are asked for. */
  readonly celebrities?: DataFile;
  /** A project's own dictionary. Its names stand alone: what was listed under the same form before is corrected by it. */
  readonly own?: OwnFiles;
}

/** The tables a project may add to. */
export interface OwnFiles {
  /** No shipped name counts beside the own ones, and no shipped role word says of which sector somebody is. */
  readonly alone: boolean;
  readonly states: DataFile;
  readonly organisations: DataFile;
  readonly groups: DataFile;
  readonly bodies: DataFile;
  readonly people: DataFile;
  readonly offices: DataFile;
  readonly officeRoles: DataFile;
  readonly terms: DataFile;
  readonly names: DataFile;
  /** Columns form, sector: what a word for a role says here, whatever it says elsewhere. */
  readonly roles: DataFile;
}
