import type { Mention, Sentence } from '../../model/index.ts';
import { type FormWords, NOMINATIVE, type Predicate } from './clause-forms.ts';
import { ClauseLinks, RELATION_OF } from './clause-links.ts';

/**
 * Trees of languages that put the verb last and mark every role by a suffix are rebuilt from the suffixes (grammar kind `order`):
 * a bare name is the subject of the finite verb its clause ends in, a name with a case belongs to the next verb form, a
 * genitive to the noun or verb form that agrees with it. Where the suffixes decide nothing, the tree stays.
 */
export function repairOrder(sentence: Sentence, mentions: readonly Mention[], words: FormWords): Sentence {
  if (!words.grammar.has('order', 'final') || mentions.length === 0) return sentence;
  return new Rebuild(sentence, mentions, words).sentence();
}

class Rebuild extends ClauseLinks {
  /** Mentions with a case that have found their verb. */
  private readonly placed = new Set<number>();
  /** The name that is the subject of a finite verb. */
  private readonly subjects = new Map<number, Mention>();

  sentence(): Sentence {
    if (this.predicates.length > 0) {
      this.linkPredicates();
      this.linkNouns();
      this.linkMentions();
    } else this.linkHeadline();
    this.breakCycles();
    const tokens = this.tokens.map((token, i) => {
      const { head, deprel } = this.links[i]!;
      const given = this.cases.get(i);
      const { Voice: voice, ...others } = token.feats;
      const feats = voice === undefined || this.isDeponent(i) ? others : token.feats;
      const upos = this.uposOf(i);
      return { ...token, upos, head, deprel, feats: given === undefined ? feats : { ...feats, Case: given } };
    });
    return { ...this.source, tokens };
  }

  private linkMentions(): void {
    const groups = this.groups();
    const named = new Set<number>();
    for (const group of groups) this.linkGroup(group, named);
    for (const group of groups) this.linkLate(group, named);
  }

  /** Mentions joined by conjunctions, and by commas where a conjunction ends the list; the case stands on the last one only. */
  private groups(): Mention[][] {
    const groups: Mention[][] = [];
    let end = -1;
    for (const mention of this.mentions) {
      if (mention.first <= end) continue;
      const group = groups.at(-1);
      if (group && this.joint(group.at(-1)!, mention) === 'conjunction') {
        this.takeCommas(groups, this.isBareName(mention) && this.adpositionAfter(mention.last) === undefined);
        groups.at(-1)!.push(mention);
      } else groups.push([mention]);
      end = mention.last;
    }
    return groups;
  }

  /** Draws the names before a comma into the list that a conjunction now ends; a subject before a list with a case stays out. */
  private takeCommas(groups: Mention[][], bare: boolean): void {
    while (groups.length > 1) {
      const [before, list] = [groups.at(-2)!, groups.at(-1)!];
      if (this.joint(before.at(-1)!, list[0]!) !== 'comma') return;
      if (!bare && (groups.length === 2 || this.joint(groups.at(-3)!.at(-1)!, before[0]!) !== 'comma')) return;
      groups.splice(-2, 2, [...before, ...list]);
    }
  }

  private joint(a: Mention, b: Mention): 'comma' | 'conjunction' | undefined {
    if (b.first - a.last !== 2 || !this.isBareName(a)) return undefined;
    const word = this.form[a.last + 1]!;
    if (word === ',') return 'comma';
    return this.grammar.has('conjunction', word) || this.isListedWith(a, word, b) ? 'conjunction' : undefined;
  }

  /** "İran ile Irak sınırı kapattı": names on both sides of a word for "with" that open a clause are a list. */
  private isListedWith(a: Mention, word: string, b: Mention): boolean {
    if (!this.grammar.has('list-with', word) || !this.mayOpen(a) || a.actors.length === 0) return false;
    const given = this.caseOf(b);
    return given !== 'Loc' && given !== 'Ins' && (b.kind === 'place') === (a.kind === 'place');
  }

  /** Whether no bare name, a subject, stands before a name in its clause. */
  private mayOpen({ first }: Mention): boolean {
    for (let i = first - 1; i >= 0 && !this.isPredicate(i); i--) {
      const before = this.inMention[i];
      if (before?.last === first - 1 && this.isBareName(before)) continue;
      if (before && this.isBareName(before) && this.adpositionAfter(before.last) === undefined) return false;
    }
    return true;
  }

  private linkGroup(group: readonly Mention[], named: Set<number>): void {
    const first = group[0]!;
    const last = group.at(-1)!;
    const given = this.caseOf(last);
    this.joinGroup(group, given);
    if (this.isModifier(last)) {
      this.set(last.head, last.last + 1, 'amod');
      return;
    }
    const marker = this.adpositionAfter(last.last);
    const at = this.nextPredicate[last.last + 1] ?? -1;
    const noun = this.endsWith('place-ending', last.last) ? this.nounAfter(last.last) : undefined;
    if (noun !== undefined) this.set(first.head, noun, 'nmod');
    else if (marker !== undefined) this.linkMarked(first, marker, at);
    else if (given === 'Gen') this.linkGenitive(first.head, last.last);
    else if (given === NOMINATIVE) this.linkBare(first, last, named);
    else if (!this.linkToNoun(first, last, at)) this.linkToVerb(first, at, given);
  }

  /** Members of a list hang on the first one; all share the case that stands on the last. */
  private joinGroup(group: readonly Mention[], given: string): void {
    for (const other of group.slice(1)) {
      this.set(other.head, group[0]!.head, 'conj');
      if (this.grammar.has('list-with', this.form[other.first - 1]!)) this.set(other.first - 1, other.head, 'cc');
    }
    for (const { head } of group) this.cases.set(head, given);
  }

  private linkMarked({ head }: Mention, marker: number, at: number): void {
    this.set(marker, head, 'case');
    const word = this.form[marker]!;
    const noun = this.grammar.has('attributive', word) ? this.nounAfter(marker) : undefined;
    if (noun !== undefined) {
      this.set(head, noun, 'nmod');
      return;
    }
    if (at >= 0) {
      this.set(head, this.predicates[at]!.token, this.grammar.has('agent', word) ? 'obl:agent' : 'obl');
      return;
    }
    this.set(head, this.predicates.at(-1)!.token, 'obl');
    return;
  }

  /** "Türkiye işgali kınadı": an accusative that looks like "the Turkish occupation". */
  private isDeedDoneTo(noun: number): boolean {
    return this.links[noun]!.deprel === 'obj' && this.grammar.has('deed-noun', this.lemma[noun]!);
  }

  private linkBare(first: Mention, last: Mention, named: Set<number>): void {
    const next = last.last + 1;
    const office = this.inMention[next];
    if (office && this.isOffice(office)) {
      this.set(first.head, office.head, 'nmod');
      return;
    }
    // "Terör örgütü DEAŞ": a bare word for a group that names nobody stands before its name
    if (office && last.actors.length === 0 && office.kind === 'name' && office.actors.length > 0) {
      this.set(first.head, office.head, 'nmod');
      return;
    }
    const owned = this.isPlainNoun(next) && this.isPossessed(this.phraseHead(next));
    if (owned && !this.isDeedDoneTo(this.phraseHead(next))) {
      this.set(first.head, this.phraseHead(next), 'nmod:poss');
      return;
    }
    const at = this.nextPredicate[next] ?? -1;
    if (at < 0) return;
    const verb = this.finiteFrom(at);
    if (named.has(verb) || this.isOurs(verb)) {
      if (this.linkRival(first, last, verb)) return;
      // "Tacik muhafızlara": behind a subject a bare name before a noun says whose it is
      if (this.isPlainNoun(next) && !this.isOurs(verb)) {
        this.set(first.head, this.phraseHead(next), 'nmod');
        return;
      }
      // a second bare name is an accusative that looks like a possessed noun: "sığınmacıları"
      if (!this.isPossessed(last.last) && !this.hasShape(last.last, 'Acc')) return;
      this.cases.set(first.head, 'Acc');
      this.set(first.head, this.predicates[at]!.token, 'obj');
      return;
    }
    named.add(verb);
    this.subjects.set(verb, first);
    this.set(first.head, verb, this.isPassive(verb) ? 'nsubj:pass' : 'nsubj');
  }

  /**
   * Of two bare names before one finite verb the first belongs to a converb that stands between them ("A saldırırken B
   * kınadı"), else the second to one that follows it ("A, B saldırınca kınadı").
   */
  private linkRival(second: Mention, last: Mention, verb: number): boolean {
    const before = this.subjects.get(verb);
    if (!before || second.actors.length === 0 || this.hasShape(last.last, 'Acc') || this.modifiesNext(last))
      return false;
    const converbs = this.predicates.filter(({ token, kind }) => kind === 'converb' && token > before.last);
    const between = converbs.findLast(({ token }) => token < second.first);
    if (between) {
      this.set(before.head, between.token, 'nsubj');
      this.set(second.head, verb, this.isPassive(verb) ? 'nsubj:pass' : 'nsubj');
      this.subjects.set(verb, second);
      return true;
    }
    const next = this.predicates[this.nextPredicate[last.last + 1] ?? -1];
    if (next?.kind !== 'converb' || this.form[before.last + 1] !== ',') return false;
    this.set(second.head, next.token, 'nsubj');
    return true;
  }

  /** "Kolombiya hükümeti": a common noun whose ending makes one phrase with the name before it and is no accusative. */
  private isOffice({ text, last, first }: Mention): boolean {
    const common = /^\p{Ll}/u.test(text);
    if (common && this.caseAt(last) === 'Equ') return true;
    return (
      common &&
      this.isPossessed(last) &&
      first === last &&
      !/l[ae]r[iı]$/.test(this.form[last]!) &&
      this.caseAt(last) === NOMINATIVE
    );
  }

  /** "Fransız Naval Group": an adjective before a name. */
  private modifiesNext({ last, kind }: Mention): boolean {
    return kind === 'name' && this.tokens[last + 1]?.upos === 'PROPN';
  }

  /** A name between an owner and the noun he owns belongs to that noun: "ABD'nin Rusya'ya yaptırımları". */
  private linkToNoun(first: Mention, last: Mention, at: number): boolean {
    const owner = this.mentions.findLast((one) => one.last === first.first - 1 && this.caseOf(one) === 'Gen');
    const noun = owner ? this.links[owner.head]!.head : -1;
    if (noun <= last.last || (at >= 0 && noun > this.predicates[at]!.token) || this.isPredicate(noun)) return false;
    this.set(first.head, noun, 'nmod');
    return true;
  }

  private linkToVerb(first: Mention, at: number, given: string): void {
    let predicate = this.predicates[at] ?? this.predicates.at(-1)!;
    const above = this.predicates[at + 1];
    // "X'i saldırmakla suçladı": who is accused, called or asked belongs to the verb above
    if (above && this.leavesRoom(predicate, given) && this.controls(above.token)) {
      const taken = this.links.some(({ head }, i) => head === above.token && this.placed.has(i));
      if (!taken) predicate = above;
    }
    if (given !== 'Loc') this.placed.add(first.head);
    // "Hollanda polisince durduruldu": the ending itself names the doer
    if (given === 'Equ') {
      this.set(first.head, (this.predicates[at] ?? predicate).token, 'obl:agent');
      return;
    }
    this.set(first.head, predicate.token, RELATION_OF[given] ?? 'obl');
  }

  /** Whether a name before a verb form may belong to the verb above: not when the form has a subject of its own. */
  private leavesRoom({ token, kind }: Predicate, given: string): boolean {
    if (kind !== 'complement' && this.links[token]!.deprel !== 'advcl') return false;
    if (this.owned.has(token)) return false;
    return !this.isPossessed(token) || given === 'Dat' || given === 'Abl';
  }

  private controls(verb: number): boolean {
    const { grammar } = this;
    return (
      grammar.has('object-control', this.lemma[verb]!) || grammar.has('object-control', this.lemma[verb - 1] ?? '')
    );
  }

  /** Without another subject a bare name before a possessed noun is the subject itself, and a name behind the verb too. */
  private linkLate(group: readonly Mention[], named: Set<number>): void {
    const first = group[0]!;
    const last = group.at(-1)!;
    if (this.adpositionAfter(last.last) !== undefined) return;
    const at = this.nextPredicate[last.last + 1] ?? -1;
    if (this.caseOf(last) === 'Acc' && at >= 0) {
      // "Obama yönetimi": the possessive of a compound looks like an accusative
      const verb = this.finiteFrom(at);
      if (
        named.has(verb) ||
        this.isOurs(verb) ||
        this.isPassive(verb) ||
        /['’]/u.test(this.form[last.last]!) ||
        !this.isFirst(first)
      )
        return;
      named.add(verb);
      this.cases.set(first.head, NOMINATIVE);
      this.set(first.head, verb, 'nsubj');
      return;
    }
    if (!this.isBareName(last)) return;
    if (at < 0) {
      const verb = this.predicates.findLast(({ token, kind }) => token < first.first && kind === 'finite')?.token;
      if (verb === undefined || named.has(verb)) return;
      named.add(verb);
      this.set(first.head, verb, 'nsubj');
      return;
    }
    const verb = this.finiteFrom(at);
    const noun = this.links[first.head]!.head;
    if (named.has(verb) || this.isOurs(verb) || this.isPassive(verb)) return;
    if (this.links[first.head]!.deprel !== 'nmod:poss') return;
    if (this.links[noun]?.deprel === 'nsubj') return;
    named.add(verb);
    // "G7 ülkeleri", "AFAD ekibi": the noun that the name owns is the subject
    this.set(this.isBare(noun) ? noun : first.head, verb, 'nsubj');
  }

  /** Headlines without a verb: everything hangs on the last noun. */
  private linkHeadline(): void {
    let top = -1;
    for (let i = 0; i < this.tokens.length; i++) if (this.isPlainNoun(i)) top = i;
    if (top < 0) return;
    this.set(top, -1, 'root');
    for (const group of this.groups()) {
      const first = group[0]!;
      const last = group.at(-1)!;
      const given = this.caseOf(last);
      this.joinGroup(group, given);
      const marker = this.adpositionAfter(last.last);
      if (marker !== undefined) this.set(marker, first.head, 'case');
      const owns = given === 'Gen' || (given === NOMINATIVE && marker === undefined);
      const doer = given === 'Abl' && marker === undefined;
      this.set(first.head, top, owns ? 'nmod:poss' : doer ? 'obl:agent' : given === 'Dat' ? 'obl' : 'nmod');
    }
  }
}
