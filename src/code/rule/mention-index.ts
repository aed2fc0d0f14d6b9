import type { Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

const NESTED = ['nmod:poss', 'nmod', 'amod', 'compound', 'flat', 'appos', 'obl', 'det'];
const SIDE_BY_SIDE = ['conj', 'appos'];

/** Which mention a token belongs to, and which mentions a noun phrase names. */
export class MentionIndex {
  private readonly byToken: (Mention | undefined)[];
  private readonly tree: SentenceTree;

  constructor(tree: SentenceTree, mentions: readonly Mention[]) {
    this.tree = tree;
    this.byToken = new Array(tree.tokens.length);
    for (const mention of mentions) {
      for (let i = mention.first; i <= mention.last; i++) {
        const other = this.byToken[i];
        if (!other || other.last - other.first < mention.last - mention.first) this.byToken[i] = mention;
      }
    }
  }

  at(i: number): Mention | undefined {
    return this.byToken[i];
  }

  /** Tokens that are part of a name and so no event words; role words stay readable. */
  nameTokens(): Set<number> {
    const tokens = new Set<number>();
    for (let i = 0; i < this.byToken.length; i++) if (this.byToken[i]) tokens.add(i);
    return tokens;
  }

  /** Mentions named by the noun phrase of a token: the head itself, its coordinates, else what it carries ("officials from Japan"). */
  ofPhrase(token: number): Mention[] {
    const found: Mention[] = [];
    this.collect(token, found, 0);
    return found;
  }

  private collect(token: number, found: Mention[], depth: number): void {
    if (depth > 4) return;
    const own = this.byToken[token];
    if (own) push(found, own);
    else this.collectNested(token, found, depth);
    for (const c of this.tree.dependents(token, ...SIDE_BY_SIDE)) {
      if (this.byToken[c] !== own || !own) this.collect(c, found, depth + 1);
    }
    if (own) this.collectCoordinates(own, found, depth);
  }

  /** A multiword mention may carry its coordination on another token than the one we came to. */
  private collectCoordinates(own: Mention, found: Mention[], depth: number): void {
    for (let i = own.first; i <= own.last; i++) {
      for (const c of this.tree.dependents(i, 'conj')) if (this.byToken[c] !== own) this.collect(c, found, depth + 1);
    }
  }

  private collectNested(token: number, found: Mention[], depth: number): void {
    for (const c of this.tree.dependents(token, ...NESTED)) {
      const mention = this.byToken[c];
      if (mention) {
        push(found, mention);
        this.collectCoordinates(mention, found, depth);
      } else if (['nmod', 'obl'].includes(this.tree.relation(c))) this.collectNested(c, found, depth + 1);
    }
  }
}

function push(found: Mention[], mention: Mention): void {
  if (!found.includes(mention)) found.push(mention);
}
