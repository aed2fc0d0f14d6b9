/** The part of CSL-JSON (citation-style-language 1.0.2 schema) that published pages let us fill. */
export interface CslItem {
  readonly id: string;
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly CslName[];
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly URL?: string;
  readonly DOI?: string;
  readonly issued?: CslDate;
  readonly accessed?: CslDate;
  readonly note?: string;
}

export interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/** `date-parts` holds one [year, month?, day?], months from 1. */
export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}
