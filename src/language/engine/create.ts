import type { Language } from '../language.ts';
import type { Segmentation } from '../segment/segmentation.ts';
import { Analyser, type Grammar } from './analyser.ts';
import { readModel } from './model-file.ts';

/** A language from its segmentation, its grammar and the bytes of its model. Throws MODEL_FORMAT. */
export function createLanguage(grammar: Grammar, segmentation: Segmentation, model: Uint8Array): Language {
  const read = readModel(model);
  const analyser = new Analyser(read, grammar);
  return {
    code: read.language,
    sentences: segmentation.sentences,
    tokenise: segmentation.tokenise,
    fold: segmentation.fold,
    analyse: (tokens, locked) => analyser.analyse(tokens, locked),
  };
}
