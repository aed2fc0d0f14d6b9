import type { SentenceTree } from '../sentence-tree.ts';
import type { Act, ActReader } from './act.ts';
import { isOpenedBy } from './opened-by.ts';

/** Tokens that this act explains. A deed that is condemned or praised stays free: it is a claimed act of its own. */
export function ownTokens(reader: ActReader, act: Act): number[] {
  const { inner } = act;
  if (!inner) {
    // "durdurmasını istedi": what a line's own complement says has not happened
    const complements = reader.composer.grammar.has('order', 'final')
      ? act.used.filter((token) => reader.tree.upos(token) === 'VERB' || reader.tree.relation(token) === 'xcomp')
      : [];
    const open = isOpen(reader, act.token) ? act.used.filter((token) => reader.tree.upos(token) === 'NOUN') : [];
    const ahead = [...complements, ...open, ...infinitivesOf(reader, act), ...mattersOf(reader, act)];
    const compounds = act.used.flatMap((token) => compoundOf(reader, token));
    const contents = contentsOf(reader, act).flatMap((token) => below(reader.tree, token, isBeside(reader.tree)));
    return [act.token, ...act.used, ...ahead.flatMap((token) => below(reader.tree, token)), ...contents, ...compounds];
  }
  if (act.claims)
    return isDeed(reader, inner) ? [act.token, ...act.used] : [act.token, ...act.used, ...ownTokens(reader, inner)];
  // what is asked for, refused or planned has not happened, nor has what hangs on it
  const between = reader.tree.ancestors(inner.token).filter((i) => reader.tree.isUnder(i, act.token));
  const phrases = reader.composer.grammar.has('prefer', 'nested') ? complementsOf(reader, act.token) : [];
  return [
    act.token,
    ...act.used,
    ...between,
    ...[inner.token, ...phrases].flatMap((token) => below(reader.tree, token, (c) => isBackground(reader, c))),
  ];
}

/** "дали согласие на размещение радаров": where trees hang phrases freely, what hangs on the word is governed by it too. */
function complementsOf(reader: ActReader, i: number): number[] {
  return reader.tree.dependents(i, 'obj', 'obl', 'nmod', 'iobj').filter((c) => c > i && !isBackground(reader, c));
}

/** "подтвердила готовность помогать": an infinitive behind words that are no deed has not happened. */
function infinitivesOf({ tree, composer }: ActReader, act: Act): number[] {
  const { deed, mutual } = composer.codebook.types.get(act.outcome.type)!;
  if (deed || mutual || !composer.grammar.has('prefer', 'nested')) return [];
  const heads = [act.token, ...act.used.filter((token) => tree.upos(token) === 'NOUN')];
  return heads
    .flatMap((token) => tree.dependents(token, 'xcomp', 'acl', 'nmod', 'obl'))
    .filter((c) => c > act.token && tree.tokens[c]!.feats['VerbForm'] === 'Inf');
}

/**
 * Where verbs come last: what an act's verb takes in the infinitive ("vergi koymaktan vazgeçti", "kaydırmaya başladı"), and what it
 * asks, allows or refuses another ("verilmesine onay vermedi"; grammar kind `asks`), is part of it or has not happened.
 */
function contentsOf(reader: ActReader, act: Act): number[] {
  const { tree, composer } = reader;
  const { grammar } = composer;
  if (!grammar.has('order', 'final') || tree.upos(act.token) !== 'VERB') return [];
  const words = [act.token, ...act.used];
  const asks = words.some((token) => isOpen(reader, token) || grammar.has('asks', tree.lemma[token]!));
  return tree.dependents(act.token, 'xcomp', 'obj', 'obl', 'ccomp').filter((c) => {
    const { VerbForm: form, Case: given = '' } = tree.tokens[c]!.feats;
    const content = [...grammar.words('content-ending')].some((ending) => tree.form[c]!.endsWith(ending));
    if (tree.upos(c) !== 'VERB' || !(form === 'Vnoun' || content)) return false;
    return content || (asks && (given === 'Acc' || given === 'Dat'));
  });
}

/** "askerlerin çekilmesi konusunda anlaştı": what they only agree or ask about (grammar kind `matter`) has not happened. */
function mattersOf({ tree, composer }: ActReader, act: Act): number[] {
  const { deed, score } = composer.codebook.types.get(act.outcome.type)!;
  if (deed || score < 0 || composer.grammar.words('matter').size === 0) return [];
  return tree
    .dependents(act.token, 'obl', 'advcl', 'xcomp', 'ccomp', 'nmod')
    .filter((c) => tree.upos(c) === 'VERB' && composer.grammar.has('matter', tree.marker(c) ?? ''));
}

/** "proposed a new round of exercises": a word that can govern an act says of what it governs that it has not happened. */
function isOpen({ matcher }: ActReader, i: number): boolean {
  return matcher.at(i).operators.some(({ operator }) => OPEN.has(operator!));
}

const OPEN: ReadonlySet<string> = new Set(['agree', 'intend', 'refuse', 'urge', 'threaten']);

function below(tree: SentenceTree, top: number, isOutside = (_: number): boolean => false): number[] {
  const found = [top];
  for (let k = 0; k < found.length; k++)
    found.push(...tree.children[found[k]!]!.filter((c) => tree.relation(c) !== 'parataxis' && !isOutside(c)));
  return found;
}

/** "agreed to lift the ban after talks", "agreed at the request of": what came before is told beside what is agreed, whatever the tree hangs it on. */
function isBackground({ tree, composer }: ActReader, c: number): boolean {
  const relation = tree.relation(c);
  if (relation !== 'obl' && relation !== 'nmod') return false;
  return isOpenedBy(tree, composer.grammar, 'earlier', c) || composer.grammar.has('behest', tree.lemma[c]!);
}

/** "iş birliği mutabakatına imza attı": where verbs come last, bare nouns right before a noun of the act only say of what kind it is. */
function compoundOf({ tree, composer }: ActReader, noun: number): number[] {
  if (!composer.grammar.has('order', 'final') || tree.upos(noun) !== 'NOUN') return [];
  const found: number[] = [];
  for (let i = noun - 1; i >= 0 && tree.relation(i) === 'nmod' && tree.upos(i) === 'NOUN'; i--) {
    const above = tree.head(i);
    if ((above !== noun && !found.includes(above)) || tree.tokens[i]!.feats['Case'] !== 'Nom') break;
    found.push(i);
  }
  return found;
}

/** "yasayı onaylayınca savaşçıları terhis etmeyi vadetti": a clause of time or cause belongs to the verb above as well. */
function isBeside(tree: SentenceTree): (c: number) => boolean {
  return (c) => tree.relation(c) === 'advcl' || (tree.upos(c) === 'VERB' && tree.marker(c) !== undefined);
}

function isDeed({ composer }: ActReader, act: Act): boolean {
  return composer.codebook.types.get(act.outcome.type)!.deed && act.outcome.operators.length === 0;
}
