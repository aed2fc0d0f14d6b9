import { existsSync, readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import { addName, type NameToAdd } from '../app/dictionary.ts';
import { OWN_KINDS, ownDictionaryPath, ownVerbsPath, readOwnDictionary } from '../app/own-dictionary.ts';
import { importNames } from '../app/petrarch-dictionary.ts';
import { importVerbs, isVerbDictionary } from '../app/petrarch-verbs.ts';
import { openRecordStore, storePath } from '../app/record-store.ts';
import { suggestNames } from '../app/suggest.ts';
import { ChanceryError } from '../model/index.ts';
import { EXIT, type Io, writeLine } from './io.ts';

interface StoreOption {
  store?: string;
}
interface SuggestOptions extends StoreOption {
  limit: string;
  language?: string;
}
interface ImportOptions extends StoreOption {
  alone?: boolean;
}
type AddOptions = StoreOption & Omit<NameToAdd, 'form'>;

const STORE = ['--store <file>', 'the record (default: $CHANCERY_STORE, else ./chancery.sqlite)'] as const;

export function registerDict(program: Command, io: Io, done: (code: number) => void): void {
  const dict = program.command('dict').description("the project's own names: what is missing, and adding it");
  dict
    .command('suggest')
    .description('names met in the record that no dictionary knows, most frequent first, with contexts and a guess')
    .option(...STORE)
    .option('--language <code>', 'of documents in this language only')
    .option('--limit <n>', 'at most so many', '50')
    .action((options: SuggestOptions) => done(suggest(options, io)));
  dict
    .command('add')
    .description('add a name to the own dictionary beside the record, and code the documents that have it again')
    .argument('<name>', 'the name in its base form; endings are recognised')
    .option('--of <code>', 'state or organisation it belongs to, code or id')
    .option('--sector <code>', 'sector of PLOVER, such as GOV, MIL, REB')
    .addOption(new Option('--kind <kind>', 'what it is').choices(OWN_KINDS).default('person'))
    .option('--as <id>', 'one more name of a listed actor')
    .option('--code <code>', 'code of its own, for a group or an organisation')
    .option('--language <code>', 'only in this language (default: in every one)')
    .option('--from <date>', 'since when')
    .option('--to <date>', 'until when')
    .option('--note <text>', 'where it is known from')
    .option(...STORE)
    .action((form: string, options: AddOptions) => done(add(form, options, io)));
  dict
    .command('import')
    .description('take over actor, agent and verb dictionaries in the format of PETRARCH')
    .argument('<file...>', 'such as Phoenix.Countries.actors.txt, Phoenix.agents.txt and CAMEO.2.0.txt')
    .option('--alone', 'only these names and roles count, none of the shipped dictionary')
    .option(...STORE)
    .action((files: string[], options: ImportOptions) => done(takeOver(files, options, io)));
  dict
    .command('list')
    .description('the own dictionary')
    .option(...STORE)
    .action((options: StoreOption) => done(list(options, io)));
}

function suggest({ store: given, limit, language }: SuggestOptions, io: Io): number {
  const most = Number(limit);
  if (!Number.isInteger(most) || most < 1)
    throw new ChanceryError('DICT_LIMIT', 'no usable limit', { expected: 'a number from 1', found: limit });
  const path = storePath(given);
  const store = openRecordStore(path, { readOnly: true });
  try {
    const found = suggestNames(store, readOwnDictionary(ownDictionaryPath(path)), language);
    for (const suggestion of found.slice(0, most)) writeLine(io, suggestion);
    return found.length > 0 ? EXIT.ok : EXIT.no;
  } finally {
    store.close();
  }
}

function add(form: string, { store: given, ...said }: AddOptions, io: Io): number {
  const path = storePath(given);
  const store = existsSync(path) ? openRecordStore(path) : undefined;
  try {
    const at = new Date().toISOString();
    const result = addName(ownDictionaryPath(path), { ...said, form }, { store, at });
    writeLine(io, result);
    io.err(
      `${result.concerned.length} of ${result.documents} documents have it, ${result.recoded.length} coded anew\n`,
    );
    return EXIT.ok;
  } finally {
    store?.close();
  }
}

function takeOver(files: readonly string[], { store, alone }: ImportOptions, io: Io): number {
  const path = ownDictionaryPath(storePath(store));
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const verbs = texts.filter(isVerbDictionary);
  const others = texts.filter((text) => !isVerbDictionary(text));
  const names = others.length > 0 ? importNames(path, others, alone === true) : [];
  const told = verbs.length > 0 ? importVerbs(ownVerbsPath(path), verbs) : undefined;
  writeLine(io, { dictionary: path, imported: names.length, ...told });
  return names.length > 0 || told ? EXIT.ok : EXIT.no;
}

function list({ store }: StoreOption, io: Io): number {
  const { names } = readOwnDictionary(ownDictionaryPath(storePath(store)));
  for (const { line: _line, ...name } of names) writeLine(io, name);
  return names.length > 0 ? EXIT.ok : EXIT.no;
}
