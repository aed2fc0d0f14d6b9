import { foldPlain } from '../../language/segment/fold.ts';
import type { RawToken } from '../../model/index.ts';
import { readAmbiguous, UNAMBIGUOUS } from './ambiguous.ts';
import { readCelebrities } from './celebrities.ts';
import { type Entry, type EntryType, isNamePart, type Match } from './entry.ts';
import type { ActorFiles, DataFile } from './files.ts';
import { readInflection } from './inflection.ts';
import { OFFICE_TITLE, type Register, readRegister } from './register.ts';
import { eachRow } from './rows.ts';
import type { Gazetteer } from './scene.ts';
import { isSide } from './side.ts';
import { WordTrie } from './trie.ts';

/** Adjectives of a city, and of a people or region within a state. */
const PARTS: Readonly<Record<string, Pick<Entry, 'local' | 'part'>>> = {
  'local-adjective': { local: true, part: true },
  'regional-adjective': { part: true },
};
const WORDS = new Set(['adjective', 'demonym', 'demonyms-plural', 'rebels', 'fighters', 'forces', 'authorities']);
/** What stands behind a surname: "Marcos Jr.", "Charles III". */
const NUMBERED = /,?\s+(?:Jr\.?|Sr\.?|[IVX]+)$/u;
const NAMES: ReadonlySet<EntryType> = new Set(['state', 'organisation', 'group', 'body', 'person']);

/** Builds the matcher. Pure; about a microsecond a name. */
export function createGazetteer(files: ActorFiles): Gazetteer {
  const register = readRegister(files);
  const inflection = readInflection(files.inflection.text, files.inflection.at);
  const trie = new WordTrie(inflection, 17);
  const sides: Entry[] = [];
  for (const file of files.own?.alone ? [] : files.names) addNames(trie, register, file, undefined, sides);
  if (files.own) addNames(trie, register, files.own.names, adjectivesIn(files.names, files.own.names));
  addRoles(trie, files.roles, files.own?.alone ? files.own.roles : undefined);
  if (files.own) addOwnRoles(trie, files.own.roles, files.roles);
  const reference = addReference(trie, files.reference, register);
  if (files.ambiguous) addStops(trie, files.ambiguous);
  const find = (tokens: readonly RawToken[]): Match[] => trie.find(tokens);
  // where names have cases the tagger must still read them
  const single = reference.get('lock')?.has('one-word') === true;
  const states = reference.get('lock')?.has('states') === true;
  return {
    register,
    reference,
    ambiguous: files.ambiguous ? readAmbiguous(files.ambiguous) : UNAMBIGUOUS,
    inflection,
    celebrity: readCelebrities(files.own?.alone ? undefined : files.celebrities),
    find,
    entriesOf: remembered(find),
    sidesOf: sidesByState(find, sides),
    locked: (tokens) =>
      find(tokens)
        .filter(({ first, last, entries }) =>
          entries.some((entry) =>
            last > first ? NAMES.has(entry.type) : (single && isSurely(entry)) || (states && isState(entry)),
          ),
        )
        .map(({ first, last }) => ({ first, last })),
  };
}

/** A movement's side is a state's when one of the state's own names or adjectives says so; told once, when first asked. */
function sidesByState(find: Gazetteer['find'], sides: readonly Entry[]): Gazetteer['sidesOf'] {
  let known: Map<string, Entry[]> | undefined;
  const read = (): Map<string, Entry[]> => {
    const byState = new Map<string, Entry[]>();
    for (const side of sides) {
      const found = find([{ form: side.form, start: 0, end: side.form.length }]).flatMap(({ entries }) => entries);
      const owner = found.find(({ type, kind, part }) => type === 'state' && kind !== 'city' && !part);
      if (owner) byState.set(owner.id, [...(byState.get(owner.id) ?? []), side]);
    }
    return byState;
  };
  return (state) => {
    known ??= read();
    return known.get(state) ?? [];
  };
}

const MOST_WORDS = 50_000;

/** The same words are asked for over and over while a text is resolved. */
function remembered(find: Gazetteer['find']): Gazetteer['entriesOf'] {
  const known = new Map<string, readonly (readonly Entry[])[]>();
  return (word) => {
    const found = known.get(word.form);
    if (found) return found;
    if (known.size >= MOST_WORDS) known.clear();
    const made = find([word]).map(({ entries }) => entries);
    known.set(word.form, made);
    return made;
  };
}

/** One-word names that a case ending of another word imitates: without this the tagger takes "Rusya" for the dative of "Rus". */
function isState({ type, kind, form }: Entry): boolean {
  return type === 'state' && kind === 'name' && form.length > 4;
}

/** States and capitals in one word, and whatever the project lists: "Beijing condemned …" at the head of a sentence is no verb. */
function isSurely({ type, kind, form, own }: Entry): boolean {
  if (own && NAMES.has(type)) return kind !== 'adjective';
  return type === 'state' && (kind === 'capital' || kind === 'short') && form.length > 4;
}

/**
 * A project's own dictionary tells no adjective from a name ("DANISH"); the shipped one does, and so does an ending behind
 * another form of the same state ("Eldmark", "Eldmarkish").
 */
function adjectivesIn(files: readonly DataFile[], own: DataFile): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text } of files)
    eachRow(text, ([, form = '', kind]) => {
      if (kind === 'adjective') found.add(form);
    });
  const forms = new Map<string, string[]>();
  eachRow(own.text, ([id = '', form = '']) => void forms.set(id, [...(forms.get(id) ?? []), form]));
  for (const all of forms.values())
    for (const form of all) if (all.some((base) => isDerived(form, base))) found.add(form);
  return found;
}

/** So many letters of a name an ending may replace: "Tyrrenor", "Tyrrenese". */
const REPLACED = 2;

function isDerived(form: string, base: string): boolean {
  if (!/^\p{L}+(?:an|ish|ese|i|ic)$/u.test(form) || base.length >= form.length) return false;
  const stem = base.slice(0, Math.max(3, base.length - REPLACED));
  return base.length > 3 && form.startsWith(stem);
}

/** `own`: the file is a project's own dictionary, whose forms stand alone; those among them are adjectives. */
function addNames(
  trie: WordTrie,
  register: Register,
  file: DataFile,
  own?: ReadonlySet<string>,
  sides?: Entry[],
): void {
  // Rows of one id stand together.
  let last = '';
  let type: EntryType | undefined;
  const kinds = new Map<string, string>();
  let families = new Set<string>();
  // of one form with several times every line stays
  const cleared = new Set<string>();
  eachRow(file.text, ([id, form, told = 'name'], line) => {
    if (id !== last) {
      last = id!;
      type = register.typeOf(last);
      families = new Set();
    }
    if (type === undefined || !form) return;
    const part = PARTS[told];
    const kind = part || (type === 'state' && own?.has(form)) ? 'adjective' : (kinds.get(told) ?? told);
    if (kind === told) kinds.set(told, told);
    const letters = lettersOf(form, kind, type);
    const at = file.at;
    const entry: Entry = {
      type,
      id: last,
      kind,
      form,
      file: at,
      line,
      letters,
      ...part,
      ...(own ? { own: true } : {}),
    };
    if (isSide(entry)) sides?.push(entry);
    else register.name(entry);
    if (own && !cleared.has(form)) trie.clear(form);
    if (own) cleared.add(form);
    trie.add(entry, WORDS.has(kind) || type === 'office' ? 'word' : 'any', type === 'person');
    if (type === 'person' && (kind === 'name' || kind === 'variant')) {
      // "Jay Y. Lee" ends in the family's name that "Lee Jae-yong" begins with
      const western = families.has(form.slice(form.lastIndexOf(' ') + 1));
      addFamilyName(trie, entry, families);
      if (!western && isFamilyFirst(register, last)) addFirstName(trie, entry, families);
    }
  });
}

function lettersOf(form: string, kind: string, type: EntryType): Entry['letters'] {
  // "AfD" cannot be asked to be in capitals throughout
  if ((kind === 'acronym' && !/\p{Ll}/u.test(form)) || (form.length < 7 && /^[\p{Lu}.]{2,6}$/u.test(form)))
    return 'capitals';
  return type !== 'office' && isUpper(form.charCodeAt(0), form) ? 'capital' : 'any';
}

function isUpper(unit: number, form: string): boolean {
  if (unit < 128) return unit >= 65 && unit <= 90;
  return /^\p{Lu}/u.test(form);
}

/** The last word of a full name: enough behind a title ("President Bush") or once the person was introduced. */
function addFamilyName(trie: WordTrie, entry: Entry, done: Set<string>): void {
  const form = entry.form.replace(NUMBERED, '');
  const family = form.slice(form.lastIndexOf(' ') + 1);
  if (family.length === form.length || done.has(family)) return;
  done.add(family);
  if (family.length > 2) addFamily(trie, entry, family);
  if (!family.includes('-')) return;
  const bare = family.replace(/^\p{L}{2,3}-(?=\p{Lu})/u, '');
  if (bare.length > 2 && bare !== family) addFamily(trie, entry, bare);
}

function isFamilyFirst(register: Register, person: string): boolean {
  const office = register.termsOf(person)[0]?.office;
  const state = office === undefined ? undefined : register.unit(office)?.state;
  return state !== undefined && register.unit(state)?.familyFirst === true;
}

/** "Yoon" of "Yoon Suk-yeol", where the family's name stands first. */
function addFirstName(trie: WordTrie, entry: Entry, done: Set<string>): void {
  const family = entry.form.slice(0, Math.max(0, entry.form.indexOf(' ')));
  // "the Dalai Lama" is no Mr The
  if (family.length < 3 || done.has(family) || !isUpper(family.charCodeAt(0), family)) return;
  done.add(family);
  addFamily(trie, entry, family);
}

function addFamily(trie: WordTrie, of: Entry, form: string): void {
  const { type, id, file, line, letters } = of;
  trie.add({ type, id, kind: 'family', form, file, line, letters }, 'any', true);
}

/** `instead`: the own role words that alone say of which sector somebody is, in longer ones too ("first deputy prime minister"). */
function addRoles(trie: WordTrie, file: DataFile, instead?: DataFile): void {
  const own = instead && sectorsOf(instead);
  eachRow(file.text, ([form, sector, kind, office], line) => {
    if (!form) return;
    const capitals = /^\p{Lu}{2,}$/u.test(form);
    const named = isNamePart(kind);
    trie.add(
      {
        type: 'role',
        id: form,
        kind: kind ?? 'person',
        form,
        file: file.at,
        line,
        sector: own ? endingIn(own, form) : (sector ?? 'UNK'),
        letters: capitals ? 'capitals' : named ? 'capital' : 'any',
        ...(office ? { office } : {}),
      },
      'word',
      false,
    );
  });
}

function sectorsOf(roles: DataFile): ReadonlyMap<string, string> {
  const sectors = new Map<string, string>();
  eachRow(roles.text, ([form, sector = '']) => {
    if (form) sectors.set(foldPlain(form), sector);
  });
  return sectors;
}

/** The sector of the longest listed word that a longer one ends in; '' where there is none. */
function endingIn(sectors: ReadonlyMap<string, string>, form: string): string {
  const words = foldPlain(form).split(' ');
  for (let from = 0; from < words.length; from++) {
    const sector = sectors.get(words.slice(from).join(' '));
    if (sector !== undefined) return sector;
  }
  return '';
}

/** A project's own role words: the sector is theirs, what kind of word it is and which office it fills the shipped line's. */
function addOwnRoles(trie: WordTrie, own: DataFile, shipped: DataFile): void {
  const known = new Map<string, readonly [kind: string, office: string]>();
  eachRow(shipped.text, ([form, , kind, office]) => {
    if (form) known.set(foldPlain(form), [kind ?? 'person', office ?? '']);
  });
  eachRow(own.text, ([form, sector = ''], line) => {
    if (!form) return;
    const [kind, office] = known.get(foldPlain(form)) ?? ['agent', ''];
    trie.clear(form);
    trie.add(
      {
        type: 'role',
        id: form,
        kind,
        form,
        file: own.at,
        line,
        sector,
        own: true,
        letters: 'any',
        ...(office ? { office } : {}),
      },
      'word',
      false,
    );
  });
}

/** Kinds of data/words/<lang>/reference.tsv that are phrases to be matched; the others are lists of small words. */
const PHRASES = new Set([
  'pair',
  'named-pair',
  'three',
  'four',
  'five',
  'other-side',
  'pair-people',
  'own-country',
  'our-own',
  'bloc',
  'singular-person',
  'thing',
  'latter',
  'plural',
  'role-noun',
  'each-other',
  'guest',
  'host',
  'neighbour',
]);

/** Of these every form is listed. */
const BENDLESS = new Set(['singular-person', 'plural', 'thing', 'latter']);

function addReference(trie: WordTrie, file: DataFile, register: Register): Map<string, Set<string>> {
  const lists = new Map<string, Set<string>>();
  eachRow(file.text, ([kind, form], line) => {
    if (!kind || !form) return;
    const list = lists.get(kind) ?? new Set<string>();
    list.add(foldPlain(form));
    lists.set(kind, list);
    if (kind === OFFICE_TITLE) {
      const [role = '', title = ''] = form.split('=');
      register.title(role, title);
    }
    if (!PHRASES.has(kind)) return;
    const type = kind === 'role-noun' ? 'role' : 'reference';
    const bends = BENDLESS.has(kind) ? undefined : 'word';
    // "the two Koreas=north-korea,south-korea"
    const [name = '', id = name] = form.split('=');
    trie.add({ type, id, kind, form: name, file: file.at, line, letters: 'any' }, bends, false);
  });
  return lists;
}

/** Lines of ambiguous.tsv without an id are names that only look like an actor's (South China Sea, Washington Post). */
function addStops(trie: WordTrie, file: DataFile): void {
  eachRow(file.text, ([form, id], line) => {
    if (!form || id) return;
    const letters = /^\p{Lu}/u.test(form) ? 'capital' : 'any';
    trie.add({ type: 'stop', id: form, kind: 'stop', form, file: file.at, line, letters }, 'any', false);
  });
}
