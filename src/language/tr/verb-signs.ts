import { extended, type Feats } from '../../model/index.ts';
import type { Draft } from '../engine/analyser.ts';
import { lowerCaseDotted } from '../engine/lower-case.ts';
import { isComplement, knownStem, type Stems } from './finite-verb.ts';

/** Negation between a stem and what follows it: gelmedi, gelmeyeceğini, gelmemesini, gelmiyor, gelmez. */
const NEGATIVE =
  /.m(?:[ae](?:d[ıi](?:m|k|n|n[ıi]z|l[ae]r|ğ.*|kl.*|yd.*)?|m[ae](?:k|s[ıi]|l[ae]r).*|y[ae]c[ae][kğ].*|m[ıi]ş.*|y[ıi]p|y[ae]r[ae]k|y[ae]n.*|z(?:l[ae]r.*|s[ae].*|d[ıi].*|k[ae]n)?|y[ae]bil.*)|[ıiuü]yor.*)$/;

/** What will be: yapacak, yapacağını. */
const FUTURE = /.{2}[ae]c[ae](?:k|ğ[ıi])/;

/** No noun ends so, whatever the tagger says: yapacağını, yapabileceğine. */
const FUTURE_NOUN = /.{2}[ae]c[ae](?:ğ[ıi]|kl[ae]r[ıi])n[ıiae]$/;

/** Nor so: vermediğini, almadıklarını, gitmemesini. */
const NEGATIVE_NOUN = /.{2}m[ae](?:d[ıi](?:ğ[ıi]|kl[ae]r[ıi])|m[ae](?:s[ıi]|l[ae]r[ıi]))n(?:[ıiae]|d[ae]n?|[ıi]n)$/;
/** If: yaparsa, yapmazsa, yapıyorsa, yaptıysa, yaparlarsa. */
const CONDITION = /.{2}(?:[rz]|yor|[dt][ıiuü]y|m[ıiuü]ş|l[ae]r)s[ae](?:m|n|k|n[ıi]z|l[ae]r)?$/;

/** What may be: yapabilir, yapabileceğini. What could be done (yapabildi) was done. */
const POSSIBLE = /[ae]bil(?:ir|ece[kğ])/;

/** "We" at the end of a finite verb: kınıyoruz, dileriz, vereceğiz, uyardık. */
const WE =
  /(?:[ıiuü]yoruz|[aeıiuü]r[ıiuü]z|m[ae]y[ıi]z|[ae]ceğiz|[ae]cağız|m[ae]l[ıi]y[ıi]z|m[ae]kt[ae]y[ıi]z|[dt][ıiuü]k|m[ıiuü]ş[ıiuü]z)$/;

/** Forms that hang a clause on the next verb: yaparak, yapıp, yapınca, yapmadan, yaparken, yaptıkça, yaptığında. */
const CONVERB =
  /.{2}(?:y?[ae]r[ae]k|[bcçdfgğhjklmnprsştvyz][ıiuü]p|[ıiuü]nc[ae]|m[ae]d[ae]n|[rz]k[ae]n|york[ae]n|[ae]c[ae]kk[ae]n|m[ıiuü]şk[ae]n|[dt][ıiuü]kç[ae]|[dt][ıiuü]ğ[ıiuü]nd[ae])$/;

/** What may follow the suffix of the passive: negation, ability, tense, mood, participles, verbal nouns. */
const AFTER_PASSIVE =
  '(?:[ae]bil.*|[ae]m[ae][dymzs].*|m[aeıiuü].*|[ıiuü]yor.*|[dt][ıiuü](?:m|n|k|n[ıiuü]z|l[ae]r|[ğk].*|y.*)?|[ıiuü]r(?:l[ae]r|s[ae].*|k[ae]n)?|[ae]r[ae]k|[ae]c[ae].*|[ıiuü]p|[ıiuü]nc[ae]|[ae]n(?:l[ae]r.*|[ae]|[ıi]n?)?|s[ıiuü]n.*|s[ae].*)';
const PASSIVE = new RegExp(`[ln]${AFTER_PASSIVE}$`);
const PASSIVE_STEM = new RegExp(`^(.{2,}?)([ıiuü]?[ln])${AFTER_PASSIVE}$`);

/** "devredildi", "alınan": a stem that is a verb without -il- or -in-. */
function isPassiveForm(lower: string, stems: Stems): boolean {
  const [, stem, suffix = ''] = PASSIVE_STEM.exec(lower) ?? [];
  if (stem === undefined || stem.length + suffix.length < 4) return false;
  return stems.isVerb(stem) || stems.isVerb(stem.replace(/d$/, 't'));
}

const ADVERBIAL = /^(.{2,}?)(?:y?[ae]r[ae]k|y?[ıiuü]p|y?[ıiuü]nc[ae])$/;

/** "edince": converbs that the tagger took for adverbs become verbs again where their stem is one. */
export function markConverbs({ forms, upos, feats, lemmas }: Draft, stems: Stems): void {
  for (let i = 0; i < forms.length; i++) {
    if (upos[i] !== 'ADV') continue;
    const rest = ADVERBIAL.exec(lowerCaseDotted(forms[i]!))?.[1];
    const stem = rest === undefined ? undefined : (knownStem(rest.replace(/d$/, 't'), stems) ?? knownStem(rest, stems));
    if (stem === undefined) continue;
    upos[i] = 'VERB';
    feats[i] = { VerbForm: 'Conv', Polarity: 'Pos' };
    lemmas[i] = stem;
  }
}

function isVerbalNoun(lower: string, stems: Stems | undefined): boolean {
  return signsOf(lower).isVerbalNoun || (stems !== undefined && isComplement(lower, stems));
}

/** What the end of a form shows. */
interface Signs {
  readonly isNegative: boolean;
  readonly isConverb: boolean;
  readonly isCondition: boolean;
  readonly isPossible: boolean;
  readonly isFuture: boolean;
  readonly isWe: boolean;
  readonly isPassive: boolean;
  readonly isVerbalNoun: boolean;
}

/** Signs of forms that were met: every verb is asked twice in every sentence it stands in. Forgets all when full. */
const met = new Map<string, Signs>();
const MOST_MET = 20_000;

function signsOf(lower: string): Signs {
  const known = met.get(lower);
  if (known !== undefined) return known;
  const signs = {
    isNegative: NEGATIVE.test(lower),
    isConverb: CONVERB.test(lower),
    isCondition: CONDITION.test(lower),
    isPossible: POSSIBLE.test(lower),
    isFuture: FUTURE.test(lower),
    isWe: WE.test(lower),
    isPassive: PASSIVE.test(lower),
    isVerbalNoun: FUTURE_NOUN.test(lower) || NEGATIVE_NOUN.test(lower),
  };
  if (met.size >= MOST_MET) met.clear();
  met.set(lower, signs);
  return signs;
}

/** Sets polarity, possibility and the first person of verbs by their suffixes: the tagger takes the stem of "karşıladığını" for a negation. */
export function signVerbs({ forms, upos, feats }: Draft, stems?: Stems): void {
  for (let i = 0; i < forms.length; i++) {
    if (upos[i] !== 'VERB' && upos[i] !== 'NOUN') continue;
    const lower = lowerCaseDotted(forms[i]!);
    if (upos[i] === 'NOUN' && !isVerbalNoun(lower, stems)) continue;
    const signs = signsOf(lower);
    const { Mood: guess, Voice: voice, ...others }: Feats = feats[i]!;
    const given: Feats = signs.isConverb ? extended(others, { VerbForm: 'Conv' }) : others;
    const mood = signs.isCondition ? 'Cnd' : signs.isPossible ? 'Pot' : guess === 'Pot' ? undefined : guess;
    feats[i] = extended(given, {
      ...(signs.isFuture ? { Tense: 'Fut' } : {}),
      ...(isFiniteForm(given) && signs.isWe ? { Person: '1', Number: 'Plur' } : {}),
      ...voiceOf(lower, voice, stems),
      ...(mood === undefined ? {} : { Mood: mood }),
      ...(given['Polarity'] || signs.isNegative ? { Polarity: signs.isNegative ? 'Neg' : 'Pos' } : {}),
    });
  }
}

/** The tagger's voice unless its suffix is missing; the passive that it missed. */
function voiceOf(lower: string, voice: string | undefined, stems: Stems | undefined): Feats {
  if (voice === undefined) return stems !== undefined && isPassiveForm(lower, stems) ? { Voice: 'Pass' } : {};
  return voice.includes('Pass') && !signsOf(lower).isPassive ? {} : { Voice: voice };
}

function isFiniteForm({ VerbForm: form }: Feats): boolean {
  return form === undefined || form === 'Fin';
}
