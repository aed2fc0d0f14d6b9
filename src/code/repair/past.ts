import { extended, type Sentence, type Token } from '../../model/index.ts';
import type { Irregular } from '../rule/match.ts';
import { withTokens } from '../with-tokens.ts';

/**
 * "The generals tore up the constitution", "The king fled": a past form that the lemmatiser has not learnt keeps itself, or what it guesses, as its
 * lemma and counts as present. The list of irregular forms (data/words/<lang>/irregular.tsv) says whose past it is.
 */
export function repairPast(
  sentence: Sentence,
  irregular: ReadonlyMap<string, Irregular>,
  fold: (text: string) => string,
): Sentence {
  if (irregular.size === 0) return sentence;
  let changed = false;
  const tokens = sentence.tokens.map((token) => {
    const past = pastOf(token, irregular, fold);
    changed ||= past !== undefined;
    return past ?? token;
  });
  return changed ? withTokens(sentence, tokens) : sentence;
}

function pastOf(
  token: Token,
  irregular: ReadonlyMap<string, Irregular>,
  fold: (text: string) => string,
): Token | undefined {
  if (token.upos !== 'VERB') return undefined;
  const [form, lemma] = [fold(token.form), fold(token.lemma)];
  const isPresent = token.feats['Tense'] === 'Pres';
  const known = pastIn(irregular, form);
  if (known !== undefined && (isPresent || lemma !== known))
    return extended(token, { lemma: known, feats: extended(token.feats, { Tense: 'Past' }) });
  // not "need", "succeed"
  const isRegular = form.endsWith('ed') && lemma !== form;
  return isPresent && isRegular ? extended(token, { feats: extended(token.feats, { Tense: 'Past' }) }) : undefined;
}

/** Not of "cut" and "hit", where nothing shows the tense; "tapes" and "taping" stand in the list for their lemma. */
function pastIn(irregular: ReadonlyMap<string, Irregular>, form: string): string | undefined {
  const known = irregular.get(form);
  if (known?.wordClass !== 'V' || known.lemma === form || /(?:s|ing)$/u.test(form)) return undefined;
  return known.lemma;
}
