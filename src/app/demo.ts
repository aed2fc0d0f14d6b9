import { parseTsv } from '../model/index.ts';
import { packagePath, readData } from './data-folder.ts';
import type { Input } from './inputs.ts';

/** The bundled documents; `first` is the one a newcomer should open. It comes last, so that the demo ends on it. */
export function demoInputs(): { inputs: Input[]; first: string } {
  const rows = parseTsv(readData('demo/order.tsv'), 'data/demo/order.tsv', ['order', 'file']);
  const path = (file: string): string => packagePath(`data/demo/${file}`);
  const chosen = rows[0]!;
  const ordered = [...rows.filter((row) => row !== chosen), chosen];
  return {
    inputs: ordered.map((row) => ({ kind: 'file', name: path(row.fields['file']!) })),
    first: path(chosen.fields['file']!),
  };
}
