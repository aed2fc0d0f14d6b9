import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import type { PartyFinder } from './party-finder.ts';

/**
 * "В Тегеране осудили Вашингтон": a plural verb without a subject is what those say who sit in the place that it names
 * (grammar kind `impersonal`, word `plural`; the place stands behind an adposition of kind `seat`). Deeds are done by
 * anybody there, and so only words count. A deed that somebody denies without saying whose it was is the denier's.
 */
export function impersonalActors(finder: PartyFinder, act: Act): Mention[] {
  const { index, args, composer } = finder;
  const { denier } = act;
  if (denier !== undefined) {
    const named = args.agents(denier).flatMap(({ token }) => index.ofPhrase(token));
    return named.length > 0 ? named : atSeat(finder, denier);
  }
  const we = ourselves(finder, act.token);
  if (we.length > 0) return we;
  const type = composer.codebook.types.get(act.outcome.type)!;
  return type.deed || type.mutual ? [] : atSeat(finder, act.token);
}

/** Moods of what may, must or is wished to be. */
const IRREALIS = /Pot|Opt|Nec|Des|Cnd/;
const QUOTE = /^["“”«»„]$/;

/** "Saldırıyı kınıyoruz", "we condemn": whoever speaks the words, and where nobody is said to, the state whose ministry writes. */
function ourselves({ tree, home, speakers }: PartyFinder, verb: number): Mention[] {
  const { Person: person, Number: number, Mood: mood } = tree.tokens[verb]!.feats;
  // "izin veremeyiz", "satalım", "dinleyecek miyiz?": what a writer and his readers could, should or might do is no deed of their state
  if (IRREALIS.test(mood ?? '') || tree.tokens.some(({ form }) => form === '?')) return [];
  if (home === undefined || tree.upos(verb) !== 'VERB' || person !== '1' || number !== 'Plur') return [];
  if (tree.dependents(verb, 'nsubj', 'nsubj:pass').length > 0) return [];
  const told = speakers(verb);
  const quoted = tree.form.slice(0, verb).filter((form) => QUOTE.test(form)).length % 2 === 1;
  if (told.length > 0 || quoted) return told;
  const { start, end, form } = tree.tokens[verb]!;
  const place = { start, end, text: form, sentence: tree.sentence.index, first: verb, last: verb, head: verb };
  return [{ ...place, kind: 'pronoun', actors: [home], why: 'the state whose ministry writes "we" in this language' }];
}

function atSeat(finder: PartyFinder, verb: number): Mention[] {
  const { tree, index, args, composer } = finder;
  const { grammar } = composer;
  if (!grammar.has('impersonal', 'plural') || !isImpersonal(tree.tokens[verb]!.feats)) return [];
  if (tree.upos(verb) !== 'VERB' || tree.dependents(verb, 'nsubj', 'nsubj:pass').length > 0) return [];
  for (const { token, adposition } of args.obliques(verb)) {
    if (adposition === undefined || !grammar.has('seat', adposition)) continue;
    if (!index.isLocation(token) && !isHouse(index.at(token))) continue;
    const found = index.ofPhrase(token, true);
    if (found.some(({ actors }) => actors.length > 0)) return found;
  }
  // "в Тегеране признали ошибку и принесли извинения"
  const before = tree.relation(verb) === 'conj' ? tree.head(verb) : -1;
  return before >= 0 && before < verb ? atSeat(finder, before) : [];
}

/** "в МИД Ирана", "в Генштабе": an institution as the place where its people speak. */
function isHouse(mention: Mention | undefined): boolean {
  const sectors = ['GOV', 'MIL', 'LEG', 'IGO', 'SPY'];
  return (
    mention !== undefined &&
    mention.actors.length > 0 &&
    mention.actors.every((one) => sectors.includes(one.sector ?? ''))
  );
}

/** A plural verb without a subject. */
export function isSubjectless(tree: SentenceTree, verb: number): boolean {
  const bare = tree.dependents(verb, 'nsubj', 'nsubj:pass').length === 0 && tree.relation(verb) !== 'conj';
  return bare && tree.upos(verb) === 'VERB' && isImpersonal(tree.tokens[verb]!.feats);
}

function isImpersonal({ VerbForm, Number: number, Person: person }: Readonly<Record<string, string>>): boolean {
  return VerbForm === 'Fin' && number === 'Plur' && (person === undefined || person === '3');
}
