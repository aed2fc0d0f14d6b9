import type { Dictionary } from '../engine/dictionary.ts';

/**
 * Whether a word can only be a name: three capitals and more in a text that is not all capitals ("ОБСЕ"), or a capital
 * inside the sentence on a word that could else only be a verb, an adverb or a short adjective ("остров Перим").
 */
export function isName(
  forms: readonly string[],
  i: number,
  dictionary: Dictionary,
  lower: (form: string) => string,
): boolean {
  const form = forms[i]!;
  if (/^[А-ЯЁ]{3,}$/.test(form)) return forms.some((other) => /^[а-яё]{3,}$/.test(other));
  if (i === 0 || !/^[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*$/.test(form)) return false;
  if (OPENS.test(forms[i - 1]!)) return false;
  return dictionary.find(lower(form)).all.every(({ part }) => NO_NAME.test(part));
}

/** Parts of speech that have no capital inside a sentence. */
const NO_NAME = /^(?:VERB|INFN|GRND|PRTS|ADJS|ADVB|COMP|PRED)/;

/** Signs behind which a sentence may begin. */
const OPENS = /^[.:«"“„—–!?-]$/;
