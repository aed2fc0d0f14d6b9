import type { Mention, Sentence, Token } from '../../model/index.ts';
import { CASES, ClauseWords, type FormWords, NOMINATIVE } from './clause-words.ts';

/** What a verb form does in its sentence. */
export type Kind = 'finite' | 'converb' | 'modifier' | 'complement';

export interface Predicate {
  readonly token: number;
  readonly kind: Kind;
}

const NOMINALS = ['NOUN', 'PROPN', 'PRON', 'NUM'];

/** A common noun with a case that names nobody known is a noun like any other. */
function isUnknownNoun({ kind, actors, last }: Mention, { tokens }: Sentence): boolean {
  const common = kind === 'group' || kind === 'role';
  return common && actors.length === 0 && (tokens[last]?.feats['Case'] ?? NOMINATIVE) !== NOMINATIVE;
}

/** What the suffixes of a sentence say: which words are verb forms and of what kind, which case a name stands in. */
export class ClauseForms extends ClauseWords {
  protected readonly source: Sentence;
  protected readonly mentions: readonly Mention[];
  protected readonly inMention: (Mention | undefined)[];
  protected readonly predicates: Predicate[] = [];
  /** Token -> the first predicate at or after it. */
  protected readonly nextPredicate: number[] = [];

  constructor(source: Sentence, mentions: readonly Mention[], words: FormWords) {
    super(source, words);
    this.source = source;
    this.mentions = mentions
      .filter((one) => !isUnknownNoun(one, source))
      .sort((a, b) => a.first - b.first || b.last - a.last);
    this.inMention = new Array(this.tokens.length);
    for (const mention of this.mentions)
      for (let i = mention.first; i <= mention.last; i++) this.inMention[i] = mention;
    this.findPredicates();
  }

  /** Verb forms are verbs and nouns that look like them are nouns, whatever the tagger says. */
  protected uposOf(i: number): Token['upos'] {
    const { upos } = this.tokens[i]!;
    if (this.isVerbAsCopula(i) || (upos === 'NOUN' && this.isPredicate(i))) return 'VERB';
    if (upos === 'VERB' && this.grammar.has('adposition', this.form[i]!)) return 'ADP';
    return upos === 'VERB' && this.isNounForm(i) ? 'NOUN' : upos;
  }

  protected findPredicates(): void {
    for (let i = 0; i < this.tokens.length; i++) {
      if (this.inMention[i] || !this.isVerbal(i)) continue;
      this.predicates.push({ token: i, kind: this.kindOf(i) });
    }
    let at = this.predicates.length - 1;
    for (let i = this.tokens.length - 1; i >= 0; i--) {
      while (at > 0 && this.predicates[at - 1]!.token >= i) at -= 1;
      this.nextPredicate[i] = at >= 0 && this.predicates[at]!.token >= i ? at : -1;
    }
  }

  /** Verbs, and verbal nouns that the tagger took for plain nouns: the lemma is a stem and a verbal suffix follows it. */
  protected isVerbal(i: number): boolean {
    const { upos } = this.tokens[i]!;
    const [form, lemma] = [this.form[i]!, this.lemma[i]!];
    if (this.isParticiple(i)) return true;
    if (this.isNounForm(i) || this.grammar.has('adposition', form)) return false;
    if (this.isVerbAsCopula(i) || this.endsWith('complement-ending', i)) return true;
    // "giderken": the lemmatiser knows no stem of it
    if (upos === 'VERB' && this.grammar.has('stand', lemma)) return true;
    if (upos === 'VERB') return (form !== lemma || this.endsWith('converb-ending', i)) && !this.isCompound(i);
    if (this.isFiniteNoun(i)) return true;
    if (upos !== 'NOUN' && upos !== 'ADJ' && upos !== 'AUX') return false;
    if (upos === 'NOUN' && form === lemma && form.length > 6 && this.endsWith('modifier-ending', i)) return true;
    const rest = form.startsWith(lemma.slice(0, -1)) ? form.slice(lemma.length) : '';
    return rest.length > 1 && [...this.grammar.words('predicate-ending')].some((ending) => rest.startsWith(ending));
  }

  /** "bildirildi": a word at the end that the tagger calls a noun and yet finite. */
  protected isFiniteNoun(i: number): boolean {
    const { upos, feats, form } = this.tokens[i]!;
    const last = this.tokens[i + 1] === undefined || this.tokens[i + 1]!.upos === 'PUNCT';
    return last && upos === 'NOUN' && feats['VerbForm'] === 'Fin' && /^\p{Ll}/u.test(form);
  }

  /** "teklifi reddeden Irak": no noun in the ablative (grammar kind `participle-form`). */
  private isParticiple(i: number): boolean {
    return this.grammar.has('participle-form', this.form[i]!) && this.tokens[i + 1]?.upos !== 'PUNCT';
  }

  /** "yumuşattı": a whole verb that the tagger took for a copula suffix. */
  protected isVerbAsCopula(i: number): boolean {
    return this.tokens[i]!.upos === 'AUX' && this.lemma[i]!.length < 2 && this.form[i]!.length > 5;
  }

  /** "arama kurtarma ekibi": a bare verbal noun before a noun is part of its name. */
  protected isCompound(i: number): boolean {
    const { feats } = this.tokens[i]!;
    if (feats['VerbForm'] !== 'Vnoun' || this.endsWith('infinitive-ending', i)) return false;
    return feats['Case'] === NOMINATIVE && feats['Person[psor]'] === undefined && this.isNounLike(i + 1);
  }

  protected kindOf(i: number): Kind {
    if (this.isVerbAsCopula(i) || this.isFiniteNoun(i)) return 'finite';
    if (this.isParticiple(i)) return 'modifier';
    const { feats, upos } = this.tokens[i]!;
    const form = feats['VerbForm'];
    // "yeniden başlatma konusunda": no finite verb has an adposition behind it
    if (upos === 'VERB' && this.endsWith('bare-noun-ending', i) && this.adpositionAfter(i) !== undefined)
      return 'converb';
    // "çarptırdıktan bir hafta sonra": its adposition may stand further on
    if (this.endsWith('converb-ending', i)) return 'converb';
    // "görüşmekte, …": the progressive without its copula, before the next clause
    if (upos === 'VERB' && this.endsWith('progressive-ending', i)) {
      if (this.form[i + 1] === ',') return 'finite';
      // "paylaşmamakta direndi"
      if (this.tokens[i + 1]?.upos === 'VERB') return 'complement';
    }
    if (this.endsWith('complement-ending', i) || this.endsWith('infinitive-ending', i))
      return this.adpositionAfter(i) === undefined ? 'complement' : 'converb';
    if (this.endsWith('modifier-ending', i)) return this.adpositionAfter(i) === undefined ? 'modifier' : 'converb';
    if (form === 'Conv' || (feats['Mood'] === 'Cnd' && this.tokens[i + 1]?.upos !== 'PUNCT')) return 'converb';
    if (upos === 'VERB' && (form === undefined || form === 'Fin'))
      return this.mayDescribe(i) && this.describes(i) ? 'modifier' : 'finite';
    const given = feats['Case'];
    if (given !== undefined && given !== NOMINATIVE && given !== 'Gen') return 'complement';
    if (this.adpositionAfter(i) !== undefined) return 'converb';
    return this.isSubjectClause(i) ? 'complement' : 'modifier';
  }

  /** "reddetmesi Bonn'u kızdırdı": a verbal noun of somebody is no part of what follows, unless a possessed noun takes it up ("vurması ihtimali"). */
  private isSubjectClause(i: number): boolean {
    if (this.tokens[i]!.feats['VerbForm'] !== 'Vnoun' || !this.isPossessed(i)) return false;
    const next = this.tokens[i + 1];
    if (this.inMention[i + 1] !== undefined) return true;
    return (
      next !== undefined && !['PUNCT', 'VERB'].includes(next.upos) && ![i + 1, i + 2].some((j) => this.isPossessed(j))
    );
  }

  /** Forms that are finite at the end of a clause and participles before a noun: "gidecek silahları", "yapılmış metin". */
  private mayDescribe(i: number): boolean {
    return (
      this.tokens[i]!.feats['Aspect'] === 'Hab' ||
      this.endsWith('past-participle', i) ||
      this.endsWith('future-participle', i)
    );
  }

  /** "kabul edilemez buldu", "gözden geçirilmiş metin": a form in -r, -mez, -miş or -ecek with another word right behind it. */
  private describes(i: number): boolean {
    const next = this.tokens[i + 1]?.upos ?? 'PUNCT';
    return ['NOUN', 'VERB', 'ADJ', 'DET', 'NUM'].includes(next) || this.grammar.has('role-word', this.form[i + 1]!);
  }

  protected adpositionAfter(i: number): number | undefined {
    const next = this.form[i + 1];
    if (next === undefined || !this.grammar.has('adposition', next)) return undefined;
    // "Türk ve Pakistan kuvvetleri birlikte": without a "with" the word only says that they do it together
    return this.grammar.has('needs-with', next) && !/l[ae]$/.test(this.form[i]!) ? undefined : i + 1;
  }

  /** The finite verb at or after a predicate; the last predicate when there is none. */
  protected finiteFrom(at: number): number {
    for (let k = at; k < this.predicates.length; k++)
      if (this.predicates[k]!.kind === 'finite') return this.predicates[k]!.token;
    return this.predicates.at(-1)!.token;
  }

  protected nounAfter(i: number): number | undefined {
    for (let j = i + 1; j < Math.min(this.tokens.length, i + 6); j++) {
      const mention = this.inMention[j];
      if (mention) return mention.head;
      const upos = this.tokens[j]!.upos;
      if (this.isPredicate(j)) return this.endsWith('place-ending', i) && this.isDeed(j) ? j : undefined;
      if (upos === 'NUM' && this.isCounted(j + 1)) continue;
      if (NOMINALS.includes(upos)) return this.possessedBehind(j) ?? this.phraseHead(j);
      if (upos === 'PUNCT') return undefined;
    }
    return undefined;
  }

  /** "kentlerindeki kuşatmayı": a verbal noun with a case that nobody owns. */
  private isDeed(i: number): boolean {
    const { VerbForm: form, 'Person[psor]': owner, Case: given } = this.tokens[i]!.feats;
    return form === 'Vnoun' && owner === undefined && given !== undefined && !this.endsWith('infinitive-ending', i);
  }

  /** "uygulanan AB yaptırımları": what describes a bare name and its noun describes the noun. */
  protected ownedBy(mention: Mention): number | undefined {
    if (!this.isBare(mention.last) || !this.isPlainNoun(mention.last + 1)) return undefined;
    const noun = this.phraseHead(mention.last + 1);
    return this.isPossessed(noun) ? noun : undefined;
  }

  /** "menfur terör saldırısını": the possessed noun that two bare ones run up to. */
  private possessedBehind(j: number): number | undefined {
    const bare = [j, j + 1].every((i) => this.isPlainNoun(i) && this.isBare(i) && !this.isPossessed(i));
    return bare && this.isPlainNoun(j + 2) && this.isPossessed(j + 2) ? this.phraseHead(j + 2) : undefined;
  }

  /** "yedi İtalyan": whether something stands here that a number counts. */
  private isCounted(i: number): boolean {
    return this.inMention[i] !== undefined || ['NOUN', 'PROPN', 'NUM', 'ADJ'].includes(this.tokens[i]?.upos ?? '');
  }

  protected isPredicate(i: number): boolean {
    const k = this.nextPredicate[i] ?? -1;
    return k >= 0 && this.predicates[k]!.token === i;
  }

  /** "ateşkes çağrısı": bare nouns that run up to a possessed one make one phrase with it. */
  protected phraseHead(i: number): number {
    let at = i;
    while (this.isPlainNoun(at + 1) && this.isPossessed(at + 1) && this.isBare(at) && !this.isAdposition(at + 1))
      at += 1;
    return at;
  }

  protected isPlainNoun(i: number): boolean {
    if (this.isTime(i) || this.isAdjectival(i)) return false;
    const upos = this.tokens[i]?.upos;
    const noun = upos === 'NOUN' || (upos !== undefined && upos !== 'PUNCT' && this.isNounForm(i));
    return noun && !this.inMention[i] && !this.isPredicate(i);
  }

  protected isPassive(i: number): boolean {
    const shown = this.isCalledPassive(i) && !this.isActive(i);
    return (shown || this.isHiddenPassive(i)) && !this.isDeponent(i);
  }

  /** "vurulmasını": a verbal noun or participle whose lemma is the stem of a passive. */
  private isHiddenPassive(i: number): boolean {
    const { VerbForm: form } = this.tokens[i]!.feats;
    const inner = form === 'Vnoun' || form === 'Part' || this.isPossessed(i);
    return inner && this.isPredicate(i) && /\p{L}{2}[ıiuü]l$/u.test(this.lemma[i]!);
  }

  /** "kınıyoruz": a verb of the first person is done by nobody who is named. */
  protected isOurs(i: number): boolean {
    const { Person: person, Number: number } = this.tokens[i]!.feats;
    return this.isPredicate(i) && person === '1' && number === 'Plur';
  }

  /** The case by the suffix behind an apostrophe or by a sure ending, else by the tagger. */
  protected caseOf(mention: Mention): string {
    // "Etiyopya hükümeti ile": what stands before such an adposition is no accusative
    if (this.grammar.has('takes-bare', this.form[mention.last + 1] ?? '')) return NOMINATIVE;
    for (let i = mention.first; i < mention.last; i++) {
      // only an apostrophe is to be trusted there: "Hollanda donanması" ends in no locative
      if (!/['’]/u.test(this.form[i]!)) continue;
      const inner = this.caseAt(i);
      if (inner !== NOMINATIVE && inner !== 'Gen') return inner;
    }
    const behind = this.restOfName(mention);
    if (behind !== undefined) return this.caseAt(behind);
    // a name of one word shows its case behind an apostrophe or not at all
    const { first, last, kind, text } = mention;
    if (
      first === last &&
      !this.isPlural(last) &&
      ['name', 'place', 'metonym'].includes(kind) &&
      !/['’]/u.test(text + this.form[last]!)
    )
      return NOMINATIVE;
    const given = this.caseAt(last);
    // "Vladimir Putin": the end of a name that only looks like a genitive
    if (given === 'Gen' && kind === 'name' && this.endsLikeGenitive(last)) return NOMINATIVE;
    return given === NOMINATIVE && this.isOwnerless(mention) ? CASES['acc']! : given;
  }

  /** A capitalised word without an apostrophe whose -in is not that of a possessed ("Bakanlığının") or of a plural ("Milletlerin"). */
  private endsLikeGenitive(i: number): boolean {
    const { form } = this.tokens[i]!;
    return /^\p{Lu}[^'’]+$/u.test(form) && !/(?:n|l[ae]r)[ıiuü]n$/u.test(this.form[i]!);
  }

  /** "slogan atan kalabalığı": a common noun in -ı that nobody before it can own is no possessed noun but an accusative. */
  private isOwnerless({ first, last, text }: Mention): boolean {
    const lemma = this.lemma[last]!;
    if (first !== last || first === 0 || !/^\p{Ll}/u.test(text) || !/[ıiuü]$/u.test(text)) return false;
    const stem = this.form[last]!.slice(0, -1);
    if (stem !== lemma.replace(/k$/, 'ğ') && stem !== lemma) return false;
    const before = this.tokens[first - 1]!;
    if (this.inMention[first - 1] || !(this.isPredicate(first - 1) || ['NUM', 'DET'].includes(before.upos)))
      return false;
    return !this.tokens.some(({ feats }, i) => i < first && (feats['Case'] === 'Gen' || this.form[i] === ','));
  }

  /** "ABD Büyükelçisi Philip | Goldberg'i": the last word of an official's name that only its beginning is known of. */
  private restOfName({ first, last, kind, actors }: Mention): number | undefined {
    const official = kind === 'role' || (kind === 'name' && last > first && actors[0]?.sector !== undefined);
    const next = this.tokens[last + 1];
    if (!official || next === undefined || this.inMention[last + 1] || /['’]/u.test(this.form[last]!)) return undefined;
    // "cumhurbaşkanları Dayton'da": a place behind officials is no name of theirs
    const isName = next.upos === 'PROPN' && /^\p{Lu}\p{L}+['’](?![dt][ae]$)/u.test(next.form);
    return isName ? last + 1 : undefined;
  }

  /** "Avrupalılara": people of somewhere in the plural take their case without an apostrophe. */
  private isPlural(i: number): boolean {
    return /\p{L}{3}l[ae]r(?:[ae]|[ıi]n?|[dt][ae]n?|l[ae])$/u.test(this.form[i]!);
  }

  protected caseAt(i: number): string {
    const [stem, suffix] = this.form[i]!.split(/['’]/u);
    const common = suffix === undefined && /^\p{Ll}/u.test(this.tokens[i]!.form) ? ['common-ending'] : [];
    for (const kind of suffix === undefined ? ['case-ending', ...common] : ['name-ending'])
      for (const [name, ending] of this.grammar.pairs(kind))
        if (suffix === undefined ? stem!.endsWith(ending) : suffix === ending) return CASES[name] ?? NOMINATIVE;
    if (this.endsCounted(i, /^y?[ıiuü]$/)) return CASES['acc']!;
    if (this.endsCounted(i, /^y?[ae]$/)) return CASES['dat']!;
    // "askeri yönetimin": a noun of a name that the tagger took for a verb
    if (this.inMention[i] && this.tokens[i]!.upos === 'VERB' && /.{3}[ıiuü]n$/.test(this.form[i]!))
      return CASES['gen']!;
    const given = this.tokens[i]!.feats['Case'] ?? NOMINATIVE;
    return given === NOMINATIVE || this.hasShape(i, given) ? given : NOMINATIVE;
  }

  /** "beş sivili öldürdü", "iki lidere telefon açtı": a counted noun longer than its lemma that nobody owns. */
  private endsCounted(i: number, ending: RegExp): boolean {
    const { feats, upos, form } = this.tokens[i]!;
    if (this.tokens[i - 1]?.upos !== 'NUM' || !['NOUN', 'ADJ'].includes(upos) || !/^\p{Ll}/u.test(form)) return false;
    const given = feats['Case'] ?? NOMINATIVE;
    return given === NOMINATIVE && feats['Person[psor]'] === undefined && ending.test(this.restOf(i));
  }

  protected isBareName(mention: Mention): boolean {
    return this.caseOf(mention) === NOMINATIVE;
  }

  /** "askeri yardım": a common word that stands bare before a noun modifies it. */
  protected isModifier({ kind, first, last, text }: Mention): boolean {
    if (first !== last || !/^\p{Ll}/u.test(text) || kind === 'pronoun') return false;
    const next = this.inMention[last + 1];
    const noun = this.tokens[last + 1]?.upos === 'NOUN' || (next !== undefined && /^\p{Ll}/u.test(next.text));
    return this.grammar.has('modifier-word', this.form[last]!) && noun;
  }

  /** Whether no other name stands before it in its clause. */
  protected isFirst({ first }: Mention): boolean {
    let start = first;
    for (let i = first - 1; i >= 0 && !this.isPredicate(i); i--) {
      const before = this.inMention[i];
      // "Kolombiya hükümeti": a name right before belongs to it
      if (before && (before.last < start - 1 || !this.isBareName(before))) return false;
      if (before) start = before.first;
    }
    return true;
  }
}
