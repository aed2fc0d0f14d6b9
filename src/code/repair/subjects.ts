import { extended, type Mention, type Token } from '../../model/index.ts';

/** A name and the finite verb right behind it. */
interface Clause {
  readonly name: number;
  readonly verb: number;
}

/**
 * Names that do not change for case, before their verb: "Баку выпустил пленных" has a subject, whatever case the tagger
 * gave the name, "Мале просил Пекин" has the first one, and "Вашингтон осудили в Тегеране" has none (the verb is plural).
 */
export function repairSubjects(tokens: Token[], mentions: readonly Mention[]): void {
  for (const mention of mentions) {
    const verb = verbBehind(tokens, mention);
    if (verb === undefined) continue;
    const clause = { name: mention.head, verb };
    if (isOutnumbered(tokens, clause)) toObject(tokens, clause);
    else if (agrees(tokens, clause)) toSubject(tokens, mentions, clause);
  }
}

/** "принял в Париже президента Чада": people right behind the place where a verb is done are its object. */
export function repairObjects(tokens: Token[], mentions: readonly Mention[]): void {
  for (const place of mentions) {
    const person = mentions.find(({ first, kind }) => first === place.last + 1 && (kind === 'role' || kind === 'name'));
    if (place.kind !== 'place' || !person) continue;
    const { head, deprel, feats, upos } = tokens[person.head]!;
    const inside = head >= place.first && head <= place.last;
    if (!inside || (deprel !== 'nmod' && deprel !== 'appos') || !['Gen', 'Acc'].includes(feats['Case'] ?? '')) continue;
    const verb = tokens[place.head]!.head;
    if (upos === 'ADJ' || verb < 0 || verb > place.first || !isActive(tokens[verb]!)) continue;
    const served = tokens.some((token) => token.head === verb && token.deprel === 'obj');
    if (!served) tokens[person.head] = { ...tokens[person.head]!, head: verb, deprel: 'obj' };
  }
}

/** "бомбардировщики России пролетели": people or craft in the plural before a plural verb that has no other subject. */
export function repairGroups(tokens: Token[], mentions: readonly Mention[]): void {
  for (const { head, kind, last } of mentions) {
    const token = tokens[head]!;
    if ((kind !== 'group' && kind !== 'role') || token.deprel !== 'obj' || token.upos !== 'NOUN') continue;
    if (token.feats['Number'] !== 'Plur' || token.feats['Animacy'] === 'Anim') continue;
    if (!['Acc', 'Nom'].includes(token.feats['Case'] ?? '')) continue;
    // a date before it may have taken it ("24 мая бомбардировщики …")
    const verb = tokens.findIndex(({ upos }, i) => i > last && (upos === 'VERB' || upos === 'PUNCT'));
    if (verb < 0 || !isActive(tokens[verb]!) || tokens[verb]!.feats['Number'] !== 'Plur') continue;
    const ours = token.head === verb || (token.head >= 0 && token.head < head && tokens[token.head]!.upos !== 'VERB');
    const others = tokens.some((one, i) => i !== head && one.head === verb && one.deprel.startsWith('nsubj'));
    if (!ours || others) continue;
    tokens[head] = extended(token, { head: verb, deprel: 'nsubj', feats: extended(token.feats, { Case: 'Nom' }) });
  }
}

/**
 * "Китай осудил санкции и обвинил НАТО": a name without case endings right behind a verb of a pair, whose subject stands
 * before the first verb, is the object of the second.
 */
export function repairPairs(tokens: Token[], mentions: readonly Mention[]): void {
  for (const { head: name } of mentions) {
    const { head: verb, deprel, form } = tokens[name]!;
    if (deprel !== 'nsubj' || verb < 0 || verb !== name - 1 || tokens[verb]!.deprel !== 'conj') continue;
    if (!isActive(tokens[verb]!) || !/^\p{Lu}{2,}$|[оеиу]$/u.test(form)) continue;
    const first = tokens[verb]!.head;
    const isDoer = ({ head, deprel }: Token, i: number): boolean => head === first && deprel === 'nsubj' && i < first;
    const gender = tokens[tokens.findIndex(isDoer)]?.feats['Gender'];
    const served = tokens.some((one) => one.head === verb && one.deprel === 'obj');
    if (gender === undefined || served || tokens[verb]!.feats['Gender'] !== gender) continue;
    tokens[name] = extended(tokens[name]!, { deprel: 'obj', feats: extended(tokens[name]!.feats, { Case: 'Acc' }) });
    for (const [i, other] of tokens.entries())
      if (other.head === verb && i === name + 2 && tokens[name + 1]!.upos === 'CCONJ')
        tokens[i] = { ...other, head: name, deprel: 'conj' };
  }
}

function isActive({ upos, feats }: Token): boolean {
  return upos === 'VERB' && feats['VerbForm'] === 'Fin' && feats['Voice'] !== 'Pass';
}

/** The active finite verb behind a bare name that opens a clause, with nothing but adverbs and particles between. */
function verbBehind(tokens: readonly Token[], mention: Mention): number | undefined {
  const { first, last, head, kind } = mention;
  if (kind !== 'name' && kind !== 'metonym' && kind !== 'place') return undefined;
  const before = tokens[first - 1];
  if (before !== undefined && !['PUNCT', 'SCONJ', 'CCONJ'].includes(before.upos)) return undefined;
  if (before?.upos === 'CCONJ' && tokens[head]!.deprel === 'conj') return undefined;
  const isOpening = isBare(tokens, mention) || isFeminine(tokens, mention);
  if (!isOpening) return undefined;
  for (let i = last + 1; i < Math.min(tokens.length, last + 4); i++) {
    const { upos } = tokens[i]!;
    if (upos === 'VERB') return isActive(tokens[i]!) ? i : undefined;
    if (upos !== 'ADV' && upos !== 'PART' && upos !== 'AUX') return undefined;
  }
  return undefined;
}

/** In its base form ("Нетаньяху": as the bearer is called), and without an adposition. */
function isBare(tokens: readonly Token[], { head: i, actors }: Mention): boolean {
  const { form, lemma } = tokens[i]!;
  const called = actors.some(({ name }) => name.split(' ').includes(form));
  const base = called || form.toUpperCase() === lemma.toUpperCase() || /^\p{Lu}{2,}$/u.test(form);
  return base && !tokens.some(({ head, deprel }) => head === i && (deprel === 'case' || deprel === 'conj'));
}

/** "Гитега обвинила Кигали": a state or its capital in -а before a feminine verb, though the tagger knows no such word. */
function isFeminine(tokens: readonly Token[], { first, last, kind, actors }: Mention): boolean {
  const isState = kind === 'metonym' || (kind === 'name' && actors.every(({ sector }) => sector === undefined));
  const verb = tokens[last + 1];
  return isState && first === last && /[ая]$/.test(tokens[last]!.form) && verb?.feats['Gender'] === 'Fem';
}

/** A plural verb behind one singular name. */
function isOutnumbered(tokens: readonly Token[], { name, verb }: Clause): boolean {
  const { form, feats } = tokens[name]!;
  return (
    tokens[verb]!.feats['Number'] === 'Plur' && feats['Number'] === 'Sing' && /[^аеёиоуыэюяАЕЁИОУЫЭЮЯ]$/.test(form)
  );
}

/** Number and, where the ending shows it, gender. */
function agrees(tokens: readonly Token[], { name, verb }: Clause): boolean {
  const { Gender: gender, Number: number } = tokens[verb]!.feats;
  const { form, feats } = tokens[name]!;
  if (number === 'Plur') return feats['Number'] !== 'Sing';
  if (gender === undefined || /^\p{Lu}{2,}$/u.test(form)) return true;
  if (/[ая]$/.test(form)) return gender !== 'Neut';
  return !/[бвгджзйклмнпрстфхцчшщ]$/.test(form) || gender === 'Masc';
}

function toObject(tokens: Token[], { name, verb }: Clause): void {
  const token = tokens[name]!;
  if (token.head === verb && token.deprel === 'nsubj') tokens[name] = { ...token, deprel: 'obj' };
}

function toSubject(tokens: Token[], mentions: readonly Mention[], { name, verb }: Clause): void {
  const token = tokens[name]!;
  if (token.head !== verb || token.deprel === 'nsubj') return;
  for (const [i, other] of tokens.entries()) {
    if (other.head !== verb || other.deprel !== 'nsubj') continue;
    // another subject stays unless it stands in another case, or is a name behind the verb that could be its object
    const oblique = !['Nom', undefined].includes(other.feats['Case']);
    const ambiguous = i > verb && /[^аяы]$/.test(other.form) && mentions.some(({ head }) => head === i);
    if (!oblique && !ambiguous && !(i > verb && isThingLikeObject(token, other))) return;
    tokens[i] = { ...other, deprel: 'obj' };
  }
  tokens[name] = extended(token, { upos: 'PROPN', deprel: 'nsubj', feats: extended(token.feats, { Case: 'Nom' }) });
}

/** "США ввели санкции": behind an acronym and its verb, a thing in the plural looks the same as subject and as object. */
function isThingLikeObject({ form }: Token, { feats, upos }: Token): boolean {
  const { Animacy: animacy, Number: number } = feats;
  return /^\p{Lu}{2,}$/u.test(form) && upos === 'NOUN' && animacy === 'Inan' && number === 'Plur';
}
