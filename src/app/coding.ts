import type { Composer } from '../code/rule/compose.ts';
import { RuleCoder } from '../code/rule/rule-coder.ts';
import { type Codebook, parseCodebook, parseOperators } from '../codebook/index.ts';
import { foldText } from '../model/index.ts';
import { packageVersion, readData, readOptionalData } from './data-folder.ts';
import { type CodingWords, loadCodingWords } from './languages.ts';

export function loadCodebook(): Codebook {
  return parseCodebook(readData('codebook/plover.yaml'), readData('codebook/crosswalk.tsv'));
}

/** Everything that turns words into acts for one language, under the manual or under a named convention. */
export interface CodingTools {
  readonly words: CodingWords;
  readonly composer: Composer;
}

export function loadCodingTools(language: string, codebook: Codebook, convention?: string): CodingTools {
  const words = loadCodingWords(language, codebook, convention);
  const overlay = convention === undefined ? undefined : readOptionalData(`conventions/${convention}.operators.tsv`);
  const operators = parseOperators(readData('codebook/operators.tsv'), codebook, overlay);
  return { words, composer: { grammar: words.grammar, codebook, operators } };
}

export function createRuleCoder({ words, composer }: CodingTools): RuleCoder {
  return new RuleCoder({ ...words, composer, fold: foldText }, packageVersion());
}
