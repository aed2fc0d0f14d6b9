import { readFileSync } from 'node:fs';
import type { Expected } from '../scripts/article-score.ts';
import { learntArticles } from '../scripts/records/articles.ts';
import { proseRecords } from '../scripts/records/files.ts';
import { toGold } from '../src/app/evaluate.ts';
import { Workbench } from '../src/app/workbench.ts';
import { packTypeWeights, readTypeWeights } from '../src/code/type/type-weights.ts';
import { Typer, type Types } from '../src/code/type/typer.ts';
import { partOf } from './relation-examples.ts';
import { PARTS, PROSE_TIMES, recorder, studiedRecords } from './training-records.ts';
import {
  rightByAnchor,
  rightByTrigger,
  type Told,
  type TypeExample,
  toldIn,
  toldInArticle,
  typeExamplesOf,
} from './type-examples.ts';
import { trainTypes } from './type-trainer.ts';

/** How often open articles and records count for the types of words: they have floors. */
const OPEN_TIMES = 95;

/** A model without one part only says how sure new text would be: the mean of fewer orders does. */
const PART_ORDERS = 3;

export interface Typers {
  /** By part: learnt without it, so that what the rest of the layer learns from is as unsure as new text. */
  readonly parts: readonly Typer[];
  /** Learnt with all … */
  readonly all: Typer;
  /** … and its file, data/models/type.<language>.bin. */
  readonly bytes: Uint8Array;
}

/** Learns which words tell acts of which type, from the same records and articles as who does them to whom (train-record.ts). */
export async function trainTypers(language: string): Promise<Typers> {
  const types = [...new Workbench().codebook.types.keys()];
  const columns = types.length + 1;
  const parts = await examplesOf(language, types);
  const model = (examples: readonly TypeExample[], orders?: number): Uint8Array =>
    packTypeWeights(trainTypes(examples, columns, orders), columns);
  const without = (part: number): TypeExample[] => parts.flatMap((examples, k) => (k === part ? [] : examples));
  const typer = (bytes: Uint8Array): Typer => new Typer(readTypeWeights(bytes, 'just learnt', columns), types);
  const bytes = model(parts.flat());
  return { parts: parts.map((_, part) => typer(model(without(part), PART_ORDERS))), all: typer(bytes), bytes };
}

/** By part. */
async function examplesOf(language: string, types: readonly string[]): Promise<TypeExample[][]> {
  const parts: TypeExample[][] = Array.from({ length: PARTS }, () => []);
  let now = { told: [] as readonly Told[], times: 1, part: 0, rightOf: rightByTrigger };
  const judge: Types['judge'] = (sight) => {
    const examples = typeExamplesOf(sight, now.told, types, now.rightOf);
    for (let k = 0; k < now.times; k++) parts[now.part]!.push(...examples);
    return [];
  };
  const { workbench } = recorder({ judge });
  for (const { at, record } of studiedRecords(language)) {
    const part = partOf(toGold(record, at).id, PARTS);
    now = { told: toldIn(record), times: timesOf(at, language), part, rightOf: rightByTrigger };
    await workbench.codeRecord({ at, record }, { language });
  }
  for (const { slug, source, expected, part: use } of learntArticles(language)) {
    const { document } = await workbench.read({ kind: 'file', name: source });
    const told = toldInArticle(document.text, JSON.parse(readFileSync(expected, 'utf8')) as Expected);
    now = { told, times: use === 'weights' ? 1 : OPEN_TIMES, part: partOf(slug, PARTS), rightOf: rightByAnchor };
    workbench.code(document);
  }
  return parts;
}

function timesOf(at: string, language: string): number {
  if (at.startsWith(proseRecords(language))) return PROSE_TIMES;
  return at.startsWith(`gold/records/${language}.`) ? OPEN_TIMES : 1;
}
