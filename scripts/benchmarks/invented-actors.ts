import { join } from 'node:path';
import { loadSettler } from '../../src/app/coding.ts';
import { readPetrarchDictionary, STANDS_ALONE } from '../../src/app/petrarch-dictionary.ts';
import { readPetrarchVerbs, verbTable } from '../../src/app/petrarch-verbs.ts';
import { Workbench } from '../../src/app/workbench.ts';
import { readText } from '../shared-data.ts';

const FILES = ['PETR.Validate.actors.txt', 'PETR.Validate.agents.txt'];

/** The actors and agents of PETRARCH's validation dictionaries as a project's own, coded in PETRARCH's conventions. */
export function inventedActors(folder: string, verbs?: string): Workbench {
  const names = [STANDS_ALONE, ...FILES.flatMap((file) => readPetrarchDictionary(readText(join(folder, file))))];
  const own = {
    path: 'petrarch.actors.tsv',
    names: names.map((name, i) => ({ ...name, line: i + 2 })),
    ...(verbs === undefined
      ? {}
      : { verbs: { path: 'petrarch.verbs.tsv', text: verbTable(readPetrarchVerbs(verbs).lines) } }),
  };
  return new Workbench(own, loadSettler, 'petrarch');
}
