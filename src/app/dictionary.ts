import type { Document, Event } from '../model/index.ts';
import { ChanceryError } from '../model/index.ts';
import { type Gazetteer, keyOf, toSentence } from '../resolve/actor/index.ts';
import type { Store } from '../store/store.ts';
import { gazetteerOf } from './actors.ts';
import { languageCodes, languageOf } from './language-shelf.ts';
import {
  type OwnDictionary,
  type OwnKind,
  type OwnName,
  readOwnDictionary,
  writeOwnDictionary,
} from './own-dictionary.ts';
import { storedDocuments } from './record-store.ts';
import { Workbench } from './workbench.ts';

/** What a user says of a name; `of` and `as` are ids or codes. */
export interface NameToAdd {
  readonly form: string;
  readonly of?: string | undefined;
  readonly as?: string | undefined;
  readonly sector?: string | undefined;
  readonly kind?: OwnKind | undefined;
  readonly code?: string | undefined;
  readonly language?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly note?: string | undefined;
}

/** Sectors of PLOVER's manual and those that organisations and blocs carry beside it. */
const SECTORS = new Set(
  'AGR BLOC BUS COP CRM CVL EDU ELI GOV IGO JRN JUD LAB LEG MED MIL NGO OPP PRE PRM PTY REB REF REL SOC SPY UAF UNK'.split(
    ' ',
  ),
);
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;
const CODE = /^[A-Z][A-Z0-9-]{1,19}$/;

/** Turns what was said into a line of the dictionary. Errors DICT_NAME, DICT_OWNER, DICT_SECTOR, DICT_DATE, DICT_CODE, DICT_KNOWN, DICT_LANGUAGE. */
function ownName(said: NameToAdd, own: OwnDictionary): OwnName {
  const form = said.form.normalize('NFC').trim().replace(/\s+/g, ' ');
  if (!/\p{L}{2}/u.test(form)) throw wrong('DICT_NAME', 'no name', form, 'a name with letters');
  const gazetteer = gazetteerOf(said.language ?? languageCodes()[0]!, own);
  const line = {
    form,
    language: checked(
      said.language,
      'DICT_LANGUAGE',
      (code) => languageCodes().includes(code),
      languageCodes().join(', '),
    ),
    from: checked(said.from, 'DICT_DATE', (date) => DATE.test(date), 'an ISO date such as 2025-03-01'),
    to: checked(said.to, 'DICT_DATE', (date) => DATE.test(date), 'an ISO date such as 2025-03-01'),
    note: said.note ?? '',
  };
  if (said.as !== undefined && said.of === undefined) return alias(gazetteer, said.as, line);
  return actor(gazetteer, said, line);
}

type Line = Pick<OwnName, 'form' | 'language' | 'from' | 'to' | 'note'>;

/** One more name of a listed actor. */
function alias({ register }: Gazetteer, id: string, line: Line): OwnName {
  const type = register.typeOf(id);
  if (!type) throw wrong('DICT_KNOWN', 'no such actor', id, 'the id that `chancery who` gives');
  return { ...line, id, of: '', code: '', sector: '', kind: type === 'person' ? 'person' : 'body' };
}

function actor({ register }: Gazetteer, said: NameToAdd, line: Line): OwnName {
  const kind = said.kind ?? 'person';
  const sector = said.sector ?? '';
  if (!SECTORS.has(sector)) throw wrong('DICT_SECTOR', 'no such sector', sector, [...SECTORS].join(', '));
  const owner = said.of === undefined ? undefined : ownerOf(said.of);
  if (said.of !== undefined && !owner)
    throw wrong('DICT_OWNER', 'no such state or organisation', said.of, 'a code such as TUR or an id such as turkey');
  const own = kind === 'group' || kind === 'organisation';
  if (!own && !owner)
    throw wrong('DICT_OWNER', 'a person or body belongs to somebody', '', '--of with a code such as TUR');
  const code = own
    ? (said.code ??
      keyOf(line.form)
        .join('')
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, ''))
    : '';
  if (own && !CODE.test(code)) throw wrong('DICT_CODE', 'no usable code', code, '--code with a short name in capitals');
  const id = said.as ?? keyOf(line.form).join('-');
  if (said.as === undefined && register.typeOf(id))
    throw wrong('DICT_KNOWN', 'the dictionary has that actor', id, `--as ${id} to say that the same one is meant`);
  return { ...line, id, of: owner ?? '', code, sector, kind };
}

/** Id of the state or organisation that a code or id means. */
function ownerOf(given: string): string | undefined {
  // Ids and codes are the same in every language.
  const { register } = gazetteerOf(languageCodes()[0]!);
  const type = register.typeOf(given);
  if (type === 'state' || type === 'organisation' || type === 'group') return given;
  return register.ownerOfCode(given);
}

function checked(value: string | undefined, code: string, fits: (value: string) => boolean, expected: string): string {
  if (value !== undefined && !fits(value)) throw wrong(code, 'not understood', value, expected);
  return value ?? '';
}

function wrong(code: string, message: string, found: string, expected: string): ChanceryError {
  return new ChanceryError(code, message, { found, expected, hint: 'See chancery dict add --help' });
}

export interface AddResult {
  readonly added: OwnName;
  readonly dictionary: string;
  /** How many documents the record has, how many have the name, how many of them came out differently. */
  readonly documents: number;
  readonly concerned: readonly string[];
  readonly recoded: readonly string[];
  /** Ids of events that are there now and were not, that say something else, and that are gone. Older codings stay in the record. */
  readonly gained: readonly string[];
  readonly changed: readonly string[];
  readonly lost: readonly string[];
}

/** Adds or replaces a line (same form, same language), then codes every stored document with that name again. `store` may be absent. */
export function addName(path: string, said: NameToAdd, record: { store: Store | undefined; at: string }): AddResult {
  const before = readOwnDictionary(path);
  const replaced = (name: OwnName): boolean => name.form === said.form && name.language === (said.language ?? '');
  const kept = before.names.filter((name) => !replaced(name));
  const added = ownName(said, { path, names: kept });
  writeOwnDictionary(path, [...kept, added]);
  const own = readOwnDictionary(path);
  const result = record.store ? recode(record.store, own, added, record.at) : NOTHING;
  return { added, dictionary: path, ...result };
}

const NOTHING = { documents: 0, concerned: [], recoded: [], gained: [], changed: [], lost: [] };

function recode(store: Store, own: OwnDictionary, added: OwnName, at: string): Omit<AddResult, 'added' | 'dictionary'> {
  const workbench = new Workbench(own);
  const concerned: string[] = [];
  const recoded: string[] = [];
  const gained: string[] = [];
  const changed: string[] = [];
  const lost: string[] = [];
  let documents = 0;
  for (const { document, events } of [...storedDocuments(store)]) {
    documents++;
    if (!mentions(document, added, own)) continue;
    concerned.push(document.id);
    const coded = workbench.code(document);
    const source = store.source(document.id)!;
    const receipt = { run: `dict ${at}`, input: document.url ?? document.id, at };
    if (store.put({ ...coded, source, receipt }) !== 'recoded') continue;
    recoded.push(document.id);
    const [was, is] = [byId(events), byId(coded.events)];
    gained.push(...[...is.keys()].filter((id) => !was.has(id)));
    changed.push(...[...is].filter(([id, said]) => (was.get(id) ?? said) !== said).map(([id]) => id));
    lost.push(...[...was.keys()].filter((id) => !is.has(id)));
  }
  return { documents, concerned, recoded, gained, changed, lost };
}

/** What each event says, by id. */
function byId(events: readonly Event[]): Map<string, string> {
  return new Map(events.map((event) => [event.id, JSON.stringify(event)]));
}

/** Whether a document has the name, in any of its inflected forms. */
function mentions(document: Document, added: OwnName, own: OwnDictionary): boolean {
  const language = languageOf(document.language);
  if (added.language !== '' && added.language !== language.code) return false;
  const gazetteer = gazetteerOf(language.code, own);
  const { text } = document;
  return language
    .sentences(text, 0, text.length)
    .some(({ start, end }, index) =>
      gazetteer
        .find(toSentence(text, start, end, { index, language }).tokens)
        .some(({ entries }) => entries.some(({ id, file }) => id === added.id && file === own.path)),
    );
}
