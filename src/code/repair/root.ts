import type { Mention, Sentence, Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

/** Whether a folded form can be a verb that the lexicon knows. */
export type MayBeVerb = (form: string) => boolean;

/**
 * "Turkey shot down a Russian warplane": after a name the tagger sometimes takes the verb for a noun and builds the
 * clause as one noun phrase. Where the root is such a noun right behind an actor, it becomes the verb it can be, the
 * actor its subject, and the bare phrase after it its object.
 */
export function repairRoot(sentence: Sentence, mentions: readonly Mention[], mayBeVerb: MayBeVerb): Sentence {
  const { tokens } = sentence;
  const root = tokens.findIndex((token) => token.head < 0);
  const noun = tokens[root];
  if (!noun || (noun.upos !== 'NOUN' && noun.upos !== 'ADJ') || tokens.some((token) => isFiniteVerb(token)))
    return sentence;
  const actor = mentions.find((mention) => behind(tokens, mention, root) && mention.actors.length > 0);
  if (!actor || !mayBeVerb(noun.form) || tokens[root + 1]?.form === 'of') return sentence;
  return withTokens(
    sentence,
    tokens.map((token, i) => repaired(tokens, { token, i, root, actor })),
  );
}

function isFiniteVerb(token: Token): boolean {
  return (token.upos === 'VERB' || token.upos === 'AUX') && token.feats['VerbForm'] === 'Fin';
}

/** The mention ends right before the root, with at most an adverb between. */
function behind(tokens: readonly Token[], mention: Mention, root: number): boolean {
  return mention.last === root - 1 || (mention.last === root - 2 && tokens[root - 1]?.upos === 'ADV');
}

interface Place {
  readonly token: Token;
  readonly i: number;
  readonly root: number;
  readonly actor: Mention;
}

function repaired(tokens: readonly Token[], { token, i, root, actor }: Place): Token {
  if (i === root) return { ...token, upos: 'VERB', feats: { Mood: 'Ind', Tense: 'Past', VerbForm: 'Fin' } };
  if (i === actor.head) return { ...token, head: root, deprel: 'nsubj' };
  if (token.head !== root || i < root || token.deprel !== 'nmod') return token;
  const marked = tokens.some((other) => other.head === i && other.deprel === 'case');
  return { ...token, deprel: marked ? 'obl' : 'obj' };
}
