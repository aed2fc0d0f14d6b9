import { ChanceryError, parseTsv, type TsvRow } from '../../model/index.ts';

export type OutletKind =
  | 'agency'
  | 'state-media'
  | 'newspaper'
  | 'broadcaster'
  | 'magazine'
  | 'ministry'
  | 'government'
  | 'organisation'
  | 'think-tank'
  | 'online'
  | 'academic';

const KINDS: ReadonlySet<string> = new Set([
  'agency',
  'state-media',
  'newspaper',
  'broadcaster',
  'magazine',
  'ministry',
  'government',
  'organisation',
  'think-tank',
  'online',
  'academic',
]);

/** Somebody who publishes. One line of data/sources/outlets.tsv. */
export interface Outlet {
  readonly id: string;
  /** Host without `www.`, with a path where several outlets share a host. */
  readonly domain: string;
  /** English name first. */
  readonly name: string;
  /** All names with the language they are written in (ISO 639-1). */
  readonly names: readonly { readonly language: string; readonly name: string }[];
  /** ISO 3166-1 alpha-3; absent for organisations that belong to no state. */
  readonly country?: string;
  readonly language: string;
  readonly kind: OutletKind;
  readonly owner?: string;
}

/** Who speaks for a state or an organisation rather than reports. */
export function isOfficial({ kind }: Outlet): boolean {
  return kind === 'ministry' || kind === 'government' || kind === 'organisation';
}

function isKind(kind: string): kind is OutletKind {
  return KINDS.has(kind);
}

function outletOf({ fields, at }: TsvRow): Outlet {
  const kind = fields['kind'] ?? '';
  if (!isKind(kind)) {
    throw new ChanceryError('SOURCE_KIND', `"${kind}" is no kind of outlet`, {
      at,
      expected: [...KINDS].join(', '),
      hint: 'See data/sources/README.md',
    });
  }
  const names = Object.entries(fields)
    .filter(([column]) => column.startsWith('names.'))
    .flatMap(([column, cell]) => cell.split('|').map((name) => ({ language: column.slice('names.'.length), name })))
    .filter(({ name }) => name !== '');
  const first = names[0];
  if (!first) throw new ChanceryError('SOURCE_NAME', 'an outlet without a name', { at, hint: 'Fill names.*' });
  return {
    id: fields['id']!,
    domain: fields['domain']!,
    name: first.name,
    names,
    language: fields['language']!,
    kind,
    ...(fields['country'] ? { country: fields['country'] } : {}),
    ...(fields['owner'] ? { owner: fields['owner'] } : {}),
  };
}

/** Reads data/sources/outlets.tsv. Throws TSV_*, SOURCE_KIND, SOURCE_NAME with file and line. */
export function parseOutlets(text: string, file: string): Outlet[] {
  return parseTsv(text, file, ['id', 'domain', 'country', 'language', 'kind', 'owner', 'source']).map(outletOf);
}
