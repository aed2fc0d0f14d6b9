import type { Mention, Sentence } from '../../model/index.ts';
import { ClauseForms } from './clause-forms.ts';
import { type FormWords, NOMINATIVE } from './clause-words.ts';

interface Link {
  head: number;
  deprel: string;
}

export const RELATION_OF: Readonly<Record<string, string>> = { Acc: 'obj' };

/** The tree as the suffixes of verb forms and common nouns have it, before names are put in their places. */
export class ClauseLinks extends ClauseForms {
  protected readonly links: Link[];
  protected readonly cases = new Map<number, string>();
  /** Verb forms with a subject of their own, and where it stands. */
  protected readonly owned = new Map<number, number>();

  constructor(source: Sentence, mentions: readonly Mention[], words: FormWords) {
    super(source, mentions, words);
    this.links = this.tokens.map(({ head, deprel }) => ({ head, deprel }));
  }

  protected set(i: number, head: number, deprel: string): void {
    if (i !== head) this.links[i] = { head, deprel };
  }

  protected linkPredicates(): void {
    let before: number | undefined;
    for (const [k, { token, kind }] of this.predicates.entries()) {
      const next = this.predicates[k + 1]?.token;
      if (kind === 'finite' || next === undefined) {
        if (before === undefined) this.set(token, -1, 'root');
        else this.set(token, before, 'conj');
        before = token;
      } else if (kind === 'modifier') {
        const noun = this.describedBy(token);
        this.set(token, noun ?? next, noun === undefined ? 'ccomp' : 'acl');
      } else if (kind === 'complement') this.set(token, next, this.isJoined(k) ? 'conj' : 'xcomp');
      else this.set(token, next, 'advcl');
      const marker = this.adpositionAfter(token);
      if (marker !== undefined) this.set(marker, token, 'mark');
    }
  }

  /** "çıkarılacağını ve … askıya alındığını açıkladı": the first of two verb forms in one case that "and" joins. */
  private isJoined(k: number): boolean {
    const { token } = this.predicates[k]!;
    const other = this.predicates[k + 1];
    const given = this.tokens[token]!.feats['Case'];
    if (other?.kind !== 'complement') return false;
    const alike = [token, other.token].every((i) => this.endsWith('complement-ending', i));
    if (this.tokens[other.token]!.feats['Case'] !== given && !alike) return false;
    // "tanımakla, çiğnemekle suçladı": none of two in the instrumental governs the other
    return given === 'Ins' || this.grammar.has('conjunction', this.form[token + 1] ?? '');
  }

  /** The noun that a participle describes: the nearest one, or what a bare name before it owns. */
  private describedBy(token: number): number | undefined {
    const noun = this.nounAfter(token);
    const mention = noun === undefined ? undefined : this.inMention[noun];
    return mention ? (this.ownedBy(mention) ?? noun) : noun;
  }

  protected linkNouns(): void {
    for (let i = 0; i < this.tokens.length; i++) {
      if (this.isTime(i)) this.linkTime(i);
      if (!this.isPlainNoun(i) || this.isAdposition(i)) continue;
      const head = this.phraseHead(i);
      const at = this.nextPredicate[i]!;
      const owner = this.endsWith('place-ending', i) ? this.nounAfter(i) : undefined;
      if (owner !== undefined) {
        this.set(i, owner, 'nmod');
        continue;
      }
      if (head !== i) this.set(i, head, 'nmod');
      else if (at < 0) this.set(i, this.predicates.at(-1)!.token, 'obl');
      else {
        const given = this.tokens[i]!.feats['Case'] ?? NOMINATIVE;
        const predicate = this.predicates[at]!.token;
        const marker = this.adpositionAfter(i);
        if (marker !== undefined) this.set(marker, i, 'case');
        // a noun with a possessive right before its verb is mostly an accusative plural: "seçimleri tanıdı"
        if (given === NOMINATIVE && marker === undefined && i === predicate - 1 && this.isPossessed(i))
          this.cases.set(i, 'Acc');
        if (given === 'Gen') this.linkGenitive(i, i);
        else if (given === NOMINATIVE && marker === undefined && i !== predicate - 1)
          this.set(i, this.finiteFrom(at), this.isPassive(this.finiteFrom(at)) ? 'nsubj:pass' : 'obl');
        else
          this.set(i, predicate, given === NOMINATIVE && marker === undefined ? 'obj' : (RELATION_OF[given] ?? 'obl'));
      }
    }
  }

  private linkTime(i: number): void {
    const verb = this.predicates[this.nextPredicate[i]!] ?? this.predicates.at(-1)!;
    if (this.isTime(i + 1) && this.grammar.has('time-noun', this.form[i + 1]!)) this.set(i, i + 1, 'nmod');
    else this.set(i, verb.token, 'obl');
  }

  /** Owner of the next possessed noun, or subject of the next verb form that agrees with it. */
  protected linkGenitive(head: number, last: number): void {
    let taken = false;
    for (let j = last + 1; j < Math.min(this.tokens.length, last + 14); j++) {
      if (this.isPredicate(j)) {
        const { kind } = this.predicates[this.nextPredicate[j]!]!;
        if (kind === 'finite') break;
        // "Kenya'nın polis göndermeyi önermesi": nobody owns an infinitive
        if (this.isInfinitive(j)) continue;
        if (this.isPossessed(j) || kind === 'complement') {
          this.ownVerb(head, j);
          return;
        }
      }
      if (this.endsWith('place-ending', j) && !this.inMention[j]) {
        this.set(head, j, 'nmod:poss');
        this.set(j, this.nounAfter(j) ?? j + 1, 'amod');
        return;
      }
      // "donanmasının balıkçıların teknelerine": the noun is the second owner's, and the first owns the verb form
      // "topçusunun bir hastaneyi ve bir istasyonunu vurduğunu": behind an object of the verb form stands no noun of the owner
      taken ||= this.isSecondOwner(j) || this.isForeignObject(j);
      if (!this.isPlainNoun(j) || !this.isPossessed(j)) continue;
      const top = this.phraseHead(j);
      if (this.isOwnersVerb(top, last, taken)) this.ownVerb(head, this.ownableAfter(top)!.token);
      else this.set(head, top, 'nmod:poss');
      return;
    }
    for (let j = last + 1; j < Math.min(this.tokens.length, last + 6); j++)
      if (this.isPlainNoun(j)) {
        this.set(head, this.phraseHead(j), 'nmod:poss');
        return;
      }
  }

  private isForeignObject(j: number): boolean {
    return this.isPlainNoun(j) && !this.isPossessed(j) && /[aeıioöuü]y[ıiuü]$/.test(this.form[j]!);
  }

  private isSecondOwner(j: number): boolean {
    const mention = this.inMention[j];
    // "uçağının adanın çevresinde uçtuğunu"
    if (!mention) return this.isPlainNoun(j) && !this.isPossessed(j) && this.tokens[j]!.feats['Case'] === 'Gen';
    return mention?.last === j && this.caseOf(mention) === 'Gen' && !this.isPossessed(j);
  }

  /** Whether the verb form behind a possessed noun, not the noun, is what an owner before both owns. */
  private isOwnersVerb(noun: number, last: number, taken: boolean): boolean {
    const verb = this.ownableAfter(noun);
    if (verb === undefined || this.owned.has(verb.token) || !this.isPossessed(verb.token)) return false;
    const participle = this.endsWith('modifier-ending', verb.token) || this.endsWith('complement-ending', verb.token);
    // "kuvvetlerinin Azerbaycan mevzilerine düzenlediği": the noun has an owner of its own
    const between = this.inMention[noun - 1];
    const own = between !== undefined && between.first > last && this.isBareName(between);
    if (participle && (taken || own)) return true;
    // "Türkiye'nin önerisinin reddedilmesi": the noun is whose the verb form is
    if (this.tokens[noun]!.feats['Case'] === 'Gen' || !this.isVerbalNoun(verb.token)) return false;
    // "Bağdat'ın denetçilerle iş birliğini kesmesinin ardından"
    if (verb.kind !== 'complement' && !this.isBackground(verb.token)) return false;
    // "köyleri" need belong to nobody, "bağımsızlığını" does
    // "Trump'ın Kudüs'ü İsrail'in başkenti saymasını": the second owner takes the noun beside him
    return /l[ae]r[iı]$/.test(this.form[noun]!) || !this.endsWith('complement-ending', verb.token);
  }

  /** The verb form behind a noun that somebody may own, past infinitives: "bedelini ödemeyi reddetmesi". */
  private ownableAfter(noun: number): { token: number; kind: string } | undefined {
    let at = this.nextPredicate[noun] ?? -1;
    while (at >= 0 && this.predicates[at]?.kind === 'complement' && this.isInfinitive(this.predicates[at]!.token))
      at += 1;
    return this.predicates[at];
  }

  private isInfinitive(verb: number): boolean {
    return !this.isPossessed(verb) && /m[ae](?:k|y[aeıi]|kt[ae]n)$/.test(this.form[verb]!);
  }

  /** A verbal noun with an adposition behind it. */
  private isBackground(verb: number): boolean {
    return this.tokens[verb]!.feats['VerbForm'] === 'Vnoun' && this.adpositionAfter(verb) !== undefined;
  }

  /** The subject of a verbal noun owns it, and the noun is an argument of the verb above. */
  protected ownVerb(head: number, verb: number): void {
    this.owned.set(verb, head);
    this.set(head, verb, this.isPassive(verb) ? 'nsubj:pass' : 'nmod:poss');
    const given = this.tokens[verb]!.feats['Case'] ?? NOMINATIVE;
    if (this.links[verb]!.deprel === 'xcomp') this.links[verb]!.deprel = RELATION_OF[given] ?? 'obl';
  }

  /** "Şam yakınlarındaki depo": a name before a word for near, beside or inside that ends in -ki says where the noun behind is. */
  protected linkGround({ head }: Mention, next: number): boolean {
    const noun =
      this.form[next] !== undefined && this.endsWith('place-ending', next) ? this.nounAfter(next) : undefined;
    if (noun === undefined || this.inMention[next] !== undefined) return false;
    this.set(head, noun, 'nmod');
    this.set(next, noun, 'amod');
    this.cases.set(head, 'Loc');
    return true;
  }

  /** Tokens whose links were left to the tree may now close a circle: they go to the root. */
  protected breakCycles(): void {
    const root = this.links.findIndex(({ head }) => head < 0);
    const safe = new Set<number>(root < 0 ? [] : [root]);
    for (let i = 0; i < this.links.length; i++) {
      const path: number[] = [];
      let at = i;
      while (at >= 0 && !safe.has(at) && !path.includes(at)) {
        path.push(at);
        at = this.links[at]!.head;
      }
      if (at >= 0 && !safe.has(at)) this.set(at, Math.max(root, -1), root < 0 ? 'root' : 'dep');
      else if (at < 0 && root >= 0 && path.length > 0) this.set(path.at(-1)!, root, 'parataxis');
      for (const token of path) safe.add(token);
    }
  }
}
