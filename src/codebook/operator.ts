import { ChanceryError, parseTsv, type Stance } from '../model/index.ts';
import type { Codebook } from './plover.ts';

/** What an operator ("agree to", "refuse to", "urge … to") makes of the act under it. */
export interface OperatorResult {
  /** Undefined: the act keeps its type. */
  readonly type?: string;
  readonly mode: string | null;
  readonly stance: Stance;
  /** Whom the composed act concerns: the one who does the act under it (urge, accuse) or the one it is done to. */
  readonly recipient: 'agent' | 'patient';
  /** What stands under the operator is claimed to have happened (accuse, praise), not asked for. */
  readonly claims: boolean;
  readonly at: string;
}

export type OperatorTable = ReadonlyMap<string, ReadonlyMap<string, OperatorResult>>;

/** Reads data/codebook/operators.tsv; `content` is a type, a quad or `*`; rows of an overlay (conventions) win. */
export function parseOperators(text: string, codebook: Codebook, overlay?: string): OperatorTable {
  const quads = new Set([...codebook.types.values()].map((type) => type.quad));
  const table = new Map<string, Map<string, OperatorResult>>();
  const columns = ['operator', 'content', 'type', 'mode', 'stance', 'recipient'];
  const rows = parseTsv(text, 'data/codebook/operators.tsv', columns);
  if (overlay !== undefined) rows.push(...parseTsv(overlay, 'conventions', columns));
  for (const row of rows) {
    const { operator, content, type, mode, stance, recipient } = row.fields as Record<string, string>;
    if (content !== '*' && !codebook.types.has(content!) && !quads.has(content!)) {
      throw new ChanceryError('OPERATOR_CONTENT', `unknown content "${content}"`, {
        at: row.at,
        expected: 'a type, a quad or *',
      });
    }
    if (type && !codebook.types.has(type))
      throw new ChanceryError('OPERATOR_TYPE', `unknown type "${type}"`, { at: row.at });
    const entry = table.get(operator!) ?? new Map<string, OperatorResult>();
    entry.set(content!, {
      ...(type ? { type } : {}),
      mode: mode || null,
      stance: stance as Stance,
      recipient: recipient === 'agent' ? 'agent' : 'patient',
      claims: row.fields['claims'] === 'yes',
      at: row.at,
    });
    table.set(operator!, entry);
  }
  return table;
}

/** The row for an operator over a type: the type's own row, else its quad's, else `*`. */
export function applyOperator(
  table: OperatorTable,
  codebook: Codebook,
  operator: string,
  type: string,
): OperatorResult | undefined {
  const rows = table.get(operator);
  if (!rows) return undefined;
  return rows.get(type) ?? rows.get(codebook.types.get(type)?.quad ?? '') ?? rows.get('*');
}
