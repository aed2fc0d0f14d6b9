import { type Mention, overlaps } from '../../model/index.ts';
import type { Act } from './act.ts';
import type { Argument } from './argument.ts';
import { isSubjectless } from './impersonal.ts';
import type { PartyFinder } from './party-finder.ts';
import { tellersOnly } from './teller.ts';

/**
 * "The junta called off the vote": where a sentence names no state but the actor's own, what is done inside it is done
 * to its own people. Somebody unknown who may be foreign ("an offer from the Covax programme") forbids that.
 */
export function staysHome(finder: PartyFinder, act: Act, actor: readonly Mention[]): boolean {
  const { tree, index, args, composer, told } = finder;
  const tellers = tellersOnly(finder, act);
  if (isBorne({ tree }, act)) return false;
  const home = new Set(actor.flatMap((mention) => mention.actors.map((one) => one.code)));
  // an organisation has no people of its own
  if (home.size !== 1 || actor.some((mention) => mention.actors.some(({ sector }) => sector === 'IGO'))) return false;
  const isForeign = (mention: Mention | undefined): boolean =>
    mention?.actors.some((one) => !home.has(one.code)) === true && !tellers.some((one) => overlaps(one, mention));
  if (told.some(isForeign)) return false;
  for (let i = 0; i < tree.tokens.length; i++)
    if (isForeign(index.at(i)) || composer.grammar.has('abroad', tree.lemma[i]!)) return false;
  // "condemned the decision": somebody else's, told elsewhere
  if (args.patients(act.token).some(({ token }) => composer.grammar.has('deed-noun', tree.lemma[token]!))) return false;
  // "shot two men in Wamena": a place that the dictionary does not know is no stranger
  const isStranger = (token: number): boolean =>
    tree.upos(token) === 'PROPN' &&
    index.at(token) === undefined &&
    !composer.grammar.has('time', tree.form[token]!) &&
    !composer.grammar.has('location', tree.marker(token) ?? '');
  return ![...act.used, act.token]
    .flatMap((token) => args.patients(token))
    .some(({ token }) => isStranger(token) || tree.dependents(token, 'nmod', 'compound', 'flat').some(isStranger));
}

/** Courts, prosecutors and police work at home (grammar kind `home-sector`). */
export function isDomesticBody({ composer }: Pick<PartyFinder, 'composer'>, actor: readonly Mention[]): boolean {
  const { grammar } = composer;
  return (
    actor.length > 0 &&
    actor.every(({ actors }) =>
      actors.every(({ sector }) => sector !== undefined && grammar.has('home-sector', sector.toLowerCase())),
    )
  );
}

/** "accused … of undermining security": a participle with an adposition of its own is not said to be done at home. */
export function isBorne({ tree }: Pick<PartyFinder, 'tree'>, act: Act): boolean {
  const { VerbForm } = tree.tokens[act.token]!.feats;
  return VerbForm === 'Part' && tree.dependents(act.token, 'mark', 'case').length > 0;
}

/** "sent soldiers into Bishkek": a place of the actor's own state in what the act says. */
export function atHome({ tree, index }: PartyFinder, act: Act, actor: readonly Mention[]): boolean {
  const home = new Set(actor.flatMap((mention) => mention.actors.map((one) => one.code)));
  for (let i = act.token + 1; i < tree.tokens.length; i++) {
    const mention = index.at(i);
    if (mention?.kind === 'place' && mention.actors.every((one) => home.has(one.code))) return true;
    if (tree.upos(i) === 'VERB') return false;
  }
  return false;
}

/**
 * "Gunmen abducted two Spanish aid workers": people did it, and nobody says whose they are. "A Georgian was shot": a deed
 * that does not happen by itself (grammar kind `violent`), told without who did it.
 */
export function isAnonymous({ tree, index, args, composer }: PartyFinder, act: Act): boolean {
  if (args.isNominal(act.token)) return false;
  const { grammar } = composer;
  if (suffersIt(act)) return true;
  const agents = args.agents(act.token);
  const violent = grammar.has('violent', tree.lemma[act.token]!);
  if (args.isPassive(act.token)) {
    // "ранен быком": a bare case that names neither people nor a weapon is no doer of such a deed
    const isMeans = ({ token, adposition }: Argument): boolean =>
      adposition !== undefined || grammar.has('weapon', tree.lemma[token]!) || grammar.words('weapon').size === 0;
    return violent && agents.every((one) => (index.at(one.token) ? isUnknown(index.at(one.token)) : isMeans(one)));
  }
  // "в Петербурге взорвали поезд": where a plural without a subject is anybody
  if (agents.length === 0) return violent && isDoneByAnybody({ tree, composer }, act.token);
  // "теракт в Кветте унёс жизни": a weapon or a deed does it by nobody's hand that is told
  const isDeed = (token: number): boolean => index.at(token) === undefined && grammar.has('weapon', tree.lemma[token]!);
  return agents.every(({ token }) => isUnknown(index.at(token)) || isDeed(token));
}

/** A plural verb without a subject (grammar kind `impersonal`), and no noun before it that could be one. */
function isDoneByAnybody({ tree, composer }: Pick<PartyFinder, 'tree' | 'composer'>, verb: number): boolean {
  if (!composer.grammar.has('impersonal', 'plural') || !isSubjectless(tree, verb)) return false;
  const isNoun = (i: number): boolean => ['NOUN', 'PROPN', 'PRON'].includes(tree.upos(i));
  return !tree.tokens.some(({ feats }, i) => i < verb && isNoun(i) && feats['Case'] === 'Nom');
}

/** "попал под обстрел", "погиб в результате теракта": the subject is whom it is done to. */
function suffersIt({ entry }: Act): boolean {
  return entry.pattern.recipient?.some(({ relation }) => relation === 'subj') === true;
}

/** "A truck bomb killed …", "the plane crashed, killing …": the verb has a subject, and that is nobody (grammar kind `thing`). */
export function isThing({ tree, index, args, composer }: PartyFinder, act: Act): boolean {
  if (args.isNominal(act.token) || args.isPassive(act.token) || composer.grammar.words('thing').size === 0)
    return false;
  if (suffersIt(act)) return false;
  // a subject of the verb's own that names nobody keeps others out, whatever it is
  const own = tree.dependents(act.token, 'nsubj').filter((c) => !composer.grammar.has('relative', tree.form[c]!));
  const strict = !composer.grammar.has('prefer', 'nested');
  const isNoName = (c: number): boolean => tree.upos(c) === 'NOUN' && index.ofPhrase(c, true).length === 0;
  if (strict && own.length > 0 && own.every(isNoName)) return true;
  const agents = args.agents(act.token);
  const isNobody = (token: number): boolean =>
    tree.upos(token) === 'NOUN' &&
    index.ofPhrase(token, true).length === 0 &&
    composer.grammar.has('thing', tree.lemma[token]!);
  return agents.length > 0 && agents.every(({ token }) => isNobody(token));
}

/** Whether that thing was used by somebody (grammar kind `weapon`). */
export function isWeapon({ tree, args, composer }: PartyFinder, act: Act): boolean {
  return args.agents(act.token).every(({ token }) => composer.grammar.has('weapon', tree.lemma[token]!));
}

function isUnknown(mention: Mention | undefined): boolean {
  return mention?.actors.length === 0 && mention.kind !== 'pronoun' && mention.kind !== 'name';
}
