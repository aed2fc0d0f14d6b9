import type { Feats } from '../../model/index.ts';
import type { Draft, Grammar } from '../engine/analyser.ts';
import { lowerCase } from '../engine/lower-case.ts';
import { settleContent } from './content-clause.ts';
import { settleFinite } from './finite-clause.ts';
import { limitByForm } from './verb-form.ts';

const FINITE = /^(VERB|AUX) (VBD|VBP|VBZ|MD)$/;

/** English beside the common engine: Penn tags, and feats that only the tree decides. */
export const grammar: Grammar = {
  lower: lowerCase,
  dictionary: false,
  // The European Union, Vladimir Putin: UD heads differ; the last word carries number, which is all that shows.
  nameHead: (forms) => forms.length - 1,
  lemmaClass: (tag) => tag,
  limitTags: limitByForm,
  finite: { isFinite: (tag) => FINITE.test(tag), settle: settleFinite },
  finish,
};

/** Voice of participles, and whether a bare verb form is an infinitive or an order. */
function finish(draft: Draft): void {
  settleContent(draft);
  const { heads, deprels, tags, feats, lemmas } = draft;
  const passive = new Set<number>();
  const perfect = new Set<number>();
  const helped = new Set<number>();
  for (let i = 0; i < heads.length; i++) {
    const deprel = deprels[i]!;
    if (deprel === 'aux:pass' || deprel === 'nsubj:pass' || deprel === 'obl:agent') passive.add(heads[i]!);
    else if (deprel === 'aux' && lemmas[i] === 'have') perfect.add(heads[i]!);
    else if (deprel === 'aux' || (deprel === 'mark' && tags[i] === 'PART TO')) helped.add(heads[i]!);
  }
  for (let i = 0; i < heads.length; i++) {
    if (tags[i]?.endsWith(' VBN')) feats[i] = perfect.has(i) && !passive.has(i) ? PARTICIPLE : PASSIVE;
    else if (tags[i]?.endsWith(' VB')) feats[i] = helped.has(i) || !isClauseHead(deprels[i]!) ? INFINITIVE : ORDER;
  }
}

const PARTICIPLE: Feats = { Tense: 'Past', VerbForm: 'Part' };
const PASSIVE: Feats = { Tense: 'Past', VerbForm: 'Part', Voice: 'Pass' };
const INFINITIVE: Feats = { VerbForm: 'Inf' };
const ORDER: Feats = { Mood: 'Imp', VerbForm: 'Fin' };

/** Where an imperative can stand. */
function isClauseHead(deprel: string): boolean {
  return deprel === 'root' || deprel === 'parataxis' || deprel === 'conj';
}
