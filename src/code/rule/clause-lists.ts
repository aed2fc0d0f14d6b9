import type { Mention } from '../../model/index.ts';
import type { Predicate } from './clause-forms.ts';
import { ClauseLinks } from './clause-links.ts';
import { NOMINATIVE } from './clause-words.ts';

/** Names side by side: lists whose case stands on the last one, and headlines that have no verb. */
export class ClauseLists extends ClauseLinks {
  /** Mentions joined by conjunctions, and by commas where a conjunction ends the list; the case stands on the last one only. */
  protected groups(): Mention[][] {
    const groups: Mention[][] = [];
    let end = -1;
    for (const mention of this.mentions) {
      if (mention.first <= end) continue;
      const group = groups.at(-1);
      if (group && this.joint(group.at(-1)!, mention) === 'conjunction') {
        // "Atina-Vilnius seferi": a route is no part of the list before it
        if (this.form[mention.first - 1] !== '-') this.takeCommas(groups, this.endsBare(mention));
        groups.at(-1)!.push(mention);
      } else {
        groups.push([mention]);
        // "Bosna, Hırvatistan ve Sırbistan cumhurbaşkanları"
        if (this.isList(mention)) this.takeCommas(groups, this.endsBare(mention));
      }
      end = mention.last;
    }
    return groups;
  }

  /** "İsrail, Suriye ve Lübnan'daki hedefleri vurdu": a list that says where something is stands behind the subject too. */
  private endsBare(mention: Mention): boolean {
    if (this.endsWith('place-ending', mention.last)) return false;
    return this.isBareName(mention) && this.adpositionAfter(mention.last) === undefined;
  }

  /** One name for the same office of several states. */
  private isList({ first, last, actors }: Mention): boolean {
    if (actors.length < 2) return false;
    return this.form.slice(first, last).some((word) => this.grammar.has('conjunction', word));
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
    if (word === '-' && this.tokens[a.last]!.end === this.tokens[b.first]!.start - 1) return 'conjunction';
    return this.grammar.has('conjunction', word) || this.isListedWith(a, word, b) ? 'conjunction' : undefined;
  }

  /** "İran ile Irak sınırı kapattı": names on both sides of a word for "with" that open a clause are a list. */
  private isListedWith(a: Mention, word: string, b: Mention): boolean {
    if (!this.grammar.has('list-with', word) || a.actors.length === 0) return false;
    // "Moskova ile Pekin arasındaki": what is between them has two sides
    if (this.grammar.has('between', this.form[b.last + 1] ?? '')) return true;
    const given = this.caseOf(b);
    if (!this.mayOpen(a)) return ['Gen', 'Acc', 'Dat'].includes(given) && this.isObjectOf(a, b);
    return given !== 'Loc' && given !== 'Ins' && (b.kind === 'place') === (a.kind === 'place');
  }

  /**
   * "Umman, Suudi Arabistan ile İran'ın kararını övdü": right behind the comma of a subject they are a list, unless the verb is one of
   * what is done with somebody (grammar kind `with-verb`: "görüştü").
   */
  private isObjectOf(a: Mention, b: Mention): boolean {
    const at = this.nextPredicate[b.last + 1] ?? -1;
    if (this.form[a.first - 1] !== ',' || at < 0 || a.kind === 'place' || b.kind === 'place') return false;
    const verb = this.finiteFrom(at);
    const stems = [...this.grammar.words('with-verb')];
    return ![verb, verb - 1].some((i) => stems.some((stem) => this.form[i]!.startsWith(stem)));
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

  /** Members of a list hang on the first one; all share the case that stands on the last. */
  protected joinGroup(group: readonly Mention[], given: string): void {
    for (const other of group.slice(1)) {
      this.set(other.head, group[0]!.head, 'conj');
      if (this.grammar.has('list-with', this.form[other.first - 1]!)) this.set(other.first - 1, other.head, 'cc');
    }
    for (const { head } of group) this.cases.set(head, given);
  }

  /** Headlines without a verb: everything hangs on the last noun. */
  protected linkHeadline(): void {
    const last = this.lastNoun(this.tokens.length);
    if (last === undefined) return;
    // "Ankara'dan Bakü'ye destek: 5 uçak": what stands before the colon hangs on the noun before it
    const colon = this.form.indexOf(':');
    const first = this.lastNoun(colon) ?? last;
    this.set(first, -1, 'root');
    if (last !== first) this.set(last, first, 'parataxis');
    for (const group of this.groups()) {
      const { head } = group[0]!;
      const end = group.at(-1)!;
      const given = this.caseOf(end);
      this.joinGroup(group, given);
      const marker = this.adpositionAfter(end.last);
      if (marker !== undefined) this.set(marker, head, 'case');
      const owns = given === 'Gen' || (given === NOMINATIVE && marker === undefined);
      const doer = given === 'Abl' && marker === undefined;
      this.set(
        head,
        end.last < colon ? first : last,
        owns ? 'nmod:poss' : doer ? 'obl:agent' : given === 'Dat' ? 'obl' : 'nmod',
      );
    }
  }

  /** "Erdoğan: İsrail çocukları öldürüyor": who opens a headline before a colon is no subject where another bare name is; "Erdoğan: … gireceğiz" has no other. */
  protected linkTeller({ first, head }: Mention, colon: number): boolean {
    if (first > 0 || this.form[colon] !== ':') return false;
    const verb = this.predicates.find(({ token, kind }) => token > colon && kind === 'finite')?.token;
    const isSubject = (one: Mention): boolean =>
      one.first > colon && one.last < verb! && this.endsBare(one) && this.caseOf(one) === NOMINATIVE;
    if (verb === undefined || !this.mentions.some(isSubject)) return false;
    this.set(head, verb, 'discourse');
    return true;
  }

  private lastNoun(end: number): number | undefined {
    for (let i = end - 1; i >= 0; i--) if (this.isPlainNoun(i)) return i;
    return undefined;
  }

  /** "İsrail'i Dürzileri bahane ederek Suriye'yi bölmeye çalışmakla suçladı": the verb that everything up to its "-makla" stands under. */
  protected accusing(at: number): Predicate | undefined {
    let k = at;
    while (this.predicates[k] && this.predicates[k]!.kind !== 'finite' && !this.controls(this.predicates[k]!.token))
      k += 1;
    const last = this.predicates[k - 1];
    const isBlame = last !== undefined && k > at && /m[ae]kl[ae]$/.test(this.form[last.token]!);
    return isBlame && this.predicates[k] && this.controls(this.predicates[k]!.token) ? this.predicates[k] : undefined;
  }

  protected controls(verb: number): boolean {
    const { grammar } = this;
    return (
      grammar.has('object-control', this.lemma[verb]!) || grammar.has('object-control', this.lemma[verb - 1] ?? '')
    );
  }

  /** "ordusu": its accusative would be "ordusunu". */
  protected isPossessedOnly(i: number): boolean {
    return /[aeıioöuü]s[ıiuü]$/.test(this.form[i]!);
  }

  /** '"Artık Miçotakis diye birisi yok" diyen Erdoğan': a name among other words of a quotation that ends before the verb. */
  protected isQuotedApart({ first, last }: Mention, verb: number): boolean {
    const marks = this.tokens.flatMap(({ form }, i) => (QUOTE.test(form) ? [i] : []));
    const opens = marks.filter((i) => i < first);
    const closes = marks.find((i) => i > last);
    if (opens.length % 2 === 0 || closes === undefined || closes > verb) return false;
    return closes - opens.at(-1)! - 1 > last - first + 1 + LABEL;
  }
}

const QUOTE = /^["“”«»]$/;
/** Words that may stand beside a name in quotation marks that is only called something. */
const LABEL = 2;
