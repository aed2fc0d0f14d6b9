import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';
import { isPlace } from './second-party.ts';

/** Who does a passive act that names no doer: the owner of the deed that is done, or of what is his own and is moved. */
export function passiveActors(finder: PartyFinder, act: Act): Mention[] {
  const { args, index, composer } = finder;
  const { type: name, mode } = act.outcome;
  const named = (tokens: readonly number[]): Mention[] => [
    ...new Set(tokens.flatMap((token) => index.ofPhrase(token)).filter((mention) => !isPlace(mention))),
  ];
  // "вывод войск США завершён"
  const { grammar } = composer;
  const { tree } = finder;
  // "Ukrayna insansız hava aracının düşürüldüğünü": what describes a thing that is hit is no deed either
  const isGoal = (token: number): boolean => token >= 0 && grammar.has('goal-noun', tree.lemma[token]!);
  const isDeed = (token: number): boolean =>
    !index.at(token) && !isGoal(token) && !(tree.relation(token) === 'nmod' && isGoal(tree.head(token)));
  const deeds = act.used.filter((token) => args.isNominal(token) && isDeed(token));
  const owners = named(deeds.flatMap((token) => args.agents(token)).map(({ token }) => token));
  if (owners.length > 0) return owners;
  const cause = named([...causeOf(finder, act), ...meansOf(finder, act)]);
  if (cause.length > 0) return cause;
  const host = hostsOf(finder, act);
  if (host.length > 0) return host;
  // "наёмники стянуты к границе"
  const type = composer.codebook.types.get(name)!;
  const own = type.own === true || (mode !== null && type.modes[mode]?.own === true);
  const moved = args.patients(act.token).filter(({ relation }) => relation === 'nsubj:pass' || relation === 'obj');
  return own ? named(moved.map(({ token }) => token)) : [];
}

/** "посол Венесуэлы в Гайане был вызван в министерство": of an envoy whoever he is sent to disposes (grammar kind `envoy`). */
function hostsOf({ tree, args, index, composer }: PartyFinder, act: Act): Mention[] {
  const { grammar } = composer;
  const envoy = args
    .patients(act.token)
    .find(({ token, relation }) => relation === 'nsubj:pass' && grammar.has('envoy', tree.lemma[token]!));
  if (!envoy) return [];
  const posts = tree
    .dependents(envoy.token, 'nmod', 'obl')
    .filter((c) => c < act.token && grammar.has('seat', tree.marker(c) ?? '') && index.isLocation(c));
  return posts.flatMap((c) => index.ofPhrase(c, true));
}

/** "were killed when Israeli commandos boarded a ship": who did what cost lives (grammar kinds `cause-clause` and `lethal`). */
function causeOf({ tree, args, composer }: PartyFinder, act: Act): number[] {
  const { grammar } = composer;
  const hurts = ['lethal', 'violent', 'injuring'].some((kind) => grammar.has(kind, tree.lemma[act.token]!));
  if (!hurts) return [];
  const clauses = tree
    .dependents(act.token, 'advcl')
    .filter(
      (verb) =>
        verb > act.token &&
        !args.isPassive(verb) &&
        tree.dependents(verb, 'mark', 'advmod').some((c) => grammar.has('cause-clause', tree.form[c]!)),
    );
  return clauses.flatMap((verb) => tree.dependents(verb, 'nsubj'));
}

/** "İsrail'in saldırısında öldürüldü", "Rus füzeleriyle vuruldu": whose deed or weapon did it (grammar kind `means-noun`). */
function meansOf({ tree, args, composer }: PartyFinder, act: Act): number[] {
  const { grammar } = composer;
  if (!grammar.has('order', 'final') || args.isNominal(act.token)) return [];
  const isMeans = (token: number): boolean => {
    const marker = tree.marker(token);
    const given = tree.tokens[token]!.feats['Case'] ?? '';
    const tied = marker === undefined ? ['Loc', 'Abl', 'Ins'].includes(given) : grammar.has('result', marker);
    return tied && grammar.has('means-noun', tree.lemma[token]!);
  };
  return tree
    .dependents(act.token, 'obl', 'nmod')
    .filter(isMeans)
    .flatMap((token) => args.agents(token).map((found) => found.token));
}

/** "binanın vurulmasından İsrail'i sorumlu tuttu": of a deed without a doer whoever is blamed for it (grammar kind `blamed`). */
export function blamedFor({ tree, args, index, composer }: PartyFinder, act: Act): Mention[] {
  const verb = tree.head(act.token);
  if (!composer.grammar.has('order', 'final') || verb < 0 || tree.tokens[act.token]!.feats['Case'] !== 'Abl') return [];
  if (![verb - 1, verb].some((token) => composer.grammar.has('blamed', tree.form[token] ?? ''))) return [];
  const objects = args.patients(verb).filter(({ relation }) => relation === 'obj');
  return objects.flatMap(({ token }) => index.ofPhrase(token));
}
