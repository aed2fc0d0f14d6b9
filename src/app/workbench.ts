import type { Coder } from '../code/coder.ts';
import type { Settles } from '../code/settle/settle.ts';
import type { Thresholds } from '../code/settle/thresholds.ts';
import type { CueWords } from '../code/statement/cue-words.ts';
import { findStatements } from '../code/statement/find-statements.ts';
import { type Rejected, verify } from '../code/verify.ts';
import type { Codebook } from '../codebook/index.ts';
import { annotateConllu, textToConllu } from '../language/index.ts';
import {
  type Abstention,
  ChanceryError,
  type Document,
  type Event,
  foldText,
  type Mention,
  type NameAndVersion,
  type Sentence,
  type Statement,
  type TimeExpression,
} from '../model/index.ts';
import { parseDocument } from '../parse/parse-document.ts';
import type { WhoAnswer } from '../resolve/actor/index.ts';
import { type CodingTools, createCoder, loadCodebook, loadCodingTools, loadSettler } from './coding.ts';
import { loadCues } from './cues.ts';
import { datesIn, publishedOf } from './dates.ts';
import { guessLanguage, notThisLanguage, trueLanguage } from './guess-language.ts';
import type { Input } from './inputs.ts';
import { languageOf } from './language-shelf.ts';
import { lockedNames, mentionsIn, type WhoQuery, whoIs } from './mentions.ts';
import { withDatelines, withOrigins } from './origins.ts';
import { type OwnDictionary, ownDictionaryPath, readOwnDictionary } from './own-dictionary.ts';
import { readInput } from './reading.ts';
import { type BareText, documentOf, type RecordLine, requiredField, stringField } from './records.ts';

export interface ReadOptions {
  readonly language?: string | undefined;
  readonly published?: string | undefined;
}

/** All that one document gave: in = coded + abstained + rejected, sentence by sentence. */
export interface Coded {
  readonly document: Document;
  readonly record: string | null;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly times: readonly (readonly TimeExpression[])[];
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  readonly abstentions: readonly Abstention[];
  readonly rejected: readonly Rejected[];
  readonly coder: NameAndVersion;
  readonly codebook: NameAndVersion;
}

interface Bench {
  readonly tools: CodingTools;
  readonly cues: CueWords;
  readonly coder: Coder;
}

/** The log-linear layer of a language, with the thresholds of a convention that has its own; undefined where the rules stand alone. */
export type SettlerOf = (language: string, thresholds?: Partial<Thresholds>) => Settles | undefined;

/** `rule`: the rules alone; `both`: the rules, and the log-linear layer that settles what they read. */
export type CoderChoice = 'rule' | 'both';

/** The path from bytes to events, one document at a time; languages and dictionaries are loaded at first use. */
export class Workbench {
  readonly codebook: Codebook = loadCodebook();
  private readonly benches = new Map<string, Bench>();
  private readonly own: OwnDictionary | undefined;
  private readonly settlerOf: SettlerOf;
  private readonly convention: string | undefined;

  /**
   * `own`: names the project added, which go before the shipped ones; `settlerOf`: who decides after the rules;
   * `convention`: a table of data/conventions, where events are to be told as another project tells them.
   */
  constructor(own?: OwnDictionary, settlerOf: SettlerOf = loadSettler, convention?: string) {
    this.own = own;
    this.settlerOf = settlerOf;
    this.convention = convention === this.codebook.name.toLowerCase() ? undefined : convention;
  }

  async read(input: Input, options: ReadOptions = {}): Promise<{ document: Document; bytes: Uint8Array }> {
    const { document, bytes } = await readInput(input);
    const { published } = options;
    const language = options.language && (await trueLanguage(document.text, options.language));
    const changed = {
      ...document,
      ...(language ? { language } : {}),
      ...(published && !document.published ? { published } : {}),
    };
    return { document: changed, bytes };
  }

  /**
   * parse → resolve → statements → code → verify; each stage hands its result to the next. A text that is not in the
   * language it is said to be in (`said`) is not coded, and says why.
   */
  code(document: Document, record: string | null = null, said?: string): Coded {
    const found = document.language;
    if (said !== undefined && found !== undefined && found !== said) return this.abstain(document, record, said);
    const language = languageOf(found);
    const { coder, cues, tools } = this.benchOf(language.code);
    const sentences = parseDocument(document, language, (raw) => lockedNames(language.code, raw, this.own));
    const mentions = mentionsIn({
      document,
      sentences,
      language: language.code,
      on: publishedOf(document),
      own: this.own,
    });
    const times = sentences.map((sentence) => datesIn(document, sentence, language.code));
    const statements = findStatements({
      document,
      sentences,
      mentions,
      words: { cues, grammar: tools.words.grammar, fold: foldText },
    });
    const codable = sentences.filter((sentence) => isCodable(document, sentence));
    const proposed = coder.code({ document, record, sentences: codable, mentions, times, statements });
    const { kept, rejected } = verify(document, proposed.events, this.codebook);
    return {
      document,
      record,
      sentences,
      mentions,
      times,
      statements,
      events: withOrigins(document, sentences, kept),
      abstentions: proposed.abstentions,
      rejected,
      coder: { name: coder.name, version: coder.version },
      codebook: { name: this.codebook.name, version: this.codebook.version },
    };
  }

  private abstain(document: Document, record: string | null, said: string): Coded {
    const { coder } = this.benchOf(languageOf(said).code);
    const { start, end } = document.blocks[0] ?? { start: 0, end: 0 };
    return {
      document,
      record,
      sentences: [],
      mentions: [],
      times: [],
      statements: [],
      events: [],
      abstentions: [{ sentence: 0, start, end, why: notThisLanguage(said, document.language!) }],
      rejected: [],
      coder: { name: coder.name, version: coder.version },
      codebook: { name: this.codebook.name, version: this.codebook.version },
    };
  }

  async codeText(text: BareText): Promise<Coded> {
    return this.code(
      withDatelines(documentOf({ ...text, language: await languageFor(text.text, text.language) })),
      null,
      text.language,
    );
  }

  async codeRecord({ at, record, error }: RecordLine, options: ReadOptions): Promise<Coded> {
    if (!record) throw error!;
    const id = record['id'] ?? record['uid'];
    if (typeof id !== 'string' && typeof id !== 'number')
      throw new ChanceryError('RECORD_FIELD', 'no "id"', { at, hint: 'Each line needs "id" and "text"' });
    const text = requiredField(record, 'text', at);
    const said = stringField(record, 'language', at) ?? options.language;
    const language = await languageFor(text, said);
    const published = stringField(record, 'published', at) ?? options.published;
    return this.code(withDatelines(documentOf({ text, language, published })), String(id), said);
  }

  who(query: WhoQuery): WhoAnswer {
    return whoIs(query, this.own);
  }

  async when({ text, language, published }: BareText): Promise<DateAnswer[]> {
    const document = documentOf({ text, published, language: language ?? (await guessLanguage(text)) });
    const shelf = languageOf(document.language);
    const sentences = shelf.sentences(text, 0, text.length);
    return sentences.flatMap((span) => datesIn(document, span, shelf.code)).map(toAnswer);
  }

  parseConllu(text: string, language: string): string {
    return annotateConllu(languageOf(language), text);
  }

  /** CoNLL-U of a document read as `said`; where the text is surely in another language, its first line says so. */
  toConllu(document: Document, said: string): string {
    const warning = document.language === said ? '' : `# not_this_language = ${document.language}\n`;
    return warning + textToConllu(languageOf(said), document.text);
  }

  private benchOf(code: string): Bench {
    const known = this.benches.get(code);
    if (known) return known;
    const tools = loadCodingTools(code, this.codebook, this.convention, this.own?.verbs);
    const settler = this.settlerOf(code, tools.convention?.thresholds);
    const bench = { tools, cues: loadCues(code), coder: createCoder(tools, settler) };
    this.benches.set(code, bench);
    return bench;
  }
}

/** A line of `chancery when`. */
export interface DateAnswer {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly precision?: string;
  readonly basis?: string;
  readonly why?: string;
}

async function languageFor(text: string, said: string | undefined): Promise<string | undefined> {
  return said === undefined ? guessLanguage(text) : trueLanguage(text, said);
}

function toAnswer({ start, end, text, interval, why }: TimeExpression): DateAnswer {
  if (interval) return { start, end, text, ...interval };
  return { start, end, text, from: null, to: null, why: why ?? 'unresolved' };
}

/** Titles and key points repeat what the body says: they are read and searched, not counted again. */
function isCodable({ blocks }: Document, sentence: Sentence): boolean {
  const kind = blocks[sentence.block]?.kind;
  const body = blocks.some((block) => block.kind === 'paragraph');
  return !body || (kind !== 'title' && kind !== 'keypoint' && kind !== 'heading' && kind !== 'caption');
}

const shared = new Map<string, Workbench>();

/**
 * The workbench of this process. With the path of a record it knows the names of that record's own dictionary as well;
 * with a convention it tells events as another project tells them.
 */
export function openWorkbench(store?: string, coder: CoderChoice = 'both', convention?: string): Workbench {
  const settlerOf = coder === 'both' ? loadSettler : () => undefined;
  const own = store === undefined ? undefined : readOwnDictionary(ownDictionaryPath(store));
  if (own && (own.names.length > 0 || own.verbs)) return new Workbench(own, settlerOf, convention);
  const key = `${coder} ${convention ?? ''}`;
  const known = shared.get(key) ?? new Workbench(undefined, settlerOf, convention);
  shared.set(key, known);
  return known;
}
