import type { Coder } from '../code/coder.ts';
import { type Convention, ConventionCoder } from '../code/convention/convention-coder.ts';
import { PhraseSettler } from '../code/convention/phrase-settler.ts';
import { repairTree } from '../code/repair/tree.ts';
import type { Composer } from '../code/rule/compose.ts';
import { RuleCoder } from '../code/rule/rule-coder.ts';
import { SentenceTree } from '../code/sentence-tree.ts';
import { Settler, type Settles } from '../code/settle/settle.ts';
import type { Thresholds } from '../code/settle/thresholds.ts';
import { readWeights, type Weights } from '../code/settle/weights.ts';
import { readTypeWeights } from '../code/type/type-weights.ts';
import { Typer, type Types } from '../code/type/typer.ts';
import { type Codebook, parseCodebook, parseOperators } from '../codebook/index.ts';
import { type Actor, foldText, parseTsv } from '../model/index.ts';
import { type ConventionTables, loadConvention } from './convention.ts';
import { hasData, packageVersion, readData, readDataBytes, readOptionalData } from './data-folder.ts';
import { loadHomeActor, loadMovementHomes } from './home-actor.ts';
import { BETWEEN_PARTIES, type CodingWords, loadCodingWords, type OwnVerbs } from './languages.ts';

export function loadCodebook(): Codebook {
  return parseCodebook(readData('codebook/plover.yaml'), readData('codebook/crosswalk.tsv'));
}

/** Everything that turns words into acts for one language. */
export interface CodingTools {
  readonly words: CodingWords;
  readonly composer: Composer;
  /** Who says "we" in a text of the language where nobody is quoted. */
  readonly home?: Actor;
  /** How another project tells what the manual's coder finds. */
  readonly convention?: ConventionTables;
  /** The state on whose ground an armed movement fights, by the movement's code. */
  readonly homes: ReadonlyMap<string, Actor>;
}

/** Under the manual or under a named convention. */
export function loadCodingTools(
  language: string,
  codebook: Codebook,
  convention?: string,
  ownVerbs?: OwnVerbs,
): CodingTools {
  if (convention === undefined) return codingTools(language, codebook, []);
  return {
    ...codingTools(language, codebook, [convention], ownVerbs),
    convention: loadConvention(convention, codebook),
  };
}

/** The same for the relation between two given parties, under the manual or under a named convention. */
export function loadRelationWords(language: string, codebook: Codebook, convention?: string): CodingTools {
  if (convention === undefined) return codingTools(language, codebook, [BETWEEN_PARTIES]);
  const tools = codingTools(language, codebook, [BETWEEN_PARTIES, convention]);
  return { ...tools, convention: loadConvention(convention, codebook) };
}

function codingTools(
  language: string,
  codebook: Codebook,
  overlays: readonly string[],
  ownVerbs?: OwnVerbs,
): CodingTools {
  const words = loadCodingWords(language, codebook, overlays, ownVerbs);
  const convention = overlays.find((name) => name !== BETWEEN_PARTIES);
  const overlay = convention === undefined ? undefined : readOptionalData(`conventions/${convention}.operators.tsv`);
  const operators = parseOperators(readData('codebook/operators.tsv'), codebook, overlay);
  const home = loadHomeActor(language);
  const composer = { grammar: words.grammar, codebook, operators };
  return { words, composer, homes: loadMovementHomes(language), ...(home === undefined ? {} : { home }) };
}

/** The quad of every type: the codebook's, but for the rows of a named convention. */
export function loadQuads(codebook: Codebook, convention?: string): ReadonlyMap<string, string> {
  const quads = new Map<string, string>([...codebook.types].map(([name, type]) => [name, type.quad]));
  const file = `conventions/${convention}.quads.tsv`;
  const text = convention === undefined ? undefined : readOptionalData(file);
  if (text !== undefined) {
    for (const { fields } of parseTsv(text, `data/${file}`, ['type', 'quad']))
      quads.set(fields['type']!, fields['quad']!);
  }
  return quads;
}

/** The coder of a language; without a settler the rules stand alone. */
export function createCoder(
  { words, composer, home, homes, convention }: CodingTools,
  settler: Settles | undefined,
): Coder {
  const last = settler && convention?.habits.has('whole-phrase') ? new PhraseSettler(settler) : settler;
  const typer = convention === undefined ? settler?.types : undefined;
  const own = {
    ...(home === undefined ? {} : { home }),
    ...(last === undefined ? {} : { settler: last }),
    ...(typer === undefined ? {} : { typer }),
  };
  const codes = convention?.codes === undefined ? {} : { codes: convention.codes };
  const rules = { ...words, ...own, ...codes, composer, homes, fold: foldText };
  const coder = new RuleCoder(rules, packageVersion());
  if (convention === undefined || convention.habits.size === 0) return coder;
  const treeOf: Convention['treeOf'] = (sentence, mentions) =>
    new SentenceTree(repairTree(sentence, mentions, rules), foldText);
  return new ConventionCoder(coder, { habits: convention.habits, treeOf });
}

/** The log-linear layer of a language, with its own thresholds but for those of a convention; undefined for one that has none yet. */
export function loadSettler(language: string, thresholds?: Partial<Thresholds>): Settles | undefined {
  const weights = loadWeights(`models/record.${language}.bin`);
  const around = loadWeights(`models/record-around.${language}.bin`);
  return weights && new Settler(weights, around, thresholds, loadTyper(language));
}

function loadTyper(language: string): Types | undefined {
  const file = `models/type.${language}.bin`;
  if (!hasData(file)) return undefined;
  const types = [...loadCodebook().types.keys()];
  return new Typer(readTypeWeights(readDataBytes(file), file, types.length + 1), types);
}

function loadWeights(file: string): Weights | undefined {
  return hasData(file) ? readWeights(readDataBytes(file), file) : undefined;
}
