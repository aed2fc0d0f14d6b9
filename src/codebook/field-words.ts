import { ChanceryError, parseTsv } from '../model/index.ts';

/** Which semantic fields a word belongs to: "howitzer" is a weapon, "howitzers were lent" is about giving. */
export interface FieldWords {
  /** Fields of a folded lemma as a part of speech (UD); none for a word that the table does not know. */
  of(lemma: string, upos: string): readonly string[];
  /**
   * Whether a word may tell what somebody did: a verb but for those of saying, being and seeing, a noun of a field such as
   * attacks, visits or bans, and a noun that the table does not know.
   */
  mayTellAct(lemma: string, upos: string): boolean;
}

/** The inventory (data/codebook/fields.tsv). */
export interface Fields {
  /** By field: which of its words may tell acts. */
  readonly acts: ReadonlyMap<string, string>;
}

const ACTS = ['nouns and verbs', 'verbs', 'none'];

const NONE: readonly string[] = [];
/** A word that the tagger took for another part of speech still is of its field. */
const OTHERWISE = ['NOUN', 'VERB', 'ADJ', 'ADV'];

/** Reads data/words/<lang>/fields.tsv. Throws FIELD_UNKNOWN where data/codebook/fields.tsv has no such field. */
export function parseFieldWords(
  text: string,
  file: string,
  { acts }: Fields,
  fold: (word: string) => string,
): FieldWords {
  const words = new Map<string, Map<string, readonly string[]>>();
  for (const { fields, at } of parseTsv(text, file, ['lemma', 'upos', 'fields'])) {
    const { lemma = '', upos = '' } = fields;
    const named = (fields['fields'] ?? '').split('|');
    const wrong = named.find((one) => !acts.has(one));
    if (wrong !== undefined)
      throw new ChanceryError('FIELD_UNKNOWN', `unknown semantic field "${wrong}"`, {
        at,
        hint: 'Take a field of data/codebook/fields.tsv, or add it there',
      });
    const folded = fold(lemma);
    const byUpos = words.get(folded) ?? new Map<string, readonly string[]>();
    byUpos.set(upos, named);
    words.set(folded, byUpos);
  }
  const of: FieldWords['of'] = (lemma, upos) => fieldsAs(words.get(lemma), upos);
  return {
    of,
    mayTellAct(lemma, upos) {
      const told = of(lemma, upos).map((field) => acts.get(field));
      if (upos === 'NOUN') return told.length === 0 || told.includes('nouns and verbs');
      return upos === 'VERB' && (told.length === 0 || told.some((one) => one !== 'none'));
    },
  };
}

function fieldsAs(byUpos: ReadonlyMap<string, readonly string[]> | undefined, upos: string): readonly string[] {
  if (byUpos === undefined) return NONE;
  const own = byUpos.get(upos);
  if (own !== undefined || !OTHERWISE.includes(upos)) return own ?? NONE;
  for (const other of OTHERWISE) {
    const fields = byUpos.get(other);
    if (fields !== undefined) return fields;
  }
  return NONE;
}

/** Reads data/codebook/fields.tsv. Throws FIELD_ACTS where it says something else of the words of a field. */
export function parseFields(text: string, file: string): Fields {
  const acts = new Map<string, string>();
  for (const { fields, at } of parseTsv(text, file, ['field', 'acts', 'meaning'])) {
    const { field = '', acts: told = '' } = fields;
    if (!ACTS.includes(told))
      throw new ChanceryError('FIELD_ACTS', `"${told}" does not say which words tell acts`, {
        at,
        expected: ACTS.join(', '),
      });
    acts.set(field, told);
  }
  return { acts };
}
