import type { Language, LanguageContent } from '../language.ts';
import type { Segmentation } from '../segment/segmentation.ts';
import { Analyser, type Grammar } from './analyser.ts';
import { withClosed } from './closed-words.ts';
import { readModel } from './model-file.ts';

/** A language from its grammar, its segmentation, the bytes of its model and its closed classes. Throws MODEL_FORMAT, CLOSED_PART. */
export function createLanguage(
  grammar: Grammar,
  segmentation: Segmentation,
  { model, closed }: Pick<LanguageContent, 'model' | 'closed'>,
): Language {
  const read = readModel(model);
  const analyser = new Analyser(read, withClosed(grammar, closed, `data/words/${read.language}/closed.tsv`));
  return {
    code: read.language,
    sentences: segmentation.sentences,
    tokenise: segmentation.tokenise,
    fold: segmentation.fold,
    analyse: (tokens, locked) => analyser.analyse(tokens, locked),
  };
}
