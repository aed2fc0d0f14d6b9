import { extended } from '../../model/index.ts';
import type { CueReader, Draft } from './draft.ts';
import { possessorOf } from './noun-cue.ts';
import { subtree, trim } from './phrase.ts';

/** "according to the ministry", "per the report": at the edge of its sentence or between commas all the rest is said. */
export function readAccording(reader: CueReader, i: number): Draft | undefined {
  const { tree, cues } = reader;
  const isPair = cues.has('according-pair', `${tree.form[i - 1]} ${tree.form[i]}`);
  if (!isPair && !cues.has('according', tree.form[i]!) && !cues.has('according', tree.lemma[i]!)) return undefined;
  const fixed = tree.children[i]!.filter((c) => ['fixed', 'case'].includes(tree.relation(c)) && c - i <= 2);
  const cue = [i, ...fixed].sort((a, b) => a - b);
  const start = cue.at(-1)! + 1;
  const end = phraseEnd(reader, start);
  const source = trim(tree, range(start, end));
  const speaker = source.find((k) => !source.includes(tree.head(k))) ?? source[0];
  if (speaker === undefined) return undefined;
  const before = range(0, isPair ? i - 1 : i);
  const after = range(end, tree.tokens.length);
  const own = lastClause(tree, before, after);
  const content = trim(
    tree,
    own ?? (isClause(tree, before) ? [...before, ...goesOn(tree, after)] : [...before, ...after]),
  );
  return content.length < 3 ? undefined : { speaker, source, cue, content, speech: false, form: 'whole' };
}

/** "…, and Kenya, according to its minister, will complain": the clause after the conjunction, when its verb comes later. */
function lastClause(
  tree: CueReader['tree'],
  before: readonly number[],
  after: readonly number[],
): readonly number[] | undefined {
  const joint = before.findLast((k) => tree.upos(k) === 'CCONJ' && tree.form[k - 1] === ',');
  if (joint === undefined || tree.form[before.at(-1)!] !== ',' || !isClause(tree, after)) return undefined;
  const own = before.filter((k) => k > joint);
  return own.length < 2 || isClause(tree, own) ? undefined : [...own, ...after];
}

/** The end of the speaker's phrase: its comma, unless an aside follows ("…, the head of the bank, …"), or a finite verb. */
function phraseEnd({ tree }: CueReader, start: number): number {
  let end = start;
  while (end < tree.tokens.length && tree.form[end] !== ',' && !/^[—–;:]$/.test(tree.form[end]!)) {
    const { upos, feats, deprel } = tree.tokens[end]!;
    if ((upos === 'VERB' || upos === 'AUX') && feats['VerbForm'] === 'Fin' && deprel !== 'acl:relcl') break;
    end += 1;
  }
  return end;
}

function isClause(tree: CueReader['tree'], tokens: readonly number[]): boolean {
  return tokens.some((k) => tree.upos(k) === 'VERB' || tree.upos(k) === 'AUX');
}

/** What goes on after the aside with a conjunction belongs to the same clause. */
function goesOn(tree: CueReader['tree'], after: readonly number[]): readonly number[] {
  const first = after.find((k) => tree.upos(k) !== 'PUNCT');
  return first !== undefined && tree.upos(first) === 'CCONJ' ? after : [];
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}

/** "in his view", "in the words of the minister": whose words is said by the noun's possessor. */
export function readWords({ tree, cues, grammar }: CueReader, i: number): Draft | undefined {
  if (tree.upos(i) !== 'NOUN' || (!cues.has('words', tree.lemma[i]!) && !cues.has('words', tree.form[i]!)))
    return undefined;
  const markers = tree.dependents(i, 'case');
  if (!markers.some((c) => cues.has('words-marker', tree.form[c]!))) return undefined;
  const quoting = beforeQuotation({ tree, cues, grammar }, i, markers);
  if (quoting) return quoting;
  if (!['obl', 'nmod', 'parataxis', 'discourse', 'advmod'].includes(tree.relation(i)))
    return setOff({ tree, cues, grammar }, i, markers[0]!);
  const speaker =
    possessorOf({ tree, cues, grammar }, i) ??
    tree.dependents(i, 'nmod', 'appos', 'flat', 'flat:name').find((c) => c > i);
  const cue = [...markers, ...tree.dependents(i, 'amod', 'det'), i].sort((a, b) => a - b);
  if (speaker === undefined)
    return cues.has('hearsay', tree.lemma[i]!) ? whole({ tree, source: [], cue, top: i }) : undefined;
  const source = trim(tree, subtree(tree, speaker, new Set(tree.dependents(speaker, 'case'))));
  return whole({ tree, speaker, source, cue: [...markers, i].sort((a, b) => a - b), top: i });
}

/** "…, in the minister's words, “…”": the quotation is what is said. */
function beforeQuotation(reader: CueReader, i: number, markers: readonly number[]): Draft | undefined {
  const { tree } = reader;
  const isQuoted = tree.form[i + 1] === ',' && /^(?:["“«„]|''|``)$/.test(tree.form[i + 2] ?? '');
  const speaker = isQuoted ? possessorOf(reader, i) : undefined;
  if (speaker === undefined) return undefined;
  const source = trim(tree, subtree(tree, speaker, new Set(tree.dependents(speaker, 'case'))));
  return { source, speaker, cue: [...markers, i].sort((a, b) => a - b), content: [], speech: true };
}

/** "Судан, по его словам, …" hung in a wrong place: the rest of the stretch between colons is said. */
function setOff(reader: CueReader, i: number, first: number): Draft | undefined {
  const { tree } = reader;
  let last = i;
  while (last + 1 < tree.tokens.length && tree.upos(last + 1) !== 'PUNCT') last += 1;
  if (tree.form[first - 1] !== ',' || last - i > 6) return undefined;
  // the speaker before the word may end the sentence with it ("…, in Bolton's view.")
  const isEnd = last === i && last + 2 >= tree.tokens.length && possessorOf(reader, i) !== undefined;
  if (tree.form[last + 1] !== ',' && !isEnd) return undefined;
  const isBorder = (k: number): boolean => /^[:;—–]$/.test(tree.form[k] ?? ':');
  let [from, to] = [first, last + 1];
  while (!isBorder(from - 1)) from -= 1;
  while (to < tree.tokens.length && !isBorder(to)) to += 1;
  const source = last > i ? range(i + 1, last + 1) : range(first, i).filter((k) => tree.upos(k) !== 'ADP');
  if (source.length === 0) return undefined;
  const content = trim(tree, [...range(from, first - 1), ...range(last + 2, to)]);
  return { source, speaker: source.at(-1)!, cue: range(first, i + 1), content, speech: false, form: 'whole' };
}

/** "In a poll released on Monday, …": at the head of its sentence only. */
export function readSurvey({ tree, cues }: CueReader, i: number): Draft | undefined {
  if (tree.upos(i) !== 'NOUN' || tree.relation(i) !== 'obl' || !cues.has('survey', tree.lemma[i]!)) return undefined;
  const markers = tree.dependents(i, 'case');
  const tokens = subtree(tree, i);
  if (tokens[0]! > 1 || !markers.some((c) => cues.has('words-marker', tree.form[c]!))) return undefined;
  const source = trim(tree, subtree(tree, i, new Set(markers)));
  return whole({ tree, speaker: i, source, cue: markers, top: i });
}

/** "reportedly": its clause is hearsay, from nobody named. */
export function readAdverb({ tree, cues }: CueReader, i: number): Draft | undefined {
  const isSetOff = tree.form[i + 1] === ',' && (i === 0 || tree.form[i - 1] === ',');
  if (isSetOff && cues.has('adverb-set-off', tree.form[i]!)) {
    const around = [...(i === 0 ? [] : range(0, i)), ...range(i + 2, tree.tokens.length)];
    return { source: [], cue: [i], content: trim(tree, around), speech: false, form: 'whole' };
  }
  if (!cues.has('adverb', tree.form[i]!)) return undefined;
  return whole({ tree, source: [], cue: [i], top: i });
}

interface Whole {
  readonly tree: CueReader['tree'];
  readonly speaker?: number;
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly top: number;
}

/** All of the clause above `top` except what stands under it. */
function whole({ tree, speaker, source, cue, top }: Whole): Draft | undefined {
  let governor = tree.head(top);
  if (governor < 0) return undefined;
  // hung on a noun inside the clause: the clause is meant
  for (let steps = 0; steps < 6 && tree.upos(governor) !== 'VERB' && tree.upos(governor) !== 'AUX'; steps++) {
    const above = tree.head(governor);
    if (above < 0 || tree.dependents(governor, 'cop', 'nsubj').length > 0) break;
    governor = above;
  }
  const content = trim(tree, subtree(tree, governor, new Set([top])));
  return extended(speaker === undefined ? {} : { speaker }, { source, cue, content, speech: false });
}
