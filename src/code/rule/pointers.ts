import type { Mention } from '../../model/index.ts';
import type { Act } from './act.ts';
import { codesOf } from './codes.ts';
import type { PartyFinder, Told } from './party-finder.ts';

/**
 * "Referring to NATO's expansion, Putin called this a threat": what a pronoun (grammar kind `pointer`) points at is
 * named before the act, nearest first.
 */
export function pointedAt({ tree, index, args, composer, earlier }: PartyFinder, act: Act): Mention[] {
  const { grammar } = composer;
  // "told Paris that Armenia had frozen it": where objects follow their verbs, one before it is a conjunction misread
  const isBehind = (token: number): boolean => token > act.token || !grammar.has('adjacent', 'object');
  const pointers = args
    .patients(act.token)
    .filter(
      ({ relation, token }) => relation === 'obj' && grammar.has('pointer', tree.form[token]!) && isBehind(token),
    );
  const found: Mention[] = [];
  if (pointers.length === 0 || act.entry.pattern.symmetric) return found;
  // "учредил миссию в Армении, Баку назвал это вмешательством": what this sentence told last, by whoever did it
  const told = earlier.findLast(({ token, actor }) => token >= 0 && token < act.token && actor.length > 0);
  const { deed } = composer.codebook.types.get(act.outcome.type)!;
  if (told && !deed && composer.grammar.has('prefer', 'nested')) found.push(...told.actor);
  for (let i = act.token - 1; i >= 0; i--) {
    const mention = index.at(i);
    if (mention && mention.actors.length > 0) found.push(mention);
  }
  return found;
}

/**
 * "accused Rwanda of backing rebels and urged it to leave", "seized a Greek tanker and detained its crew": a pronoun right
 * behind its verb (grammar kind `pronoun`) that nobody could be found for, and who is aboard (kind `aboard`), are those whom
 * the same doer's act before was done to.
 */
export function taken(
  { tree, index, composer, earlier }: PartyFinder,
  act: Act,
  actor: readonly Mention[],
): readonly Mention[] {
  const { grammar } = composer;
  const isOpen = (token: number): boolean => (index.at(token)?.actors.length ?? 0) === 0;
  const isTheirs = (token: number): boolean =>
    grammar.has('aboard', tree.lemma[token]!) &&
    tree.dependents(token, 'nmod:poss', 'nmod').some((c) => grammar.has('own', tree.form[c]!));
  const pointed = tree
    .dependents(act.token, 'obj', 'iobj')
    .filter((c) => c > act.token && isOpen(c) && (grammar.has('pronoun', tree.form[c]!) || isTheirs(c)));
  if (pointed.length === 0) return [];
  const own = codesOf(actor);
  const isOwn = (one: Told): boolean => one.actor.some(({ actors }) => actors.some(({ code }) => own.has(code)));
  const told = earlier.findLast((one) => one.token >= 0 && one.token < act.token && isOwn(one));
  return told?.recipient ?? [];
}

/**
 * "… expelled three envoys, a step that Moscow condemned": a noun that takes up the whole clause before it, and is taken up
 * itself by a verb of answering or judging (grammar kinds `reaction` and `answer-verb`), is the deed of whoever did it.
 */
export function apposedTo({ tree, index, composer, before }: PartyFinder, act: Act): readonly Mention[] {
  const { grammar } = composer;
  const noun = tree.head(act.token);
  const judges = ['reaction', 'answer-verb'].some((kind) => grammar.has(kind, tree.lemma[act.token]!));
  if (!judges || noun < 0 || !tree.relation(act.token).startsWith('acl') || tree.upos(noun) !== 'NOUN') return [];
  const opens = Math.min(noun, ...tree.children[noun]!.filter((c) => c < noun && tree.upos(c) !== 'PUNCT'));
  const isNamed = tree.children[noun]!.some((c) => c < act.token && index.at(c) !== undefined);
  if (tree.form[opens - 1] !== ',' || index.at(noun) || isNamed) return [];
  return before(act.token);
}

/** What hangs on a noun that says whose deed it is. */
const OWNED = ['nmod', 'nmod:poss', 'amod', 'compound', 'acl', 'acl:relcl'];

/**
 * "Turkey condemned the decision", "Москва отвергла обвинения": a deed that nobody owns here is the one told last
 * (grammar kinds `reaction` and `deed-noun` with a determiner, `answer-noun` without one).
 */
export function doerBefore(finder: PartyFinder, act: Act): readonly Mention[] {
  const { tree, args, composer, before, earlier } = finder;
  const { grammar } = composer;
  if (grammar.has('order', 'final')) return answeredDeed(finder, act) ? doerJustBefore(finder, act) : [];
  if (!grammar.has('reaction', tree.lemma[act.token]!)) return [];
  const tellers = tellersOfReport(finder, act);
  if (tellers.length > 0) return tellers;
  const told = args.patients(act.token).some(({ token, relation }) => {
    if (relation !== 'obj' || tree.dependents(token, ...OWNED).length > 0) return false;
    if (grammar.has('answer-noun', tree.lemma[token]!)) return true;
    const known = tree.dependents(token, 'det').length > 0 || isTold(earlier, act);
    return grammar.has('deed-noun', tree.lemma[token]!) && known;
  });
  return told ? before(act.token) : [];
}

/**
 * "Türkiye kararı memnuniyetle karşıladı", "bu adımı kınadı": where verbs come last and the accusative says that a deed is
 * known (grammar kind `deed-noun`; `answer-noun` for what somebody said), unless a genitive or a name says whose it is.
 */
function answeredDeed({ tree, index, composer }: PartyFinder, { token }: Act): boolean {
  const { grammar } = composer;
  const judges = (at: number): boolean => grammar.has('reaction', tree.lemma[at] ?? '');
  const noun = grammar.has('noun-verb', tree.lemma[token]!) ? token - 1 : token;
  if (!judges(noun)) return false;
  for (let i = noun - 1; i > 0 && i >= noun - ANSWER_REACH; i--) {
    if (tree.form[i] === ',' || index.at(i)) return false;
    // "işgali hukukun ihlali olarak niteledi": what it is called is not what was done
    const isName = grammar.has('role-word', tree.form[i + 1] ?? '');
    if (!isName && isKnownDeed(tree.form[i]!, grammar))
      return isUnowned(tree.form[i - 1]!, index.at(i - 1) !== undefined, grammar);
  }
  return false;
}

/** Who did what this sentence told last, else whoever the sentence before begins with. */
function doerJustBefore({ earlier, told }: PartyFinder, act: Act): readonly Mention[] {
  const here = earlier.findLast(({ token, actor }) => token >= 0 && token < act.token && actor.length > 0);
  if (here) return here.actor;
  const first = told.find(({ kind, actors }) => kind !== 'place' && actors.length === 1);
  if (!first) return [];
  // "ABD, Güney Kore ve Japonya tatbikat yaptı": all who did it
  const all = earlier.findLast(({ token, actor }) => token < 0 && actor.includes(first))?.actor;
  return all ?? [first];
}

const ANSWER_REACH = 9;

/** A noun of these kinds in the accusative: "kararı", "saldırıyı", "suçlamaları". */
function isKnownDeed(form: string, grammar: PartyFinder['composer']['grammar']): boolean {
  return ['deed-noun', 'answer-noun'].some((kind) =>
    [...grammar.words(kind)].some(
      (word) => form.startsWith(word) && /^(?:[yn]?[ıiuü]|l[ae]r[ıi])$/.test(form.slice(word.length)),
    ),
  );
}

/** Behind the subject, a comma, a particle or a determiner: "bu", "söz konusu", "ise". */
function isUnowned(before: string, named: boolean, grammar: PartyFinder['composer']['grammar']): boolean {
  return named || before === ',' || grammar.has('before-known', before);
}

/** "Лондон сообщил, что Испания закрыла порт, Москва отвергла это утверждение": whoever said what was told last. */
function tellersOfReport({ tree, args, composer, earlier, speakers }: PartyFinder, act: Act): Mention[] {
  const { grammar } = composer;
  const answers = args
    .patients(act.token)
    .some(
      ({ token, relation }) =>
        relation === 'obj' &&
        grammar.has('report-noun', tree.lemma[token]!) &&
        tree.dependents(token, ...OWNED).length === 0,
    );
  const told = earlier.findLast(({ token }) => token >= 0 && token < act.token);
  return answers && told ? speakers(told.token) : [];
}

/** Whether this sentence has told of a deed before an act. */
function isTold(earlier: PartyFinder['earlier'], act: Act): boolean {
  return earlier.some(({ token, actor }) => token >= 0 && token < act.token && actor.length > 0);
}

/**
 * "Приветствовал итоги выборов в Монголии": whose affair it is that somebody speaks of (grammar kind `affair`), where the
 * object names nobody and only the place behind it does.
 */
export function affairsAt({ tree, args, composer, index }: PartyFinder, act: Act): Mention[] {
  const type = composer.codebook.types.get(act.outcome.type)!;
  if (type.deed || type.mutual || composer.grammar.words('affair').size === 0) return [];
  const object = args.patients(act.token).find(({ relation }) => relation === 'obj');
  if (!object) return [];
  let seen = false;
  for (let i = object.token; i < Math.min(tree.tokens.length, object.token + NEAR); i++) {
    if (i > object.token && ['VERB', 'PUNCT', 'CCONJ'].includes(tree.upos(i))) return [];
    seen ||= composer.grammar.has('affair', tree.lemma[i]!);
    const mention = index.at(i);
    if (seen && mention?.kind === 'place' && mention.actors.length > 0) return [mention];
  }
  return [];
}

const NEAR = 8;
