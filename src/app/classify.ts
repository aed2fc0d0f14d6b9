import { type LinearModel, parseLinearModel } from '../code/linear/linear-model.ts';
import { loadCodebook, loadQuads, loadRelationWords } from './coding.ts';
import { readOptionalData } from './data-folder.ts';
import { guessLanguage } from './guess-language.ts';
import { languageOf } from './language-shelf.ts';
import { markedSentence } from './marked.ts';
import { type JsonRecord, type RecordLine, stringField } from './records.ts';
import { decide, type RelationTools, readRelation } from './relation.ts';

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
