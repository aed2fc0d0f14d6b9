import { type ContextWords, parseContexts } from '../code/rule/context.ts';
import type { Ending, Irregular } from '../code/rule/match.ts';
import {
  buildLexicon,
  type Codebook,
  type Entry,
  type FieldWords,
  type Grammar,
  type Lexicon,
  parseClasses,
  parseFields,
  parseFieldWords,
  parseGrammar,
  parsePatterns,
} from '../codebook/index.ts';
import { ChanceryError, foldText, parseTsv } from '../model/index.ts';
import { readData, readOptionalData } from './data-folder.ts';

/** What the coder knows of one language beside its trees. */
export interface CodingWords {
  readonly lexicon: Lexicon;
  readonly grammar: Grammar;
  readonly endings: readonly Ending[];
  readonly irregular: ReadonlyMap<string, Irregular>;
  readonly contexts: ContextWords;
  readonly fields?: FieldWords;
}

/** Lines that count between two given parties, where free text would give too many false events. */
export const BETWEEN_PARTIES = 'relation';

/** Reads the pattern file and word tables of a language; each overlay names a convention whose lines win over those before it. */
export function loadCodingWords(
  language: string,
  codebook: Codebook,
  overlays: readonly string[] = [],
  ownVerbs?: OwnVerbs,
): CodingWords {
  const path = (name: string): string => `words/${language}/${name}.tsv`;
  const grammar = parseGrammar(readData(path('grammar')), `data/${path('grammar')}`, foldText);
  const classesText = readOptionalData(path('classes'));
  const classes =
    classesText === undefined ? new Map() : parseClasses(classesText, `data/${path('classes')}`, foldText);
  const patterns = `patterns/${language}.tsv`;
  const entries = parsePatterns(readData(patterns), `data/${patterns}`, codebook);
  for (const overlay of overlays) {
    overlayOn(entries, overlayEntries(language, overlay, codebook));
    entries.unshift(...verbLines(language, overlay, codebook));
  }
  if (ownVerbs) addOwn(entries, conventionLines(ownVerbs.text, 'own', ownVerbs.path, codebook));
  const contexts = readOptionalData(path('contexts'));
  const fields = loadFieldWords(language);
  return {
    lexicon: buildLexicon(entries, classes, foldText),
    grammar,
    irregular: loadIrregular(readOptionalData(path('irregular')), `data/${path('irregular')}`),
    endings: loadEndings(readOptionalData(path('endings')), `data/${path('endings')}`),
    contexts:
      contexts === undefined ? new Map() : parseContexts(contexts, `data/${path('contexts')}`, codebook, foldText),
    ...(fields === undefined ? {} : { fields }),
  };
}

function loadFieldWords(language: string): FieldWords | undefined {
  const file = `words/${language}/fields.tsv`;
  const text = readOptionalData(file);
  if (text === undefined) return undefined;
  const known = parseFields(readData(FIELDS), `data/${FIELDS}`);
  return parseFieldWords(text, `data/${file}`, known, foldText);
}

const FIELDS = 'codebook/fields.tsv';

function loadIrregular(text: string | undefined, file: string): Map<string, Irregular> {
  if (text === undefined) return new Map();
  const rows = parseTsv(text, file, ['form', 'lemma', 'class']);
  return new Map(
    rows.map(({ fields }) => [foldText(fields['form']!), { lemma: fields['lemma']!, wordClass: fields['class']! }]),
  );
}

function loadEndings(text: string | undefined, file: string): Ending[] {
  if (text === undefined) return [];
  return parseTsv(text, file, ['ending', 'replacement', 'class']).map(({ fields }) => ({
    ending: foldText(fields['ending']!),
    replacement: fields['replacement']!,
    wordClass: fields['class']!,
  }));
}

/** A project's own table of verbs, with the place it was read from. */
export interface OwnVerbs {
  readonly path: string;
  readonly text: string;
}

/** A verb that the project's own dictionary lists is read by it alone. */
function addOwn(entries: Entry[], own: readonly Entry[]): void {
  const heads = new Set(own.flatMap(({ pattern }) => pattern.heads));
  const kept = entries.filter(
    ({ pattern }) => pattern.wordClass === 'N' || !pattern.heads.some((head) => heads.has(head)),
  );
  entries.splice(0, entries.length, ...kept, ...own);
}

/** A convention's line replaces every event line with the same heads, companions and object class, whatever its slots. */
function overlayOn(entries: Entry[], overlay: readonly Entry[]): void {
  const replaced = new Set(overlay.flatMap(coreKeys));
  const kept = entries.filter(
    (entry) => entry.operator !== undefined || !coreKeys(entry).every((key) => replaced.has(key)),
  );
  entries.splice(0, entries.length, ...kept, ...overlay);
}

function coreKeys({ pattern }: Entry): string[] {
  const { heads, wordClass, companions, objectClass, subjectClass } = pattern;
  const rest = [wordClass, companions.map((words) => words.join('|')).join('+'), objectClass, subjectClass].join(' ');
  return heads.map((head) => `${head} ${rest}`);
}

function overlayEntries(language: string, overlay: string, codebook: Codebook): Entry[] {
  const file = `conventions/${overlay}.${language}.tsv`;
  const text = readOptionalData(file);
  // between given parties the same lines may serve as anywhere else
  if (text === undefined && overlay === BETWEEN_PARTIES) return [];
  if (text === undefined) {
    throw new ChanceryError('CONVENTION_UNKNOWN', `no conventions "${overlay}" for this language`, {
      at: `data/${file}`,
    });
  }
  return conventionLines(text ?? '', overlay, `data/${file}`, codebook);
}

/** What a convention makes of a verb where no other line holds; the weights are below those of other lines. */
function verbLines(language: string, overlay: string, codebook: Codebook): Entry[] {
  const file = `conventions/${overlay}.verbs.${language}.tsv`;
  const text = readOptionalData(file);
  return text === undefined ? [] : conventionLines(text, `${overlay}.verbs`, `data/${file}`, codebook);
}

/** Lines of a convention name no example: they are another project's. */
function conventionLines(text: string, name: string, file: string, codebook: Codebook): Entry[] {
  const rows = parseTsv(text, file, ['pattern', 'type', 'weight']);
  const lines = rows.map(({ fields }, i) =>
    [
      `${name}:${i + 1}`,
      fields['pattern'],
      fields['type'],
      '',
      fields['weight'],
      '',
      '',
      '',
      fields['cameo'] ?? '',
    ].join('\t'),
  );
  const header = ['id', 'pattern', 'type', 'mode', 'weight', 'example', 'actor', 'recipient', 'cameo'].join('\t');
  return parsePatterns([header, ...lines].join('\n'), file, codebook);
}
