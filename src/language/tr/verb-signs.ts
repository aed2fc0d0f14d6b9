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
  return FUTURE_NOUN.test(lower) || NEGATIVE_NOUN.test(lower) || (stems !== undefined && isComplement(lower, stems));
}

/** Sets polarity, possibility and the first person of verbs by their suffixes: the tagger takes the stem of "karşıladığını" for a negation. */
export function signVerbs({ forms, upos, feats }: Draft, stems?: Stems): void {
  for (let i = 0; i < forms.length; i++) {
    const lower = lowerCaseDotted(forms[i]!);
    if (upos[i] !== 'VERB' && !(upos[i] === 'NOUN' && isVerbalNoun(lower, stems))) continue;
    const polarity = NEGATIVE.test(lower) ? 'Neg' : 'Pos';
    const { Mood: guess, Voice: voice, ...others }: Feats = feats[i]!;
    const given: Feats = CONVERB.test(lower) ? extended(others, { VerbForm: 'Conv' }) : others;
    const mood = CONDITION.test(lower) ? 'Cnd' : POSSIBLE.test(lower) ? 'Pot' : guess === 'Pot' ? undefined : guess;
    const tense = FUTURE.test(lower) ? { Tense: 'Fut' } : {};
    feats[i] = extended(given, {
      ...tense,
      ...(isFiniteForm(given) && WE.test(lower) ? { Person: '1', Number: 'Plur' } : {}),
      ...voiceOf(lower, voice, stems),
      ...(mood === undefined ? {} : { Mood: mood }),
      ...(given['Polarity'] || polarity === 'Neg' ? { Polarity: polarity } : {}),
    });
  }
}

/** The tagger's voice unless its suffix is missing; the passive that it missed. */
function voiceOf(lower: string, voice: string | undefined, stems: Stems | undefined): Feats {
  if (voice === undefined) return stems !== undefined && isPassiveForm(lower, stems) ? { Voice: 'Pass' } : {};
  return voice.includes('Pass') && !PASSIVE.test(lower) ? {} : { Voice: voice };
}

function isFiniteForm({ VerbForm: form }: Feats): boolean {
  return form === undefined || form === 'Fin';
}
