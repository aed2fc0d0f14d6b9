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
    return [act.token, ...act.used, ...ahead.flatMap((token) => below(reader.tree, token))];
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

function isDeed({ composer }: ActReader, act: Act): boolean {
  return composer.codebook.types.get(act.outcome.type)!.deed && act.outcome.operators.length === 0;
}
