import { extended, type Mention, type Token } from '../../model/index.ts';
import { hangsUnder } from '../rule/hangs-under.ts';

/**
 * News that sets clause beside clause with nothing but a comma ("Киев закрыл порт, президент Чада осудил удар, ООН …")
 * leads the parser to hang words over the comma: each goes back to the clause it stands in.
 */
export function repairClauses(tokens: Token[], mentions: readonly Mention[]): void {
  for (const mention of mentions) {
    keepNameTogether(tokens, mention);
    hangOnTitle(tokens, mention);
  }
  for (let i = 0; i < tokens.length; i++) {
    countedSubject(tokens, i);
    backOverComma(tokens, i);
    objectBehindPlace(tokens, i);
  }
  for (const mention of mentions) openClause(tokens, mention);
  for (let i = 0; i < tokens.length; i++) nearestOfTwo(tokens, i);
}

/** "не примет посла США Ларри Палмера": a word inside the name of an object is no subject. */
function keepNameTogether(tokens: Token[], { first, last, head }: Mention): void {
  for (let i = first; i <= last; i++) {
    const { deprel, head: above } = tokens[i]!;
    if (i === head || !deprel.startsWith('nsubj') || above !== tokens[head]!.head) continue;
    if (!tokens[head]!.deprel.startsWith('nsubj')) tokens[i] = { ...tokens[i]!, head, deprel: 'flat' };
  }
}

/** "попросил освободить капрала Гилада Шалита": a name behind the title of an object, where the verb has its subject. */
function hangOnTitle(tokens: Token[], { first, head }: Mention): void {
  const [title, name] = [tokens[first - 1], tokens[head]!];
  if (first !== head || name.deprel !== 'nsubj' || name.upos !== 'PROPN' || title?.upos !== 'NOUN') return;
  if (title.feats['Animacy'] !== 'Anim' || !OBLIQUE.includes(title.feats['Case'] ?? '')) return;
  if (tokens.some((one, i) => i < first && one.head === name.head && one.deprel === 'nsubj'))
    tokens[head] = { ...name, head: first - 1, deprel: 'appos' };
}

const OBLIQUE = ['Gen', 'Acc', 'Dat', 'Ins'];

/** "Двое смертников подорвали …": people who are counted before their verb. */
function countedSubject(tokens: Token[], i: number): void {
  const { upos, feats, deprel } = tokens[i]!;
  const number = tokens[i - 1];
  if (upos !== 'NOUN' || feats['Case'] !== 'Gen' || !['obj', 'obl', 'nmod'].includes(deprel)) return;
  if (number?.upos !== 'NUM' || number.head !== i || ['Gen', 'Dat', 'Ins', 'Loc'].includes(number.feats['Case'] ?? ''))
    return;
  if (!opens(tokens, i - 1)) return;
  const verb = tokens.findIndex((one, k) => k > i && (one.upos === 'VERB' || one.upos === 'PUNCT'));
  if (!isActive(tokens[verb]) || tokens[i]!.head !== verb || hasSubject(tokens, verb)) return;
  tokens[i] = { ...tokens[i]!, deprel: 'nsubj' };
}

/** "вошла на юг сектора Газа, авиация разбомбила станцию": what stands before the comma is no part of the clause behind it. */
function backOverComma(tokens: Token[], i: number): void {
  const { head: verb, upos, feats, deprel } = tokens[i]!;
  const converb = feats['VerbForm'] === 'Conv' && deprel === 'advcl';
  const nominal = ['NOUN', 'PROPN'].includes(upos) && ['obj', 'iobj', 'obl', 'nmod'].includes(deprel);
  if (verb <= i || !isActive(tokens[verb]) || !(converb || nominal)) return;
  const subject = tokens.findIndex((one, k) => k > i && k < verb && one.head === verb && one.deprel === 'nsubj');
  if (subject < 0 || !hasComma(tokens, i, subject)) return;
  const own = lastActive(tokens, i);
  if (own < 0 || hasComma(tokens, own, converb ? i - 1 : i) || tokens[i - 1]!.upos === 'CCONJ') return;
  const owner = feats['Case'] === 'Gen' && tokens[i - 1]!.upos === 'NOUN' && !isMarked(tokens, i);
  tokens[i] = owner ? { ...tokens[i]!, head: i - 1, deprel: 'nmod' } : { ...tokens[i]!, head: own };
}

/** "провели в Эрбиле демонстрацию": an accusative behind the place is the verb's own. */
function objectBehindPlace(tokens: Token[], i: number): void {
  const { upos, feats, deprel, head: place } = tokens[i]!;
  if (upos !== 'NOUN' || feats['Case'] !== 'Acc' || !['conj', 'nmod', 'appos'].includes(deprel)) return;
  if (place < 0 || place >= i || tokens[place]!.feats['Case'] !== 'Loc' || isMarked(tokens, i)) return;
  const verb = tokens[place]!.head;
  if (!isActive(tokens[verb]) || verb > place || tokens.slice(place, i).some((one) => SIGNS.includes(one.upos))) return;
  if (tokens.some((one) => one.head === verb && one.deprel === 'obj')) return;
  tokens[i] = { ...tokens[i]!, head: verb, deprel: 'obj' };
  // "демонстрацию против ввода войск"
  for (const [k, one] of tokens.entries())
    if (k > i && one.head === place && one.deprel === 'nmod') tokens[k] = { ...one, head: i };
}

const SIGNS = ['PUNCT', 'CCONJ', 'VERB'];

/** "…, президент Мали поблагодарил": whoever opens a clause right before a verb without a subject is its subject. */
function openClause(tokens: Token[], { first, last, head }: Mention): void {
  const name = tokens[head]!;
  if (![undefined, 'Nom'].includes(name.feats['Case']) || name.deprel.startsWith('nsubj') || isMarked(tokens, head))
    return;
  if (!/^[,;—–]?$/.test(tokens[first - 1]?.form ?? '')) return;
  let verb = last + 1;
  while (tokens[verb] !== undefined && ['ADV', 'PART'].includes(tokens[verb]!.upos)) verb += 1;
  if (!isActive(tokens[verb]) || hasSubject(tokens, verb) || !agree(name, tokens[verb]!)) return;
  if (hangsUnder(tokens, verb, head)) {
    if (name.head < 0) return;
    tokens[verb] = { ...tokens[verb]!, head: name.head, deprel: 'conj' };
  }
  tokens[head] = extended(name, { head: verb, deprel: 'nsubj', feats: extended(name.feats, { Case: 'Nom' }) });
}

/** "…, Аббас распустил кабинет и ввёл …": the second of two verbs goes with the nearest that has a subject. */
function nearestOfTwo(tokens: Token[], i: number): void {
  const { deprel, head: above, feats } = tokens[i]!;
  if (deprel !== 'conj' || above < 0 || above >= i || !isActive(tokens[i]) || !isActive(tokens[above])) return;
  if (tokens[i - 1]?.upos !== 'CCONJ' || hasSubject(tokens, i)) return;
  const near = lastActive(tokens, i);
  const beside = tokens[near]?.head === above && ['conj', 'parataxis'].includes(tokens[near]!.deprel);
  // "рассказали, что сторожевики таранили лодку и отобрали улов": without a comma before "и" the clause goes on
  const inside = ['ccomp', 'acl:relcl', 'acl'].includes(tokens[near]?.deprel ?? '') && hangsUnder(tokens, near, above);
  if (near <= above || !(beside || inside)) return;
  const { Number: number, Gender: gender, Tense: tense } = tokens[near]!.feats;
  if (number !== feats['Number'] || gender !== feats['Gender'] || tense !== feats['Tense']) return;
  if (hasSubject(tokens, near) && !hasComma(tokens, near, i)) tokens[i] = { ...tokens[i]!, head: near };
}

function isActive(token: Token | undefined): boolean {
  return token?.upos === 'VERB' && token.feats['VerbForm'] === 'Fin' && token.feats['Voice'] !== 'Pass';
}

/** The active finite verb that stands last before a word; -1 when there is none. */
function lastActive(tokens: readonly Token[], i: number): number {
  for (let k = i - 1; k >= 0; k--) if (isActive(tokens[k])) return k;
  return -1;
}

function opens(tokens: readonly Token[], i: number): boolean {
  return i === 0 || ['PUNCT', 'CCONJ'].includes(tokens[i - 1]!.upos);
}

function hasComma(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from + 1, to).some(({ form }) => /^[,;:—–]$/.test(form));
}

function hasSubject(tokens: readonly Token[], verb: number): boolean {
  return tokens.some(({ head, deprel }) => head === verb && deprel.startsWith('nsubj'));
}

function isMarked(tokens: readonly Token[], i: number): boolean {
  return tokens.some(({ head, deprel }) => head === i && deprel === 'case');
}

/** In number, and in gender where both show it. */
function agree({ feats, upos }: Token, verb: Token): boolean {
  const { Number: number, Gender: gender } = verb.feats;
  if (number === 'Plur') return feats['Number'] === 'Plur';
  if (feats['Number'] === 'Plur') return false;
  // what the tagger knows of the gender of names is a guess
  return upos !== 'NOUN' || gender === undefined || feats['Gender'] === undefined || feats['Gender'] === gender;
}
