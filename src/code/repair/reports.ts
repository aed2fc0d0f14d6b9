import type { Grammar } from '../../codebook/index.ts';
import { foldText, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/**
 * Clauses of what somebody told (grammar kind `telling`), misread by the parser. "Reports that Armenian units fired on its
 * positions": a bare verb behind the noun that opens a that-clause is finite. "Said gunmen had crossed": an object of
 * telling right before the verb of the clause is its subject, and what somebody is told to do is the verb's. Only where subjects stand before verbs (kind `adjacent`).
 */
export function repairReports(sentence: Sentence, mentions: readonly Mention[], grammar: Grammar): Sentence {
  const tokens = [...sentence.tokens];
  const known = new Set(mentions.filter(({ actors }) => actors.length > 0).map(({ head }) => head));
  for (const [i, token] of sentence.tokens.entries()) {
    if (isBareClause(tokens, i, grammar)) asClause(tokens, i, grammar);
    else if (isOrder(tokens, i, { grammar, known }))
      tokens[i] = { ...token, head: tokens[token.head]!.head, deprel: 'xcomp' };
    else if (isToldObject(tokens, i, grammar)) tokens[i] = { ...token, head: clauseBehind(tokens, i), deprel: 'nsubj' };
  }
  return withTokens(sentence, tokens);
}

/** A verb that hangs on the noun right before it, which stands behind "that" with nothing but its own words between. */
function isBareClause(tokens: readonly Token[], i: number, grammar: Grammar): boolean {
  const { upos, deprel, head } = tokens[i]!;
  if (upos !== 'VERB' || deprel !== 'acl' || head !== i - 1 || tokens.some((one) => one.head === i && isAux(one)))
    return false;
  const opener = openerOf(tokens, head, grammar);
  return opener >= 0 && isSaying(tokens, opener - 1, grammar);
}

function asClause(tokens: Token[], i: number, grammar: Grammar): void {
  const noun = tokens[i]!.head;
  const opener = openerOf(tokens, noun, grammar);
  const verb = { ...tokens[i]!, head: opener - 1, deprel: 'ccomp' };
  tokens[i] = { ...verb, feats: { Mood: 'Ind', Tense: 'Past', VerbForm: 'Fin' } };
  tokens[noun] = { ...tokens[noun]!, head: i, deprel: 'nsubj' };
  tokens[opener] = { ...tokens[opener]!, upos: 'SCONJ', head: i, deprel: 'mark' };
}

/** The word that opens the clause of a noun phrase (grammar kind `that`); -1 where something else stands before it. */
function openerOf(tokens: readonly Token[], noun: number, grammar: Grammar): number {
  let i = noun - 1;
  while (i > 0 && ['ADJ', 'DET', 'NUM', 'NOUN', 'PROPN'].includes(tokens[i]!.upos)) i--;
  return i > 0 && i < noun && grammar.has('that', foldText(tokens[i]!.form)) ? i : -1;
}

interface Hearers {
  readonly grammar: Grammar;
  /** Heads of mentions that name somebody. */
  readonly known: ReadonlySet<number>;
}

/** "told two consuls to leave": an infinitive on whoever is told, ordered or asked (grammar kind `object-control`). */
function isOrder(tokens: readonly Token[], i: number, { grammar, known }: Hearers): boolean {
  const { deprel, head, feats } = tokens[i]!;
  const told = head >= 0 && head < i ? tokens[head]! : undefined;
  if (deprel !== 'acl' || feats['VerbForm'] !== 'Inf' || !told || told.head < 0) return false;
  const orders = grammar.has('object-control', foldText(tokens[told.head]!.lemma));
  return orders && (told.deprel === 'iobj' || (told.deprel === 'obj' && known.has(head)));
}

function isToldObject(tokens: readonly Token[], i: number, grammar: Grammar): boolean {
  const { deprel, head } = tokens[i]!;
  return deprel === 'obj' && head >= 0 && head < i && isSaying(tokens, head, grammar) && clauseBehind(tokens, i) >= 0;
}

/** The finite clause of the same verb of saying that goes on right behind a noun. */
function clauseBehind(tokens: readonly Token[], noun: number): number {
  const next = tokens[noun + 1];
  if (!next || (next.upos !== 'VERB' && next.upos !== 'AUX') || next.feats['VerbForm'] !== 'Fin') return -1;
  const verb = next.upos === 'AUX' ? next.head : noun + 1;
  const clause = tokens[verb];
  return clause?.deprel === 'ccomp' && clause.head === tokens[noun]!.head ? verb : -1;
}

function isAux({ deprel }: Token): boolean {
  return deprel.startsWith('aux');
}

function isSaying(tokens: readonly Token[], i: number, grammar: Grammar): boolean {
  const token = tokens[i];
  return token?.upos === 'VERB' && grammar.has('telling', foldText(token.lemma));
}
