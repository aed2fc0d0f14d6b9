import type { Slot } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Argument } from './argument.ts';

/** Whether an argument stands where a pattern's slot asks for it. */
export function fitsSlot(tree: SentenceTree, found: Argument, slot: Slot): boolean {
  if (slot.adposition !== undefined && found.adposition !== slot.adposition) return false;
  const { relation } = slot;
  if (relation === undefined) return true;
  // "was received by the king": the doer of a passive
  if (relation === 'subj') return found.relation.startsWith('nsubj') || found.relation === 'obl:agent';
  if (relation === 'obj') return ['obj', 'iobj', 'nsubj:pass'].includes(found.relation);
  // "украинский обстрел": whose it is, told by an adjective
  if (relation === 'poss') return ['nmod:poss', 'nmod', 'amod'].includes(found.relation);
  if (relation === 'none') return false;
  if (slot.adposition === undefined && found.adposition !== undefined) return false;
  // "iki Rus ajanı yakalandı": what a verb takes for its object is the subject of its passive
  if (relation === 'acc' && found.relation === 'nsubj:pass') return true;
  const given = tree.tokens[found.token]!.feats['Case'];
  // "yaraladığı Filistinli": whom a participle describes, in whatever case he stands
  if (relation === 'acc' && found.relation === 'obj' && tree.dependents(found.token, 'acl').length > 0) return true;
  // a bare locative is a misread dative, where it never stands without an adposition and has no ending of its own ("Kurulu'nda")
  const isBareCase = !/[dt][ae]$/.test(tree.form[found.token]!);
  if (given === 'Loc' && relation === 'dat' && found.adposition === undefined && isBareCase) return true;
  // "Biden-Putin görüşmesi": the owner in a compound has no ending
  if (relation === 'gen' && given === 'Nom' && found.relation === 'nmod:poss') return true;
  return given === undefined || given.toLowerCase() === relation;
}
