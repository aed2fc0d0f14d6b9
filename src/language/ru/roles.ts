import type { Draft } from '../engine/analyser.ts';
import type { Dictionary } from '../engine/dictionary.ts';

/** Whether a form has a reading in one of the dictionary's cases ("nomn"). */
type MayBe = (draft: Draft, i: number, cases: RegExp) => boolean;

/**
 * Subjects and objects of a verb checked against what the dictionary lets the word's case be, in place: a word with no
 * nominative reading is no subject, a word with no accusative or genitive reading is no object, and of two subjects
 * the one behind the verb that may be accusative is its object.
 */
export function repairRoles(draft: Draft, dictionary: Dictionary, lower: (form: string) => string): void {
  const { forms, upos, heads, deprels } = draft;
  repairPassives(draft);
  const subjects: number[][] = forms.map(() => []);
  const objects: number[][] = forms.map(() => []);
  for (let i = 0; i < forms.length; i++) {
    const head = heads[i]!;
    if (head < 0 || upos[head] !== 'VERB') continue;
    if (deprels[i] === 'nsubj') subjects[head]!.push(i);
    else if (deprels[i] === 'obj') objects[head]!.push(i);
  }
  const mayBe = caseTest(dictionary, lower);
  for (let verb = 0; verb < forms.length; verb++) {
    const [own, patients] = [subjects[verb]!, objects[verb]!];
    if (own.length > 0 && patients.length === 0) demote({ draft, verb, own, mayBe });
    if (own.length === 0 && patients.length > 0) promote({ draft, verb, own: patients, mayBe });
  }
}

interface Subjects {
  readonly draft: Draft;
  readonly verb: number;
  readonly own: readonly number[];
  readonly mayBe: MayBe;
}

function demote({ draft, verb, own, mayBe }: Subjects): void {
  const second = own.length > 1 ? own.findLast((i) => i > verb) : undefined;
  const wrong = own.find((i) => !mayBe(draft, i, /nomn/)) ?? second;
  if (wrong !== undefined && mayBe(draft, wrong, /accs/)) draft.deprels[wrong] = 'obj';
}

/** An object that can only be a nominative, or the first of two that may be one and agrees, is the subject. */
function promote({ draft, verb, own, mayBe }: Subjects): void {
  const agent =
    own.find((i) => !mayBe(draft, i, /accs|gent/) && mayBe(draft, i, /nomn/)) ??
    (own.length > 1 ? own.find((i) => i < verb && mayBe(draft, i, /nomn/) && agrees(draft, verb, i)) : undefined);
  if (agent !== undefined) draft.deprels[agent] = 'nsubj';
}

/** Number, and gender of a singular past; what is not known agrees, and so does a coordination with a plural. */
function agrees({ feats, heads, deprels }: Draft, verb: number, i: number): boolean {
  const [v, n] = [feats[verb]!, feats[i]!];
  if (v['Number'] === undefined || n['Number'] === undefined) return true;
  if (v['Number'] !== n['Number']) return v['Number'] === 'Plur' && hasConjunct(heads, deprels, i);
  if (v['Number'] === 'Plur' || v['Gender'] === undefined || n['Gender'] === undefined) return true;
  return v['Gender'] === n['Gender'];
}

/** Conjuncts of real sentences begin near. */
const NEAR = 12;

function hasConjunct(heads: readonly number[], deprels: readonly string[], i: number): boolean {
  for (let k = i + 1; k < heads.length && k < i + NEAR; k++) if (heads[k] === i && deprels[k] === 'conj') return true;
  return false;
}

/** Short passive participles have passive subjects, and a living being or a name in the bare instrumental is a passive's agent. */
function repairPassives(draft: Draft): void {
  const { upos, heads, deprels, feats } = draft;
  repairDeponents(draft);
  const marked = new Set<number>();
  const served = new Set<number>();
  for (const [i, deprel] of deprels.entries()) {
    if (deprel === 'case') marked.add(heads[i]!);
    if (deprel === 'obl:agent') served.add(heads[i]!);
  }
  for (const [i, head] of heads.entries()) {
    if (head < 0 || upos[head] !== 'VERB' || feats[head]!['Voice'] !== 'Pass') continue;
    if (deprels[i] === 'nsubj' && feats[head]!['Variant'] === 'Short') deprels[i] = 'nsubj:pass';
    if (deprels[i] !== 'iobj' || !mayAct(draft, i) || marked.has(i) || served.has(head)) continue;
    deprels[i] = 'obl:agent';
    served.add(head);
  }
}

/** "обменялись специалистами": a verb on -ся that has a subject of its own has no agent beside it. */
function repairDeponents({ heads, deprels, feats }: Draft): void {
  const governed = new Set<number>();
  for (const [i, deprel] of deprels.entries()) if (deprel === 'nsubj') governed.add(heads[i]!);
  for (const [i, head] of heads.entries())
    if (deprels[i] === 'obl:agent' && governed.has(head) && feats[head]!['Voice'] === 'Mid') deprels[i] = 'obl';
}

function mayAct({ upos, feats }: Draft, i: number): boolean {
  return feats[i]!['Case'] === 'Ins' && (feats[i]!['Animacy'] === 'Anim' || upos[i] === 'PROPN');
}

/** Names are left out: what the dictionary guesses of them is too often wrong. */
const JUDGED: ReadonlySet<string> = new Set(['NOUN', 'PRON']);

/** Words the dictionary cannot judge (names, figures, other scripts) may be anything. */
function caseTest(dictionary: Dictionary, lower: (form: string) => string): MayBe {
  return ({ forms, upos }, i, cases) => {
    if (!JUDGED.has(upos[i]!)) return true;
    const plain = lower(forms[i]!);
    if (!/^[а-я-]+$/.test(plain)) return true;
    const parts = upos[i] === 'PRON' ? /^(?:NPRO|ADJF)/ : /^NOUN/;
    const nominal = dictionary.find(plain).all.filter((reading) => parts.test(reading.part));
    return nominal.length === 0 || nominal.some((reading) => cases.test(reading.tag));
  };
}
