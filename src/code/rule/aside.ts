import type { SentenceTree } from '../sentence-tree.ts';
import type { ActReader } from './act.ts';
import { isBackground } from './background.ts';
import { isDoubted } from './doubted.ts';
import { isBareCondition } from './final-stance.ts';
import type { Found } from './match.ts';
import { byPrivatePeople } from './private-people.ts';
import { raiserOf, rankedSubjects } from './raising.ts';
import { auxiliaries } from './stance.ts';

const MAX_UP = 6;
/** A line of an object class with this weight speaks for its verb, not an operator. */
const CLASSED = 1.3;
/** So does a line whose companion is the object ("offered its condolences") with this weight. */
const ACCOMPANIED = 1.45;

/** Whether what a line says of a verb goes before what the verb says as an operator of the act under it. */
export function speaksForVerb(tree: SentenceTree, i: number, { best, weight, used }: Found): boolean {
  if (best === undefined) return false;
  if (best.pattern.objectClass !== undefined) return weight >= CLASSED;
  return weight >= ACCOMPANIED && used.some((token) => tree.head(token) === i && tree.relation(token) === 'obj');
}

export function isModifier(tree: SentenceTree, i: number): boolean {
  const relation = tree.relation(i);
  return relation === 'amod' || relation === 'compound' || relation === 'flat';
}

/** Words that modify other words, and what stands in a clause of purpose, tell no act of their own. */
export function isAside(reader: ActReader, i: number): boolean {
  const { tree } = reader;
  if (isModifier(tree, i) || isInCondition(reader, i)) return true;
  if (isStanding(reader, i) || isHabit(reader, i) || isUnreal(reader, i) || isTopic(reader, i) || isManner(reader, i))
    return true;
  if (isOfNature(reader, i) || isWondered(reader, i) || isSupposed(reader, i) || isDoubted(reader, i)) return true;
  if (isBackground(reader, i) || byPrivatePeople(reader, i)) return true;
  for (let at = i, steps = 0; at >= 0 && steps < MAX_UP; at = tree.head(at), steps++) {
    if (isAim(reader, at) || (tree.relation(at) === 'acl' && isAim(reader, tree.head(at)))) return true;
    if (isPurpose(reader, at) || isMeans(reader, at) || isMatter(reader, at) || isPretext(reader, at)) return true;
    if (!['obj', 'nmod', 'obl', 'conj', 'xcomp'].includes(tree.relation(at))) return false;
  }
  return false;
}

/** "наводнение разрушило дома": nobody does what the elements do (grammar kind `nature`). */
function isOfNature({ tree, composer }: ActReader, i: number): boolean {
  if (tree.upos(i) !== 'VERB') return false;
  const isDone = tree.tokens[i]!.feats['Voice'] === 'Pass';
  // "a fire killed five": not fire from guns
  const isNature = (c: number): boolean =>
    composer.grammar.has('nature', tree.lemma[c]!) ||
    tree.dependents(c, 'det').some((det) => composer.grammar.has('nature', `${tree.form[det]!}+${tree.lemma[c]!}`));
  return tree
    .dependents(i, 'nsubj', 'obl:agent', ...(isDone ? ['obl'] : []))
    .some((c) => tree.marker(c) === undefined && isNature(c));
}

/**
 * "историки спорят, почему Франция капитулировала": what is known already and only explained (grammar kind `why`).
 * "Whether Serbia will recognise Kosovo is a question": what nobody knows.
 */
export function isWondered({ tree, composer }: Pick<ActReader, 'tree' | 'composer'>, i: number): boolean {
  if (tree.upos(i) !== 'VERB') return false;
  const { grammar } = composer;
  if (tree.dependents(i, 'advmod', 'mark', 'obl').some((c) => grammar.has('why', tree.form[c]!))) return true;
  // "asked the president if he would deport them"
  const isAsked = ['ccomp', 'advcl'].includes(tree.relation(i)) && grammar.has('wonders', tree.lemma[tree.head(i)]!);
  return isAsked && tree.dependents(i, 'mark').some((c) => grammar.has('condition', tree.form[c]!));
}

/** "A Chinese attack on Taiwan would cripple …": what is named without an article or an owner and might only do something. */
function isSupposed({ tree, composer, matcher }: ActReader, i: number): boolean {
  const { grammar } = composer;
  const verb = tree.head(i);
  if (
    tree.upos(i) !== 'NOUN' ||
    verb < 0 ||
    !tree.relation(i).startsWith('nsubj') ||
    !grammar.has('passive', 'auxiliary')
  )
    return false;
  // "officials said a strike would begin on Monday", "talks would resume" tell what is planned
  if (tree.relation(verb) === 'ccomp') return false;
  if (grammar.has('aspect', tree.lemma[verb]!) || grammar.has('carrier', tree.lemma[verb]!)) return false;
  // "ambassadors would return": the verb is part of the act
  if (matcher.at(i).used.includes(verb)) return false;
  const isMaybe = (word: string): boolean => grammar.has('hypothetical', word) || grammar.has('conditional', word);
  const isGiven = (c: number): boolean =>
    grammar.has('definite', tree.form[c]!) ||
    tree.upos(c) === 'PRON' ||
    grammar.has('possessive', tree.form[tree.children[c]!.find((d) => tree.relation(d) === 'case') ?? -1] ?? '');
  return auxiliaries(tree, verb).some(isMaybe) && !tree.dependents(i, 'det', 'nmod', 'nmod:poss').some(isGiven);
}

/** What must happen first for something else, and in a language with auxiliaries ("if it wants to fight") all that hangs on it. */
function isInCondition(reader: ActReader, i: number): boolean {
  if (isBareCondition(reader, i)) return true;
  const { tree, composer } = reader;
  if (!composer.grammar.has('passive', 'auxiliary')) return false;
  return tree.ancestors(i).some((at) => isBareCondition(reader, at));
}

/** "санкции действуют", "экспорт растёт": a noun of which only a state of things is told (grammar kind `standing`). */
function isStanding({ tree, composer }: ActReader, i: number): boolean {
  if (tree.upos(i) !== 'NOUN') return false;
  let at = i;
  while (tree.relation(at) === 'nmod' && tree.upos(tree.head(at)) === 'NOUN') at = tree.head(at);
  const verb = tree.head(at);
  if (verb < 0 || !composer.grammar.has('standing', tree.lemma[verb]!)) return false;
  // "sales of machines fell": the parser may take another word for the subject
  const fixed = composer.grammar.has('passive', 'auxiliary');
  const before = fixed && at < verb && tree.relation(at) === 'obj' && tree.marker(at) === undefined;
  return tree.relation(at).startsWith('nsubj') || before;
}

/** "agreements on farming, medicine and aid": what papers are about (grammar kinds `topic`, `topic-noun`) is no act. */
function isTopic(reader: ActReader, i: number): boolean {
  const { tree, composer } = reader;
  if (tree.upos(i) !== 'NOUN') return false;
  // "support for Iraq in the fight against ISIS"
  if (composer.grammar.has('struggle', tree.lemma[i]!) && composer.grammar.has('amid', tree.marker(i) ?? ''))
    return true;
  let at = i;
  while (tree.relation(at) === 'conj' && tree.head(at) >= 0) at = tree.head(at);
  const governor = tree.head(at);
  if (governor < 0 || !composer.grammar.has('topic', tree.marker(at) ?? '')) return false;
  // papers alone: "заявил на переговорах о поставке" tells what was said
  if (composer.grammar.has('paper-noun', tree.lemma[nounBeside(reader, at)] ?? '')) return true;
  return (
    composer.grammar.has('topic-noun', tree.lemma[governor]!) ||
    (at !== i &&
      tree.upos(governor) === 'VERB' &&
      tree.dependents(governor, 'obj').some((c) => composer.grammar.has('topic-noun', tree.lemma[c]!)))
  );
}

/** "соглашение об экспорте", "ограничения на поездки": in free order the noun right before a phrase has it, hang it where it may. */
function nounBeside({ tree, composer }: ActReader, i: number): number {
  const marker = tree.dependents(i, 'case')[0];
  return marker === undefined || marker > i || !composer.grammar.has('prefer', 'nested') ? -1 : marker - 1;
}

/** "fears of a strike", "in the event of an invasion": a noun that a noun of what may be (grammar kind `unreal`) governs. */
function isUnreal(reader: ActReader, i: number): boolean {
  const { tree, composer } = reader;
  const unreal = composer.grammar.words('unreal');
  if (unreal.size === 0 || tree.upos(i) !== 'NOUN') return false;
  if (unreal.has(tree.lemma[nounBeside(reader, i)] ?? '')) return true;
  for (let at = i, steps = 0; at >= 0 && steps < 2; at = tree.head(at), steps++) {
    if (tree.relation(at) !== 'nmod' && tree.relation(at) !== 'obl') return false;
    const governor = tree.head(at);
    if (governor >= 0 && governor < at && unreal.has(tree.lemma[governor]!)) return true;
  }
  return false;
}

/** "Ежегодно проводят заседания", "as it once proposed": what is done again and again, or was once upon a time, is no event (grammar kind `habit`). */
function isHabit({ tree, composer }: ActReader, i: number): boolean {
  if (composer.grammar.words('habit').size === 0) return false;
  const verb = tree.upos(i) === 'VERB' ? i : tree.head(i);
  if (verb < 0 || tree.upos(verb) !== 'VERB' || tree.tokens[verb]!.feats['Aspect'] === 'Perf') return false;
  return tree.dependents(verb, 'advmod', 'obl').some((c) => composer.grammar.has('habit', tree.form[c]!));
}

/**
 * "described as practically agreed": behind "as" (grammar kind `manner`) a verb without a subject says how, and so does a clause
 * about a way (kind `way`). "In protest at the arrest": so does a noun of kind `manner-noun` behind the adposition of its line.
 */
function isManner({ tree, composer }: ActReader, i: number): boolean {
  const marker = tree.marker(i);
  if (
    tree.upos(i) === 'NOUN' &&
    marker !== undefined &&
    composer.grammar.has('manner-noun', `${marker}+${tree.lemma[i]!}`)
  )
    return true;
  if (tree.upos(i) !== 'VERB') return false;
  // "an apology for the way its people were treated"
  const isClause = tree.relation(i).startsWith('acl') && tree.head(i) >= 0;
  if (isClause && composer.grammar.has('way', tree.lemma[tree.head(i)]!)) return true;
  if (tree.dependents(i, 'nsubj', 'nsubj:pass', 'aux').length > 0) return false;
  return tree.dependents(i, 'mark', 'case').some((c) => composer.grammar.has('manner', tree.form[c]!));
}

/** "By forming an alliance, they agreed …" says how an act was done; where the clause has no act of its own it is what was done. */
function isMeans({ tree, composer, matcher }: ActReader, i: number): boolean {
  const marker = tree.marker(i);
  if (tree.relation(i) !== 'advcl' || marker === undefined || !composer.grammar.has('means', marker)) return false;
  const { best, operators } = matcher.at(tree.head(i));
  return best !== undefined || operators.length > 0;
}

/** "çekilmesine ilişkin anlaşma": what a verbal noun says papers and talks are about (grammar kind `matter`) has not happened. */
function isMatter({ tree, composer }: ActReader, i: number): boolean {
  if (tree.tokens[i]!.feats['VerbForm'] !== 'Vnoun' || !composer.grammar.has('order', 'final')) return false;
  return composer.grammar.has('matter', tree.marker(i) ?? '');
}

/** "casusluk yaptıkları gerekçesiyle": what somebody is reproached with (grammar kind `pretext`) is told as nobody's act. */
function isPretext({ tree, composer }: ActReader, i: number): boolean {
  return composer.grammar.has('pretext', tree.marker(i) ?? '');
}

/** "with the aim of limiting their power" (grammar kind `aim-noun`) says what for. */
function isAim({ tree, composer }: ActReader, i: number): boolean {
  const { grammar } = composer;
  return grammar.has('aim-noun', tree.lemma[i]!) && grammar.has('with', tree.marker(i) ?? '');
}

/** An infinitive that says what for ("visited Moscow to strengthen ties") is no act, unless its governor is one of aspect ("began to"). */
function isPurpose(reader: ActReader, i: number): boolean {
  const { tree, composer, matcher } = reader;
  let at = i;
  while (tree.relation(at) === 'conj' && tree.head(at) >= 0) at = tree.head(at);
  if (tree.relation(at) !== 'xcomp' && tree.relation(at) !== 'advcl' && tree.relation(at) !== 'acl') return false;
  const marker = tree.marker(at);
  const infinitive =
    tree.tokens[at]!.feats['VerbForm'] === 'Inf' ||
    (marker !== undefined && composer.grammar.has('infinitive', marker));
  const governor = tree.head(at);
  if (!infinitive || governor < 0 || raiserOf(tree, at, composer.grammar) !== undefined) return false;
  if (rankedSubjects(tree, at, composer.grammar).length > 0) return false;
  if (composer.grammar.has('aspect', tree.lemma[governor]!) || isPerceived(reader, governor)) return false;
  // "invited the president to visit": a line that says more than the operator leaves the infinitive to what is wished
  const found = matcher.at(governor);
  return found.operators.length === 0 || speaksForVerb(tree, governor, found);
}

/** "was seen to enter", "was found to have supplied": the passive of a verb of perception (grammar kind `perceived`) tells the deed. */
function isPerceived({ tree, composer }: ActReader, verb: number): boolean {
  return composer.grammar.has('perceived', tree.lemma[verb]!) && tree.dependents(verb, 'nsubj:pass').length > 0;
}
