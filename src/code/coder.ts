import type {
  Abstention,
  Document,
  Event,
  Mention,
  NameAndVersion,
  Sentence,
  Statement,
  TimeExpression,
} from '../model/index.ts';

/** Everything the earlier stages found in one document. Arrays by sentence have one entry a sentence. */
export interface CoderInput {
  readonly document: Document;
  readonly record: string | null;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly times: readonly (readonly TimeExpression[])[];
  readonly statements: readonly Statement[];
}

export interface CoderOutput {
  readonly events: readonly Event[];
  readonly abstentions: readonly Abstention[];
}

/** A coder proposes events with evidence; `verify` drops what the text does not support. */
export interface Coder extends NameAndVersion {
  code(input: CoderInput): CoderOutput;
}
