import { extended, type Feats } from '../../model/index.ts';
import type { Draft } from '../engine/analyser.ts';
import { lowerCaseDotted } from '../engine/lower-case.ts';

/** A finite form taken apart: what is left of its suffixes, and what they say. */
interface FiniteForm {
  readonly stem: string;
  readonly feats: Feats;
}

/** Stems of the language's lexicon. */
export interface Stems {
  isVerb(stem: string): boolean;
  isNoun(word: string): boolean;
}

interface Ending {
  /** One group: the stem. */
  readonly pattern: RegExp;
  readonly feats: Feats;
  /** 0: anywhere; 1: before a comma, a conjunction or the end; 2: the sentence's last word only. */
  readonly place: 0 | 1 | 2;
  /** Nothing but a verb ends so, known or not. */
  readonly sure: boolean;
}

const PERSON = '(?:[ıiuü]m|s[ıiuü]n(?:[ıiuü]z)?|[ıiuü]z|l[ae]r)?';
const PAST_PERSON = '(?:m|n|k|n[ıiuü]z|l[ae]r)?';
const COPULA = '(?:[dt][ıiuü]r(?:l[ae]r)?)?';

/** Suffixes of tense and mood with their persons, at the end of a word. */
const ENDINGS: readonly Ending[] = [
  ending(`[ıiuü]?yor${PERSON}(?:d[ıiuü]${PAST_PERSON})?`, { Aspect: 'Prog', Tense: 'Pres' }, 0, true),
  ending('m[ae]kt[ae]d[ıi]r(?:l[ae]r)?', { Aspect: 'Prog', Tense: 'Pres' }, 0, true),
  ending(`m[ıiuü]ş${PERSON}${COPULA}`, { Evident: 'Nfh', Tense: 'Past' }, 1),
  ending(`m[ıiuü]şt[ıiuü]${PAST_PERSON}`, { Evident: 'Fh', Tense: 'Past' }, 0, true),
  ending(`y?[ae]c[ae](?:k|ğ[ıi])${PERSON}${COPULA}`, { Aspect: 'Prosp', Tense: 'Fut' }, 2),
  ending(`m[ae]l[ıi](?:y[ıi]m|y[ıi]z|s[ıi]n(?:[ıi]z)?|l[ae]r)?${COPULA}`, { Mood: 'Nec' }, 1),
  ending(`m[ae]d[ıiuü]${PAST_PERSON}`, { Aspect: 'Perf', Evident: 'Fh', Tense: 'Past', Polarity: 'Neg' }, 1, true),
  ending(`[dt][ıiuü](?:m|n[ıiuü]z|l[ae]r)`, { Aspect: 'Perf', Evident: 'Fh', Tense: 'Past' }, 0),
  ending(`[dt][ıiuü]${PAST_PERSON}`, { Aspect: 'Perf', Evident: 'Fh', Tense: 'Past' }, 1),
  ending(`(?:[aeıiuü]?r|m[ae]z)s[ae]${PAST_PERSON}`, { Mood: 'Cnd' }, 1),
  ending(`m[ae]z${PERSON}`, { Aspect: 'Hab', Tense: 'Pres', Polarity: 'Neg' }, 1),
  ending(`[aeıiuü]?r(?:[ıiuü]m|s[ıiuü]n(?:[ıiuü]z)?|[ıiuü]z)?`, { Aspect: 'Hab', Tense: 'Pres' }, 1),
  ending(`[aeıiuü]?rl[ae]r`, { Aspect: 'Hab', Tense: 'Pres', Number: 'Plur' }, 2),
  ending(`s[ıiuü]n(?:l[ae]r)?`, { Mood: 'Imp' }, 1),
  ending(`y?[ıiuü]n[ıiuü]z`, { Mood: 'Imp', Number: 'Plur', Person: '2' }, 2),
  ending('y?[ıiuü]n', { Mood: 'Imp', Number: 'Plur', Person: '2' }, 2),
];

/** Suffixes that make verbs of nouns: güzelleş, sınırlan, etkile. */
const DERIVED = /.{3}(?:l[ae](?:[nşt]|şt[ıi]r)|l[ae]nd[ıi]r)$/;

function ending(suffix: string, feats: Feats, place: 0 | 1 | 2, sure = false): Ending {
  return { pattern: new RegExp(`^(.{2,40}?)${suffix}$`), feats, place, sure };
}

/** Negation, ability and voice between a stem and its tense. */
const INNER = /(?:y?[ae]m[ae]|y?[ae]bil|m[aeıiuü]|[ıiuü]l|[ıiuü]n|n)$/;
const PASSIVE = /(?:[ıiuü]l|[ae]n|l[ıiuü]n)$/;

/** Takes a lower-case form apart where its stem is a known verb. */
export function readFinite(lower: string, stems: Stems, place: 0 | 1 | 2): FiniteForm | undefined {
  if (lower.length < 4 || stems.isNoun(lower) || stems.isNoun(lower.replace(/l[ae]r$/, ''))) {
    return undefined;
  }
  for (const { pattern, feats, place: needed, sure } of ENDINGS) {
    const rest = needed <= place ? pattern.exec(lower)?.[1] : undefined;
    if (rest === undefined) continue;
    const stem = knownStem(rest, stems) ?? (sure || DERIVED.test(rest) ? rest : undefined);
    if (stem === undefined) continue;
    const inner = rest.slice(stem.length);
    const negative = /^(?:y?[ae])?m[aeıiuü]/.test(inner) ? { Polarity: 'Neg' } : {};
    const voice = PASSIVE.test(inner) ? { Voice: 'Pass' } : {};
    return { stem, feats: { Number: 'Sing', Person: '3', Polarity: 'Pos', ...feats, ...voice, ...negative } };
  }
  return undefined;
}

/** Stem as it stands, or without negation, ability and voice. */
export function knownStem(rest: string, stems: Stems): string | undefined {
  let at = rest;
  for (let steps = 0; steps < 4 && at.length > 1; steps++) {
    if (stems.isVerb(at)) return at;
    const shorter = at.replace(INNER, '');
    if (shorter === at) return undefined;
    at = shorter;
  }
  return undefined;
}

const COMPLEMENT = /^(.{2,40}?)(?:[dt][ıiuü]ğ|y?[ae]c[ae]ğ)[ıiuü](?:n|m[ıiuü]z|n[ıiuü]z|m)?[ıiuü]$/;

/** Verbal nouns in the accusative that stand for a clause: geldiğini, geleceğini. */
export function isComplement(lower: string, stems: Stems): boolean {
  const rest = COMPLEMENT.exec(lower)?.[1];
  return rest !== undefined && (knownStem(rest, stems) ?? (DERIVED.test(rest) ? rest : undefined)) !== undefined;
}

const CLAUSE_END: ReadonlySet<string> = new Set('ve ama fakat ancak ki mi mı mu mü diye veya'.split(' '));
const SENTENCE_END = /^(?:[.!?…:"”’'»)]|\.{2,})$/;

/** How surely a clause ends behind word i: 2 the sentence, 1 perhaps a clause, 0 neither. */
export function endsClause({ forms, upos }: Draft, i: number): 0 | 1 | 2 {
  const next = forms[i + 1];
  if (next === undefined || SENTENCE_END.test(next)) return 2;
  return upos[i + 1] === 'PUNCT' || CLAUSE_END.has(lowerCaseDotted(next)) ? 1 : 0;
}

const OPEN: ReadonlySet<string> = new Set(['NOUN', 'ADJ', 'PROPN', 'X', 'AUX']);
/** Suffixes of the copula that stand alone: where they do, what is before them is no finite verb of its own. */
const COPULA_ALONE =
  /^(?:y?[dt][ıiuü](?:m|n|k|n[ıiuü]z|l[ae]r|r|rl[ae]r)?|y?m[ıiuü]ş(?:[ıiuü]m|[ıiuü]z|s[ıiuü]n|l[ae]r|t[ıiuü]r)?|s[ıiuü]n[ıiuü]z|y?s[ae](?:m|n|k|n[ıi]z|l[ae]r)?)$/;
const COPULA_NOT: ReadonlySet<string> = new Set(['dur', 'dik', 'dün', 'din', 'sen', 'tüm', 'san', 'sam', 'tut']);
/** Verbs that serve others: they stay what the tagger said. */
const HELPERS: ReadonlySet<string> = new Set(['ol', 'i', 'değil', 'dur', 'ver', 'gel', 'bil', 'kal']);

function isCopula(lower: string | undefined): boolean {
  return lower !== undefined && COPULA_ALONE.test(lower) && !COPULA_NOT.has(lower);
}

/**
 * Words at the end of a clause that are finite verbs by their suffixes become such: nouns and adjectives with a verb's stem,
 * and participles in -mış and -yor with nothing behind them to describe.
 */
export function markFiniteVerbs(draft: Draft, stems: Stems): void {
  const lowers = draft.forms.map(lowerCaseDotted);
  for (const [i, part] of draft.upos.entries()) {
    if (OPEN.has(part)) markFinite(draft, { i, lower: lowers[i]!, stems });
    if (draft.upos[i] === 'VERB') correctVerb(draft, i, lowers);
  }
}

function correctVerb(draft: Draft, i: number, lowers: readonly string[]): void {
  const { forms, upos, feats } = draft;
  const lower = lowers[i]!;
  const form = feats[i]!['VerbForm'];
  if (i > 0 && isCopula(lower) && forms[i] === lower) upos[i] = 'AUX';
  else if (form === 'Part' && endsClause(draft, i) > 0 && /(?:yor(?:l[ae]r)?|m[ıiuü]ş(?:l[ae]r)?)$/.test(lower)) {
    feats[i] = without(feats[i]!, 'VerbForm');
  } else if (form === undefined && isCopula(lowers[i + 1])) feats[i] = extended(feats[i]!, { VerbForm: 'Part' });
}

interface Word {
  readonly i: number;
  readonly lower: string;
  readonly stems: Stems;
}

function markFinite(draft: Draft, { i, lower, stems }: Word): void {
  const { forms, upos, feats, lemmas } = draft;
  if (upos[i] === 'PROPN' && lower !== forms[i] && i > 0) return;
  const found = readFinite(lower, stems, endsClause(draft, i));
  if (found === undefined || (upos[i] === 'AUX' && HELPERS.has(found.stem))) return;
  upos[i] = 'VERB';
  feats[i] = found.feats;
  lemmas[i] = found.stem;
}

function without(feats: Feats, name: string): Feats {
  return Object.fromEntries(Object.entries(feats).filter(([key]) => key !== name));
}
