import type { DataFile } from './files.ts';
import { eachRow } from './rows.ts';
import type { Choice, Gazetteer } from './scene.ts';
import { keyOf } from './words.ts';

/** Reads data/actors/celebrities.tsv (form, state) at the first question; a text never asks. */
export function readCelebrities(file: DataFile | undefined): Gazetteer['celebrity'] {
  let states: ReadonlyMap<string, Choice> | undefined;
  return (name) => {
    states ??= statesOf(file);
    return states.get(keyOf(name).join(' '));
  };
}

function statesOf(file: DataFile | undefined): ReadonlyMap<string, Choice> {
  const states = new Map<string, Choice>();
  eachRow(file?.text ?? '', ([form, state], line) => {
    if (form && state) states.set(keyOf(form).join(' '), { id: state, why: `${form} (${file!.at}:${line})` });
  });
  return states;
}
