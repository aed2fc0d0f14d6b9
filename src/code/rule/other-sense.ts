import type { Grammar } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';

/**
 * "released a report", "captured two seats", "fought cancer", "lifted the trophy": a word that armies and governments share
 * with printers, players and doctors, done to nothing but what those do it to. The grammar's pairs of kind `other-sense` say
 * which word, or type of act, or both (`send:aid`), with objects of which kind.
 */
export function isOtherSense({ tree, index, composer }: PartyFinder, act: Act): boolean {
  const { grammar } = composer;
  const pairs = grammar.pairs('other-sense');
  if (pairs.length === 0) return false;
  if (isOtherPhrase({ tree, composer }, act)) return true;
  const { type } = act.outcome;
  for (let deed: Act | undefined = act; deed !== undefined; deed = deed.inner) {
    const { token } = deed;
    const kind = deed.outcome.type.toLowerCase();
    const lemma = tree.lemma[token]!;
    const keys = [lemma, kind, `${lemma}:${kind}`, `${lemma}:${type.toLowerCase()}`];
    if (keys.some((key) => grammar.has('asserts', key)) && isAssertion(tree, token, grammar)) return true;
    // "Riyadh wanted him to lose his seat": what somebody wished is a state of his mind, and nothing that he said
    if (grammar.has('wish', lemma) && grammar.has('passive', 'auxiliary') && isPast(tree, token)) return true;
    const kinds = pairs.flatMap(([word, objects]) => (keys.includes(word) ? [objects] : []));
    if (kinds.length === 0) continue;
    const objects = objectsOf(tree, token);
    const isOther = (i: number): boolean =>
      index.at(i) === undefined &&
      kinds.some((one) => grammar.has(one, tree.lemma[i]!) || grammar.has(one, tree.form[i]!));
    if (objects.length > 0 && objects.every(isOther)) return true;
  }
  return false;
}

/**
 * "suggested that the sums were a joke", but "that it drop the veto": a verb that asks as well as says (grammar kind `asserts`,
 * `suggest:request`) says it where its clause tells what is, was or would be.
 */
function isAssertion(tree: SentenceTree, token: number, grammar: Grammar): boolean {
  const told = tree.dependents(token, 'ccomp').filter((c) => c > token);
  return told.some((c) => {
    const words = [c, ...tree.dependents(c, 'aux', 'cop')];
    return words.some((word) => isIndicative(tree, word, grammar));
  });
}

/** A form that no request can have: a past or third person, or an auxiliary that leaves open whether it is so (grammar kind `open-auxiliary`). */
function isIndicative(tree: SentenceTree, i: number, grammar: Grammar): boolean {
  const { VerbForm: form, Tense: tense, Person: person, Number: number } = tree.tokens[i]!.feats;
  if (tree.upos(i) === 'AUX' && grammar.has('open-auxiliary', tree.lemma[i]!)) return true;
  if (form !== 'Fin') return false;
  return tense === 'Past' || (tense === 'Pres' && person === '3' && number === 'Sing');
}

function isPast(tree: SentenceTree, i: number): boolean {
  const { VerbForm: form, Tense: tense } = tree.tokens[i]!.feats;
  return form === 'Fin' && tense === 'Past';
}

/** "lifted off", "held forth": with an adverb that its line did not ask for (pairs of kind `other-phrase`) a verb is another one. */
function isOtherPhrase({ tree, composer }: Pick<PartyFinder, 'tree' | 'composer'>, { token, used }: Act): boolean {
  const pairs = composer.grammar.pairs('other-phrase').filter(([verb]) => verb === tree.lemma[token]!);
  const isOther = (i: number): boolean => !used.includes(i) && pairs.some(([, adverb]) => adverb === tree.form[i]!);
  return pairs.length > 0 && (isOther(token + 1) || tree.dependents(token, 'compound:prt', 'advmod').some(isOther));
}

/** What a verb is done to: its object, the subject of its passive, the noun that it describes; of a noun what it is of. */
function objectsOf(tree: SentenceTree, i: number): readonly number[] {
  if (tree.upos(i) === 'NOUN') {
    const of = tree.dependents(i, 'nmod').filter((c) => c > i && tree.marker(c) !== undefined);
    const before = tree.dependents(i, 'compound').filter((c) => c < i);
    return of.length > 0 ? of.slice(0, 1) : before;
  }
  const own = tree.dependents(i, 'obj', 'nsubj:pass').filter((c) => tree.marker(c) === undefined);
  const relation = tree.relation(i);
  const described = own.every((c) => tree.upos(c) === 'PRON') && relation.startsWith('acl') && tree.head(i) < i;
  // "files they release", "a report released on Monday"
  if (described && (relation === 'acl:relcl' || tree.tokens[i]!.feats['VerbForm'] === 'Part')) {
    const hasSubject = tree.dependents(i, 'nsubj').some((c) => tree.upos(c) !== 'PRON' || !isRelative(tree, c));
    return hasSubject || isPassive(tree, i) ? [tree.head(i)] : own;
  }
  // "beat and humbled its rival": the object of two verbs hangs on one of them
  const joined = own.length > 0 || relation !== 'conj' ? [] : tree.dependents(tree.head(i), 'nsubj:pass');
  return own.length > 0 ? own : joined;
}

function isRelative(tree: SentenceTree, i: number): boolean {
  return tree.tokens[i]!.feats['PronType'] === 'Rel';
}

function isPassive(tree: SentenceTree, i: number): boolean {
  const { feats } = tree.tokens[i]!;
  return feats['Voice'] === 'Pass' || (feats['VerbForm'] === 'Part' && feats['Tense'] === 'Past');
}
