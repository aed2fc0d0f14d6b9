import type { Mention } from '../../model/index.ts';
import { MentionWords } from './mention-words.ts';

const SIDE_BY_SIDE = ['conj', 'appos'];

/** Which mentions a noun phrase names: its head, coordinates, and what it carries. */
export class MentionIndex extends MentionWords {
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

  private collect(token: number, found: Mention[], depth: number): void {
    if (depth > 4) return;
    const own = this.followers(this.byToken[token]);
    const bearer = this.bearerOf(own);
    if (bearer) {
      push(found, bearer);
      return;
    }
    const home = this.compatriots(own);
    if (home) push(found, home);
    else if (own) {
      this.pushBoth(found, own);
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
      if ((this.byToken[c] !== own || !own) && !this.isRenamed(own, c)) this.collect(c, found, depth + 1);
    }
    if (own) {
      this.collectCoordinates(own, found, depth);
      this.collectBefore(own, found);
      this.collectAdjectives(own, found);
      this.collectJoined(own, found);
    }
  }

  /** "российско-китайские учения": of a word that names two both are meant. */
  private pushBoth(found: Mention[], own: Mention): void {
    push(found, own);
    const twin = own.first === own.last ? this.twins.get(own.first) : undefined;
    if (twin && this.byToken[own.first] === own) push(found, twin);
  }

  /** "The minister for Asia, Ann Smith, visited": a role that has its state from the text around is whoever the name behind it says. */
  private bearerOf(own: Mention | undefined): Mention | undefined {
    if (!own?.inherited || own.kind !== 'role') return undefined;
    const named = this.tree.dependents(own.head, 'appos').map((c) => this.byToken[c]);
    return named.find((one) => one?.kind === 'name' && one.actors.length === 1 && one.actors[0]!.office !== undefined);
  }

  /** "Kenya, the state's fiercest foe": whose foe somebody is called is no second side. */
  private isRenamed(own: Mention | undefined, c: number): boolean {
    if (!own || own.actors.length === 0 || this.byToken[c] || this.tree.relation(c) !== 'appos') return false;
    return this.tree.dependents(c, 'nmod', 'nmod:poss').some((owner) => owner < c && this.byToken[owner] !== undefined);
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

  /** "глава МИД Франции": whoever stands right behind an office of no known state holds it. */
  private collectHolder(own: Mention, found: Mention[]): void {
    const next = this.byToken[own.last + 1];
    if (own.actors.length > 0 || !next || next.first !== own.last + 1 || next.actors.length === 0) return;
    // "saldırgan Azerbaycan'ın elçiliğine girdi": where order is not free another case is another part of the sentence
    if (this.freeOrder || !this.differsInCase(own, next)) push(found, next);
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
      // "Said ile Libya dosyasını": a word for "with" that is the case of a name joins nothing
      const joined = this.tree.upos(i) === 'CCONJ' && this.tree.relation(i) !== 'case';
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

  private collectNested(token: number, found: Mention[], depth: number): void {
    // "Russia's attack on Kyiv": the noun is its owner's
    const owners = this.owners(token).filter((c) => (this.byToken[c]?.actors.length ?? 0) > 0);
    for (const c of owners.length > 0 ? owners : this.carried(token)) {
      const mention = this.byToken[c];
      if (mention) {
        this.pushBoth(found, mention);
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
