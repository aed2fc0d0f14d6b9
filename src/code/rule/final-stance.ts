import type { Entry } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Composer, Outcome } from './compose.ts';
import { isNegated } from './stance.ts';

/** What suffixes say of an act where verbs come last (grammar kind `order`). */
interface Reader {
  readonly tree: SentenceTree;
  readonly composer: Composer;
}

/** What a word makes of the act under it: "-mesini istedi" asks another, "-mek istedi" intends, "-mek istemedi" refuses. */
export function operatorBySuffix({ tree, composer }: Reader, operator: string, i: number, inner: number): string {
  const { grammar } = composer;
  if (operator === 'urge' && isOwnWish({ tree, composer }, i)) return 'intend';
  if (!grammar.has('order', 'final')) return operator;
  const between = tree.ancestors(inner).filter((token) => token !== i && tree.isUnder(token, i));
  const infinitive = between.some((token) =>
    [...grammar.words('infinitive-ending')].some((ending) => tree.form[token]!.endsWith(ending)),
  );
  if (operator === 'urge' && infinitive && grammar.has('wish', tree.lemma[i]!))
    return isNegated(tree, i, grammar) ? 'refuse' : 'intend';
  if (operator !== 'intend') return operator;
  if (isDemanded({ tree, composer }, inner)) return 'urge';
  return isNegated(tree, i, grammar) && grammar.has('wish', tree.lemma[i]!) ? 'refuse' : operator;
}

/** "wants to keep": who is to do it himself asks nobody for it (kind `wish`, the infinitive right behind). */
function isOwnWish({ tree, composer }: Reader, i: number): boolean {
  const { grammar } = composer;
  return grammar.has('wish', tree.lemma[i]!) && grammar.has('infinitive', tree.form[i + 1] ?? '');
}

/** "-mek istemedi": the negation has made the refusal and denies nothing more. */
export function isWishRefused({ tree, composer }: Reader, i: number, outcome: Outcome): boolean {
  return outcome.operators.at(-1) === 'refuse' && composer.grammar.has('wish', tree.lemma[i]!);
}

/** "vuracağını duyurdu", "vuracağız": saying so is the threat, and that has happened. */
export function isSaid({ tree, composer }: Reader, i: number, { type }: Outcome): boolean {
  const { deed, score } = composer.codebook.types.get(type)!;
  const said = isComplement({ tree, composer }, i) || tree.tokens[i]!.feats['Person'] === '1';
  return composer.grammar.has('order', 'final') && said && !deed && score < 0;
}

/** "göndereceğini açıkladı": who says that he will help has not promised it in so many words; he plans it. */
export function isPromised({ tree, composer }: Reader, i: number, entry: Entry, used: readonly number[]): boolean {
  const { grammar, codebook } = composer;
  if (!grammar.has('order', 'final') || codebook.types.get(entry.type)!.score <= 0) return false;
  const says = [i, ...used].some((token) => grammar.has('belief-verb', tree.lemma[token]!));
  return (
    says &&
    used.some((token) => tree.tokens[token]!.feats['Tense'] === 'Fut' && isComplement({ tree, composer }, token))
  );
}

/** "vuracağını", "vurduğunu": a verb form that a verb of saying takes for its object. */
function isComplement({ tree, composer }: Reader, i: number): boolean {
  const { VerbForm: form, Case: given } = tree.tokens[i]!.feats;
  if (form === 'Part' && given === 'Acc') return true;
  return [...composer.grammar.words('complement-ending')].some((ending) => tree.form[i]!.endsWith(ending));
}

/** "çekilmesini": what somebody else is to do, a verbal noun with an owner (grammar kind `demand-ending`). */
function isDemanded({ tree, composer }: Reader, i: number): boolean {
  return [...composer.grammar.words('demand-ending')].some((ending) => tree.form[i]!.endsWith(ending));
}

/** "ateş açarsa", "çekilmesi halinde", "if it attacked": what must happen first for something else is told as nobody's act. */
export function isBareCondition({ tree, composer }: Reader, i: number): boolean {
  const { grammar } = composer;
  // "yeni yaptırımlar hâlinde"
  const isFinal = grammar.has('order', 'final');
  if (tree.upos(i) !== 'VERB') return isFinal && grammar.has('condition', tree.marker(i) ?? '');
  if (grammar.has('passive', 'auxiliary'))
    return (
      tree.relation(i) === 'advcl' && tree.dependents(i, 'mark').some((c) => grammar.has('condition', tree.form[c]!))
    );
  if (!isFinal) return false;
  return tree.tokens[i]!.feats['Mood'] === 'Cnd' || grammar.has('condition', tree.marker(i) ?? '');
}
