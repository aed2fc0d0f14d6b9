import type { Mention } from '../../model/index.ts';
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
const SIDE_BY_SIDE = ['conj', 'appos'];

/** Whether an adposition behind a word for people says whose they are. */
export type ComesFrom = (adposition: string, noun: string) => boolean;

/** Which mention a token belongs to, and which mentions a noun phrase names. */
export class MentionIndex {
  private readonly byToken: (Mention | undefined)[];
  private readonly tree: SentenceTree;

  private readonly locations: ReadonlySet<string>;
  private readonly freeOrder: boolean;
  private readonly comesFrom: ComesFrom;
  private readonly bands: ReadonlySet<string>;

  /** `locations`: adpositions that say where ("in", "near"); `freeOrder`: trees may hang a name away from its noun; `bands`: words between fighters and their name. */
  constructor(
    tree: SentenceTree,
    mentions: readonly Mention[],
    locations: ReadonlySet<string>,
    freeOrder = false,
    comesFrom: ComesFrom = () => false,
    bands: ReadonlySet<string> = new Set(),
  ) {
    this.bands = bands;
    this.tree = tree;
    this.comesFrom = comesFrom;
    this.locations = locations;
    this.freeOrder = freeOrder;
    this.byToken = new Array(tree.tokens.length);
    for (const mention of mentions) {
      if (this.isHalfOfCompound(mention) || this.isModifier(mention)) continue;
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

  /**
   * Mentions named by the noun phrase of a token: the head itself, its coordinates, else what it carries ("officials
   * from Japan"). A place where something happens ("talks in Geneva") is no party unless `places` says so.
   */
  ofPhrase(token: number, places = false): Mention[] {
    const found: Mention[] = [];
    this.collect(token, found, 0);
    return places ? found : found.filter((mention) => !this.isScene(mention));
  }

  private isScene(mention: Mention): boolean {
    return mention.kind === 'place' && this.isLocation(mention.head);
  }

  /** Whether a phrase says where: by its adposition, or by adposition and case ("в+loc": "в Москве", not "в Москву"). */
  isLocation(token: number): boolean {
    const marker = this.tree.marker(token);
    if (marker === undefined) return false;
    const given = this.tree.tokens[token]!.feats['Case'];
    return (
      this.locations.has(marker) || (given !== undefined && this.locations.has(`${marker}+${given.toLowerCase()}`))
    );
  }

  private collect(token: number, found: Mention[], depth: number): void {
    if (depth > 4) return;
    const own = this.followers(this.byToken[token]);
    const home = this.compatriots(own);
    if (home) push(found, home);
    else if (own) {
      push(found, own);
      this.collectHolder(own, found);
      // "hackers from Japan": whose people they are stands below
      if (own.actors.length === 0) this.collectNested(token, found, depth);
      this.collectList(own, found);
    } else {
      const before = found.length;
      this.collectNested(token, found, depth);
      if (found.length === before && this.freeOrder) this.collectBehind(token, found);
    }
    for (const c of this.tree.dependents(token, ...SIDE_BY_SIDE)) {
      if (this.byToken[c] !== own || !own) this.collect(c, found, depth + 1);
    }
    if (own) {
      this.collectCoordinates(own, found, depth);
      this.collectBefore(own, found);
      this.collectAdjectives(own, found);
      this.collectJoined(own, found);
    }
  }

  /** "Bhutan, Israel establish ties": names that open a headline with commas between them act together. */
  private collectBefore(own: Mention, found: Mention[]): void {
    const joined = this.tree.upos(own.last + 1) === 'CCONJ' ? this.byToken[own.last + 2] : undefined;
    const next = (joined ?? own).last + 1;
    const headed = this.tree.upos(next) === 'VERB' || this.tree.upos(next) === 'AUX' || this.tree.upos(next) === 'PART';
    if (!headed) return;
    const list: Mention[] = [];
    let at = own;
    while (at.first > 1 && this.tree.form[at.first - 1] === ',') {
      const before = this.byToken[at.first - 2];
      if (!before || before.last !== at.first - 2 || before.kind === 'pronoun' || before.actors.length === 0) return;
      if (this.differsInCase(own, before)) return;
      list.push(before);
      at = before;
    }
    if (at.first === 0 && list.every((one) => !sharesCode(one, own))) for (const one of list) push(found, one);
  }

  /** "Kazakh, Azeri and Turkish generals", "Australian, New Zealand envoys": adjectives before one noun, wherever the tree hangs them. */
  private collectAdjectives(own: Mention, found: Mention[]): void {
    let next = own;
    for (let at = own.first - 1; this.tree.form[at] === ',' || this.tree.upos(at) === 'CCONJ'; at = next.first - 1) {
      const before = this.byToken[at - 1];
      if (!before || before.first !== at - 1 || !this.sharesNoun(before, own)) return;
      push(found, before);
      next = before;
    }
  }

  /** An adjective that stands for people of the same kind as the noun behind it. */
  private sharesNoun({ head, kind, actors }: Mention, own: Mention): boolean {
    if (this.freeOrder || kind === 'pronoun' || actors.length === 0 || own.actors.length === 0) return false;
    const sameKind = kind === 'group' && own.kind === 'group' && actors[0]!.sector === own.actors[0]!.sector;
    return sameKind || (this.tree.upos(head) === 'ADJ' && own.first < own.last);
  }

  /** "заявила протест Москве и Сеулу": the first of two, where order is free and the tree hangs it elsewhere. */
  private collectJoined(own: Mention, found: Mention[]): void {
    if (!this.freeOrder || this.tree.upos(own.first - 1) !== 'CCONJ') return;
    const before = this.byToken[own.first - 2];
    if (!before || before.last !== own.first - 2 || before.kind === 'pronoun' || before.actors.length === 0) return;
    const apart = this.tree.relation(before.head).startsWith('nsubj') || this.tree.marker(own.head) !== undefined;
    if (apart || this.tree.marker(before.head) !== undefined) return;
    const given = this.tree.tokens[before.head]!.feats['Case'];
    if (given !== 'Nom' && !this.differsInCase(own, before)) push(found, before);
  }

  /** "колумбийские партизаны ЭЛН": fighters of a country are those of the movement that is named right behind them. */
  private followers(own: Mention | undefined): Mention | undefined {
    if (!own?.actors.some(({ sector }) => sector === REBELS)) return own;
    let at = own.last + 1;
    // "боевики из «Сендеро луминосо»", "бойцы группировки «Мауте»"
    while (at <= own.last + 3 && this.isBeforeBand(at)) at += 1;
    const next = this.byToken[at];
    if (!next || next === own || next.kind !== 'name') return own;
    return next.actors.some(({ sector }) => sector === REBELS) ? next : own;
  }

  private isBeforeBand(at: number): boolean {
    return /^[«"“]$/.test(this.tree.form[at] ?? '') || this.bands.has(this.tree.lemma[at] ?? '');
  }

  /** "журналиста из Франции": people whom no adjective makes somebody's are those of the place they come from. */
  private compatriots(own: Mention | undefined): Mention | undefined {
    if (!own || (own.kind !== 'role' && own.kind !== 'group') || own.first !== own.last) return undefined;
    const place = this.byToken[own.last + 2];
    if (!place || place.first !== own.last + 2 || place.kind === 'role' || place.actors.length === 0) return undefined;
    return this.comesFrom(this.tree.form[own.last + 1]!, this.tree.lemma[own.head]!) ? place : undefined;
  }

  /** "глава МИД Франции": whoever stands right behind an office of no known state holds it. */
  private collectHolder(own: Mention, found: Mention[]): void {
    const next = this.byToken[own.last + 1];
    if (own.actors.length === 0 && next && next.first === own.last + 1 && next.actors.length > 0) push(found, next);
  }

  /** "удар США": a bare name right behind a noun belongs to it, wherever the tree hangs it. */
  private collectBehind(token: number, found: Mention[]): void {
    const next = this.byToken[token + 1];
    if (!next || next.first !== token + 1 || this.tree.upos(token) !== 'NOUN') return;
    if (this.tree.marker(next.head) === undefined && !this.tree.relation(next.head).startsWith('nsubj'))
      push(found, next);
  }

  /** A multiword mention may carry its coordination on another token than the one we came to. */
  private collectCoordinates(own: Mention, found: Mention[], depth: number): void {
    for (let i = own.first; i <= own.last; i++) {
      for (const c of this.tree.dependents(i, 'conj')) if (this.byToken[c] !== own) this.collect(c, found, depth + 1);
      // "Russian and Chinese troops": the last adjective is in the mention, the first one hangs outside
      const head = this.tree.head(i);
      const before = this.tree.relation(i) === 'conj' && head >= 0 ? this.byToken[head] : undefined;
      if (before && before !== own && head < own.first) push(found, before);
      for (const c of this.tree.dependents(i, 'amod')) {
        const beside = this.byToken[c];
        if (beside && beside !== own && this.tree.dependents(c, 'conj').length > 0) push(found, beside);
      }
    }
  }

  /** "the EU, the United States and Norway" where the tree hangs the rest of the list elsewhere. */
  private collectList(own: Mention, found: Mention[]): void {
    const pending: Mention[] = [];
    let last = own;
    for (let steps = 0; steps < 12; steps++) {
      let i = last.last + 1;
      const comma = this.tree.form[i] === ',';
      if (comma) i += 1;
      const joined = this.tree.upos(i) === 'CCONJ';
      if (joined) i += 1;
      if (!comma && !joined) return;
      if (this.tree.upos(i) === 'DET') i += 1;
      const next = this.byToken[i];
      // "to Iran, Sudan, and with conditions, Cuba": a conjunction without its member ends the list all the same
      if (!next && comma && joined && pending.length > 1) for (const mention of pending.splice(0)) push(found, mention);
      if (!next || next.first !== i || next.kind === 'pronoun' || this.tree.relation(next.head).startsWith('nsubj'))
        return;
      if (this.differsInCase(own, next) || this.isBeforePostposition(next)) return;
      pending.push(next);
      last = next;
      // only a conjunction, or the end of a headline, shows that the commas before it made a list
      const ends = comma && next.last === this.tree.tokens.length - 1 && !sharesCode(own, next);
      if (joined || ends) for (const mention of pending.splice(0)) push(found, mention);
    }
  }

  /** "Vučić, Ankara ile Bakü arasındaki bağları övdü": what stands with a postposition belongs to it, not to the subject before. */
  private isBeforePostposition({ last }: Mention): boolean {
    const { tree } = this;
    if (tree.tokens[last + 1] === undefined || tree.relation(last + 1) !== 'case') return false;
    // "Россию и Украину к перемирию": a preposition belongs to what follows
    return tree.head(last + 1) <= last && !/^['’]/.test(tree.form[last + 1]!);
  }

  /** "Fransa, Kiev ve Moskova'yı çağırdı": members of a list share their case, a subject before it does not. */
  private differsInCase(own: Mention, next: Mention): boolean {
    const [a, b] = [own, next].map(({ head }) => this.tree.tokens[head]!.feats['Case']);
    if (a === undefined || b === undefined || a === b) return false;
    return !this.freeOrder || !LOOK_ALIKE.some((cases) => cases.includes(a) && cases.includes(b));
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
  private owners(token: number): number[] {
    const { tree } = this;
    return tree
      .dependents(token, 'nmod:poss', 'nmod')
      .filter((c) => tree.relation(c) === 'nmod:poss' || (c < token && /^['’]s?$/.test(tree.marker(c) ?? '')));
  }

  /** What a noun carries; "израильских частей из Газы" are those of the adjective where order is free. */
  private carried(token: number): number[] {
    const all = this.tree.dependents(token, ...NESTED);
    if (!this.freeOrder) return all;
    const bare = all.filter((c) => this.tree.marker(c) === undefined);
    return bare.some((c) => (this.byToken[c]?.actors.length ?? 0) > 0) ? bare : all;
  }

  private collectNested(token: number, found: Mention[], depth: number): void {
    // "Russia's attack on Kyiv": the noun is its owner's
    const owners = this.owners(token).filter((c) => (this.byToken[c]?.actors.length ?? 0) > 0);
    for (const c of owners.length > 0 ? owners : this.carried(token)) {
      const mention = this.byToken[c];
      if (mention) {
        push(found, mention);
        this.collectCoordinates(mention, found, depth);
        // "US Predator attacks": the owner of a word before the noun
      } else if (['nmod', 'obl', 'compound'].includes(this.tree.relation(c))) this.collectNested(c, found, depth + 1);
    }
    const isOpen = found.every(({ actors }) => actors.length === 0);
    if (isOpen && depth === 0 && !this.freeOrder) this.collectUsers(token, found);
  }

  /** "two bases used by American troops", "a town held by rebels": whose a thing is by what a participle says of it. */
  private collectUsers(token: number, found: Mention[]): void {
    for (const verb of this.tree.dependents(token, 'acl'))
      for (const c of this.tree.dependents(verb, 'obl:agent', 'obl')) {
        if (this.tree.relation(c) === 'obl' && !this.comesFrom(this.tree.marker(c) ?? '', this.tree.lemma[verb]!))
          continue;
        const mention = this.byToken[c];
        if (mention) push(found, mention);
      }
  }
}

/** "Putin, Russia's president": one state twice is an apposition. */
function sharesCode(a: Mention, b: Mention): boolean {
  return a.actors.some((one) => b.actors.some(({ code }) => code === one.code));
}

function push(found: Mention[], mention: Mention): void {
  if (!found.includes(mention)) found.push(mention);
}
