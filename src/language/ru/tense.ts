import { extended, type Feats } from '../../model/index.ts';
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
    else if (finite.every(({ tag }) => /\bfutr\b/.test(tag)))
      feats[i] = extended(given, mayBeFuture(plain) ? FUTURE : PRESENT);
    else if (finite.every(({ tag }) => /\bpres\b/.test(tag))) feats[i] = extended(given, PRESENT);
    else if (finite.every(({ tag }) => /\bpast\b/.test(tag))) feats[i] = past(given);
  }
}

const FUTURE: Feats = { Tense: 'Fut', Aspect: 'Perf' };
const PRESENT: Feats = { Tense: 'Pres', Aspect: 'Imp' };

/**
 * The dictionary guesses at words it does not list by their endings ("требуют" like "потребуют"): a verb without a
 * prefix is imperfective unless it is one of the few perfective ones.
 */
function mayBeFuture(plain: string): boolean {
  return (PREFIXED.test(plain) && !LOOKS_PREFIXED.test(plain)) || PERFECTIVE.test(plain);
}

const PREFIXED = /^(?:по|за|на|вы|при|про|до|от|об?|у|со?|пере|пре|ра[зс]|и[зс]|в[зс]?|под|над|низ)/;
const LOOKS_PREFIXED =
  /^(?:протест|совет|верб|вражд|беспоко|волн|интерес|требу|воюе|владе|служ|стро|следу|уваж|участв)/;
const PERFECTIVE =
  /^(?:дам|даст|дад|куп|брос|реш|конч|прост|пуст|ступ|хват|яв|лиш|стан|ляж|лягу|сяд|арест|верн|рискн|двин|кин|трон|толкн|шагн|рухн|казн|ран)/;

function participle({ Mood: _mood, Person: _person, ...given }: Feats, tag: string): Feats {
  const number = /\bp\b/.test(tag) ? 'Plur' : 'Sing';
  return extended(given, {
    Aspect: 'Perf',
    Number: number,
    Tense: 'Past',
    Variant: 'Short',
    VerbForm: 'Part',
    Voice: 'Pass',
  });
}

function past({ Person: _, ...given }: Feats): Feats {
  return extended(given, { Tense: 'Past' });
}
