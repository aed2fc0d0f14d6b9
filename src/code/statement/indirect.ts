import { readAccording, readAdverb, readSurvey, readWords } from './according.ts';
import { readAdjective } from './adjective-cue.ts';
import type { CueReader, Draft } from './draft.ts';
import { readNoun } from './noun-cue.ts';
import { readResumed } from './resumed.ts';
import { readVerb } from './verb-cue.ts';
import { readVerbFinal } from './verb-final.ts';

const READERS = [readAccording, readWords, readSurvey, readAdverb, readVerb, readNoun, readAdjective];

/** Attributions that the tree shows, in the order of their cues; of two with the same words the first reader's. */
export function readIndirect(reader: CueReader): Draft[] {
  const resumed = readResumed(reader);
  const last = resumed ? [resumed] : [];
  if (reader.cues.words('content-ending').size > 0) return [...readVerbFinal(reader), ...last];
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
  return [...drafts.filter((draft) => !isSame(draft, resumed)), ...last];
}

/** The same words from nobody named. */
function isSame({ source, content }: Draft, resumed: Draft | undefined): boolean {
  return (
    source.length === 0 &&
    resumed !== undefined &&
    content[0] === resumed.content[0] &&
    content.at(-1) === resumed.content.at(-1)
  );
}

function readAt(reader: CueReader, i: number): Draft | undefined {
  for (const read of READERS) {
    const draft = read(reader, i);
    if (draft) return draft;
  }
  return undefined;
}
