import type { Grammar } from '../../codebook/index.ts';
import type { Token } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

/** A noun phrase head that stands in some relation to an act; `adposition` is how it is introduced. */
export interface Argument {
  readonly token: number;
  readonly relation: string;
  readonly adposition?: string;
}

/** What stands at a token, with the adposition that introduces it. */
export function argumentOf(tree: SentenceTree, grammar: Grammar, token: number, relation?: string): Argument {
  const compound = compoundAdposition(tree, grammar, token);
  if (compound) return { ...compound, relation: relation ?? tree.relation(token) };
  const adposition = adpositionOf(tree, grammar, token);
  return {
    token,
    relation: relation ?? tree.relation(token),
    ...(adposition === undefined ? {} : { adposition }),
  };
}

/** The adposition in the form that patterns write: "со" is "с" (grammar kind `same-adposition`). */
function adpositionOf(tree: SentenceTree, grammar: Grammar, token: number): string | undefined {
  const marker = fixedMarker(tree, grammar, token) ?? tree.marker(token);
  if (marker === undefined) return undefined;
  for (const [variant, base] of grammar.pairs('same-adposition')) if (variant === marker) return base;
  return marker;
}

/** "в отношении Китая" where the tree takes the whole for one adposition. */
function fixedMarker(tree: SentenceTree, grammar: Grammar, token: number): string | undefined {
  const compounds = grammar.words('compound-adposition');
  if (compounds.size === 0) return undefined;
  const first = tree.dependents(token, 'case')[0];
  const whole = first === undefined ? '' : `${tree.form[first]} ${tree.form[first + 1] ?? ''}`;
  return compounds.has(whole) ? whole : undefined;
}

/** "со стороны Китая": a noun that only introduces another one (grammar kind `compound-adposition`). */
function compoundAdposition(
  tree: SentenceTree,
  grammar: Grammar,
  noun: number,
): { token: number; adposition: string } | undefined {
  const compounds = grammar.words('compound-adposition');
  const marker = compounds.size > 0 ? tree.marker(noun) : undefined;
  if (marker === undefined) return undefined;
  const adposition = `${marker} ${tree.form[noun]}`;
  if (!compounds.has(adposition)) return undefined;
  const token = tree.dependents(noun, 'nmod', 'nmod:poss').find((c) => c > noun);
  return token === undefined ? undefined : { token, adposition };
}

export function isPastParticiple({ feats }: Token): boolean {
  return feats['VerbForm'] === 'Part' && (feats['Tense'] === 'Past' || feats['Voice'] === 'Pass');
}

/** "похищенные «Боко харам» школьницы": a name in quotes, which shows no case, right behind a passive participle. */
export function isQuotedDoer(tree: SentenceTree, grammar: Grammar, participle: number, c: number): boolean {
  const beside =
    ['appos', 'flat', 'nmod', 'parataxis'].includes(tree.relation(c)) && c > participle && c <= participle + 2;
  const bare = tree.marker(c) === undefined && /^[«"“]$/.test(tree.form[c - 1] ?? '');
  return beside && bare && grammar.has('prefer', 'nested') && tree.tokens[participle]!.feats['VerbForm'] === 'Part';
}

/** A pronoun such as "который" stands right behind what it points at, wherever the tree hangs its clause. */
export function nounBefore(tree: SentenceTree, pronoun: number): number | undefined {
  for (let i = pronoun - 1; i >= Math.max(0, pronoun - 4); i--)
    if (tree.upos(i) === 'NOUN' || tree.upos(i) === 'PROPN') return i;
  return undefined;
}
