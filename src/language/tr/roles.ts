import type { Draft, Learned } from '../engine/analyser.ts';
import { lowerCaseDotted } from '../engine/lower-case.ts';
import { findRoles } from '../engine/role-finder.ts';
import { isPlainAccusative } from './case-ending.ts';
import { isComplement, markFiniteVerbs } from './finite-verb.ts';
import { judgeVerbs } from './judged-verbs.ts';
import { roleSpelling } from './suffix-chain.ts';
import { markConverbs, signVerbs } from './verb-signs.ts';

/**
 * Who does what in a Turkish sentence. The tree is weak, suffixes and word order are not: accusatives and finite verbs are
 * first put right by their endings, then a model that sees cases, order and the tree gives each verb its agent and patient.
 */
export function repairRoles(draft: Draft, { stems, roles, style }: Learned): void {
  repairCases(draft);
  if (stems !== undefined) {
    markFiniteVerbs(draft, stems);
    markConverbs(draft, stems);
  }
  signVerbs(draft, stems);
  if (roles === undefined) return;
  const chances = judgeVerbs(draft, roles.finite, { style, stems });
  const view = { style, lower: lowerCaseDotted, ...roleSpelling, bars: hasPostposition };
  findRoles(draft, roles.pairs, { view, chances });
  if (stems === undefined) return;
  for (const [i, deprel] of draft.deprels.entries()) {
    if (deprel === 'obj' && isComplement(lowerCaseDotted(draft.forms[i]!), stems)) draft.deprels[i] = 'ccomp';
  }
}

/** A word in front of ile, tarafından, için is no subject and no object. */
function hasPostposition({ forms, upos }: Draft, i: number): boolean {
  const next = forms[i + 1];
  return next !== undefined && (upos[i + 1] === 'ADP' || POSTPOSITIONS.has(lowerCaseDotted(next)));
}

const POSTPOSITIONS: ReadonlySet<string> = new Set([
  'ile',
  'için',
  'tarafından',
  'gibi',
  'kadar',
  'hakkında',
  'üzerine',
]);
const NOMINALS: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON']);

function repairCases({ forms, upos, feats }: Draft): void {
  for (let i = 0; i < forms.length; i++) {
    if (!NOMINALS.has(upos[i]!) || feats[i]!['Case'] === 'Acc' || !isPlainAccusative(lowerCaseDotted(forms[i]!)))
      continue;
    const { Number: number = 'Sing' } = feats[i]!;
    feats[i] = { Case: 'Acc', Number: number, Person: '3' };
  }
}
