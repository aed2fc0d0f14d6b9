import type { Argument } from './argument.ts';
import { oncePerToken } from './once-per-token.ts';
import { raisedSubjects } from './raising.ts';
import { finiteBefore, isGerund, isInfinitive, pointsBack, twinBefore } from './verb-forms.ts';
import { WordPhrases } from './word-phrases.ts';

const MAX_CLIMB = 8;

/** Finds who does an act and whom it concerns by walking the tree: control, coordination, relatives, participles, passives, nominals. */
export class Arguments extends WordPhrases {
  /** Those who do the act. */
  readonly agents = oncePerToken((i) => this.agentsOf(i));
  /** Those whom the act concerns, direct ones first. */
  readonly patients = oncePerToken((i) => this.patientsOf(i));

  private agentsOf(i: number): readonly Argument[] {
    return this.isNominal(i) && !this.hasSubject(i) ? this.nominalAgents(i) : this.subjects(i, 0);
  }

  private patientsOf(i: number): readonly Argument[] {
    const direct = this.isNominal(i) ? [] : this.objects(i);
    return [...direct, ...this.obliques(i)];
  }

  private subjects(i: number, climbed: number): Argument[] {
    const { tree } = this;
    if (climbed > MAX_CLIMB) return [];
    const raised = raisedSubjects(tree, i, this.grammar);
    if (raised.length > 0) return raised.map((token) => this.throughRelative(i, this.argument(token)));
    if (this.isPassive(i)) {
      const direct = this.byAgents(i);
      const agents = direct.length > 0 ? direct : this.nestedAgents(i);
      return agents.length > 0 || tree.relation(i) !== 'conj' ? agents : [];
    }
    const own = this.ownSubjects(i).map((token) => this.throughRelative(i, this.argument(token)));
    // "passed a law that bars inspectors": a paper does what those do who made it
    const paper = own.length === 1 && tree.relation(i) === 'acl:relcl' && own[0]!.token === tree.head(i);
    if (paper && this.grammar.has('document', tree.lemma[tree.head(i)]!)) {
      const verb = this.verbAbove(tree.head(i));
      if (verb !== undefined) return this.subjects(verb, climbed + 1);
    }
    if (own.length > 0) return [...own, ...this.companionsOf(i, own)];
    // "Rusya'nın çekilmesi": where verbs come last, the owner of a verbal noun is its subject
    const owners = this.grammar.has('order', 'final') ? tree.dependents(i, 'nmod:poss') : [];
    if (owners.length > 0) return owners.map((token) => this.argument(token));
    const inside = [...this.ownersBefore(i), ...this.ownersInside(i)];
    return inside.length > 0 ? inside : this.inheritedSubjects(i, climbed);
  }

  /** "muhafızların çobanı dövdüğünü ve sürüsünü gasbettiğini": of two verb forms that "and" joins the first has the owner. */
  private ownersBefore(i: number): Argument[] {
    const { tree } = this;
    if (!this.grammar.has('order', 'final') || this.isPassive(i)) return [];
    const joined = tree.dependents(i, 'conj').filter((c) => c < i && tree.upos(c) === 'VERB');
    return joined.flatMap((c) => tree.dependents(c, 'nmod:poss')).map((token) => this.argument(token));
  }

  /** "ABD'nin uyguladığı yaptırımları kaldırması": the one owner stands with the participle that describes the object. */
  private ownersInside(i: number): Argument[] {
    const { tree } = this;
    const { VerbForm: form, 'Person[psor]': owner } = tree.tokens[i]!.feats;
    if (!this.grammar.has('order', 'final') || form !== 'Vnoun' || owner === undefined || this.isPassive(i)) return [];
    const participles = tree.dependents(i, 'obj', 'obl').flatMap((c) => tree.dependents(c, 'acl'));
    return participles.flatMap((c) => tree.dependents(c, 'nmod:poss')).map((token) => this.argument(token));
  }

  /** "Багдад с Анкарой условились": a plural verb counts whoever stands with its one subject (grammar kind `with`). */
  private companionsOf(i: number, own: readonly Argument[]): Argument[] {
    const { tree, grammar } = this;
    const [only] = own;
    if (only === undefined || own.length > 1 || !grammar.has('prefer', 'nested')) return [];
    if (tree.tokens[i]!.feats['Number'] !== 'Plur' || tree.tokens[only.token]!.feats['Number'] !== 'Sing') return [];
    return [only.token, i]
      .flatMap((token) => tree.dependents(token, 'nmod', 'obl'))
      .filter((c) => c > only.token && c < i && c <= only.token + 4 && grammar.has('with', tree.marker(c) ?? ''))
      .filter((c) => tree.tokens[c]!.feats['Case'] === 'Ins' || tree.tokens[c]!.feats['Case'] === undefined)
      .map((c) => this.argument(c));
  }

  private inheritedSubjects(i: number, climbed: number): Argument[] {
    const { tree } = this;
    const governor = tree.head(i);
    if (governor < 0 || this.isOurs(i)) return [];
    const relation = tree.relation(i);
    const twin = twinBefore(this.tree, i, this.grammar);
    if (twin !== undefined) return this.subjects(twin, climbed + 1);
    // "responded in a balanced manner, collaborating …", "подтвердил прибытие и предложил": a clause hung on a noun is its verb's
    const astray = relation === 'advcl' || (relation === 'conj' && tree.tokens[i]!.feats['VerbForm'] === 'Fin');
    if (astray && this.isLoose(governor) && !this.hasSubject(governor)) {
      const verb = finiteBefore(this.tree, i, this.grammar) ?? this.verbAbove(governor);
      if (verb !== undefined) return this.subjects(verb, climbed + 1);
    }
    if (relation === 'acl' || relation === 'acl:relcl') {
      if (this.isNominal(governor) && relation === 'acl:relcl')
        return this.isTakenUp(i) ? [] : [this.argument(governor)];
      // "tuttuğu asker": the noun is whom it is done to; "kaldıran kararı imzaladı": a paper does nothing by itself
      if (this.isObjectParticiple(i) || this.grammar.has('document', tree.lemma[governor]!)) {
        const verb = this.verbBeyond(governor);
        return verb === undefined ? [] : this.subjects(verb, climbed + 1);
      }
      // "yardım gönderen ilk ülkelerden oldu": one of those who did
      const being = this.grammar.has('class-noun', tree.lemma[governor]!) ? this.verbAbove(governor) : undefined;
      if (being !== undefined && this.grammar.has('copula', tree.lemma[being]!))
        return this.subjects(being, climbed + 1);
      // "стал первым государством, признавшим": what is said of the subject
      const verb = tree.relation(governor) === 'xcomp' ? tree.head(governor) : -1;
      if (verb >= 0 && this.grammar.has('becoming', tree.lemma[verb]!)) return this.subjects(verb, climbed + 1);
      const infinitive = tree.tokens[i]!.feats['VerbForm'] === 'Inf';
      return infinitive ? this.ownersOf(governor, climbed) : [this.argument(governor)];
    }
    if (
      relation === 'xcomp' ||
      (relation === 'advcl' && (isInfinitive(this.tree, i, this.grammar) || isGerund(this.tree, i)))
    ) {
      const controlled = this.grammar.has('object-control', tree.lemma[governor]!);
      const objects = controlled ? tree.dependents(governor, 'obj', 'iobj', 'obl') : [];
      if (objects[0] !== undefined) return [this.argument(objects[0])];
    }
    if ((relation === 'conj' || relation === 'parataxis') && this.disagrees(i, governor)) return [];
    // "objected to firing": somebody else's
    if (relation === 'advcl' && isGerund(this.tree, i) && this.grammar.has('alien-object', tree.lemma[governor]!))
      return [];
    // "said it was likely that … and ordered": the second verb goes with the first
    if (relation === 'conj' && tree.relation(governor) === 'ccomp' && this.isExpletive(governor))
      return this.subjects(tree.head(governor), climbed + 1);
    if (['xcomp', 'ccomp', 'advcl', 'conj', 'parataxis', 'cop', 'aux'].includes(relation)) {
      return this.isNominal(governor) && !this.hasSubject(governor)
        ? this.ownersOf(governor, climbed)
        : this.subjects(governor, climbed + 1);
    }
    return [];
  }

  /** "Президент заявил …; в Киеве возложили", "Россия завершила, и Баку поблагодарил": number and gender of verbs tell two subjects. */
  private disagrees(i: number, before: number): boolean {
    if (!this.grammar.has('impersonal', 'plural')) return false;
    const [one, other] = [this.tree.tokens[before]!.feats, this.tree.tokens[i]!.feats];
    if (one['VerbForm'] !== 'Fin' || other['VerbForm'] !== 'Fin') return false;
    if (one['Number'] !== other['Number']) return this.tree.upos(before) === 'VERB' && this.tree.upos(i) === 'VERB';
    const [first, second] = [one['Gender'], other['Gender']];
    return first !== undefined && second !== undefined && first !== second;
  }

  /** "soracağız": where the verb itself says "we" (grammar kind `order`), nobody who is named elsewhere does it. */
  private isOurs(i: number): boolean {
    const { Person: person, Number: number } = this.tree.tokens[i]!.feats;
    return person === '1' && number === 'Plur' && this.grammar.has('order', 'final');
  }

  /** The noun before a clause is whom it is done to, by nobody named. */
  private isTakenUp(i: number): boolean {
    return this.tree.dependents(i, 'obj', 'iobj', 'nsubj').some((c) => this.isObliqueRelative(c));
  }

  /** A noun or an adverb: no clause hangs on one by itself. */
  private isLoose(i: number): boolean {
    return this.isNominal(i) || this.tree.upos(i) === 'ADV';
  }

  private isExpletive(verb: number): boolean {
    const subjects = this.ownSubjects(verb);
    return subjects.length > 0 && subjects.every((c) => this.grammar.has('expletive', this.tree.form[c]!));
  }

  private verbAbove(noun: number): number | undefined {
    let i = this.tree.head(noun);
    for (let steps = 0; i >= 0 && steps < MAX_CLIMB; steps++, i = this.tree.head(i)) {
      if (this.tree.upos(i) === 'VERB') return i;
    }
    return undefined;
  }

  /** "suçladığı diplomatların ayrılmasını istedi": the verb above a noun that is not the noun's own. */
  private verbBeyond(noun: number): number | undefined {
    const verb = this.verbAbove(noun);
    const own = verb !== undefined && this.tree.head(noun) === verb && this.tree.relation(noun) === 'nmod:poss';
    return own ? this.verbAbove(verb) : verb;
  }

  /** "its plan to attack", "the decision by X to attack": whose noun it is. */
  private ownersOf(noun: number, climbed: number): Argument[] {
    const owners = this.nominalAgents(noun);
    return owners.length > 0 || climbed >= MAX_CLIMB ? owners : this.holdersOf(noun, climbed + 1);
  }

  private nominalAgents(i: number): Argument[] {
    const { tree, grammar } = this;
    const found: Argument[] = this.byAgents(i);
    if (found.length === 0) found.push(...this.nestedAgents(i));
    const compound = tree.relation(i) === 'nmod' && grammar.has('order', 'final') && tree.head(i) > i;
    if (compound && this.isNominal(tree.head(i))) found.push(...this.nominalAgents(tree.head(i)));
    if (found.length === 0 && grammar.words('owner-case').size > 0)
      found.push(
        ...this.nested(i).filter(
          (one) => this.isBareAgent(one) || (one.adposition !== undefined && grammar.has('between', one.adposition)),
        ),
      );
    for (const c of tree.children[i]!) {
      const relation = tree.relation(c);
      const marker = tree.marker(c);
      if (relation === 'nmod:poss' || relation === 'amod' || relation === 'compound' || relation === 'det')
        found.push(this.argument(c));
      else if (relation === 'nmod' && marker !== undefined && grammar.has('between', marker))
        found.push(this.argument(c));
      else if (relation === 'nmod' && this.isOrigin(i, c)) found.push(this.argument(c));
      else if (relation === 'nmod' && c < i && marker !== undefined && grammar.has('possessive', marker))
        found.push(this.argument(c));
      else if (relation === 'nmod' && marker === undefined && (c < i || this.isOwnerCase(c)))
        found.push(this.argument(c, 'nmod:poss'));
      // a name that the tree sets beside its noun: names without case endings are read that way
      else if (
        (relation === 'appos' || relation === 'flat') &&
        marker === undefined &&
        c > i &&
        this.isOwnerCase(c, 'nom')
      )
        found.push(this.argument(c, 'nmod:poss'));
    }
    // "ABD'nin uyguladığı yaptırımlar": who does the verb that only carries the noun does the noun's deed
    for (const c of tree.dependents(i, 'acl'))
      if (this.isObjectParticiple(c) && this.grammar.has('light-verb', tree.lemma[c]!))
        found.push(...this.subjects(c, 0));
    if (found.length === 0 && this.isNameBehind(i)) found.push(this.argument(i + 1, 'nmod:poss'));
    found.push(...this.sidesOfVerb(i));
    return found.length === 0 && pointsBack(this.tree, i, this.grammar) ? this.subjectsOfSentence(i) : found;
  }

  /** "Clashes broke out between Kenya and Somalia": the sides of a noun may hang on the verb that says it happened. */
  sidesOfVerb(i: number): Argument[] {
    const { tree, grammar } = this;
    const verb = tree.head(i);
    if (verb < 0 || !/^[nc]subj/.test(tree.relation(i)) || grammar.has('order', 'final')) return [];
    const isBetween = (c: number): boolean => grammar.has('between', tree.marker(c) ?? '');
    return tree
      .dependents(verb, 'obl', 'obj')
      .filter((c) => c > i && (isBetween(c) || tree.dependents(c, 'compound').some(isBetween)))
      .map((c) => this.argument(c));
  }

  private subjectsOfSentence(i: number): Argument[] {
    const verb = this.tree.ancestors(i).find((at) => this.tree.tokens[at]!.feats['VerbForm'] === 'Fin');
    return verb === undefined ? [] : this.subjects(verb, 0);
  }

  /** "took part in drills", but not "has grown drill by drill": whether an adposition ties a noun to who does the verb. */
  private isEngaged(i: number): boolean {
    const words = this.grammar.words('engaged');
    // "during his meeting": the possessive points back to the subject
    const owned = this.tree.children[i]!.some(
      (c) => this.tree.upos(c) === 'PRON' && this.tree.relation(c).startsWith('nmod'),
    );
    return words.size === 0 || owned || words.has(this.tree.marker(i) ?? '');
  }

  /** "ввёл эмбарго на поставки": what a ban (grammar kind `ban-noun`) is on is not done by whoever bans it. */
  private isBanned(i: number): boolean {
    const [marker] = this.tree.dependents(i, 'case');
    return marker !== undefined && marker > 0 && this.grammar.has('ban-noun', this.tree.lemma[marker - 1]!);
  }

  /** The subject of the verb that a noun is the object of: "launched an attack", "held talks". */
  holdersOf(i: number, climbed = 0): Argument[] {
    const { tree } = this;
    const governor = tree.head(i);
    if (governor < 0 || climbed > MAX_CLIMB) return [];
    const relation = tree.relation(i);
    const light = this.grammar.words('light-verb');
    if (light.size > 0 && tree.upos(governor) === 'VERB' && !light.has(tree.lemma[governor]!)) return [];
    if (relation === 'nsubj:pass') return this.byAgents(governor);
    // "condemned the attack", "survived the raid": somebody else's
    if (relation === 'obj' && this.grammar.has('alien-object', tree.lemma[governor]!)) return [];
    if (relation === 'obl' && (!this.isEngaged(i) || this.isBanned(i))) return [];
    if (relation === 'obj' || relation === 'obl' || relation === 'iobj') return this.subjects(governor, climbed + 1);
    if (relation === 'conj' || relation === 'nmod' || relation === 'compound')
      return this.holdersOf(governor, climbed + 1);
    return [];
  }
}
