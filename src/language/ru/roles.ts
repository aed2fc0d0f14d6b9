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
    if (own.length > 0 || patients.length === 0) continue;
    const agent = patients.find((i) => !mayBe(draft, i, /accs|gent/) && mayBe(draft, i, /nomn/));
    if (agent !== undefined) deprels[agent] = 'nsubj';
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
