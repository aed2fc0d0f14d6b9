import { type CueWords, NO_CUES, parseCueWords } from '../code/statement/cue-words.ts';
import { foldText } from '../model/index.ts';
import { readOptionalData } from './data-folder.ts';

/** Words of saying of a language; none where it has no table yet. */
export function loadCues(language: string): CueWords {
  const path = `words/${language}/cues.tsv`;
  const text = readOptionalData(path);
  return text === undefined ? NO_CUES : parseCueWords(text, `data/${path}`, foldText);
}
