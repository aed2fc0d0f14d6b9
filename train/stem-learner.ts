import { stemKind } from '../src/language/engine/stem-lexicon.ts';
import type { SuffixSample } from './suffix-learner.ts';

export interface StemSample extends SuffixSample {
  readonly tag: string;
}

/** Text of a StemLexicon from forms with their tags and lemma rules. */
export function learnStems(samples: readonly StemSample[]): string {
  const stems = new Map<string, Map<string, number>>();
  const endings = new Map<string, number>();
  for (const { tag, form, value } of samples) {
    const parts = /^[lc](\d+):(.*)$/.exec(value);
    if (parts === null) continue;
    const cut = form.length - Number(parts[1]);
    const part = tag.slice(0, tag.indexOf(' '));
    const key = `${stemKind(part)} ${form.slice(0, cut)}`;
    const added = stems.get(key) ?? new Map<string, number>();
    stems.set(key, added);
    added.set(parts[2]!, (added.get(parts[2]!) ?? 0) + 1);
    for (const name of new Set([tag, part])) {
      const ending = `${name}|${form.slice(cut)}`;
      endings.set(ending, (endings.get(ending) ?? 0) + 1);
    }
  }
  const stemLines = [...stems].map(([key, added]) => [`S ${key}`, ...[...added].flat()].join('\t'));
  const endingLines = [...endings].map(([key, times]) => `E ${key}\t${times}`);
  return [...stemLines.sort(), ...endingLines.sort()].join('\n');
}
