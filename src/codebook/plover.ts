import { parse } from 'yaml';
import { ChanceryError, parseTsv } from '../model/index.ts';

export interface ModeEntry {
  readonly score: number;
  readonly definition: string;
  /** Has an actor and a recipient although its type is mutual (a visit). */
  readonly directed?: boolean;
  /** Several who do it, where nobody else is named, do it to each other (a meeting put off). */
  readonly among?: boolean;
  readonly domestic?: boolean;
  readonly official?: string;
  readonly own?: boolean;
}

export interface TypeEntry {
  readonly name: string;
  readonly quad: string;
  readonly score: number;
  readonly requiresRecipient: boolean;
  /** Something done, not only said: when it stands in somebody's accusation it is a claimed event of its own. */
  readonly deed: boolean;
  /** May be an event with one actor only (a demonstration, a mobilisation). */
  readonly standsAlone: boolean;
  /** All sides act together and stand in `actor`. */
  readonly mutual: boolean;
  /** Without another party the recipient is the actor's own state (protests, arrests). */
  readonly domestic?: boolean;
  /** Where a sentence names no other state the recipient is the actor's own (a resignation, a charge, a concession). */
  readonly inward?: boolean;
  /** The type it becomes when a government does it: a state's protest is an accusation. Modes may say otherwise. */
  readonly official?: string;
  /** The mode that goes with `official`. */
  readonly officialMode?: string;
  /** May be told without anybody knowing who did it ("gunmen shot …"). */
  readonly anonymous?: boolean;
  /** What is moved is the actor's own: "войска стянуты" tells who did it. */
  readonly own?: boolean;
  /** The type it becomes when several states do it side by side. */
  readonly together?: string;
  /** The type that a drill becomes which one side holds by itself, and its mode. */
  readonly alone?: string;
  readonly aloneMode?: string;
  readonly definition: string;
  readonly example: string;
  readonly modes: Readonly<Record<string, ModeEntry>>;
}

export interface CrosswalkRow {
  readonly cameo: string;
  readonly type: string;
  readonly mode: string | null;
  readonly contexts: readonly string[];
}

/** The ontology events are coded in: types with quads and scores (-10 … 10), modes, contexts and the CAMEO crosswalk. */
export interface Codebook {
  readonly name: string;
  readonly version: string;
  readonly types: ReadonlyMap<string, TypeEntry>;
  readonly contexts: ReadonlyMap<string, string>;
  readonly crosswalk: readonly CrosswalkRow[];
}

interface RawCodebook {
  name: string;
  version: string;
  types: Record<string, Omit<TypeEntry, 'name' | 'modes'> & { modes?: Record<string, ModeEntry> }>;
  contexts: Record<string, string>;
}

/** Reads the codebook (YAML) and its crosswalk (TSV); throws CODEBOOK_* when one does not fit the other. */
export function parseCodebook(yaml: string, crosswalk: string): Codebook {
  const raw = parse(yaml) as RawCodebook;
  const types = new Map<string, TypeEntry>();
  for (const [name, entry] of Object.entries(raw.types)) {
    types.set(name, { ...entry, name, modes: entry.modes ?? {} });
  }
  if (types.size === 0) throw new ChanceryError('CODEBOOK_EMPTY', 'no event types', { at: 'codebook' });
  const rows = parseTsv(crosswalk, 'data/codebook/crosswalk.tsv', ['cameo', 'type', 'mode', 'contexts']).map((row) => {
    const type = row.fields['type']!;
    if (!types.has(type)) {
      throw new ChanceryError('CODEBOOK_TYPE', `unknown type "${type}"`, {
        at: row.at,
        expected: [...types.keys()].join(', '),
      });
    }
    return {
      cameo: row.fields['cameo']!,
      type,
      mode: row.fields['mode'] || null,
      contexts: (row.fields['contexts'] ?? '').split('|').filter(Boolean),
    };
  });
  return {
    name: raw.name,
    version: raw.version,
    types,
    contexts: new Map(Object.entries(raw.contexts)),
    crosswalk: rows,
  };
}

/** PLOVER score of a type in a mode, -10 … 10. */
export function scoreOf(codebook: Codebook, type: string, mode: string | null): number {
  const entry = codebook.types.get(type);
  if (!entry) throw new ChanceryError('CODEBOOK_TYPE', `unknown type "${type}"`);
  return (mode !== null && entry.modes[mode]?.score) || entry.score;
}

/** The CAMEO code that says most of type, mode and contexts and nothing else; null where none fits the type. */
export function cameoOf(
  codebook: Codebook,
  type: string,
  mode: string | null,
  contexts: readonly string[],
): string | null {
  let best: CrosswalkRow | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const row of codebook.crosswalk) {
    if (row.type !== type || row.cameo.length < 3) continue;
    let score = 0;
    if (row.mode !== null) score += row.mode === mode ? 3 : -5;
    for (const context of row.contexts) score += contexts.includes(context) ? 2 : -1;
    score -= row.cameo.length * 0.1;
    if (score > bestScore) {
      best = row;
      bestScore = score;
    }
  }
  return best?.cameo ?? null;
}
