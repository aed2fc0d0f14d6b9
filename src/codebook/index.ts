export { type Fields, type FieldWords, parseFields, parseFieldWords } from './field-words.ts';
export { byWord, type Grammar, parseGrammar } from './grammar.ts';
export { buildLexicon, type Entry, isSaidLine, type Lexicon, parseClasses, parsePatterns } from './lexicon.ts';
export { applyOperator, type OperatorResult, type OperatorTable, parseOperators } from './operator.ts';
export { type Pattern, parsePattern, printPattern, type Slot } from './pattern.ts';
export { type Codebook, cameoOf, parseCodebook, scoreOf, type TypeEntry } from './plover.ts';
