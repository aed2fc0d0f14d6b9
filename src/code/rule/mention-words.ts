import type { Actor, Mention } from '../../model/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';

const NESTED = ['nmod:poss', 'nmod', 'amod', 'compound', 'flat', 'appos', 'obl', 'det'];
/** The sector of armed movements. */
const REBELS = 'REB';
/** Cases that many names do not tell apart. */
const LOOK_ALIKE = [
  ['Dat', 'Loc'],
  ['Dat', 'Gen'],
  ['Nom', 'Acc'],
  ['Gen', 'Acc'],
];

/** Whether an adposition behind a word for people says whose they are. */
export type ComesFrom = (adposition: string, noun: string) => boolean;

/** What the language and the codebook's grammar say about names in phrases. */
export interface MentionGrammar {
  /** Adpositions that say where: "in", "near". */
  readonly locations: ReadonlySet<string>;
  /** Whether trees may hang a name away from its noun. */
  readonly freeOrder?: boolean;
  readonly comesFrom?: ComesFrom;
  /** Words between fighters and their name. */
  readonly bands?: ReadonlySet<string>;
}

/** "российско-китайские", "Rusya-Ukrayna": one word that names two. */
function isTwin(one: Mention, other: Mention): boolean {
  const isWord = ({ first, last, actors }: Mention): boolean => first === last && actors.length > 0;
  return isWord(one) && isWord(other) && one.end <= other.start;
}

/** Which mention a token belongs to, and how mentions stand to the words around them. */
export class MentionWords {
  protected readonly byToken: (Mention | undefined)[];
  /** The second of two states in one word, by its token. */
  protected readonly twins = new Map<number, Mention>();
  protected readonly tree: SentenceTree;
  protected readonly freeOrder: boolean;
  protected readonly comesFrom: ComesFrom;
  private readonly locations: ReadonlySet<string>;
  private readonly bands: ReadonlySet<string>;

  constructor(tree: SentenceTree, mentions: readonly Mention[], grammar: MentionGrammar) {
    this.tree = tree;
    this.locations = grammar.locations;
    this.freeOrder = grammar.freeOrder ?? false;
    this.comesFrom = grammar.comesFrom ?? (() => false);
    this.bands = grammar.bands ?? new Set();
    this.byToken = new Array(tree.tokens.length);
    for (const mention of mentions) {
      if (this.isHalfOfCompound(mention) || this.isModifier(mention)) continue;
      for (let i = mention.first; i <= mention.last; i++) {
        const other = this.byToken[i];
        if (!other || other.last - other.first < mention.last - mention.first) this.byToken[i] = mention;
        else if (isTwin(other, mention)) this.twins.set(i, mention);
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

  /** Whether a phrase says where: by its adposition, or by adposition and case ("в+loc": "в Москве", not "в Москву"). */
  isLocation(token: number): boolean {
    // "in Aden harbour", "near Kabul airport": the noun behind the name has the adposition
    const isPart = this.tree.relation(token) === 'compound' && this.tree.upos(token) === 'PROPN';
    const marker = this.tree.marker(token) ?? (isPart ? this.tree.marker(this.tree.head(token)) : undefined);
    if (marker === undefined) return false;
    const given = this.tree.tokens[token]!.feats['Case'];
    return (
      this.locations.has(marker) || (given !== undefined && this.locations.has(`${marker}+${given.toLowerCase()}`))
    );
  }

  /**
   * "колумбийские партизаны ЭЛН", "ливанская «Хезболла»": fighters of a country are those of the movement that is named
   * right behind them.
   */
  protected followers(own: Mention | undefined): Mention | undefined {
    const leads = own && (this.isAdjective(own) || this.isBand(own) || own.actors.some(isRebel));
    if (!own || !leads) return own;
    let at = own.last + 1;
    // "боевики из «Сендеро луминосо»", "бойцы группировки «Мауте»"
    while (at <= own.last + 3 && this.isBeforeBand(at)) at += 1;
    const next = this.byToken[at];
    if (!next || next === own || next.kind !== 'name') return own;
    return next.actors.some(isRebel) ? next : own;
  }

  /** One word that says of what country the next one is. */
  private isAdjective({ first, last, kind }: Mention): boolean {
    return this.freeOrder && first === last && kind === 'name' && this.tree.upos(last) === 'ADJ';
  }

  /** "сомалийская группировка «Аш-Шабаб»" */
  private isBand({ head, kind }: Mention): boolean {
    return kind !== 'name' && this.freeOrder && this.bands.has(this.tree.lemma[head]!);
  }

  private isBeforeBand(at: number): boolean {
    return /^[«"“]$/.test(this.tree.form[at] ?? '') || this.bands.has(this.tree.lemma[at] ?? '');
  }

  /** "журналиста из Франции": people whom no adjective makes somebody's are those of the place they come from. */
  protected compatriots(own: Mention | undefined): Mention | undefined {
    if (!own || (own.kind !== 'role' && own.kind !== 'group') || own.first !== own.last) return undefined;
    const place = this.byToken[own.last + 2];
    if (!place || place.first !== own.last + 2 || place.kind === 'role' || place.actors.length === 0) return undefined;
    return this.comesFrom(this.tree.form[own.last + 1]!, this.tree.lemma[own.head]!) ? place : undefined;
  }

  /** "Vučić, Ankara ile Bakü arasındaki bağları övdü": what stands with a postposition belongs to it, not to the subject before. */
  protected isBeforePostposition({ last }: Mention): boolean {
    const { tree } = this;
    if (tree.tokens[last + 1] === undefined || tree.relation(last + 1) !== 'case') return false;
    // "Россию и Украину к перемирию": a preposition belongs to what follows
    return tree.head(last + 1) <= last && !/^['’]/.test(tree.form[last + 1]!);
  }

  /** "Fransa, Kiev ve Moskova'yı çağırdı": members of a list share their case, a subject before it does not. */
  protected differsInCase(own: Mention, next: Mention): boolean {
    const [a, b] = [own, next].map(({ head }) => this.tree.tokens[head]!.feats['Case']);
    if (a === undefined || b === undefined || a === b) return false;
    return !this.freeOrder || !LOOK_ALIKE.some((cases) => cases.includes(a) && cases.includes(b));
  }

  /** An adjective that stands for people of the same kind as the noun behind it. */
  protected sharesNoun({ head, kind, actors }: Mention, own: Mention): boolean {
    if (this.freeOrder || kind === 'pronoun' || actors.length === 0 || own.actors.length === 0) return false;
    const sameKind = kind === 'group' && own.kind === 'group' && actors[0]!.sector === own.actors[0]!.sector;
    return sameKind || (this.tree.upos(head) === 'ADJ' && own.first < own.last);
  }

  /** "military cooperation": a word for a group that only modifies another noun names nobody. */
  private isModifier({ kind, first, last, head, text }: Mention): boolean {
    if (kind !== 'group' || first !== last || !/^\p{Ll}/u.test(text)) return false;
    return ['amod', 'compound', 'nmod:poss'].includes(this.tree.relation(head)) && this.tree.head(head) > last;
  }

  /** "Russian-led", "U.S.-backed": the name is part of an adjective. */
  private isHalfOfCompound({ last }: Mention): boolean {
    const { tokens } = this.tree;
    const dash = tokens[last + 1];
    const next = tokens[last + 2];
    return (
      dash !== undefined &&
      next !== undefined &&
      dash.form === '-' &&
      dash.end === next.start &&
      (next.upos === 'VERB' || next.upos === 'ADJ')
    );
  }

  /** Those in the genitive, or before their noun with an apostrophe. */
  protected owners(token: number): number[] {
    const { tree } = this;
    return tree
      .dependents(token, 'nmod:poss', 'nmod')
      .filter((c) => tree.relation(c) === 'nmod:poss' || (c < token && /^['’]s?$/.test(tree.marker(c) ?? '')));
  }

  /** What a noun carries; "израильских частей из Газы" are those of the adjective where order is free. */
  protected carried(token: number): number[] {
    const all = this.tree.dependents(token, ...NESTED);
    if (!this.freeOrder) return all;
    const bare = all.filter((c) => this.tree.marker(c) === undefined);
    return bare.some((c) => (this.byToken[c]?.actors.length ?? 0) > 0) ? bare : all;
  }
}

function isRebel({ sector }: Actor): boolean {
  return sector === REBELS;
}
