import type { Act } from './act.ts';
import { areAllOf, codeList } from './codes.ts';
import type { Parties } from './participants.ts';
import type { PartyFinder, Told } from './party-finder.ts';
import { isPlainPresent } from './verb-forms.ts';

/** Sectors of those who say what they always say: "fishermen complain", "whalers threaten". */
const PRIVATE: ReadonlySet<string> = new Set(['BUS', 'AGR', 'CVL', 'LAB', 'EDU', 'MED', 'HLH', 'REL']);
const ADVISERS: ReadonlySet<string> = new Set([...PRIVATE, 'JRN']);

/** What sentences with known parties tell of habits, animals and things, and not of anybody's deed to a state. */
export function isNoNews(finder: PartyFinder, act: Act, parties: Parties): boolean {
  return (
    isAdvice(finder, act, parties) ||
    isPrivateHabit(finder, act, parties) ||
    isOnAnimals(finder, act) ||
    isLegalRemark(finder, act) ||
    isPrey(finder, act)
  );
}

/** "Doctors warned Californians": those who can do a state no harm only say what may come (grammar kinds `advises`, `advice-type`). */
function isAdvice({ tree, composer }: PartyFinder, act: Act, { actor }: Parties): boolean {
  const { grammar } = composer;
  const isWarning = grammar.has('advice-type', act.outcome.type.toLowerCase());
  if (!isWarning || !grammar.has('advises', tree.lemma[act.token]!)) return false;
  return areAllOf(actor, ADVISERS);
}

/** "Senegal's fishermen complain …": in the present tense of a full sentence private people do what they always do. */
function isPrivateHabit({ tree, composer }: PartyFinder, act: Act, { actor }: Parties): boolean {
  if (!composer.grammar.has('passive', 'auxiliary') || tree.tokens.at(-1)?.form !== '.') return false;
  return areAllOf(actor, PRIVATE) && isPlainPresent(tree, act.token);
}

/**
 * "ХАМАС (организация, запрещённая в России)", "Hizb ut-Tahrir (banned in Russia)": what the law of the publisher's country
 * makes him add in brackets (grammar kind `legal-remark`).
 */
function isLegalRemark({ tree, composer }: PartyFinder, act: Act): boolean {
  if (!composer.grammar.has('legal-remark', tree.lemma[act.token]!)) return false;
  const hasBefore = (mark: string): number => tree.form.lastIndexOf(mark, act.token);
  const open = hasBefore('(');
  return (
    open >= 0 &&
    open > hasBefore(')') &&
    tree.form.indexOf(')', act.token) > 0 &&
    !tree.form.slice(open, act.token).includes(';')
  );
}

/** "A boar from Poland was shot": what is done by or to animals (grammar kind `animal`) is no state's matter. */
function isOnAnimals({ tree, index, composer }: PartyFinder, act: Act): boolean {
  if (composer.grammar.words('animal').size === 0) return false;
  const isAnimal = (c: number): boolean => composer.grammar.has('animal', tree.lemma[c]!);
  // "crabs from China have infiltrated the Thames": nor does a state what its animals do; one that says something stands for somebody
  const { deed } = composer.codebook.types.get(act.outcome.type)!;
  const doers = tree.dependents(act.token, 'nsubj');
  // "Tamil Tigers", "Navy SEALs", "urged Turkey"
  const isNamed = (c: number): boolean => index.at(c) !== undefined || tree.upos(c) !== 'NOUN';
  if (deed && doers.length > 0 && doers.every((c) => isAnimal(c) && !isNamed(c))) return true;
  const found = tree.dependents(act.token, 'obj', 'nsubj:pass').filter((c) => tree.marker(c) === undefined);
  return found.length > 0 && found.every((c) => isAnimal(c) && !isNamed(c));
}

/** "attacked a convoy with aid": what a hostile deed is done to is nobody's friendly one. */
function isPrey({ tree, args, composer, earlier }: PartyFinder, act: Act): boolean {
  const { deed, score } = composer.codebook.types.get(act.outcome.type)!;
  if (!deed || score <= 0 || !args.isNominal(act.token) || !composer.grammar.has('passive', 'auxiliary')) return false;
  if (!['obj', 'nsubj:pass'].includes(tree.relation(act.token))) return false;
  const isHostile = (one: Told): boolean => one.token === tree.head(act.token) && !one.said && one.score < 0;
  return earlier.some(isHostile);
}

/**
 * "wished to keep her name to herself": help, praise and visits pass between states; whoever seems to give them to nobody but his
 * own is a private person, or the verb has another sense (grammar kind `foreign-type`).
 */
export function onlyAtHome(
  { composer }: PartyFinder,
  act: Act,
  { actor, recipient, mutual }: Parties,
): string | undefined {
  const { type } = act.outcome;
  if (mutual || recipient.length === 0 || !composer.grammar.has('foreign-type', type.toLowerCase())) return undefined;
  // "The opposition backed Maria Corina Machado": two by names of their own
  if (recipient.every((one) => one.kind === 'name' && !actor.includes(one))) return undefined;
  return codeList(actor) === codeList(recipient) ? `no second party known for "${type}"` : undefined;
}
