import type { Grammar } from '../../codebook/index.ts';
import type { Mention, Sentence, Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';
import type { MayBeVerb } from './root.ts';

/**
 * "Trump, Putin talk for two hours", "Riyadh, Cairo rally behind Abdullah": two names with a comma between that open a
 * sentence are the subject of the bare verb behind them, whatever the parser made of it (where subjects stand before
 * their verbs: grammar kind `adjacent`).
 */
export function repairHeadline(
  sentence: Sentence,
  mentions: readonly Mention[],
  grammar: Grammar,
  mayBeVerb: MayBeVerb,
): Sentence {
  const pair = openingPair(sentence.tokens, mentions);
  if (!pair) return planned(sentence, mentions, grammar);
  const { tokens } = sentence;
  const { first, second } = pair;
  const verb = second.last + 1;
  const word = tokens[verb]!;
  if (word.upos === 'VERB') {
    if (word.feats['VerbForm'] !== 'Fin') return sentence;
  } else if (!['NOUN', 'ADV', 'ADJ'].includes(word.upos) || tokens.some(isFiniteVerb) || !mayBeVerb(word.form))
    return sentence;
  return withTokens(
    sentence,
    tokens.map((token, i) => placed(tokens, { token, i, verb, first, second })),
  );
}

/** Two known parties, "A, B" at the very beginning and a word behind them that no comma follows. */
function openingPair(
  tokens: readonly Token[],
  mentions: readonly Mention[],
): { readonly first: Mention; readonly second: Mention } | undefined {
  const first = mentions.find((one) => one.first === 0);
  if (!first || tokens[first.last + 1]?.form !== ',') return undefined;
  const second = mentions.find((one) => one.first === first.last + 2);
  if (!second || !isParty(first) || !isParty(second) || first.actors[0]!.code === second.actors[0]!.code)
    return undefined;
  const next = tokens[second.last + 1];
  return next && next.upos !== 'PUNCT' && tokens[second.last + 2]?.form !== ',' ? { first, second } : undefined;
}

function isParty({ actors, kind }: Mention): boolean {
  return actors.length > 0 && kind !== 'pronoun';
}

function isFiniteVerb({ upos, feats }: Token): boolean {
  return (upos === 'VERB' || upos === 'AUX') && feats['VerbForm'] === 'Fin';
}

/** "Trump to send units to the border": a name that the parser takes for the verb above the one that tells what is planned. */
function planned(sentence: Sentence, mentions: readonly Mention[], grammar: Grammar): Sentence {
  const { tokens } = sentence;
  const name = mentions.find((one) => one.first === 0 && isParty(one));
  const root = tokens.findIndex(({ head }) => head < 0);
  const verb = name ? name.last + 2 : -1;
  if (!name || root < 0 || root > name.last || tokens[verb]?.upos !== 'VERB') return sentence;
  if (!grammar.has('infinitive', tokens[verb - 1]!.form) || tokens.some((one, i) => i !== root && isFiniteVerb(one)))
    return sentence;
  return {
    ...sentence,
    tokens: tokens.map((token, i) => {
      if (i === verb) return { ...token, head: -1, deprel: 'root' };
      if (i === verb - 1) return { ...token, upos: 'AUX', head: verb, deprel: 'aux' };
      if (i === name.head) return { ...token, upos: 'PROPN', feats: {}, head: verb, deprel: 'nsubj' };
      return token.head === root && i > verb ? { ...token, head: verb } : token;
    }),
  };
}

interface Place {
  readonly token: Token;
  readonly i: number;
  readonly verb: number;
  readonly first: Mention;
  readonly second: Mention;
}

function placed(tokens: readonly Token[], { token, i, verb, first, second }: Place): Token {
  if (i === first.head) return { ...token, head: verb, deprel: 'nsubj' };
  if (i === second.head) return { ...token, head: first.head, deprel: 'conj' };
  if (i !== verb)
    return token.head === first.head && i > verb ? { ...token, head: verb, deprel: oblique(tokens, i) } : token;
  if (token.upos === 'VERB') return token;
  return { ...token, upos: 'VERB', feats: { Mood: 'Ind', Tense: 'Pres', VerbForm: 'Fin' }, head: -1, deprel: 'root' };
}

/** What hung on the name behind the verb belongs to the verb. */
function oblique(tokens: readonly Token[], i: number): string {
  const { deprel } = tokens[i]!;
  if (deprel !== 'nmod') return deprel;
  return tokens.some(({ head, deprel: other }) => head === i && other === 'case') ? 'obl' : 'obj';
}
