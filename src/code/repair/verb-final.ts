import { extended, type Feats, type Mention, type Sentence } from '../../model/index.ts';
import type { Predicate } from '../rule/clause-forms.ts';
import { RELATION_OF } from '../rule/clause-links.ts';
import { ClauseLists } from '../rule/clause-lists.ts';
import { type FormWords, NOMINATIVE } from '../rule/clause-words.ts';
import { withTokens } from '../with-tokens.ts';

/**
 * Trees of languages that put the verb last and mark every role by a suffix are rebuilt from the suffixes (grammar kind `order`):
 * a bare name is the subject of the finite verb its clause ends in, a name with a case belongs to the next verb form, a
 * genitive to the noun or verb form that agrees with it. Where the suffixes decide nothing, the tree stays.
 */
export function repairOrder(sentence: Sentence, mentions: readonly Mention[], words: FormWords): Sentence {
  if (!words.grammar.has('order', 'final') || mentions.length === 0) return sentence;
  return new Rebuild(sentence, mentions, words).sentence();
}

class Rebuild extends ClauseLists {
  /** Mentions with a case that have found their verb. */
  private readonly placed = new Set<number>();
  /** Nouns whose place is found. */
  private readonly settled = new Set<number>();
  /** The name that is the subject of a finite verb. */
  private readonly subjects = new Map<number, Mention>();

  sentence(): Sentence {
    if (this.predicates.length > 0) {
      this.linkPredicates();
      this.linkNouns();
      this.linkMentions();
      this.linkConverbs();
    } else this.linkHeadline();
    this.breakCycles();
    const tokens = this.tokens.map((token, i) => {
      const { head, deprel: linked } = this.links[i]!;
      // "liderleri toplandı": what is left of the tree takes a verb that only looks passive for one
      const deprel = linked === 'nsubj:pass' && head >= 0 && this.isDeponent(head) ? 'nsubj' : linked;
      const given = this.cases.get(i);
      const feats = this.voiced(i);
      const upos = this.uposOf(i);
      return { ...token, upos, head, deprel, feats: given === undefined ? feats : extended(feats, { Case: given }) };
    });
    return withTokens(this.source, tokens);
  }

  private voiced(i: number): Feats {
    const { feats } = this.tokens[i]!;
    if (this.isPassive(i)) return extended(feats, { Voice: feats['Voice'] ?? 'Pass' });
    if (!this.isDeponent(i) && !this.isCalledPassive(i)) return feats;
    const { Voice: _, ...others } = feats;
    return others;
  }

  private linkMentions(): void {
    const groups = this.groups();
    const named = new Set<number>();
    this.linkTopics(named);
    // whose a verb form is says where the clause begins that it heads
    const isOwner = (group: readonly Mention[]): boolean => this.caseOf(group.at(-1)!) === 'Gen';
    for (const group of groups) if (isOwner(group)) this.linkGroup(group, named);
    for (const group of groups) if (!isOwner(group)) this.linkGroup(group, named);
    for (const group of groups) this.linkLate(group, named);
  }

  /** "Türkiye ile Irak'ın ortak su komisyonu, …": a noun that a comma sets off at the head of its clause is the subject. */
  private linkTopics(named: Set<number>): void {
    let open = true;
    for (let i = 0; i < this.tokens.length - 1; i++) {
      if (this.isPredicate(i) && this.predicates[this.nextPredicate[i]!]!.kind === 'finite') open = true;
      else if (open && this.form[i + 1] === ',' && !this.isInSeries(i)) {
        open = false;
        if (!this.inMention[i] && this.isPlainNoun(i) && this.isBare(i)) this.nameSubject(i, named);
      }
    }
  }

  /** "gıda, ilaç ve çadır": the comma behind a noun only counts. */
  private isInSeries(i: number): boolean {
    for (let j = i + 2; j <= i + 4; j++) {
      if (this.form[j] === ',' || this.grammar.has('conjunction', this.form[j] ?? '')) return true;
      if (this.inMention[j] || this.isPredicate(j) || this.tokens[j] === undefined || !this.isBare(j)) return false;
    }
    return false;
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
    if (this.settled.has(first.head) || this.linkByAdjective(first, last.last + 1, named)) return;
    const marker = this.adpositionAfter(last.last);
    const at = this.nextPredicate[last.last + 1] ?? -1;
    const noun = this.endsWith('place-ending', last.last) ? this.nounAfter(last.last) : undefined;
    if (noun !== undefined) {
      // "Burundi'deki projeler": where something is, and nobody's deed
      this.set(first.head, noun, 'nmod');
      this.cases.set(first.head, 'Loc');
    } else if (marker !== undefined) this.linkMarked(first, marker, at);
    else if (given === 'Gen') this.linkGenitive(first.head, last.last);
    else if (given === NOMINATIVE) this.linkBare(first, last, named);
    else if (!this.linkToNoun(first, last, at)) this.linkToVerb(first, at, given);
  }

  private linkMarked({ head }: Mention, marker: number, at: number): void {
    this.set(marker, head, 'case');
    const word = this.form[marker]!;
    const noun = this.grammar.has('attributive', word) ? this.nounAfter(marker) : this.meetingAfter(marker);
    if (noun !== undefined) {
      this.set(head, noun, 'nmod');
      return;
    }
    const predicate = this.predicates[this.beyondOwned(head, at)] ?? this.predicates.at(-1)!;
    this.set(head, predicate.token, at >= 0 && this.grammar.has('agent', word) ? 'obl:agent' : 'obl');
  }

  /** "Lavrov ile telefon görüşmesinde": the meeting (grammar kind `meeting-noun`) that somebody had with a name before "with". */
  private meetingAfter(marker: number): number | undefined {
    if (!this.grammar.has('with', this.form[marker]!)) return undefined;
    for (let j = marker + 1; j < Math.min(this.tokens.length, marker + 4); j++)
      if (this.grammar.has('meeting-noun', this.lemma[j]!) && this.isPossessed(j)) return j;
    return undefined;
  }

  /**
   * "İran destekli milisler", "Çin'e ait gemiler": a word that ties a name to the noun behind it (grammar kind `ties`). What
   * such a phrase names without a case is the subject.
   */
  private linkByAdjective({ head }: Mention, word: number, named: Set<number>): boolean {
    const noun = this.grammar.has('ties', this.form[word] ?? '') ? this.nounAfter(word) : undefined;
    if (noun === undefined) return false;
    this.set(head, noun, 'nmod');
    this.set(word, noun, 'amod');
    this.nameSubject(noun, named);
    return true;
  }

  /** A noun that a name describes is the subject, unless it names somebody itself, has a case or stands right before its verb. */
  private nameSubject(noun: number, named: Set<number>): void {
    const verb = this.finiteFrom(Math.max(0, this.nextPredicate[noun]!));
    const known = (this.inMention[noun]?.actors.length ?? 0) > 0;
    const bare = this.isBare(noun) || /l[ae]r[iı]$/.test(this.form[noun]!);
    if (known || !bare || named.has(verb) || noun >= verb - 1 || this.adpositionAfter(noun) !== undefined) return;
    named.add(verb);
    this.settled.add(noun);
    this.cases.set(noun, NOMINATIVE);
    this.set(noun, verb, this.isPassive(verb) ? 'nsubj:pass' : 'nsubj');
  }

  /** "Türkiye işgali kınadı": an accusative that looks like "the Turkish occupation". */
  private isDeedDoneTo(noun: number): boolean {
    return this.links[noun]!.deprel === 'obj' && this.grammar.has('deed-noun', this.lemma[noun]!);
  }

  private linkBare(first: Mention, last: Mention, named: Set<number>): void {
    const next = last.last + 1;
    if (this.linkGround(first, next)) return;
    if (this.linkTeller(first, next)) return;
    // "PKK'yı yasaklı örgüt ilan etti": what somebody is declared
    if (this.grammar.has('declared', this.form[next] ?? '') && /^\p{Ll}/u.test(last.text)) {
      this.set(first.head, this.predicates[this.nextPredicate[next] ?? -1]?.token ?? next, 'obl');
      return;
    }
    const described = first === last && this.isDemonym(last) ? this.nounAfter(last.last) : undefined;
    if (described !== undefined && (!this.isSomebody(described) || this.isAlike(last, described))) {
      this.set(first.head, described, 'nmod');
      this.nameSubject(described, named);
      return;
    }
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
    const isAlone = last.kind === 'name' && first === last;
    const start = isAlone ? this.pastAdjectives(next) : this.isAdjectival(next) ? next + 1 : next;
    const noun = this.phraseHead(start);
    // "Türkiye komşusuna yardım gönderdi": whose neighbour he is says a genitive, if anything
    const isOther = (): boolean => this.startsWith('relational', noun) && !this.isBare(noun);
    const owned = this.isPlainNoun(start) && this.isPossessed(noun) && !isOther();
    if (owned && !this.isDeedDoneTo(noun)) {
      // "ABD'nin Grönland teklifi": beside an owner a bare name says what it is about
      const taken = this.mentions.some(({ head }) => this.cases.get(head) === 'Gen' && this.isOwnerOf(head, noun));
      this.set(first.head, noun, taken ? 'obl' : 'nmod:poss');
      return;
    }
    const at = this.nextPredicate[next] ?? -1;
    if (at < 0) return;
    const verb = this.finiteFrom(at);
    if (this.isQuotedApart(first, verb)) return;
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

  /** "Ukrayna insansız hava aracı": adjectives between a bare name and the noun it owns. */
  private pastAdjectives(next: number): number {
    let at = next;
    while (at < next + 2 && this.tokens[at]?.upos === 'ADJ' && !this.inMention[at] && !this.isPredicate(at)) at += 1;
    return this.isPlainNoun(at) ? at : next;
  }

  /**
   * Of two bare names before one finite verb the first belongs to a converb that stands between them ("A saldırırken B
   * kınadı"), else the second to one that follows it ("A, B saldırınca kınadı").
   */
  private linkRival(second: Mention, last: Mention, verb: number): boolean {
    const before = this.subjects.get(verb);
    if (!before || second.actors.length === 0 || this.modifiesNext(last)) return false;
    if (this.hasShape(last.last, 'Acc') && !this.isPossessedOnly(last.last)) return false;
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

  /** "Belaruslu 12 yetkiliyi": a word for people of a country (grammar kind `demonym`, or its ending) describes a noun. */
  private isDemonym({ first, last, kind }: Mention): boolean {
    const form = this.form[last]!;
    if (first !== last || kind === 'role' || kind === 'group' || this.grammar.has('no-demonym', form)) return false;
    return this.grammar.has('demonym', form) || /.{3}l[ıiuü]$/.test(form);
  }

  /** "yüzlerce Koreli Japonya Büyükelçiliği önünde": a name behind a word for people is not what that word describes. */
  private isSomebody(noun: number): boolean {
    const mention = this.inMention[noun];
    return mention !== undefined && mention.actors.length > 0 && mention.kind !== 'group';
  }

  /** "ABD'li gazeteci Evan Gershkovich": the people and the person behind it are of one state. */
  private isAlike({ last, actors }: Mention, noun: number): boolean {
    const behind = this.inMention[noun];
    return behind?.first === last + 1 && behind.actors.every(({ code }) => actors.some((one) => one.code === code));
  }

  private isOwnerOf(head: number, noun: number): boolean {
    const { head: above, deprel } = this.links[head]!;
    return above === noun && deprel === 'nmod:poss';
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
    at = this.beyondOwned(first.last, at);
    let predicate = this.predicates[at] ?? this.predicates.at(-1)!;
    const above = this.governing(at, given);
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

  /** "arayarak geçidin açılmasını önerdi": a converb before the owner of a verb form goes with the verb above that form. */
  private linkConverbs(): void {
    for (const [k, { token, kind }] of this.predicates.entries()) {
      if (kind !== 'converb' || this.links[token]!.deprel !== 'advcl') continue;
      const at = this.beyondOwned(token, k + 1);
      if (at > k + 1) this.set(token, this.predicates[at]!.token, 'advcl');
    }
  }

  /** "Moskova'dan Suriyelilerin dönmesini istedi": before the owner of a verb form stands nothing of its own. */
  private beyondOwned(last: number, at: number): number {
    let found = at;
    while (found >= 0 && this.predicates[found + 1] && (this.owned.get(this.predicates[found]!.token) ?? -1) > last)
      found += 1;
    return found;
  }

  /** The verb above a verb form; "X'ten kuşatmayı kaldırmasını istedi": of who is asked for something the verb of asking. */
  private governing(at: number, given: string): Predicate | undefined {
    if (given === 'Acc') return this.accusing(at) ?? this.predicates[at + 1];
    let k = at + 1;
    // "Moskova'yı hukuku çiğnemekle, sınırı ihlal etmekle suçladı"
    if (given === 'Abl' || this.tokens[this.predicates[at]?.token ?? -1]?.feats['Case'] === 'Ins')
      while (this.predicates[k]?.kind === 'complement' && !this.controls(this.predicates[k]!.token)) k += 1;
    return this.predicates[k];
  }

  /** Whether a name before a verb form may belong to the verb above: not when the form has a subject of its own. */
  private leavesRoom({ token, kind }: Predicate, given: string): boolean {
    if (kind !== 'complement' && this.links[token]!.deprel !== 'advcl') return false;
    if (this.owned.has(token)) return false;
    return !this.isPossessed(token) || given === 'Dat' || given === 'Abl';
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
        // "Somali mutabakatı yok saydı ve Addis Ababa büyükelçisini çağırdı"
        (this.subjects.size > 0 && /.{5}s[ıiuü]n[ıiuü]$/u.test(this.form[last.last]!)) ||
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
}
