import { readFileSync } from 'node:fs';

/** Every code of a state, group or organisation. */
export const ACTOR_CODES: ReadonlySet<string> = new Set(
  ['states', 'groups', 'organisations'].flatMap((name) =>
    readFileSync(`data/actors/${name}.tsv`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[1]!),
  ),
);
