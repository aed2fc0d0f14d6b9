import type { Grammar } from '../../codebook/index.ts';
import { extended, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';
import { repairBeside } from './beside.ts';
import { repairClauses } from './clauses.ts';
import { repairCounted } from './counted.ts';
import { repairInterrupted, repairMen, repairNominalised, repairOwnersNames } from './interrupted.ts';
import { repairInverted } from './inverted.ts';
import { repairLooseSubjects } from './loose-subjects.ts';
import { repairObjectFirst } from './object-first.ts';
import { repairGroups, repairObjects, repairPairs, repairSubjects } from './subjects.ts';

/**
 * Foreign names that do not inflect, and names whose nominative looks like another case, mislead the tagger where case
 * decides who is the subject (grammar kind `repair`, word `names`): "Перу ввело", "Москва, Париж и Рим послали". A name
 * in its base form gets no case but the nominative, and a list of names that opens a clause is the subject of its verb.
 */
export function repairNames(sentence: Sentence, mentions: readonly Mention[], grammar: Grammar): Sentence {
  if (!grammar.has('repair', 'names') || mentions.length === 0) return sentence;
  const tokens = sentence.tokens.map((token) => withoutCase(token));
  for (const mention of mentions) {
    namesAreNoVerbs(tokens, mention);
    hangOnNounBefore(tokens, mention);
    ownNounBefore(tokens, mention);
    unjoin(tokens, mention.head);
  }
  repairBeside(tokens, mentions);
  repairLooseSubjects(tokens, mentions, grammar);
  for (const list of listsOf(tokens, mentions)) makeSubject(tokens, list);
  repairMen(tokens, mentions);
  repairOwnersNames(tokens, mentions);
  repairNominalised(tokens, mentions);
  repairInterrupted(tokens, mentions, grammar);
  repairSubjects(tokens, mentions);
  repairObjectFirst(tokens, mentions, grammar);
  repairGroups(tokens, mentions);
  repairObjects(tokens, mentions);
  repairPairs(tokens, mentions);
  repairCounted(tokens);
  repairInverted(tokens, mentions, grammar);
  repairClauses(tokens, mentions);
  return withTokens(sentence, tokens);
}

/** A name in its base form: the case that the tagger gives it is a guess unless it is the nominative. */
function withoutCase(token: Token): Token {
  const given = token.feats['Case'];
  if (given === undefined || given === 'Nom' || token.upos !== 'PROPN') return token;
  const base = token.form === token.lemma || /^\p{Lu}{2,}$/u.test(token.form);
  if (!base) return token;
  const { Case: _, ...feats } = token.feats;
  return { ...token, feats };
}

/** "Дели провёл испытание": a name that the tagger took for the verb of the sentence is the subject of the real one. */
function namesAreNoVerbs(tokens: Token[], { first, last, head, kind }: Mention): void {
  const token = tokens[head]!;
  if (token.upos !== 'VERB' || first !== last || kind === 'role' || !/^\p{Lu}/u.test(token.form)) return;
  const verb = tokens.findIndex((other, i) => i > head && other.head === head && isFiniteVerb(other));
  tokens[head] = { ...token, upos: 'PROPN', lemma: token.form, feats: {} };
  if (verb < 0 || token.head >= 0) return;
  for (const [i, other] of tokens.entries()) if (other.head === head && i > verb) tokens[i] = { ...other, head: verb };
  tokens[verb] = { ...tokens[verb]!, head: -1, deprel: 'root' };
  tokens[head] = { ...tokens[head]!, head: verb, deprel: 'nsubj' };
}

/** "расправа солдат Чада над …": people right behind a noun own it, though their genitive looks like a nominative. */
function hangOnNounBefore(tokens: Token[], { first, head, kind }: Mention): void {
  const [noun, owner] = [tokens[first - 1], tokens[head]!];
  if (!noun || kind === 'name' || noun.upos !== 'NOUN' || owner.upos !== 'NOUN' || first !== head) return;
  if (!owner.deprel.startsWith('nsubj') || owner.feats['Case'] !== 'Nom' || noun.feats['Case'] !== 'Nom') return;
  if (noun.head === head) tokens[first - 1] = { ...noun, head: owner.head, deprel: owner.deprel };
  else if (!noun.deprel.startsWith('nsubj')) return;
  tokens[head] = extended(owner, { head: first - 1, deprel: 'nmod', feats: extended(owner.feats, { Case: 'Gen' }) });
}

/** "удар США по базе": a name without endings that the tree only sets beside the noun before it owns that noun. */
function ownNounBefore(tokens: Token[], { first, head, kind }: Mention): void {
  const [noun, owner] = [tokens[first - 1], tokens[head]!];
  if (!noun || kind === 'role' || noun.upos !== 'NOUN' || owner.upos !== 'PROPN' || owner.head !== first - 1) return;
  if (owner.deprel !== 'parataxis') return;
  const { Case: _, ...feats } = owner.feats;
  tokens[head] = { ...owner, deprel: 'nmod', feats };
}

/** "война Вашингтона против Пекина": what an adposition introduces is no second member of a list. */
function unjoin(tokens: Token[], i: number): void {
  const { deprel, head } = tokens[i]!;
  if (deprel !== 'conj' || head < 0 || head >= i) return;
  const marker = tokens.findIndex((token) => token.head === i && token.deprel === 'case');
  if (marker < 1 || ['CCONJ', 'PUNCT'].includes(tokens[marker - 1]!.upos)) return;
  const above = tokens[head]!;
  const owned = above.deprel === 'nmod' && above.head >= 0;
  tokens[i] = { ...tokens[i]!, head: owned ? above.head : head, deprel: above.upos === 'VERB' ? 'obl' : 'nmod' };
}

/** "Лавров и его грузинская коллега": a possessive behind the conjunction. */
function isOwnWord({ upos }: Token, at: number): boolean {
  return at === 1 && upos === 'DET';
}

interface List {
  readonly members: readonly Mention[];
  /** First token behind the list. */
  readonly end: number;
}

/** Stands for nothing between an office and whoever holds it. */
const HOLDER = { upos: 'CCONJ', form: '' };

/** "министры Швеции и Дании": the second owner of an office. */
function isOwned(tokens: readonly Token[], first: Mention, next: Mention): boolean {
  const office = (first.kind === 'role' || first.kind === 'group') && first.last > first.head;
  return office && tokens[next.head]?.feats['Case'] === 'Gen';
}

/** "A, B и C": mentions with nothing but commas and a conjunction between them that open a clause. */
function listsOf(tokens: readonly Token[], mentions: readonly Mention[]): List[] {
  const named = [...mentions].sort((a, b) => a.first - b.first);
  const lists: List[] = [];
  for (let k = 0; k < named.length; k++) {
    const first = named[k]!;
    if (!mayOpen(tokens, first, named[k + 1])) continue;
    const members = [first];
    let joined = false;
    while (k + 1 < named.length) {
      const [last, next] = [members.at(-1)!, named[k + 1]!];
      const between = tokens.slice(last.last + 1, next.first).filter((one, k) => !isOwnWord(one, k));
      if (!mayBeSubject(tokens, next) && !isOwned(tokens, first, next)) break;
      // "главы МИД Перу": the office and its holder stand side by side
      const link = between.length === 0 && last.actors.length === 0 ? HOLDER : between[0];
      if (between.length > 1 || !link || (link.upos !== 'CCONJ' && link.form !== ',')) break;
      joined ||= link.upos === 'CCONJ' && link !== HOLDER;
      members.push(next);
      k += 1;
    }
    if (joined) lists.push({ members, end: members.at(-1)!.last + 1 });
  }
  return lists;
}

/** At the head of a clause, or behind a phrase that ends with an owner ("при посредничестве Египта ХАМАС и Израиль …"). */
function mayOpen(tokens: readonly Token[], first: Mention, next: Mention | undefined): boolean {
  if (!mayBeSubject(tokens, first)) return false;
  if (opensClause(tokens, first.first)) return true;
  const before = tokens[first.first - 1]!;
  const paired = next?.first === first.last + 2 && tokens[first.last + 1]!.upos === 'CCONJ';
  return paired && before.feats['Case'] === 'Gen' && isFiniteVerb(tokens[next.last + 1]) && mayBeSubject(tokens, next);
}

/** At the beginning, or behind a sign or a conjunction. */
function opensClause(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1];
  return before === undefined || ['PUNCT', 'SCONJ', 'CCONJ'].includes(before.upos);
}

function mayBeSubject(tokens: readonly Token[], { head }: Mention): boolean {
  const given = tokens[head]?.feats['Case'];
  return given === undefined || given === 'Nom' || tokens[head]!.form === tokens[head]!.lemma;
}

/** Hangs a list on the plural verb that follows it before the next sign; what else seemed its subject becomes the object. */
function makeSubject(tokens: Token[], { members, end }: List): void {
  const verb = tokens.findIndex((token, i) => i >= end && (isFiniteVerb(token) || token.upos === 'PUNCT'));
  const found = tokens[verb];
  if (!found || !isFiniteVerb(found) || found.feats['Number'] !== 'Plur' || found.feats['Voice'] === 'Pass') return;
  const [first, ...others] = members.map(({ head }) => head);
  const inside = (i: number): boolean => members.some((one) => i >= one.first && i <= one.last);
  for (const [i, token] of tokens.entries()) {
    const rival = token.head === verb && token.deprel === 'nsubj' && !inside(i);
    if (rival && i > verb) tokens[i] = { ...token, deprel: 'obj' };
    else if (rival && i > end) return;
  }
  // the verb may hang in the list itself where the parser took a name for the head
  if (members.some((one) => found.head >= one.first && found.head <= one.last)) {
    const { head, deprel } = tokens[first!]!;
    const loop = head === verb;
    tokens[verb] = loop ? { ...found, head: -1, deprel: 'root' } : { ...found, head, deprel };
  }
  tokens[first!] = { ...tokens[first!]!, head: verb, deprel: 'nsubj' };
  for (const other of others) tokens[other] = { ...tokens[other]!, head: first!, deprel: 'conj' };
}

function isFiniteVerb(token: Token | undefined): boolean {
  return token?.upos === 'VERB' && token.feats['VerbForm'] === 'Fin';
}
