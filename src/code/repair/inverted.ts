import type { Grammar } from '../../codebook/index.ts';
import { extended, foldText, type Mention, type Token } from '../../model/index.ts';

/**
 * "Перемирие одобрил кабинет", "Взрывы устроили боевики": a thing before its verb that the parser takes for the subject,
 * while somebody who is named behind the verb does it. Where the verb can only be somebody's (grammar kind
 * `agent-verb`), or the one behind is a living nominative, the thing is the object.
 */
export function repairInverted(tokens: Token[], mentions: readonly Mention[], grammar: Grammar): void {
  const verbs = grammar.words('agent-verb');
  if (verbs.size === 0) return;
  for (const [i, token] of tokens.entries()) {
    const { head: verb, deprel } = token;
    if (deprel !== 'nsubj' || verb <= i || !isThing(token) || mentions.some(({ head }) => head === i)) continue;
    if (!isActive(tokens[verb]!)) continue;
    const doer = doerBehind(tokens, mentions, verb);
    if (doer === undefined || !(isLiving(tokens[doer]!) || verbs.has(foldText(tokens[verb]!.lemma)))) continue;
    tokens[i] = extended(token, { deprel: 'obj', feats: extended(token.feats, { Case: 'Acc' }) });
    tokens[doer] = extended(tokens[doer]!, {
      head: verb,
      deprel: 'nsubj',
      feats: extended(tokens[doer]!.feats, { Case: 'Nom' }),
    });
  }
}

const BARE = ['nsubj', 'obj', 'iobj', 'obl', 'nmod', 'flat', 'appos'];
const REACH = 7;

/** Who is named behind the verb without an adposition, may be a nominative and agrees with it. */
function doerBehind(tokens: readonly Token[], mentions: readonly Mention[], verb: number): number | undefined {
  for (let i = verb + 1; i < Math.min(tokens.length, verb + REACH); i++) {
    const { upos, form } = tokens[i]!;
    if (upos === 'VERB' || form === ',' || form === ';') return undefined;
    const mention = mentions.find(({ head }) => head === i);
    if (mention && mayAct(tokens, i, verb)) return i;
  }
  return undefined;
}

function mayAct(tokens: readonly Token[], i: number, verb: number): boolean {
  const { deprel, feats, upos, head } = tokens[i]!;
  if (upos === 'ADJ' || !BARE.includes(deprel) || tokens.some((one) => one.head === i && one.deprel === 'case'))
    return false;
  // what hangs on another noun is that noun's, unless its case says that it stands by itself
  if (head !== verb && feats['Case'] !== 'Nom') return false;
  if (!['Nom', 'Acc', undefined].includes(feats['Case'])) return false;
  const { Number: number, Gender: gender } = tokens[verb]!.feats;
  if (feats['Number'] !== undefined && number !== feats['Number']) return false;
  return gender === undefined || feats['Gender'] === undefined || gender === feats['Gender'];
}

function isThing({ upos, feats }: Token): boolean {
  return upos === 'NOUN' && feats['Animacy'] === 'Inan';
}

function isLiving({ feats, upos }: Token): boolean {
  return upos === 'NOUN' && feats['Animacy'] === 'Anim' && feats['Case'] === 'Nom';
}

function isActive({ upos, feats }: Token): boolean {
  return upos === 'VERB' && feats['VerbForm'] === 'Fin' && feats['Voice'] !== 'Pass';
}
