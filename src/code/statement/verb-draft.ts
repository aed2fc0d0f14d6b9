import type { CueReader, Draft, Form } from './draft.ts';
import { sourcePhrase } from './phrase.ts';
import type { Subject } from './subject.ts';

/** Marked ("to go"), or an infinitive by its form without an auxiliary ("would go") or a subject of its own. */
export function isInfinitive({ tree, grammar }: CueReader, i: number): boolean {
  if (tree.dependents(i, 'mark').some((c) => grammar.has('infinitive', tree.form[c]!))) return true;
  return tree.tokens[i]!.feats['VerbForm'] === 'Inf' && tree.dependents(i, 'aux', 'nsubj', 'cop').length === 0;
}

const AROUND = ['aux', 'aux:pass', 'compound:prt', 'advmod'];

export function cueTokens({ tree, cues }: CueReader, i: number, form?: Form): number[] {
  // a capital inside the sentence is a name, whatever the tagger made of it ("“No,” Orban joked")
  const isName = (c: number): boolean => c > 0 && /^\p{Lu}\p{Ll}/u.test(tree.tokens[c]!.form);
  const extra = tree.dependents(i, ...AROUND).filter((c) => Math.abs(c - i) <= 2 && !isName(c));
  const marker = form === 'oblique' ? obliqueOf({ tree, cues }, i, tree.lemma[i]!) : undefined;
  const adposed = marker === undefined ? [] : tree.dependents(marker, 'case').filter((c) => c - i <= 2 && c > i);
  return [...extra, i, ...adposed].sort((a, b) => a - b);
}

interface Found {
  readonly i: number;
  readonly subject: Subject | undefined;
  readonly content: readonly number[];
  readonly speech: boolean;
  readonly form?: Form;
}

/** The speaker's phrase without the words said; content without the speaker's phrase. */
export function toDraft(reader: CueReader, { i, subject, content, speech, form }: Found): Draft {
  const cue = cueTokens(reader, i, form);
  const taken = new Set(content);
  const isOutside = (k: number): boolean => (subject?.phrase !== undefined || !taken.has(k)) && !cue.includes(k);
  const source = subject ? (subject.phrase ?? sourcePhrase(reader.tree, subject.head, i)).filter(isOutside) : [];
  const named = new Set(subject?.phrase ?? []);
  const relative = subject?.relative === undefined ? [] : [subject.relative];
  return {
    source: [...new Set([...source, ...relative])].sort((a, b) => a - b),
    cue,
    content: content.filter((k) => !cue.includes(k) && !relative.includes(k) && !named.has(k)),
    ...(subject ? { speaker: subject.head } : {}),
    speech,
  };
}

export function obliqueOf(
  { tree, cues }: Pick<CueReader, 'tree' | 'cues'>,
  i: number,
  lemma: string,
): number | undefined {
  return tree.dependents(i, 'obl', 'advcl', 'nmod', 'ccomp').find((c) => {
    const marker = tree.marker(c);
    return marker !== undefined && cues.has('oblique', `${lemma} ${marker}`);
  });
}
