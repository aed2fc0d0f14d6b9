import { extended, type Mention, type Token } from '../../model/index.ts';

/**
 * What stands right beside its word, and which the parser hangs elsewhere where names have no endings: the owner of a noun,
 * the place of a thing that is hit, the doer of a passive and the one who speaks behind a comma.
 */
export function repairBeside(tokens: Token[], mentions: readonly Mention[]): void {
  for (const mention of mentions) {
    ownerBehind(tokens, mention);
    quotedOwner(tokens, mention);
    speakerBehind(tokens, mention);
    phraseAstray(tokens, mention);
    groupOpening(tokens, mention);
    goalNotPlace(tokens, mention);
    doerBefore(tokens, mention);
  }
  for (const i of tokens.keys()) {
    placeOfSubject(tokens, i);
    doerAfter(tokens, i);
    objectAfter(tokens, i);
    subjectOfInfinitive(tokens, i);
    activeOfSeveral(tokens, i);
  }
}

/** "граждан Бангладеш": a name right behind a noun, with no conjunction, is no second member of a list. */
function ownerBehind(tokens: Token[], { first, head, kind }: Mention): void {
  const owner = tokens[head]!;
  if (kind !== 'name' || first !== head || owner.upos !== 'PROPN' || owner.deprel !== 'conj') return;
  if (owner.head !== head - 1 || tokens[head - 1]!.upos !== 'NOUN' || owner.form !== titled(owner.lemma)) return;
  const { Case: _, ...feats } = owner.feats;
  tokens[head] = { ...owner, deprel: 'nmod', feats };
}

function titled(lemma: string): string {
  return lemma.slice(0, 1).toUpperCase() + lemma.slice(1);
}

/** "Лидер «Аш-Шабаб» посулил": a name in quotation marks behind a noun owns it, whatever the tagger makes of it. */
function quotedOwner(tokens: Token[], { first, last, head, kind }: Mention): void {
  const owner = tokens[head]!;
  if (kind !== 'name' || !['discourse', 'advmod', 'parataxis', 'fixed', 'dep'].includes(owner.deprel)) return;
  if (tokens[first - 1]?.form !== '«' || tokens[last + 1]?.form !== '»' || tokens[first - 2]?.upos !== 'NOUN') return;
  tokens[head] = { ...owner, upos: 'PROPN', head: first - 2, deprel: 'nmod', feats: {} };
}

/** ", возмутился вьетнамский МИД": a verb in -ся has no object, so who stands bare behind it is its subject. */
function speakerBehind(tokens: Token[], { first, head, kind }: Mention): void {
  const [verb, name] = [tokens[first - 1], tokens[head]!];
  if (!verb || kind === 'place' || name.head !== first - 1 || !['obl', 'obj', 'iobj', 'nmod'].includes(name.deprel))
    return;
  const isReflexive = verb.upos === 'VERB' && verb.feats['VerbForm'] === 'Fin' && /с[яь]$/.test(verb.form);
  if (!isReflexive || tokens[first - 2]?.form !== ',') return;
  if (!['Nom', undefined].includes(name.feats['Case'])) return;
  if (tokens.some((one) => one.head === first - 1 && one.deprel.startsWith('nsubj'))) return;
  tokens[head] = extended(name, { deprel: 'nsubj', feats: extended(name.feats, { Case: 'Nom' }) });
}

/** "Турецкой полицией задержан": the instrument case right before a short passive, which the tagger takes for another. */
function doerBefore(tokens: Token[], { head, last }: Mention): void {
  const [name, verb] = [tokens[head]!, tokens[last + 1]];
  if (verb?.upos !== 'VERB' || name.head !== last + 1 || head !== last || name.feats['Case'] === 'Ins') return;
  if (verb.feats['Voice'] !== 'Pass' || !/([оеё]й|[ое]м|[ая]ми)$/.test(name.form) || name.deprel.startsWith('nsubj'))
    return;
  tokens[head] = extended(name, { deprel: 'obl', feats: extended(name.feats, { Case: 'Ins' }) });
}

/** "Нефтебаза под Белгородом обстреляна": where a thing stands that something was done to, not where it was done. */
function placeOfSubject(tokens: Token[], i: number): void {
  const place = tokens[i]!;
  const verb = place.head;
  if (place.deprel !== 'obl' || verb !== i + 1 || tokens[verb]!.feats['Voice'] !== 'Pass') return;
  const marker = tokens[i - 1];
  if (marker?.upos !== 'ADP' || marker.head !== i) return;
  const subject = tokens[i - 2];
  if (subject?.upos !== 'NOUN' || subject.head !== verb || subject.deprel !== 'nsubj:pass') return;
  tokens[i] = { ...place, head: i - 2, deprel: 'nmod' };
}

/** "обстрелян украинскими вертолётами": an instrument case behind a passive that the parser joins to it as if there were an "and". */
function doerAfter(tokens: Token[], i: number): void {
  const { upos, deprel, head, feats } = tokens[i]!;
  if (deprel !== 'conj' || feats['Case'] !== 'Ins' || head < 0 || head >= i || !['NOUN', 'PROPN'].includes(upos))
    return;
  if (tokens[head]!.feats['Voice'] !== 'Pass' || !tokens.slice(head + 1, i).every((one) => one.upos === 'ADJ')) return;
  tokens[i] = { ...tokens[i]!, deprel: 'obl' };
}

/** "обменялись выстрелами с киргизскими военными": a noun behind an adposition is no attribute of another word. */
function phraseAstray(tokens: Token[], { first, head }: Mention): void {
  const [marker, noun] = [tokens[first - 1], tokens[head]!];
  if (marker?.upos !== 'ADP' || noun.upos !== 'NOUN' || !['amod', 'fixed'].includes(noun.deprel)) return;
  const verb = tokens.findLastIndex(({ upos }, i) => i < first && (upos === 'VERB' || upos === 'PUNCT'));
  if (verb < 0 || tokens[verb]!.upos !== 'VERB') return;
  tokens[head] = { ...noun, head: verb, deprel: 'obl' };
  tokens[first - 1] = { ...marker, head, deprel: 'case' };
}

/** "Военные Сербии провели": people at the head of a sentence whom the tagger takes for an attribute of the name behind them. */
function groupOpening(tokens: Token[], { first, head, last, kind }: Mention): void {
  const [people, name] = [tokens[first]!, tokens[head]!];
  if (kind !== 'group' || first !== 0 || head !== 1 || people.upos !== 'ADJ' || people.head !== 1) return;
  const verb = tokens.findIndex(({ upos }, i) => i > last && (upos === 'VERB' || upos === 'PUNCT'));
  if (verb < 0 || !isActive(tokens[verb]!) || tokens[verb]!.feats['Number'] !== 'Plur') return;
  for (const [i, other] of tokens.entries())
    if (other.head === verb && i > verb && other.deprel === 'nsubj') tokens[i] = { ...other, deprel: 'obj' };
  tokens[head] = extended(name, { head: verb, deprel: 'nsubj', feats: extended(name.feats, { Case: 'Nom' }) });
}

/** "Сирийская ПВО сбила турецкий истребитель": of two subjects the one behind the verb whose gender is not the verb's is its object. */
function objectAfter(tokens: Token[], i: number): void {
  const { deprel, head: verb, feats } = tokens[i]!;
  if (deprel !== 'nsubj' || verb < 0 || verb >= i || !isActive(tokens[verb]!)) return;
  const { Gender: gender, Number: number } = tokens[verb]!.feats;
  if (gender === undefined || number !== 'Sing' || feats['Number'] !== 'Sing') return;
  if (feats['Gender'] === undefined || feats['Gender'] === gender) return;
  if (!tokens.some((one, k) => k < verb && one.head === verb && one.deprel === 'nsubj')) return;
  tokens[i] = extended(tokens[i]!, { deprel: 'obj', feats: extended(feats, { Case: 'Acc' }) });
}

function isActive({ upos, feats }: Token): boolean {
  return upos === 'VERB' && feats['VerbForm'] === 'Fin' && feats['Voice'] !== 'Pass';
}

/** "ввоз в Газу": an ending of the accusative that the tagger takes for that of a place. */
function goalNotPlace(tokens: Token[], { first, head }: Mention): void {
  const { feats, form, upos } = tokens[head]!;
  if (upos !== 'PROPN' || feats['Case'] !== 'Loc' || !/[^ыи][ую]$/.test(form) || /(?:рым|Дон)у$/.test(form)) return;
  if (!/^(?:во?|на)$/i.test(tokens[first - 1]?.form ?? '')) return;
  tokens[head] = extended(tokens[head]!, { feats: extended(feats, { Case: 'Acc' }) });
}

/** "Канберра извиняться не собирается": who stands before an infinitive is the subject of the verb that governs it. */
function subjectOfInfinitive(tokens: Token[], i: number): void {
  const { deprel, head: infinitive, feats } = tokens[i]!;
  if (deprel !== 'nsubj' || infinitive < i || feats['Case'] !== 'Nom') return;
  const { feats: form, head: verb, deprel: relation } = tokens[infinitive]!;
  if (form['VerbForm'] !== 'Inf' || verb <= infinitive || !isActive(tokens[verb]!)) return;
  if (tokens.some((one) => one.head === verb && one.deprel.startsWith('nsubj'))) return;
  tokens[i] = { ...tokens[i]!, head: verb };
  if (relation === 'advcl' || relation === 'csubj') tokens[infinitive] = { ...tokens[infinitive]!, deprel: 'xcomp' };
}

/** "Осло и Лондон протянут кабель": a short participle in the singular has no two subjects, so the verb is active. */
function activeOfSeveral(tokens: Token[], verb: number): void {
  const { upos, form, feats } = tokens[verb]!;
  if (upos !== 'VERB' || !/[уюая]т$/.test(form) || feats['Number'] === 'Plur') return;
  const passive = tokens.flatMap(({ head, deprel }, i) => (head === verb && deprel === 'nsubj:pass' ? [i] : []));
  const [first] = passive;
  if (first === undefined || first > verb || !tokens.some(({ head, deprel }) => head === first && deprel === 'conj'))
    return;
  const { Voice: _, Variant: __, ...kept } = feats;
  tokens[verb] = { ...tokens[verb]!, feats: { ...kept, VerbForm: 'Fin', Number: 'Plur', Tense: 'Fut' } };
  for (const i of passive) tokens[i] = { ...tokens[i]!, deprel: i === first ? 'nsubj' : 'obj' };
}
