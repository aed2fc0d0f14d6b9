import type { Draft } from './analyser.ts';
import { finiteFields, type KnownStems, mayBeFinite } from './finite-fields.ts';
import { type RoleView, WordColumns } from './role-sentence.ts';
import type { NetReader } from './small-net.ts';

/** The chance of words that can never be one: what they are is left as it is. */
export const UNJUDGED = 1;

/** How likely each word is a finite verb. */
export function finiteChances(
  draft: Draft,
  net: NetReader,
  { view, stems }: { readonly view: RoleView; readonly stems: KnownStems | undefined },
): Float32Array {
  const sentence = new WordColumns(draft, view);
  // a plain loop: `Float32Array.from` with a function takes ten times as long
  const chances = new Float32Array(draft.forms.length).fill(UNJUDGED);
  for (let i = 0; i < chances.length; i++)
    if (mayBeFinite(sentence, i)) chances[i] = net.classify(finiteFields(sentence, i, stems))[0];
  return chances;
}
