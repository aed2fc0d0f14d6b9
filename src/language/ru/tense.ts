import type { Draft } from '../engine/analyser.ts';
import type { Dictionary } from '../engine/dictionary.ts';

/**
 * Present and future of finite verbs as the dictionary knows them, in place: the forms of perfective verbs that look
 * like a present ("подпишут", "введёт") are the future, and the tagger cannot know the aspect of a verb it never met.
 */
export function repairTense(
  { forms, upos, feats }: Draft,
  dictionary: Dictionary,
  lower: (form: string) => string,
): void {
  for (let i = 0; i < forms.length; i++) {
    const given = feats[i]!;
    if (upos[i] !== 'VERB' || given['VerbForm'] !== 'Fin' || given['Mood'] !== 'Ind' || given['Tense'] === 'Past')
      continue;
    const plain = lower(forms[i]!);
    if (!/^[а-я]+$/.test(plain)) continue;
    const readings = dictionary.find(plain).all.filter(({ part }) => part === 'VERB');
    if (readings.length === 0) continue;
    if (readings.every(({ tag }) => /\bfutr\b/.test(tag))) feats[i] = { ...given, Tense: 'Fut', Aspect: 'Perf' };
    else if (readings.every(({ tag }) => /\bpres\b/.test(tag))) feats[i] = { ...given, Tense: 'Pres', Aspect: 'Imp' };
  }
}
