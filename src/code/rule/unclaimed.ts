import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';
import { isOneState, isPlace, unique } from './second-party.ts';

/**
 * "Bağdat'ta bir üsse saldırı düzenlendi", "köye düzenlenen saldırıda 17 kişi öldü": force that a language with the verb at
 * the end (grammar kind `order`) tells in the passive, or by its victims (kind `casualty`), was used by nobody known.
 */
export function isUnclaimed({ tree, args, composer }: PartyFinder, act: Act): boolean {
  if (!composer.grammar.has('order', 'final') || act.outcome.stance !== 'happened') return false;
  // "saldırıda hayatını kaybeden olmadı"
  if (tree.ancestors(act.token).some((token) => tree.tokens[token]!.feats['Polarity'] === 'Neg')) return false;
  if (!args.isNominal(act.token)) return args.isPassive(act.token);
  if (!composer.grammar.has('force-noun', tree.lemma[act.token]!)) return false;
  const verb = verbAbove({ tree }, act.token);
  if (tree.dependents(act.token, 'acl').some((c) => args.isPassive(c))) return true;
  if (verb < 0) return false;
  const done = args.isPassive(verb) && composer.grammar.has('light-verb', tree.lemma[verb]!);
  return done || composer.grammar.has('casualty', tree.lemma[verb]!);
}

function verbAbove({ tree }: Pick<PartyFinder, 'tree'>, noun: number): number {
  let at = tree.head(noun);
  while (at >= 0 && tree.upos(at) !== 'VERB') at = tree.head(at);
  return at;
}

/** Whom such force hit: people and goals before the place where it was used, the nearest first. */
export function victimsOf(finder: PartyFinder, act: Act): Mention[] {
  const { index, args } = finder;
  const verb = args.isNominal(act.token) ? verbAbove(finder, act.token) : act.token;
  let best: Mention | undefined;
  let value = 0;
  for (let i = Math.max(act.token, verb); i >= clauseStart(finder, act.token); i--) {
    const mention = index.at(i);
    if (!mention || mention.last !== i || mention.actors.length === 0) continue;
    const found = worth(finder, mention);
    if (found > value) [best, value] = [mention, found];
  }
  return best ? [best] : [];
}

function clauseStart({ tree }: PartyFinder, token: number): number {
  for (let i = token - 1; i >= 0; i--)
    if (tree.tokens[i]!.feats['VerbForm'] === 'Fin' || /^[;:—–]$/.test(tree.form[i]!)) return i + 1;
  return 0;
}

function worth({ tree, composer }: PartyFinder, mention: Mention): number {
  const marker = tree.marker(mention.head);
  if (marker !== undefined)
    return composer.grammar.has('attributive', marker) || composer.grammar.has('opposed', marker) ? 3 : 0;
  const given = tree.tokens[mention.head]!.feats['Case'] ?? 'Nom';
  if (given === 'Dat' || given === 'Acc') return 3;
  if (given === 'Nom') return isPlace(mention) ? 2 : 2.5;
  return given === 'Gen' ? 1.5 : given === 'Loc' || isPlace(mention) ? 1 : 0;
}

/** "В результате теракта в Багдаде погибли тридцать человек": without a name for the dead, those who live where it was. */
export function sceneOfForce({ tree, index, composer }: PartyFinder, act: Act): Mention[] {
  if (!composer.grammar.has('prefer', 'nested')) return [];
  const all = unique(tree.tokens.flatMap((_, i) => index.at(i) ?? [])).filter(({ actors }) => actors.length > 0);
  const places = all.filter((one) => isPlace(one) && index.isLocation(one.head));
  const near = places.filter(({ head }) => tree.isUnder(head, act.token));
  return isOneState(near) && isOneState(all) ? near.slice(0, 1) : [];
}
