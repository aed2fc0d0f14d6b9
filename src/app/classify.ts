import { classifyRelation } from '../code/relation/classify.ts';
import type { Parties } from '../code/relation/relation-path.ts';
import { ChanceryError, foldText, type RawToken, type Sentence } from '../model/index.ts';
import { type CodingTools, loadCodebook, loadCodingTools } from './coding.ts';
import { guessLanguage } from './guess-language.ts';
import { languageOf } from './language-shelf.ts';
import { type JsonRecord, type RecordLine, requiredField, stringField } from './records.ts';

export interface ClassifyOptions {
  readonly conventions: string;
  readonly language?: string;
  readonly coder: 'rule' | 'both';
}

/** One line of `chancery classify`. */
export interface Classified {
  readonly uid: unknown;
  readonly root: string | null;
  readonly quad: number | null;
  readonly confidence: number;
  readonly abstained: boolean;
  readonly why?: string;
}

const QUADS = ['verbal-cooperation', 'material-cooperation', 'verbal-conflict', 'material-conflict'];

/** A classifier that loads each language at its first record. */
export function openClassifier(options: ClassifyOptions): { classify(line: RecordLine): Promise<Classified> } {
  const codebook = loadCodebook();
  const convention = options.conventions === codebook.name.toLowerCase() ? undefined : options.conventions;
  const tools = new Map<string, CodingTools>();
  const toolsOf = (language: string): CodingTools => {
    const known = tools.get(language) ?? loadCodingTools(language, codebook, convention);
    tools.set(language, known);
    return known;
  };
  return {
    classify: async ({ at, record, error }) => {
      if (!record) throw error!;
      const marked = markedSentence(record, at);
      const code = stringField(record, 'language', at) ?? options.language ?? (await guessLanguage(marked.text));
      const language = languageOf(code);
      const raw = language.tokenise(marked.text, 0, marked.text.length);
      const parties = { source: tokensIn(raw, marked.source), target: tokensIn(raw, marked.target) };
      if (!parties.source && !parties.target) return abstain(record, 'neither party is in the sentence');
      // an unmarked side stands at the edge of the sentence that the other leaves free
      const full: Parties = {
        source: parties.source ?? [0, 0],
        target: parties.target ?? [raw.length - 1, raw.length - 1],
      };
      const sentence: Sentence = {
        index: 0,
        block: 0,
        start: 0,
        end: marked.text.length,
        tokens: language.analyse(raw, []),
      };
      const { words, composer } = toolsOf(language.code);
      const relation = classifyRelation(sentence, full, { ...words, composer, fold: foldText });
      if (!relation) return abstain(record, 'no line of the lexicon holds between the parties');
      const { type } = relation.outcome;
      return {
        uid: record['uid'],
        root: type,
        quad: QUADS.indexOf(codebook.types.get(type)!.quad) + 1,
        confidence: relation.confidence,
        abstained: false,
      };
    },
  };
}

function abstain(record: JsonRecord, why: string): Classified {
  return { uid: record['uid'], root: null, quad: null, confidence: 0, abstained: true, why };
}

interface Marked {
  readonly text: string;
  readonly source?: readonly [number, number];
  readonly target?: readonly [number, number];
}

/** The sentence with the places of both parties: from its <s></s> and <t></t> marks, else by looking for the mentions. */
function markedSentence(record: JsonRecord, at: string): Marked {
  const marked = stringField(record, 'marked', at);
  if (marked !== undefined) return unmark(marked);
  const text = requiredField(record, 'sentence', at);
  const source = requiredField(record, 'source', at);
  const target = requiredField(record, 'target', at);
  return place(text, source, target);
}

function unmark(marked: string): Marked {
  let text = '';
  let last = 0;
  const spans: Record<string, [number, number]> = {};
  for (const match of marked.matchAll(/<(\/?)([st])>/g)) {
    text += marked.slice(last, match.index);
    last = match.index + match[0].length;
    const name = match[2]!;
    if (match[1] === '' && !spans[name]) spans[name] = [text.length, -1];
    else if (match[1] === '/' && spans[name]?.[1] === -1) spans[name]![1] = text.length;
  }
  text += marked.slice(last);
  const span = (name: string): readonly [number, number] | undefined =>
    spans[name] && spans[name][1] > spans[name][0] ? spans[name] : undefined;
  const [source, target] = [span('s'), span('t')];
  return { text, ...(source ? { source } : {}), ...(target ? { target } : {}) };
}

/** First places of both mentions that do not overlap. */
function place(text: string, source: string, target: string): Marked {
  let s = text.indexOf(source);
  let t = text.indexOf(target);
  if (s >= 0 && t >= s && t < s + source.length) t = text.indexOf(target, s + source.length);
  else if (t >= 0 && s >= t && s < t + target.length) s = text.indexOf(source, t + target.length);
  if (s < 0 && t < 0)
    throw new ChanceryError('CLASSIFY_MENTION', 'neither mention is in the sentence', {
      found: `${source} / ${target}`,
    });
  return {
    text,
    ...(s >= 0 ? { source: [s, s + source.length] as const } : {}),
    ...(t >= 0 ? { target: [t, t + target.length] as const } : {}),
  };
}

function tokensIn(
  raw: readonly RawToken[],
  span: readonly [number, number] | undefined,
): readonly [number, number] | undefined {
  if (!span) return undefined;
  const inside = raw.flatMap((token, i) => (token.start < span[1] && token.end > span[0] ? [i] : []));
  return inside.length > 0 ? [inside[0]!, inside.at(-1)!] : undefined;
}
