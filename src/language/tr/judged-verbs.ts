import type { Draft, Learned } from '../engine/analyser.ts';
import { finiteChances, UNJUDGED } from '../engine/finite-finder.ts';
import { lowerCaseDotted } from '../engine/lower-case.ts';
import { isFiniteWord } from '../engine/role-sentence.ts';
import type { NetReader } from '../engine/small-net.ts';
import { readFinite } from './finite-verb.ts';
import { roleSpelling } from './suffix-chain.ts';
import { signVerbs } from './verb-signs.ts';

/** A word becomes a finite verb above this. What tagger and endings took for one stays one: only its roles become less likely. */
const SURE = 0.5;

/** Words that the whole sentence shows to be finite verbs, whatever tagger and endings said. */
export function judgeVerbs(draft: Draft, net: NetReader, { style, stems }: Omit<Learned, 'roles'>): Float32Array {
  const { forms, upos, feats } = draft;
  const view = { style, lower: lowerCaseDotted, ...roleSpelling };
  const chances = finiteChances(draft, net, { view, stems });
  for (const [i, chance] of chances.entries()) {
    if (chance <= SURE || chance === UNJUDGED || isFiniteWord(draft, i)) continue;
    const found = stems && readFinite(lowerCaseDotted(forms[i]!), stems, 2);
    upos[i] = 'VERB';
    feats[i] = found?.feats ?? { Number: 'Sing', Person: '3', Polarity: 'Pos' };
  }
  signVerbs(draft, stems);
  return chances;
}
