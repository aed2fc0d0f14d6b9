import { type LinearModel, parseLinearModel } from '../code/linear/linear-model.ts';
import { ChanceryError } from '../model/index.ts';
import { loadCodebook, loadQuads, loadRelationWords } from './coding.ts';
import { readOptionalData } from './data-folder.ts';
import { guessLanguage } from './guess-language.ts';
import { languageOf } from './language-shelf.ts';
import { type JsonRecord, type RecordLine, requiredField, stringField } from './records.ts';
import { decide, type Marked, type RelationTools, readRelation } from './relation.ts';

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
  const quads = loadQuads(codebook, convention);
  const loaded = new Map<string, RelationTools>();
  const toolsOf = (code: string | undefined): RelationTools => {
    const language = languageOf(code);
    const known = loaded.get(language.code);
    if (known) return known;
    const model = options.coder === 'both' ? loadRelationModel(language.code) : undefined;
    const tools: RelationTools = {
      language,
      tools: loadRelationWords(language.code, codebook),
      ...(convention === undefined ? {} : { convention: loadRelationWords(language.code, codebook, convention) }),
      ...(model ? { model } : {}),
    };
    loaded.set(language.code, tools);
    return tools;
  };
  return {
    classify: async ({ at, record, error }) => {
      if (!record) throw error!;
      const marked = markedSentence(record, at);
      const code = stringField(record, 'language', at) ?? options.language ?? (await guessLanguage(marked.text));
      const read = readRelation(marked, toolsOf(code));
      if (!read) return abstain(record, 'neither party is in the sentence');
      const answer = decide(read);
      if (!answer) return abstain(record, 'no line of the lexicon holds between the parties');
      const quad = QUADS.indexOf(quads.get(answer.type)!) + 1;
      return { uid: record['uid'], root: answer.type, quad, confidence: answer.confidence, abstained: false };
    },
  };
}

function loadRelationModel(language: string): LinearModel | undefined {
  const text = readOptionalData(`models/relation.${language}.json`);
  return text === undefined ? undefined : parseLinearModel(text);
}

function abstain(record: JsonRecord, why: string): Classified {
  return { uid: record['uid'], root: null, quad: null, confidence: 0, abstained: true, why };
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
