import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Composer } from './compose.ts';

/**
 * The word of the deed that a denial speaks of (grammar kind `denial` names the verbs): the verb of the clause behind
 * it ("отрицает, что бомбила", "отверг утверждения, будто …"), else, for verbs of kind `denial-deed`, the deed it has as
 * its object ("отрицает передачу порта"). Nouns of report (kind `report-noun`) are what is said and no deed.
 */
export function deniedWords(tree: SentenceTree, { grammar }: Composer, denier: number): number[] {
  if (grammar.words('claim-clause').size > 0) return deniedClauses(tree, grammar, denier);
  if (grammar.has('order', 'final')) return deniedBefore(tree, grammar, denier);
  const claim = claimUnder(tree, grammar, denier);
  if (claim !== undefined) return [claim];
  if (!grammar.has('denial-deed', tree.lemma[denier]!)) return [];
  // "не подтвердил сообщения о встрече": the deed is what the report is about
  return tree
    .dependents(denier, 'obj', 'nsubj:pass')
    .flatMap((c) => (grammar.has('report-noun', tree.lemma[c]!) ? tree.dependents(c, 'nmod') : [c]))
    .filter((c) => tree.upos(c) === 'NOUN' && !grammar.has('report-noun', tree.lemma[c]!));
}

/** The verb of the first clause of kind `claim-marker` under a verb; not of one that another verb opens (", заявив, что …"). */
export function claimUnder(tree: SentenceTree, grammar: Grammar, verb: number): number | undefined {
  for (let c = verb + 1; c < tree.tokens.length && !/^[.;:]$/.test(tree.form[c]!); c++) {
    const marker = tree.marker(c);
    if (marker === undefined || !grammar.has('claim-marker', marker) || !tree.isUnder(c, verb)) continue;
    const between = tree.ancestors(c).filter((at) => at !== verb && at !== c && tree.isUnder(at, verb));
    if (!between.some((at) => tree.upos(at) === 'VERB')) return c;
  }
  return undefined;
}

/**
 * Where clauses hang close (grammar kind `claim-clause`: the word that opens them): "denied that it had bombed", "denied
 * having bombed", "rejected charges that it had bombed". "Rejected demands that it withdraw" denies nothing.
 */
function deniedClauses(tree: SentenceTree, grammar: Grammar, denier: number): number[] {
  const opens = (verb: number): boolean => tree.children[verb]!.some((c) => grammar.has('claim-clause', tree.form[c]!));
  const direct = tree.dependents(denier, 'ccomp').filter(opens);
  const gerunds = grammar.has('denial-deed', tree.lemma[denier]!) ? gerundsOf(tree, denier) : [];
  const held = tree
    .dependents(denier, 'obj', 'nsubj:pass', 'obl')
    .filter((noun) => grammar.has('report-noun', tree.lemma[noun]!))
    .flatMap((noun) => tree.dependents(noun, 'acl', 'acl:relcl', 'ccomp').filter(opens));
  return [...direct, ...gerunds, ...held];
}

/** "denied firing", and where an auxiliary opens the phrase "denied having fired". */
function gerundsOf(tree: SentenceTree, denier: number): number[] {
  const next = denier + 1;
  if (next >= tree.tokens.length || !isGerund(tree, next)) return [];
  if (tree.relation(next) === 'aux') return [tree.head(next)];
  return [...tree.dependents(next, 'xcomp', 'ccomp').filter((c) => tree.upos(c) === 'VERB'), next];
}

function isGerund(tree: SentenceTree, i: number): boolean {
  const { VerbForm: form, Tense: tense } = tree.tokens[i]!.feats;
  return tree.upos(i) === 'VERB' && (form === 'Ger' || (form === 'Part' && tense === 'Pres'));
}

/** How far before the verb of denying a report may stand. */
const REACH = 4;

/**
 * Where verbs come last: "vurduğu iddiasını yalanladı", "vurduğu yönündeki haberleri reddetti", "vurduğunu inkâr etti". What
 * is denied is the verb form that a noun of report (grammar kind `report-noun`) takes, or that stands before the verb itself.
 */
function deniedBefore(tree: SentenceTree, grammar: Grammar, denier: number): number[] {
  const isForm = (i: number): boolean => tree.upos(i) === 'VERB' && tree.tokens[i]!.feats['VerbForm'] !== 'Fin';
  for (let i = denier - 1; i >= Math.max(0, denier - REACH); i--) {
    const isReport = [...grammar.words('report-noun')].some((stem) => tree.form[i]!.startsWith(stem));
    if (isReport) {
      const form = [i - 1, i - 2, i - 3].find((at) => at >= 0 && isForm(at) && isSaidForm(tree, grammar, at));
      return form === undefined ? [] : [form];
    }
    if (isForm(i)) return isSaidForm(tree, grammar, i) && /n[ıiuü]$/.test(tree.form[i]!) ? [i] : [];
  }
  return [];
}

/** -dığı, -dığını, -acağı: what is said to be so. */
function isSaidForm(tree: SentenceTree, grammar: Grammar, i: number): boolean {
  const endings = [...grammar.words('modifier-ending'), ...grammar.words('complement-ending')];
  return endings.some((ending) => tree.form[i]!.endsWith(ending));
}
