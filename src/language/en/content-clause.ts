import type { Draft } from '../engine/analyser.ts';

const TIMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december week month year night morning evening afternoon day today yesterday weekend'.split(
    ' ',
  ),
);

/** "denied on Saturday that its jets had bombed": a clause that seems to describe a day is what the verb before it says. */
export function settleContent({ forms, upos, heads, deprels, feats }: Draft): void {
  for (let i = 2; i < forms.length; i++) {
    if (deprels[i] !== 'acl:relcl') continue;
    const day = heads[i]!;
    const verb = day < 0 ? -1 : heads[day]!;
    if (verb < 0 || verb > day || upos[verb] !== 'VERB' || !TIMES.has(forms[day]!.toLowerCase())) continue;
    const that = heads.findIndex((head, k) => head === i && k > day && k < i && forms[k] === 'that');
    if (that < 0) continue;
    heads[i] = verb;
    deprels[i] = 'ccomp';
    deprels[that] = 'mark';
    upos[that] = 'SCONJ';
    feats[that] = {};
  }
}
