import type { Feats } from '../../model/index.ts';
import type { Draft } from '../engine/analyser.ts';
import type { Dictionary } from '../engine/dictionary.ts';

/**
 * Forms of verbs as the dictionary knows them, in place. Forms of perfective verbs that look like a present ("подпишут",
 * "введёт") are the future, and the tagger cannot know the aspect of a verb it never met; a past is a past
 * ("подвергся"), and a short passive participle is no finite verb ("принят").
 */
export function repairTense(
  { forms, upos, feats }: Draft,
  dictionary: Dictionary,
  lower: (form: string) => string,
): void {
  for (let i = 0; i < forms.length; i++) {
    const given = feats[i]!;
    if (upos[i] !== 'VERB' || given['VerbForm'] !== 'Fin' || given['Tense'] === 'Past') continue;
    const plain = lower(forms[i]!);
    if (!/^[а-я]+$/.test(plain)) continue;
    const { all } = dictionary.find(plain);
    const finite = all.filter(({ part }) => part === 'VERB');
    const short = all.find(({ part, tag }) => part === 'PRTS' && /\bpssv\b/.test(tag));
    if (finite.length === 0 && short) feats[i] = participle(given, short.tag);
    else if (finite.length === 0 || given['Mood'] !== 'Ind') continue;
    else if (finite.every(({ tag }) => /\bfutr\b/.test(tag))) feats[i] = { ...given, Tense: 'Fut', Aspect: 'Perf' };
    else if (finite.every(({ tag }) => /\bpres\b/.test(tag))) feats[i] = { ...given, Tense: 'Pres', Aspect: 'Imp' };
    else if (finite.every(({ tag }) => /\bpast\b/.test(tag))) feats[i] = past(given);
  }
}

function participle({ Mood: _mood, Person: _person, ...given }: Feats, tag: string): Feats {
  const number = /\bp\b/.test(tag) ? 'Plur' : 'Sing';
  return { ...given, Aspect: 'Perf', Number: number, Tense: 'Past', Variant: 'Short', VerbForm: 'Part', Voice: 'Pass' };
}

function past({ Person: _, ...given }: Feats): Feats {
  return { ...given, Tense: 'Past' };
}
