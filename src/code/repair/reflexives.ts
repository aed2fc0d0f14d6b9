import type { Grammar } from '../../codebook/index.ts';
import { extended, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/** Whether the lexicon has lines for a verb in its base form. */
export type KnowsVerb = (lemma: string) => boolean;

/**
 * "Вводятся санкции", "передаются гаубицы": where a verb makes its passive with an ending (grammar kind
 * `passive-ending`), a thing as the subject of such a form is what the verb is done to.
 */
export function repairReflexives(
  sentence: Sentence,
  mentions: readonly Mention[],
  grammar: Grammar,
  knows: KnowsVerb,
): Sentence {
  const endings = [...grammar.words('passive-ending')];
  if (endings.length === 0) return sentence;
  const tokens = [...sentence.tokens];
  let changed = false;
  for (const [i, token] of tokens.entries()) {
    const base = baseOf(token, endings);
    if (base === undefined || knows(token.lemma) || !knows(base)) continue;
    const subject = tokens.findIndex(({ head, deprel }) => head === i && deprel.startsWith('nsubj'));
    if (subject < 0 || !isThing(tokens[subject]!) || mentions.some(({ head }) => head === subject)) continue;
    tokens[i] = extended(token, { lemma: base, feats: extended(token.feats, { Voice: 'Pass' }) });
    tokens[subject] = { ...tokens[subject]!, deprel: 'nsubj:pass' };
    changed = true;
  }
  return changed ? withTokens(sentence, tokens) : sentence;
}

function baseOf({ upos, lemma, feats }: Token, endings: readonly string[]): string | undefined {
  if (upos !== 'VERB' || feats['Person'] === '1' || feats['Person'] === '2') return undefined;
  // a perfective form tells what happens by itself ("сорвутся")
  if (feats['Aspect'] !== 'Imp' || feats['Tense'] === 'Fut') return undefined;
  const ending = endings.find((one) => lemma.endsWith(one));
  return ending === undefined ? undefined : lemma.slice(0, -ending.length);
}

function isThing({ upos, feats }: Token): boolean {
  return upos === 'NOUN' && feats['Animacy'] !== 'Anim';
}
