import { type Attribution, extended, type Mention, textSpan } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Act } from './act.ts';
import type { Parties } from './participants.ts';

/**
 * Deeds that stand under an accusation or praise of the same sentence ("suspects Russia of shelling …"): they are the
 * accuser's word, not the narrator's, even where no statement was found.
 */
export class Claims {
  private readonly byToken = new Map<number, Attribution>();
  private readonly claimants = new Map<number, readonly Mention[]>();
  private readonly text: string;
  private readonly tree: SentenceTree;

  constructor(text: string, tree: SentenceTree) {
    this.text = text;
    this.tree = tree;
  }

  /** Remembers what an accusing or praising act claims. */
  note(act: Act, { actor }: Parties): void {
    const mention = actor.find((one) => one.actors.length === 1);
    if (!act.claims || !act.inner || !mention) return;
    const word = this.tree.tokens[act.token]!;
    const { start, end, text } = mention;
    const speaker = extended(mention.actors[0]!, { mention: { start, end, text } });
    const attribution: Attribution = { speaker, cue: textSpan(this.text, word.start, word.end), direct: false };
    for (let i = 0; i < this.tree.tokens.length; i++) {
      if (!this.tree.isUnder(i, act.inner.token)) continue;
      this.byToken.set(i, attribution);
      this.claimants.set(i, actor);
    }
  }

  /** Who accuses or praises somebody of the act at a token. */
  by(token: number): readonly Mention[] | undefined {
    return this.claimants.get(token);
  }

  /** On whose word the act at a token is told, if on anybody's. */
  on(token: number): Attribution | undefined {
    return this.byToken.get(token);
  }
}
