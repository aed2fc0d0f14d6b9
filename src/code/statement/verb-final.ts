import type { SentenceTree } from '../sentence-tree.ts';
import type { CueWords } from './cue-words.ts';
import type { CueReader, Draft } from './draft.ts';
import { cueAt, type FinalCue } from './final-cue.ts';
import {
  documentSpeaker,
  type Head,
  hasEnding,
  headSpeaker,
  isTopic,
  MAX_HEAD,
  nameEnd,
  range,
  skipMarks,
} from './final-speaker.ts';
import { afterColon, hearsay, namedClaim } from './hearsay.ts';
import { trim } from './phrase.ts';

/**
 * Languages whose verb ends its clause: the words said are a participle clause or an object right before the verb of
 * saying, the speaker a bare noun phrase at the head of the clause, mostly with a comma after it. Read from endings
 * and word order, so that it stands when the tree is wrong.
 */
export function readVerbFinal(reader: CueReader): Draft[] {
  const { tree, cues } = reader;
  const drafts: Draft[] = [];
  let start = 0;
  let speaker: readonly number[] = [];
  for (let i = 0; i < tree.tokens.length; i++) {
    const said = postposed(tree, cues, i, start);
    if (said) drafts.push(said);
    // all that follows "X'e göre" at the head is his: no later verb reaches back over it
    if (said && said.source[0] === start) start = i + 1;
    const rumour =
      hearsay(tree, cues, i) ?? namedClaim(tree, cues, i, start) ?? afterColon(tree, cues, { start, colon: i });
    if (rumour) drafts.push(rumour);
    const cue = cueAt(tree, cues, i);
    if (cue) {
      const clause: Clause = { tree, cues, cue, start, inherited: speaker };
      const draft = cue.shape === 'participle' ? participle(clause) : finite(clause);
      if (draft) drafts.push(draft);
      if (draft && draft.source.length > 0 && cue.shape !== 'participle') speaker = draft.source;
    }
    if (endsClause(tree, cues, i, cue)) {
      if (speaker.length === 0) speaker = headSpeaker(tree, start, i)?.source ?? [];
      start = i + 1;
    }
  }
  return drafts;
}

interface Clause {
  readonly tree: SentenceTree;
  readonly cues: CueWords;
  readonly cue: FinalCue;
  /** First token of the clause. */
  readonly start: number;
  /** The speaker of the clause before, who goes on speaking when this one names none. */
  readonly inherited: readonly number[];
}

/** "X, … olduğunu söyledi"; "… olduğunu belirterek"; "açıklamada … belirtildi". */
function finite({ tree, cues, cue, start, inherited }: Clause): Draft | undefined {
  const agent = cue.passive ? agentOf(tree, cues, start, cue.first) : undefined;
  if (agent) return draftOf(tree, cue, agent.source, trim(tree, range(start, agent.after)));
  const head = cue.passive ? documentSpeaker(tree, cues, start, cue.first) : headSpeaker(tree, start, cue.first);
  const from = head ? head.after : start;
  const end = contentEnd(tree, cues, cue);
  const content = end === undefined ? [] : trim(tree, range(skipMarks(tree, from, end), end));
  if (content.length === 0 && !cue.speech) return undefined;
  return draftOf(tree, cue, head?.source ?? (cue.passive ? [] : inherited), content);
}

/** "… olduğunu belirten Peskov": the speaker follows. */
function participle({ tree, cues, cue, start }: Clause): Draft | undefined {
  const last = nameEnd(tree, cue.last + 1);
  if (last === cue.last) return undefined;
  const head = headSpeaker(tree, start, cue.first);
  const end = contentEnd(tree, cues, cue);
  const content = end === undefined ? [] : trim(tree, range(head && isTopic(tree, head) ? head.after : start, end));
  if (content.length === 0 && !cue.speech) return undefined;
  return draftOf(tree, cue, range(cue.last + 1, last + 1), content);
}

function draftOf(tree: SentenceTree, cue: FinalCue, source: readonly number[], content: readonly number[]): Draft {
  const named = source.filter((k) => ['PROPN', 'NOUN', 'PRON'].includes(tree.upos(k)));
  const speaker = named.findLast((k) => tree.upos(k) === 'PROPN') ?? named.at(-1) ?? source.at(-1);
  return {
    source,
    cue: range(cue.first, cue.last + 1),
    content,
    ...(speaker === undefined ? {} : { speaker }),
    speech: cue.speech,
    explicit: cue.speech && content.length > 0 && source.length > 0,
    form: 'clause',
    about: !cue.tells,
  };
}

/** "X'e göre, …": the phrase before it speaks the rest of the clause. */
function postposed(tree: SentenceTree, cues: CueWords, i: number, start: number): Draft | undefined {
  const isPair = cues.has('according-pair', `${tree.form[i - 1]} ${tree.form[i]}`);
  if ((!isPair && !cues.has('according', tree.form[i]!)) || i <= start + (isPair ? 1 : 0)) return undefined;
  const first = isPair ? i - 1 : i;
  let from = first - 1;
  while (from > start && tree.form[from - 1] !== ',' && i - from < MAX_HEAD) from -= 1;
  const source = trim(tree, range(from, first));
  const after = tree.form[i + 1] === ',' ? i + 2 : i + 1;
  const before = trim(tree, range(start, from));
  const content = [...before, ...trim(tree, range(after, tree.tokens.length))];
  if (content.length < 2) return undefined;
  return { source, cue: [i], content, speaker: source.at(-1)!, speech: false, form: 'whole' };
}

/** "… füze fırlattığı, Genelkurmay tarafından açıklandı": the agent stands between the clause (`after`: its end) and the cue. */
function agentOf(tree: SentenceTree, cues: CueWords, start: number, end: number): Head | undefined {
  for (let k = end - 1; k > start && end - k <= 3; k--) {
    if (!cues.has('agent-word', tree.form[k]!)) continue;
    let from = k;
    while (from > start && !hasEnding(tree.form[from - 1]!, cues.words('subject-ending'))) from -= 1;
    const source = trim(tree, range(from, k));
    return from > start && source.length > 0 && source.length < MAX_HEAD ? { source, after: from } : undefined;
  }
  return undefined;
}

/** A clause or object with an ending that what is said has stands right before the cue: where it ends. */
function contentEnd(tree: SentenceTree, cues: CueWords, cue: FinalCue): number | undefined {
  const isContent = (form: string): boolean =>
    hasEnding(form, cues.words('content-ending')) || (cue.passive && hasEnding(form, cues.words('subject-ending')));
  for (let k = cue.first - 1; k >= Math.max(0, cue.first - MAX_ASIDE); k--) {
    const form = tree.form[k]!;
    const isNear = cue.first - k <= 3;
    if (tree.upos(k) === 'PUNCT') return undefined;
    if (isContent(form)) return isNear ? cue.first : k + 1;
    const isObject = tree.tokens[k]!.feats['Case'] === 'Acc' || /[iuü]$/.test(form) || cues.has('as', form);
    if (cue.object && isObject && k === cue.first - 1) return cue.first;
    if (!isAside(tree, cues, k)) return undefined;
  }
  return undefined;
}

/** Between the words said and the cue: "for the first time", "to reporters", "citing two officials". */
function isAside(tree: SentenceTree, cues: CueWords, k: number): boolean {
  const { upos, feats, form } = tree.tokens[k]!;
  if (['ADV', 'ADJ', 'DET', 'NUM', 'PROPN', 'ADP'].includes(upos) || cues.has('filler', tree.form[k]!)) return true;
  if (upos === 'NOUN') return ['Dat', 'Loc', 'Abl', 'Ins'].includes(feats['Case'] ?? '') || /^\p{Lu}/u.test(form);
  return feats['VerbForm'] === 'Conv' || hasEnding(tree.form[k]!, cues.words('converb-ending'));
}

const MAX_ASIDE = 7;

/** A finite verb before a conjunction or comma closes a clause; so does a cue with a converb's ending. */
function endsClause(tree: SentenceTree, cues: CueWords, i: number, cue: FinalCue | undefined): boolean {
  const next = tree.form[i + 1];
  if (tree.form[i] === ';') return i === 0 || !hasEnding(tree.form[i - 1]!, cues.words('content-ending'));
  if (cue && cue.shape === 'converb') return true;
  if (cue && cue.shape === 'participle') return false;
  const { feats, upos } = tree.tokens[i]!;
  const isVerb =
    cue !== undefined ||
    (upos === 'VERB' && feats['Case'] === undefined && feats['VerbForm'] === undefined && feats['Tense'] !== undefined);
  return isVerb && next !== undefined && (next === ',' || next === ';' || cues.has('joint', next));
}
