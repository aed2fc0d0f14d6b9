import { type LinearModel, type Prediction, predict } from '../code/linear/linear-model.ts';
import { relationFeatures } from '../code/linear/relation-features.ts';
import { classifyRelation, type Relation } from '../code/relation/classify.ts';
import type { Parties } from '../code/relation/relation-path.ts';
import { Matcher } from '../code/rule/match.ts';
import { SentenceTree } from '../code/sentence-tree.ts';
import type { Language } from '../language/index.ts';
import { foldText, type RawToken, type Sentence } from '../model/index.ts';
import type { CodingTools } from './coding.ts';

/** A sentence with the places of its two parties; a missing one stands at the free edge of the sentence. */
export interface Marked {
  readonly text: string;
  readonly source?: readonly [number, number];
  readonly target?: readonly [number, number];
}

export interface RelationTools {
  readonly language: Language;
  /** Under the manual. */
  readonly tools: CodingTools;
  /** Under a named convention, when one is asked for. */
  readonly convention?: CodingTools;
  readonly model?: LinearModel;
}

export interface ReadRelation {
  readonly rule: Relation | undefined;
  /** The rules' answer under the convention; the manual's where there is none. */
  readonly conventional: Relation | undefined;
  readonly features: ReadonlyMap<string, number>;
  readonly prediction?: Prediction;
}

/** Reads the relation of a marked sentence by rules and, where a model is given, by the log-linear layer. Undefined when neither party is there. */
export function readRelation(
  marked: Marked,
  { language, tools, convention, model }: RelationTools,
): ReadRelation | undefined {
  const raw = language.tokenise(marked.text, 0, marked.text.length);
  const source = tokensIn(raw, marked.source);
  const target = tokensIn(raw, marked.target);
  if (!source && !target) return undefined;
  const parties: Parties = { source: source ?? [0, 0], target: target ?? [raw.length - 1, raw.length - 1] };
  const tokens = language.analyse(raw, []);
  const sentence: Sentence = { index: 0, block: 0, start: 0, end: marked.text.length, tokens };
  const under = (one: CodingTools): Relation | undefined =>
    classifyRelation(sentence, parties, { ...one.words, composer: one.composer, fold: foldText });
  const rule = under(tools);
  const tree = new SentenceTree(sentence, foldText);
  const matcher = new Matcher(tree, tools.words, new Set());
  const { grammar, lexicon } = tools.words;
  const features = relationFeatures({ tree, parties, matcher, grammar, classes: lexicon.classes, rule });
  return {
    rule,
    conventional: convention ? retyped(under(convention), convention) : rule,
    features,
    ...(model ? { prediction: predict(model, features) } : {}),
  };
}

/**
 * The type both layers settle on, with its confidence. The model may overrule the rules, but not a convention: where
 * that reads the sentence otherwise than the manual, the model (trained under the manual) has nothing to say.
 */
export function decide({
  rule,
  conventional,
  prediction,
}: ReadRelation): { type: string; confidence: number } | undefined {
  if (!prediction) return conventional && { type: conventional.outcome.type, confidence: conventional.confidence };
  const { label, ranking } = prediction;
  const byRule = rule?.outcome.type;
  const byConvention = conventional?.outcome.type;
  if (byConvention === undefined || byConvention === byRule || (label !== byRule && label === byConvention))
    return { type: label, confidence: prediction.probability };
  const share = (type: string | undefined): number => ranking.find((one) => one.label === type)?.probability ?? 0;
  return { type: byConvention, confidence: Math.min(0.95, share(byRule) + share(byConvention)) };
}

/** A convention may count a mode under another type than the manual. */
function retyped(relation: Relation | undefined, { convention }: CodingTools): Relation | undefined {
  const type = convention?.types.get(`${relation?.outcome.type} ${relation?.outcome.mode}`);
  return relation && type !== undefined ? { ...relation, outcome: { ...relation.outcome, type } } : relation;
}

function tokensIn(
  raw: readonly RawToken[],
  span: readonly [number, number] | undefined,
): readonly [number, number] | undefined {
  if (!span) return undefined;
  const inside = raw.flatMap((token, i) => (token.start < span[1] && token.end > span[0] ? [i] : []));
  return inside.length > 0 ? [inside[0]!, inside.at(-1)!] : undefined;
}
