import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import { readAccording, readAdverb, readSurvey, readWords } from './according.ts';
import { readAdjective } from './adjective-cue.ts';
import type { CueWords } from './cue-words.ts';
import { readNoun } from './noun-cue.ts';
import { readVerb } from './verb-cue.ts';
import { readVerbFinal } from './verb-final.ts';

/** How words hang on their cue: a clause, an infinitive, or a noun that the attitude is about. */
export type Form = 'clause' | 'infinitive' | 'naming' | 'demand' | 'oblique' | 'object' | 'raised' | 'whole';

/** Token sets of one attribution inside a sentence; the source may be missing. */
export interface Draft {
  readonly source: readonly number[];
  readonly cue: readonly number[];
  /** Empty for a word of speech whose words stand elsewhere (a quotation beside it). */
  readonly content: readonly number[];
  /** Head token of the source phrase. */
  readonly speaker?: number;
  /** The verb may govern a quotation. */
  readonly speech: boolean;
  readonly form?: Form;
  /** The content is judged, not told ("condemned the attack"). */
  readonly about?: boolean;
  /** A word of speech with its own clause and a speaker that is no pronoun. */
  readonly explicit?: boolean;
}

export interface CueReader {
  readonly tree: SentenceTree;
  readonly cues: CueWords;
  readonly grammar: Grammar;
}

const READERS = [readAccording, readWords, readSurvey, readAdverb, readVerb, readNoun, readAdjective];

/** Attributions that the tree shows, in the order of their cues; of two with the same words the first reader's. */
export function readIndirect(reader: CueReader): Draft[] {
  if (reader.cues.words('content-ending').size > 0) return readVerbFinal(reader);
  const drafts: Draft[] = [];
  const seen = new Set<string>();
  for (let i = 0; i < reader.tree.tokens.length; i++) {
    const draft = readAt(reader, i);
    if (!draft) continue;
    const key =
      draft.content.length === 0
        ? `cue ${i}`
        : `${draft.content[0]}-${draft.content[draft.content.length - 1]} ${draft.speaker}`;
    if (seen.has(key)) continue;
    seen.add(key);
    drafts.push(draft);
  }
  return drafts;
}

function readAt(reader: CueReader, i: number): Draft | undefined {
  for (const read of READERS) {
    const draft = read(reader, i);
    if (draft) return draft;
  }
  return undefined;
}
