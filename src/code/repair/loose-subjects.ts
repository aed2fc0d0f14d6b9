import type { Grammar } from '../../codebook/index.ts';
import { extended, foldText, type Mention, type Token } from '../../model/index.ts';

/** Subjects that the parser hung on what stands before them, or found where there is none. */
export function repairLooseSubjects(tokens: Token[], mentions: readonly Mention[], grammar: Grammar): void {
  for (const { head, kind } of mentions) {
    if (kind === 'pronoun' || kind === 'place') continue;
    behindDate(tokens, head);
    behindRelative(tokens, head, grammar);
  }
  for (let i = 0; i < tokens.length; i++) objectBehindPlace(tokens, i);
}

/** "30 мая 2005 года Сергей Лавров подписали": what the parser hung on the day is the subject of the verb behind it. */
function behindDate(tokens: Token[], i: number): void {
  const { deprel, head, feats } = tokens[i]!;
  if (deprel !== 'nsubj' || head < 0 || head >= i || feats['Case'] !== 'Nom' || !/^\d+$/.test(tokens[head]!.form))
    return;
  const verb = verbBehind(tokens, i);
  if (verb !== undefined) tokens[i] = { ...tokens[i]!, head: verb };
}

/** "Зариф, которого США внесли в список": a name without case endings right behind the relative word that is the object. */
function behindRelative(tokens: Token[], i: number, grammar: Grammar): void {
  const before = tokens[i - 1];
  if (before === undefined || !grammar.has('relative', foldText(before.form))) return;
  if (tokens[i]!.head !== i - 1 || !/^nmod|^flat|^appos/.test(tokens[i]!.deprel)) return;
  const verb = verbBehind(tokens, i);
  if (verb === undefined) return;
  tokens[i] = extended(tokens[i]!, { head: verb, deprel: 'nsubj', feats: extended(tokens[i]!.feats, { Case: 'Nom' }) });
  for (const [k, one] of tokens.entries())
    if (k > i && k < verb && one.head === i && one.deprel === 'nmod') tokens[k] = { ...one, head: verb, deprel: 'obl' };
}

/** "В Тегеране эти обвинения отвергли": behind the place where a plural verb says something, a thing in the accusative is its object. */
function objectBehindPlace(tokens: Token[], i: number): void {
  const { deprel, head: verb, feats, upos } = tokens[i]!;
  if (deprel !== 'nsubj' || upos !== 'NOUN' || feats['Case'] !== 'Acc' || feats['Animacy'] !== 'Inan' || verb < i)
    return;
  if (tokens[verb]!.feats['Number'] !== 'Plur' || !isActive(tokens[verb]!)) return;
  const place = tokens.findIndex((one, k) => k < i && one.head === verb && one.deprel === 'obl');
  const isNear = place >= 0 && tokens.slice(place + 1, i).every(({ upos }) => upos === 'DET' || upos === 'ADJ');
  if (isNear && tokens[place]!.feats['Case'] === 'Loc') tokens[i] = { ...tokens[i]!, deprel: 'obj' };
}

/** The next active finite verb in the clause that has no subject before it. */
function verbBehind(tokens: readonly Token[], i: number): number | undefined {
  for (let k = i + 1; k < tokens.length; k++) {
    if (tokens[k]!.upos === 'PUNCT') return undefined;
    if (!isActive(tokens[k]!)) continue;
    return tokens.some(({ head, deprel }, at) => head === k && deprel === 'nsubj' && at <= i) ? undefined : k;
  }
  return undefined;
}

function isActive({ upos, feats }: Token): boolean {
  return upos === 'VERB' && feats['VerbForm'] === 'Fin' && feats['Voice'] !== 'Pass';
}
