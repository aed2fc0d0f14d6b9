import type { Feats } from '../../model/index.ts';
import type { CueReader } from './draft.ts';
import { invertedSpeaker } from './inverted-speaker.ts';
import { trim } from './phrase.ts';

/** Word order where the tree is unsure: reporting clauses are short and stand in few places. */

const MAX_BETWEEN = 14;
export const MAX_SPEAKER = 16;
const MAX_AFTER = 12;
const CLAUSE = ['VERB', 'AUX'];

/** "said on Monday that …": the clause after the conjunction that follows the verb with no other verb between. */
export function thatClause(reader: CueReader, i: number): number[] {
  const { tree, cues } = reader;
  for (let k = i + 1; k < tree.tokens.length && k - i <= MAX_BETWEEN; k++) {
    if (cues.has('complementizer', tree.form[k]!)) return isDeterminer(reader, k) ? [] : clauseFrom(reader, i, k);
    if (CLAUSE.includes(tree.upos(k)) || tree.form[k] === ':' || tree.form[k] === ';') return [];
  }
  return [];
}

/** "that man", "that of the others"; "on Friday that China …" is a clause though the parser may say otherwise. */
function isDeterminer({ tree }: CueReader, k: number): boolean {
  if (tree.relation(k) === 'obj' && ['PROPN', 'PRON', 'DET'].includes(tree.upos(k + 1))) return false;
  return ['det', 'obj', 'obl', 'nmod'].includes(tree.relation(k)) || tree.upos(k + 1) === 'PUNCT';
}

/** "said 2,093 of the letters were redacted": all that follows the verb, when a finite verb is among it. */
export function bareClause(reader: CueReader, i: number): number[] {
  const { tree } = reader;
  // he says “the wind is at our backs” despite …: an inserted quotation leads the clause
  const isInserted =
    /^(?:["“«„]|''|``)$/.test(tree.form[i + 1] ?? '') && /^\p{Ll}/u.test(tree.tokens[i + 2]?.form ?? '');
  const next = isInserted ? i + 2 : i + 1;
  if (['PUNCT', 'ADP', 'SCONJ', 'CCONJ', 'PART'].includes(tree.upos(next)) || next >= tree.tokens.length) return [];
  const clause = clauseFrom(reader, i, next);
  const verb = clause.find((k) => CLAUSE.includes(tree.upos(k)) && tree.tokens[k]!.feats['VerbForm'] === 'Fin');
  return verb !== undefined && verb > next ? clause : [];
}

/** From k to the end of its clause. */
export function restOfClause(reader: CueReader, cue: number, k: number): number[] {
  return clauseFrom(reader, cue, k);
}

/** From k to where a branch begins that belongs to the cue or to the clause above it. */
function clauseFrom({ tree }: CueReader, cue: number, k: number): number[] {
  let end = k;
  while (end + 1 < tree.tokens.length) {
    const next = end + 1;
    const top = topAfter(tree, next, cue);
    const isNew = end === k - 1 || topAfter(tree, end, cue) !== top;
    const leaves = LEAVING.includes(tree.relation(top)) && tree.head(top) <= cue;
    if (isNew && leaves && (endsClause(tree, end) || tree.upos(next) === 'CCONJ')) break;
    end = next;
  }
  return trim(
    tree,
    Array.from({ length: end - k + 1 }, (_, n) => k + n),
  );
}

const LEAVING = ['conj', 'advcl', 'parataxis', 'cc', 'mark'];

function endsClause(tree: CueReader['tree'], i: number): boolean {
  return tree.form[i] === ',' || tree.upos(i) === 'CCONJ' || tree.form[i] === ';' || tree.form[i] === '—';
}

/** Highest ancestor (or self) that stands after the cue. */
function topAfter(tree: CueReader['tree'], k: number, cue: number): number {
  let top = k;
  for (let at = tree.head(k), steps = 0; at > cue && steps < 200; at = tree.head(at), steps++) top = at;
  return top;
}

export interface Inserted {
  readonly source: readonly number[];
  readonly content: readonly number[];
}

/**
 * "<clause>, Smith said on Monday.", "<clause>, said Smith, the mayor" and "The tax, Smith said, must rise": a short
 * reporting clause after a comma. What stands before it is said; what follows too, when the first part has no verb.
 */
export function inserted(reader: CueReader, i: number): Inserted | undefined {
  const { tree } = reader;
  if (!isFiniteVerb(reader, i) || tree.dependents(i, 'ccomp', 'xcomp').some((c) => c > i)) return undefined;
  let first = speakerStart(reader, i);
  // "…, — said he": the dash goes with the comma
  if (/^[—–-]$/.test(tree.form[first - 1] ?? '') && tree.form[first - 2] === ',') first -= 1;
  const described = isSetOff(reader, first, i) ? [] : describedSpeaker(reader, i);
  if (described.length > 0) first = described[0]!;
  if (!isSetOff(reader, first, i) || first < 2) return undefined;
  const ahead = range(first, i).filter((k) => !['AUX', 'ADV', 'PUNCT'].includes(tree.upos(k)));
  if (ahead.length > 0 && described.length === 0 && !isSpeaker(reader, ahead)) return undefined;
  if (ahead.length === 0 && reader.cues.has('addressee', tree.lemma[i]!)) return undefined;
  const behind = ahead.length > 0 ? [] : invertedSpeaker(reader, i);
  const source = trim(tree, ahead.length > 0 ? ahead : behind);
  const last = clauseEnd(reader, i, behind);
  if (source.length === 0 || last === undefined) return undefined;
  const before = range(segmentStart(tree, first - 1), first - 1);
  const after = range(last + 1, tree.tokens.length);
  if (isMainClause(reader, before)) return { source, content: trim(tree, before) };
  const isMid = tree.form[last] === ',' && after.some((k) => isVerb(reader, k));
  return isMid ? { source, content: trim(tree, [...before, ...after]) } : undefined;
}

/** Behind the last colon or semicolon ("Kyiv is sure: the army, it says, …"), unless it stands right before. */
function segmentStart(tree: CueReader['tree'], end: number): number {
  for (let k = end - 2; k > 0; k--) if (tree.form[k] === ':' || tree.form[k] === ';') return k + 1;
  return 0;
}

/** A comma before the reporting clause; before a verb that leads it a dash will do (“… – said he”). */
function isSetOff({ tree }: CueReader, first: number, i: number): boolean {
  const mark = tree.form[first - 1];
  return mark === ',' || (first === i && mark !== undefined && /^[—–]$/.test(mark));
}

/** The end of the reporting clause: a comma or the end of the sentence, with nothing but adverbials or addressees between. */
function clauseEnd(reader: CueReader, i: number, behind: readonly number[]): number | undefined {
  const { tree, cues } = reader;
  const next = tree.upos(i + 1);
  const isObject = ['DET', 'ADJ', 'SCONJ', 'PRON', 'NUM'].includes(next) && tree.relation(i + 1) !== 'advmod';
  if (behind.length === 0 && isObject && !cues.has('addressee', tree.lemma[i]!)) return undefined;
  for (let k = i + 1; k < tree.tokens.length; k++) {
    if (behind.includes(k)) continue;
    if (tree.form[k] === ',' || tree.form[k] === ';') return k;
    if (describesSpeaker(reader, k) || isQuotedAs(reader, k)) return nextComma(tree, k);
    if (isVerb(reader, k) || k - i > MAX_AFTER + behind.length || tree.form[k] === ':') return undefined;
  }
  return tree.tokens.length;
}

/** "said traders who had left", "found in a report seen by AFP", "told reporters travelling with him". */
function describesSpeaker({ tree, grammar }: CueReader, k: number): boolean {
  const isRelative = grammar.has('relative', tree.form[k]!) && tree.upos(k) !== 'SCONJ';
  const form = tree.tokens[k]!.feats['VerbForm'];
  const isParticiple = tree.upos(k) === 'VERB' && (form === 'Part' || form === 'Ger') && tree.head(k) < k;
  return (isRelative || isParticiple) && ['NOUN', 'PROPN', 'PRON'].includes(tree.upos(k - 1));
}

/** "…, Tass quoted him as saying". */
function isQuotedAs({ tree, cues }: CueReader, k: number): boolean {
  return cues.has('as', tree.form[k]!) && ['Ger', 'Part'].includes(tree.tokens[k + 1]?.feats['VerbForm'] ?? '');
}

/** "…, villagers who had fled recalled": the whole subject in the tree, when it runs from the comma to the verb. */
function describedSpeaker(reader: CueReader, i: number): number[] {
  const { tree, grammar } = reader;
  let first = i;
  while (first > 0 && i - first <= MAX_SPEAKER && tree.upos(first - 1) !== 'PUNCT') first -= 1;
  const relative = range(first + 1, i).find((k) => grammar.has('relative', tree.form[k]!));
  if (tree.form[first - 1] !== ',' || relative === undefined || !isSpeaker(reader, range(first, relative))) return [];
  const isDescribed = range(relative, i).some((k) => isVerb(reader, k));
  return isDescribed && !range(first, relative).some((k) => isVerb(reader, k)) ? range(first, i) : [];
}

function nextComma(tree: CueReader['tree'], from: number): number {
  let k = from;
  while (k < tree.tokens.length && tree.form[k] !== ',') k += 1;
  return k;
}

export function isVerb({ tree }: CueReader, k: number): boolean {
  return CLAUSE.includes(tree.upos(k));
}

function isFiniteVerb({ tree, grammar }: CueReader, i: number): boolean {
  const { feats } = tree.tokens[i]!;
  if (feats['VerbForm'] === 'Fin' || feats['Variant'] === 'Short') return true;
  if (feats['VerbForm'] === 'Part' && feats['Tense'] === 'Past') return true;
  // a plural present that the tagger took for an infinitive: no marker, no auxiliary
  return (
    feats['VerbForm'] === 'Inf' &&
    grammar.words('infinitive').size > 0 &&
    ['NOUN', 'PROPN', 'PRON'].includes(tree.upos(i - 1)) &&
    tree.dependents(i, 'mark', 'aux').length === 0
  );
}

/** More than a subordinate clause: a finite verb or a short participle ("задержан гражданин Украины"), and a second one when the first is introduced by a conjunction. */
function isMainClause(reader: CueReader, tokens: readonly number[]): boolean {
  const { tree } = reader;
  const isPredicate = ({ VerbForm: form, Variant: variant }: Feats): boolean => form === 'Fin' || variant === 'Short';
  const verbs = tokens.filter((k) => isVerb(reader, k) && isPredicate(tree.tokens[k]!.feats));
  const start = tokens.find((k) => tree.upos(k) !== 'PUNCT');
  if (start === undefined) return false;
  const isSubordinate =
    tree.relation(start) === 'mark' ||
    (tree.relation(start) === 'advmod' && tree.tokens[start]!.feats['PronType'] === 'Int');
  return verbs.length > (isSubordinate ? 1 : 0) && !(isSubordinate && tokens.every((k) => tree.form[k] !== ','));
}

function speakerStart(reader: CueReader, i: number): number {
  let first = i;
  while (first > 0 && i - first <= MAX_SPEAKER && isSpeakerWord(reader, first - 1)) first -= 1;
  return first;
}

function isSpeaker({ tree, grammar }: CueReader, tokens: readonly number[]): boolean {
  const head = tokens.some((k) => ['NOUN', 'PROPN', 'PRON', 'NUM'].includes(tree.upos(k)));
  const start = tokens[0]!;
  return head && !['CCONJ', 'ADP', 'ADV'].includes(tree.upos(start)) && !grammar.has('relative', tree.form[start]!);
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);
}

const JOINING: ReadonlySet<string> = new Set(['-', '.', '(', ')', '–', '/']);

export function isSpeakerWord({ tree }: CueReader, k: number): boolean {
  const upos = tree.upos(k);
  if (upos === 'PUNCT') return JOINING.has(tree.form[k]!);
  return (
    (upos !== 'VERB' || tree.relation(k) === 'amod') &&
    upos !== 'SCONJ' &&
    !(upos === 'AUX' && tree.tokens[k]!.deprel === 'cop')
  );
}

/** The noun phrase before the verb, past an aside between commas, where the tree shows no subject. */
export function speakerBefore(reader: CueReader, i: number): number[] {
  const { tree } = reader;
  const end = verbStart(reader, i);
  if (tree.form[end - 1] !== ',') return nounBefore(reader, i);
  let comma = end - 2;
  while (comma >= 0 && tree.form[comma] !== ',') comma -= 1;
  return comma < 1 ? [] : speakerIn(reader, speakerStart(reader, comma), comma);
}

/** The noun phrase that stands right before the verb and its auxiliaries; a relative pronoun there is none. */
export function nounBefore(reader: CueReader, i: number): number[] {
  const { tree, grammar } = reader;
  const end = verbStart(reader, i);
  // a capital at the head is a name, whatever the tagger made of it
  if (end === 1 && /^\p{Lu}/u.test(tree.tokens[0]!.form) && tree.upos(0) !== 'ADV') return [0];
  if (
    grammar.has('relative', tree.form[end - 1] ?? '') ||
    !['NOUN', 'PROPN', 'PRON', 'NUM', 'ADJ', 'X', 'PUNCT'].includes(tree.upos(end - 1))
  )
    return [];
  return speakerIn(reader, speakerStart(reader, end), end);
}

function verbStart({ tree }: CueReader, i: number): number {
  let end = i;
  while (end > 0 && ['AUX', 'ADV', 'PART'].includes(tree.upos(end - 1))) end -= 1;
  return end;
}

const OBLIQUE = ['Loc', 'Ins', 'Dat', 'Gen'];

/** The phrase without the conjunction, adverb or relative pronoun that leads the clause. */
function speakerIn(reader: CueReader, start: number, end: number): number[] {
  const { tree, grammar } = reader;
  let from = start;
  while (
    from < end - 1 &&
    (['CCONJ', 'ADV', 'ADP', 'PUNCT', 'SYM'].includes(tree.upos(from)) || grammar.has('relative', tree.form[from]!))
  ) {
    // "в одном из выступлений заявил": where cases tell, a phrase behind an adposition says nothing
    if (tree.upos(from) === 'ADP' && OBLIQUE.includes(tree.tokens[from + 1]!.feats['Case'] ?? '')) return [];
    from += 1;
  }
  const tokens = range(from, end);
  return tokens.length > 0 && isSpeaker(reader, tokens) ? trim(tree, tokens) : [];
}
