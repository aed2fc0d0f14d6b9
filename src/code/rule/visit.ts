import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';
import { isPlace } from './second-party.ts';

const VISIT = 'visit';
const REACH = 12;

export interface Visit {
  readonly guests: readonly Mention[];
  readonly hosts: readonly Mention[];
}

/**
 * "провёл в Анкаре переговоры с турецким коллегой", "Kahire'de Sisi ile görüştü": who meets somebody in that one's own
 * country visits him. Undefined where the place belongs to none of the sides or to all, and in languages whose grammar
 * does not ask for it (grammar kind `visit`: `scene`, or `object` where only "met him in Oslo" says so).
 */
export function visitOf(finder: PartyFinder, act: Act, sides: readonly Mention[]): Visit | undefined {
  const { composer, tree } = finder;
  const { type, mode } = act.outcome;
  const { mutual, modes } = composer.codebook.types.get(type)!;
  if (!mutual || modes[VISIT] === undefined || (mode !== null && mode !== VISIT)) return undefined;
  if (!isTold(finder, act) || tree.upos(act.token) !== 'VERB') return undefined;
  const scene = sceneOf(finder, act);
  if (!scene) return undefined;
  const ground = new Set(scene.actors.map(({ code }) => code));
  const isHost = (side: Mention): boolean => side.actors.some(({ code }) => ground.has(code));
  const hosts = sides.filter(isHost);
  const guests = sides.filter((side) => !isHost(side));
  return hosts.length > 0 && guests.length > 0 ? { guests, hosts } : undefined;
}

function isTold({ args, index, composer }: PartyFinder, act: Act): boolean {
  if (composer.grammar.has('visit', 'scene')) return true;
  const isMet = args.patients(act.token).some(({ token, relation }) => relation === 'obj' && index.at(token));
  return composer.grammar.has('visit', 'object') && isMet;
}

/** The place where an act happens: a name in the locative, or behind an adposition that says where, in the act's own clause. */
function sceneOf({ tree, index }: PartyFinder, act: Act): Mention | undefined {
  for (let step = 1; step < REACH; step++)
    for (const i of [act.token - step, act.token + step]) {
      const mention = index.at(i);
      if (!mention || !isPlace(mention) || mention.actors.length === 0) continue;
      const located = index.isLocation(mention.head) || isBareLocative(tree.tokens[mention.head]!.feats, tree, mention);
      if (located && isClauseOf(tree, mention.head, act)) return mention;
    }
  return undefined;
}

function isBareLocative(
  feats: Readonly<Record<string, string>>,
  tree: PartyFinder['tree'],
  { head }: Mention,
): boolean {
  return feats['Case'] === 'Loc' && tree.marker(head) === undefined;
}

/** Whether a phrase hangs on the verb of the act or on a word that its line has used, however deep. */
function isClauseOf(tree: PartyFinder['tree'], token: number, act: Act): boolean {
  for (const at of [token, ...tree.ancestors(token)]) {
    if (at === act.token || act.used.includes(at)) return true;
    if (at !== token && tree.upos(at) === 'VERB' && tree.relation(at) !== 'advcl') return false;
  }
  return false;
}
