import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';

/** "depremin vurduğu Türkiye": what an earthquake or a flood does (grammar kind `nature`) is nobody's deed. */
export function byNature({ tree, args, index, composer }: PartyFinder, act: Act): boolean {
  const { grammar } = composer;
  if (grammar.words('nature').size === 0) return false;
  const agents = args.agents(act.token);
  return (
    agents.length > 0 &&
    agents.every(({ token }) => index.at(token) === undefined && grammar.has('nature', tree.lemma[token]!))
  );
}
