import type { CueReader } from './draft.ts';
import { invertedSpeaker } from './inverted-speaker.ts';
import { trim } from './phrase.ts';
import { type Inserted, isSpeakerWord, isVerb, MAX_SPEAKER, range } from './surface.ts';

/** "As Reuters reports, …", "…, as the minister said": the speaker on either side of the verb, the rest is said. */
export function asClause(reader: CueReader, i: number): Inserted | undefined {
  const { tree, cues, grammar } = reader;
  let as = i - 1;
  while (as >= 0 && i - as <= MAX_SPEAKER && !cues.has('as', tree.form[as]!) && isSpeakerWord(reader, as)) as -= 1;
  if (
    as < 0 ||
    !cues.has('as', tree.form[as]!) ||
    (as > 0 && tree.upos(as - 1) !== 'PUNCT' && tree.upos(as - 1) !== 'CCONJ')
  )
    return undefined;
  const ahead = range(as + 1, i).filter((k) => tree.upos(k) !== 'AUX' && tree.upos(k) !== 'ADV');
  const source = trim(tree, ahead.length > 0 ? ahead : invertedSpeaker(reader, i));
  // "as is reported": nobody is named
  const isImpersonal = cues.has('impersonal', tree.form[i]!);
  let end = i + 1;
  while (end < tree.tokens.length && tree.form[end] !== ',') end += 1;
  if ((source.length === 0 && !isImpersonal) || range(i + 1, end).some((k) => isVerb(reader, k))) return undefined;
  // "as NAME put it in a letter, “…”": the quotation is said
  if (/^(?:["“«„]|''|``)$/.test(tree.form[end + 1] ?? '')) return undefined;
  const before = range(0, as);
  const after = range(end + 1, tree.tokens.length);
  const isAfter = after.some((k) => isVerb(reader, k));
  // "…, in which, as is said, …": the relative clause is said, not what holds it
  const isRelative = isAfter && range(Math.max(0, as - 3), as).some((k) => grammar.has('relative', tree.form[k]!));
  const whole = isAfter && !before.some((k) => isVerb(reader, k)) ? [...before, ...after] : before;
  const content = trim(tree, isRelative ? after : whole);
  return content.some((k) => isVerb(reader, k)) ? { source, content } : undefined;
}
