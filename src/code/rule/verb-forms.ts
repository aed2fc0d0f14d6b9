import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

export function isInfinitive(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  const marker = tree.marker(i);
  return tree.tokens[i]!.feats['VerbForm'] === 'Inf' || (marker !== undefined && grammar.has('infinitive', marker));
}

/** "accused Russia of firing": a gerund with its own adposition. */
export function isGerund(tree: SentenceTree, i: number): boolean {
  const { feats } = tree.tokens[i]!;
  return (
    tree.marker(i) !== undefined &&
    (feats['VerbForm'] === 'Ger' || (feats['VerbForm'] === 'Part' && feats['Tense'] === 'Pres'))
  );
}

/** "отвечают спокойно, сотрудничая": where a verb form says that it goes with a verb, the finite verb before it. */
export function finiteBefore(tree: SentenceTree, i: number, grammar: Grammar): number | undefined {
  if (tree.tokens[i]!.feats['VerbForm'] !== 'Conv' || grammar.has('order', 'final')) return undefined;
  for (let k = i - 1; k >= 0; k--) if (tree.tokens[k]!.feats['VerbForm'] === 'Fin') return k;
  return undefined;
}

/** "Çin'in karşılık verdiğini, iş birliği yaptığını": of verb forms in one case with a comma between, the first has the owner. */
export function twinBefore(tree: SentenceTree, i: number, grammar: Grammar): number | undefined {
  if (!grammar.has('order', 'final') || tree.tokens[i]!.feats['Person[psor]'] !== '3') return undefined;
  const given = tree.tokens[i]!.feats['Case'];
  const isOwned = (c: number): boolean =>
    tree.upos(c) === 'VERB' && tree.dependents(c, 'nmod:poss', 'nsubj').length > 0;
  for (let c = i - 1; c > 0 && tree.tokens[c]!.feats['VerbForm'] !== 'Fin'; c--)
    if (tree.tokens[c]!.feats['Case'] === given && tree.form[c + 1] === ',' && isOwned(c)) return c;
  return undefined;
}

/** "Putin ile görüşmesinde": a meeting (grammar kind `meeting-noun`) of nobody who is named is the subject's. */
export function pointsBack(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  return tree.tokens[i]!.feats['Person[psor]'] === '3' && grammar.has('meeting-noun', tree.lemma[i]!);
}

/** Past forms like the infinitive: nothing shows whether they are of the present. */
const SAME_IN_PAST =
  /^(?:beat|bet|burst|cast|cost|cut|hit|hurt|let|put|quit|read|rid|set|shed|shut|slit|split|spread|thrust)$/;

/** "complain", "threatens", not "has complained", "is threatening": a finite present without an auxiliary. */
export function isPlainPresent(tree: SentenceTree, i: number): boolean {
  const { upos, feats } = tree.tokens[i]!;
  if (upos !== 'VERB' || feats['Tense'] !== 'Pres' || feats['VerbForm'] !== 'Fin') return false;
  const [form, lemma] = [tree.form[i]!, tree.lemma[i]!];
  if (form !== lemma && !form.endsWith('s')) return false;
  return tree.dependents(i, 'aux').length === 0 && !(form === lemma && SAME_IN_PAST.test(form));
}
