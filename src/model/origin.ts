/**
 * own: the publication's own reporting · agency: a wire · official: the word of a state, a ministry or an organisation
 * of states · speaker: the word of anybody else who is known · work: another publication.
 */
export type OriginKind = 'own' | 'agency' | 'official' | 'speaker' | 'work';

/**
 * What shows it: the speaker of the statement; the outlet that the sentence, or the one after it, names; the note at
 * the sentence; the next note after it; a link; the byline; the dateline; the page itself.
 */
export type OriginBasis =
  | 'statement'
  | 'attribution'
  | 'note'
  | 'next-note'
  | 'link'
  | 'byline'
  | 'dateline'
  | 'publisher';

/** One step on the way from the deed to the page. */
export interface Carrier {
  readonly kind: OriginKind;
  readonly basis: OriginBasis;
  readonly name: string;
  /** Id in the outlet registry, where it is known there. */
  readonly outlet?: string;
  /** Two origins with the same witness are one witness, however often they are repeated. */
  readonly witness: string;
  /** Mark of the note, for `note` and `next-note`. */
  readonly note?: string;
}

/** On whose word a report rests in the end. */
export interface Origin extends Carrier {
  /** Through whom the words of a speaker reached the page; absent where nothing is known of that. */
  readonly via?: Carrier;
}
