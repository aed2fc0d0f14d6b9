import { type Codebook, cameoOf, type Entry } from '../../codebook/index.ts';
import { ChanceryError, parseTsv } from '../../model/index.ts';

/** One line of data/conventions/<name>.codes.tsv; an empty cell fits everything. */
interface CodeRow {
  readonly type: string;
  readonly mode: string;
  /** Type of the act under an operator: "promised aid" is AGREE over AID. */
  readonly inner: string;
  /** Lemmas, one of which is the word that says the act. */
  readonly cues: ReadonlySet<string>;
  /** Lemmas, one of which stands in its phrase: "provided" with "military aid". */
  readonly beside: ReadonlySet<string>;
  readonly cameo: string;
}

export type CodeTable = readonly CodeRow[];

/** What is known of an act when its code is chosen. */
export interface CodedAct {
  readonly type: string;
  readonly mode: string | null;
  readonly entries: readonly Entry[];
  /** Lemmas of its words, governing ones too. */
  readonly words: readonly string[];
  /** Lemmas of all that stands with it in its phrase. */
  readonly phrase: readonly string[];
}

const COLUMNS = ['type', 'mode', 'inner', 'cue', 'beside', 'cameo'] as const;

/** Reads a table of codes. Throws CODES_TYPE where the codebook has no such type. */
export function parseCodes(text: string, file: string, codebook: Codebook): CodeTable {
  return parseTsv(text, file, COLUMNS).map(({ fields, at }) => {
    const [type = '', mode = '', inner = '', cue = '', beside = '', cameo = ''] = COLUMNS.map((name) => fields[name]);
    for (const name of [type, inner])
      if (name !== '' && !codebook.types.has(name))
        throw new ChanceryError('CODES_TYPE', `unknown type "${name}"`, {
          at,
          expected: [...codebook.types.keys()].join(', '),
        });
    return { type, mode, inner, cues: alternatives(cue), beside: alternatives(beside), cameo };
  });
}

const alternatives = (cell: string): ReadonlySet<string> => new Set(cell.split('|').filter(Boolean));

/** The code of the line that says most of the act; of lines that say as much, the first. */
export function codeOf(table: CodeTable, act: CodedAct): string | undefined {
  // a word that only the convention codes is too little to say what is promised or asked for
  const under = act.entries.find(({ operator }) => operator === undefined);
  const changed = act.entries.length > 1 ? under?.cameo === undefined : under?.type !== act.type;
  const inner = changed ? under?.type : undefined;
  let best: CodeRow | undefined;
  for (const row of table) if (fits(row, act, inner) && (!best || said(row) > said(best))) best = row;
  return best?.cameo;
}

function fits(row: CodeRow, { type, mode, words, phrase }: CodedAct, inner: string | undefined): boolean {
  if (row.type !== type || (row.mode !== '' && row.mode !== mode)) return false;
  if (row.inner !== '' && row.inner !== inner) return false;
  return has(row.cues, words) && has(row.beside, phrase);
}

const has = (wanted: ReadonlySet<string>, words: readonly string[]): boolean =>
  wanted.size === 0 || words.some((word) => wanted.has(word));

/** The word weighs most, then what stands beside it, then what the operator stands over, then the mode. */
function said({ mode, inner, cues, beside }: CodeRow): number {
  const weights = [cues.size > 0 ? 8 : 0, beside.size > 0 ? 4 : 0, inner === '' ? 0 : 2, mode === '' ? 0 : 1];
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/** The CAMEO code of an act: the convention's where it has one, else that of the codebook's crosswalk. */
export function cameoOfAct(
  table: CodeTable | undefined,
  act: CodedAct,
  codebook: Codebook,
  contexts: readonly string[],
): string | null {
  const [only, ...others] = act.entries;
  const own = others.length === 0 && only?.type === act.type ? only.cameo : undefined;
  return own ?? (table && codeOf(table, act)) ?? cameoOf(codebook, act.type, act.mode, contexts);
}
