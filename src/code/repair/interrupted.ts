import type { Grammar } from '../../codebook/index.ts';
import { extended, foldText, type Mention, type Token } from '../../model/index.ts';

/**
 * "Баку, не скрывая удовлетворения, поблагодарил", "Санду, сославшись на данные, обвинила", "Воронин, парафировавший план,
 * отказался": a name before an aside that a gerund, a participle or a relative word opens is the subject of the verb behind
 * the aside. "На следующий день Баку выделил": so is a name without case endings between a time and its verb.
 */
export function repairInterrupted(tokens: Token[], mentions: readonly Mention[], grammar: Grammar): void {
  for (const mention of mentions) {
    if (mention.kind === 'pronoun' || !mayBeSubject(tokens, mention) || !opensClause(tokens, mention.first)) continue;
    const verb = isAsideBehind(tokens, mention.last, grammar)
      ? verbBehindAside(tokens, mention, grammar)
      : behindTime(tokens, mention);
    if (verb !== undefined) toSubject(tokens, mention.head, verb);
  }
}

/** "Дмитрия Рогозина задержали", "Рогозина объявили": a man's name in the accusative is no subject, whatever the tagger knew of it. */
export function repairMen(tokens: Token[], mentions: readonly Mention[]): void {
  for (const mention of mentions) {
    if (!isManDoneTo(tokens, mention)) continue;
    const token = tokens[mention.head]!;
    const next = tokens[mention.last + 1];
    const feats = extended(token.feats, { Case: 'Acc' });
    if (token.deprel === 'nsubj') tokens[mention.head] = extended(token, { deprel: 'obj', feats });
    else if (next && isActive(next) && next.feats['Number'] === 'Plur' && tokens[mention.first - 1]?.form === ',') {
      const served = tokens.some(({ head, deprel }) => head === mention.last + 1 && /^(?:obj|nsubj)$/.test(deprel));
      if (!served && token.head < mention.first)
        tokens[mention.head] = extended(token, { head: mention.last + 1, deprel: 'obj', feats });
    }
  }
}

const BY_CASE: Readonly<Record<string, string>> = { Nom: 'nsubj', Acc: 'obj', Dat: 'iobj' };

/**
 * "Временному поверенному вручили ноту", "25 апреля неизвестные обстреляли": people whose word is an adjective by its form
 * stand in the clause as their case says, though the parser takes them for what describes the word before or the verb.
 */
export function repairNominalised(tokens: Token[], mentions: readonly Mention[]): void {
  for (const { head, kind, first, last } of mentions) {
    const token = tokens[head]!;
    if ((kind !== 'role' && kind !== 'group') || token.upos !== 'ADJ') continue;
    const above = tokens[token.head];
    const relation = BY_CASE[token.feats['Case'] ?? ''];
    const next = tokens[last + 1];
    if (above?.upos === 'VERB' && /^(?:amod|advmod)$/.test(token.deprel) && relation !== undefined)
      tokens[head] = extended(token, { upos: 'NOUN', deprel: relation });
    else if (relation === 'nsubj' && token.head < first && next && isActive(next)) {
      const agrees = next.feats['Number'] === token.feats['Number'];
      const served = tokens.some((one) => one.head === last + 1 && one.deprel === 'nsubj');
      if (agrees && !served) tokens[head] = extended(token, { upos: 'NOUN', deprel: 'nsubj', head: last + 1 });
    }
  }
}

/** "При посредничестве Бадра Абдель Аты согласовал": the rest of a name in the genitive is no subject of its own. */
export function repairOwnersNames(tokens: Token[], mentions: readonly Mention[]): void {
  for (const { kind, first, last, head } of mentions) {
    if (kind !== 'name' || tokens[head]!.deprel !== 'nmod' || tokens[head]!.feats['Case'] !== 'Gen') continue;
    for (let i = first; i <= last; i++) {
      const { deprel, head: above } = tokens[i]!;
      const isAstray = i !== head && deprel === 'nsubj' && (above < first || above > last);
      if (isAstray) tokens[i] = { ...tokens[i]!, head, deprel: 'flat' };
    }
  }
}

/** A surname of the dictionary with the ending of another case: "Рогозина", "Зеленского". */
function isManDoneTo(tokens: readonly Token[], { kind, actors, last }: Mention): boolean {
  const surname = actors.length === 1 ? actors[0]!.name.split(' ').at(-1)! : '';
  if (kind !== 'name' || !/[бвгджзйклмнпрстфхцчшщ]$/.test(surname)) return false;
  const { form } = tokens[last]!;
  return form === `${surname}а` || (/[сц]кий$/.test(surname) && form === `${surname.slice(0, -2)}ого`);
}

function mayBeSubject(tokens: readonly Token[], { kind, head, last, actors }: Mention): boolean {
  const { form, lemma, feats, upos } = tokens[head]!;
  if (kind === 'role' || kind === 'group') return upos === 'NOUN' && feats['Case'] === 'Nom';
  const called = actors.some(({ name }) => name.split(' ').includes(tokens[last]!.form));
  return called || feats['Case'] === 'Nom' || form.toUpperCase() === lemma.toUpperCase() || /^\p{Lu}{2,}$/u.test(form);
}

/** Behind a sign, a conjunction or a phrase that says when ("В феврале 2023-го Санду"); no other word of its clause comes before. */
function opensClause(tokens: readonly Token[], first: number): boolean {
  for (let i = first - 1; i >= 0; i--) {
    const { upos, feats, form } = tokens[i]!;
    if (upos === 'PUNCT' || upos === 'SCONJ' || upos === 'CCONJ') return form !== '—';
    if (upos === 'VERB' || upos === 'PROPN' || first - i > MOST_BEFORE) return false;
    if (upos === 'NOUN' && (feats['Case'] === 'Nom' || i === first - 1) && !isTime(tokens[i]!)) return false;
  }
  return true;
}

const MOST_BEFORE = 7;
const TIME =
  /^(?:год|день|месяц|неделя|час|минута|ночь|утро|вечер|сутки|лето|осень|зима|весна|(?:янв|февр|апр|сентябр|октябр|ноябр|декабр)[а-я]*|март|май|июнь|июль|август)$/;

const isTime = ({ lemma }: Token): boolean => TIME.test(lemma.toLowerCase());

/** A comma, and within a few words a gerund or participle, or a relative word. */
function isAsideBehind(tokens: readonly Token[], last: number, grammar: Grammar): boolean {
  if (tokens[last + 1]?.form !== ',') return false;
  const near = tokens.slice(last + 2, last + 2 + OPENING);
  const verb = near.findIndex(({ upos }) => upos === 'VERB');
  const relative = near.slice(0, 2).findIndex(({ form }) => grammar.has('relative', foldText(form)));
  if (relative === 0 || (relative === 1 && near[0]!.upos === 'ADP')) return true;
  if (verb < 0 || !near.slice(0, verb).every(({ upos }) => upos === 'ADV' || upos === 'PART')) return false;
  const { VerbForm: form, Case: given } = near[verb]!.feats;
  return form === 'Conv' || (form === 'Part' && (given === 'Nom' || given === undefined));
}

const OPENING = 4;
/** Words that an aside may have. */
const LONGEST = 26;

/** The first active verb behind the comma that may close the aside which agrees with the name and has no subject of its own. */
function verbBehindAside(tokens: readonly Token[], mention: Mention, grammar: Grammar): number | undefined {
  const relative = tokens
    .slice(mention.last + 2, mention.last + 4)
    .some(({ form }) => grammar.has('relative', foldText(form)));
  let inside = relative;
  let closed = false;
  for (let i = mention.last + 2; i < Math.min(tokens.length, mention.last + LONGEST); i++) {
    const { form, upos } = tokens[i]!;
    if (/^[;:—]$/.test(form)) return undefined;
    if (form === ',') closed = !inside;
    else if (upos === 'SCONJ' || (closed && grammar.has('relative', foldText(form)))) inside = true;
    else if (upos === 'VERB' && tokens[i]!.feats['VerbForm'] === 'Fin') {
      if (closed && !inside && isActive(tokens[i]!) && isFree(tokens, mention, i)) return i;
      inside = false;
    }
  }
  return undefined;
}

/** "На следующий день Баку выделил": the name right behind the time and right before the verb. */
function behindTime(tokens: readonly Token[], mention: Mention): number | undefined {
  const [before, verb] = [tokens[mention.first - 1], mention.last + 1];
  if (!before || !isTime(before) || mention.kind === 'place' || !tokens[verb] || !isActive(tokens[verb]))
    return undefined;
  const { head, deprel } = tokens[mention.head]!;
  if (deprel === 'nsubj' && head === verb) return undefined;
  return isFree(tokens, mention, verb) ? verb : undefined;
}

/** The verb agrees with the name as far as forms show, and has no subject in the nominative. */
function isFree(tokens: readonly Token[], { first, last, head, kind }: Mention, verb: number): boolean {
  const { Gender: gender, Number: number } = tokens[verb]!.feats;
  const { form, feats } = tokens[head]!;
  const plural =
    kind === 'group' ? feats['Number'] === 'Plur' : /^(?:США|ОАЭ|Штаты|Эмираты|Нидерланды)$/.test(tokens[last]!.form);
  if ((number === 'Plur') !== plural) return false;
  if (gender === 'Fem' && kind !== 'name' && /[бвгджзйклмнпрстфхцчшщ]$/.test(form)) return false;
  if (gender === 'Masc' && kind !== 'name' && /[ая]$/.test(form)) return false;
  return !tokens.some(
    (one, i) => one.head === verb && one.deprel === 'nsubj' && (i < first || i > last) && one.feats['Case'] === 'Nom',
  );
}

function isActive({ upos, feats }: Token): boolean {
  return upos === 'VERB' && feats['VerbForm'] === 'Fin' && feats['Voice'] !== 'Pass';
}

function toSubject(tokens: Token[], name: number, verb: number): void {
  const token = tokens[name]!;
  if (token.head === verb && token.deprel === 'nsubj') return;
  // the verb may hang under the name where the parser took that for the head
  if (isUnder(tokens, verb, name)) tokens[verb] = { ...tokens[verb]!, head: token.head, deprel: token.deprel };
  for (const [i, other] of tokens.entries())
    if (other.head === verb && other.deprel === 'nsubj' && i !== name) tokens[i] = { ...other, deprel: 'obj' };
  tokens[name] = extended(token, { head: verb, deprel: 'nsubj', feats: extended(token.feats, { Case: 'Nom' }) });
}

function isUnder(tokens: readonly Token[], i: number, above: number): boolean {
  for (let at = tokens[i]!.head, steps = 0; at >= 0 && steps < tokens.length; at = tokens[at]!.head, steps++)
    if (at === above) return true;
  return false;
}
