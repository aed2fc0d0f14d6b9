import type { Grammar } from '../../codebook/index.ts';
import { foldText, type Mention, type Sentence, type Token } from '../../model/index.ts';
import { withTokens } from '../with-tokens.ts';

const PAST = { Mood: 'Ind', Tense: 'Past', VerbForm: 'Fin' };
const NOMINAL = ['NOUN', 'PROPN', 'PRON', 'NUM'];

/** The subject of a clause, its verb, and the noun behind that the tree hung over the verb (-1: none). */
interface Clause {
  readonly subject: Mention;
  /** Heads of the other names in "the United States, France and Britain". */
  readonly others: readonly number[];
  readonly verb: number;
  readonly object: number;
}

/**
 * Subjects that the tree hung on the time before them, and verbs that it took for participles: "On 16 April Pakistani aircraft
 * bombed villages", "in May Washington expelled diplomats", "Saudi jets bombed Sanaa …, and the army landed"; and on the date
 * of an entry in a chronology ("July 2009 - Chavez freezes relations"). Only where subjects stand before verbs (grammar kind
 * `adjacent`) and time words are listed.
 */
export function repairFronted(sentence: Sentence, mentions: readonly Mention[], grammar: Grammar): Sentence {
  let { tokens } = sentence;
  for (const subject of mentions) {
    const partners = partnersOf(tokens, subject, mentions);
    const clause = clauseOf(tokens, { subject, partners }, grammar);
    if (clause) tokens = asClause(tokens, clause);
  }
  return tokens === sentence.tokens ? sentence : withTokens(sentence, tokens);
}

function clauseOf(
  tokens: readonly Token[],
  { subject, partners }: { subject: Mention; partners: readonly Mention[] },
  grammar: Grammar,
): Clause | undefined {
  const verb = verbBehind(tokens, partners.at(-1) ?? subject);
  if (verb < 0 || /ing$/.test(tokens[verb]!.form)) return undefined;
  const { deprel, head } = tokens[verb]!;
  const others = partners.map((one) => one.head);
  const isNext = verb === subject.last + 1 || tokens[verb - 1]!.upos === 'AUX';
  if (isNext && deprel === 'amod' && head > verb && isGroup(tokens, subject) && head <= verb + MOST_WIDE)
    return { subject, others: [], verb, object: head };
  if (isNext && deprel === 'acl' && head === subject.head && hasObject(tokens, verb))
    return { subject, others: [], verb, object: -1 };
  const dated = isAfterDate(tokens, subject, grammar);
  // of "Jan 27 - The ministers met" the tree may make the date the subject
  const isServed = ({ head: above, deprel: relation }: Token, i: number): boolean =>
    above === verb && !others.includes(i) && /^(?:nsubj|expl)/.test(relation) && !(dated && i < subject.first);
  const free = !tokens.some(isServed);
  const joined = others.length > 0 && (isAfterOpener(tokens, subject) || isAfterFronted(tokens, subject));
  return free && (dated || isAfterTime(tokens, subject, grammar) || joined)
    ? { subject, others, verb, object: -1 }
    : undefined;
}

/** "The United States, France and Britain bombed": the names behind commas and the conjunction. */
function partnersOf(tokens: readonly Token[], { last }: Mention, mentions: readonly Mention[]): readonly Mention[] {
  const found: Mention[] = [];
  for (let at = last + 1; found.length < MOST_PARTNERS; at = found.at(-1)!.last + 1) {
    const joint = tokens[at]?.form === ',' && tokens[at + 1]?.upos === 'CCONJ' ? at + 1 : at;
    const isLast = tokens[joint]?.upos === 'CCONJ';
    if (!isLast && tokens[joint]?.form !== ',') return [];
    const first = tokens[joint + 1]?.upos === 'DET' ? joint + 2 : joint + 1;
    const next = mentions.find((one) => one.first === first && one.actors.length > 0);
    if (!next) return [];
    found.push(next);
    if (isLast) return found;
  }
  return [];
}

/** So many names may follow the first of a list. */
const MOST_PARTNERS = 6;

/** So many words may stand between a participle and the noun that it seemed to describe. */
const MOST_WIDE = 4;

/** So many words may be put in between commas without a verb. */
const MOST_INSERTED = 8;

/** The verb right behind the mention, an adverb or auxiliaries, or a clause or phrase between commas. */
function verbBehind(tokens: readonly Token[], { last }: Mention): number {
  let at = last + 1;
  if (tokens[at]?.form === ',' && ['who', 'which', 'whose'].includes(foldText(tokens[at + 1]?.form ?? ''))) {
    const end = tokens.findIndex(({ form }, i) => i > at && form === ',');
    if (end < 0) return -1;
    at = end + 1;
  } else if (tokens[at]?.form === ',') {
    const end = tokens.findIndex(({ form, upos }, i) => i > at && (form === ',' || upos === 'VERB' || upos === 'AUX'));
    if (end < 0 || end > at + MOST_INSERTED || tokens[end]!.form !== ',' || tokens[end - 1]!.upos === 'CCONJ')
      return -1;
    at = end + 1;
  }
  while (['ADV', 'AUX'].includes(tokens[at]?.upos ?? '')) at++;
  return tokens[at]?.upos === 'VERB' ? at : -1;
}

/** "Pakistani jets", "its guards": several people or craft; of one name ("Iran backed rebels") the hyphen may be missing. */
function isGroup(tokens: readonly Token[], { kind, head, actors }: Mention): boolean {
  const { upos, feats, form } = tokens[head]!;
  return (
    kind === 'group' && actors.length > 0 && upos === 'NOUN' && (feats['Number'] === 'Plur' || /craft$/.test(form))
  );
}

function hasObject(tokens: readonly Token[], verb: number): boolean {
  return tokens.some(({ head, deprel }, i) => head === verb && deprel === 'obj' && i > verb);
}

/** "On 16 April Pakistani aircraft", "in May Washington": a time stands right before, and the tree made no subject of the name. */
function isAfterTime(tokens: readonly Token[], { first, head, kind }: Mention, grammar: Grammar): boolean {
  if (kind === 'place' || kind === 'pronoun' || tokens[head]!.deprel.startsWith('nsubj')) return false;
  const start = tokens[first - 1]?.upos === 'DET' ? first - 1 : first;
  const before = tokens[start - 1];
  if (!before || !NOMINAL.includes(before.upos)) return false;
  return (
    grammar.has('time', foldText(before.lemma)) ||
    grammar.has('time', foldText(before.form)) ||
    grammar.has('time-name', foldText(before.form)) ||
    (/^(?:1\d|20)\d\d$/.test(before.form) && start > 1) ||
    isDayOfMonth(tokens, start - 1, grammar)
  );
}

/** "where Russia and the United States, for once of one mind, urged": several behind a word that opens a clause. */
function isAfterOpener(tokens: readonly Token[], { first, head, kind }: Mention): boolean {
  const start = tokens[first - 1]?.upos === 'DET' ? first - 1 : first;
  const opener = foldText(tokens[start - 1]?.form ?? '');
  return kind !== 'place' && OPENERS.has(opener) && !tokens[head]!.deprel.startsWith('nsubj');
}

/** "In Geneva, Egypt and Sudan agreed": the tree goes on from the place, or the day, to the names behind the comma. */
function isAfterFronted(tokens: readonly Token[], { first, head, kind }: Mention): boolean {
  const comma = tokens[first - 1]?.upos === 'DET' ? first - 2 : first - 1;
  if (tokens[0]!.upos !== 'ADP' || tokens[comma]?.form !== ',' || kind === 'place') return false;
  if (tokens.slice(0, comma).some(({ upos }) => upos === 'VERB' || upos === 'AUX')) return false;
  return tokens[head]!.head >= 0 && tokens[head]!.head < comma && !tokens[head]!.deprel.startsWith('nsubj');
}

const OPENERS = new Set(['where', 'when', 'while', 'whereupon', 'because', 'although']);

/** "On Oct 30 Colombia". */
function isDayOfMonth(tokens: readonly Token[], at: number, grammar: Grammar): boolean {
  const month = foldText(tokens[at - 1]?.form ?? '').replace(/\.$/u, '');
  return /^[1-3]?\d$/.test(tokens[at]!.form) && grammar.has('month', month);
}

/** "July 2009 - Chavez freezes", "5 May 2014: Russia annexes": nothing but a date and a dash or a colon stands before. */
function isAfterDate(tokens: readonly Token[], { first }: Mention, grammar: Grammar): boolean {
  const start = tokens[first - 1]?.upos === 'DET' ? first - 1 : first;
  if (start < 2 || start > MOST_DATED || !/^(?:[-–—:]|--)$/u.test(tokens[start - 1]!.form)) return false;
  return tokens.slice(0, start - 1).every(({ form }) => {
    const word = foldText(form).replace(/\.$/u, '');
    return /^[\p{N}/.,()–-]+$/u.test(word) || grammar.has('month', word) || grammar.has('time', word);
  });
}

/** So many tokens has "August - September 2019 -" at most. */
const MOST_DATED = 9;

function asClause(tokens: readonly Token[], { subject, others, verb, object }: Clause): readonly Token[] {
  const { head: name, first } = subject;
  const top = topOf(tokens, name, first);
  const parts = new Set([name, verb, top, ...(object < 0 ? [] : [object])]);
  const place = placeOf(tokens, verb, parts);
  const time = tokens[first - 1]?.upos === 'DET' ? first - 2 : first - 1;
  const next = place.beside;
  return tokens.map((token, i) => {
    if (i === verb) return { ...token, head: place.head, deprel: place.deprel, feats: finite(token) };
    if (i === next) return { ...token, head: verb, deprel: 'conj' };
    if (i === name) return { ...token, head: verb, deprel: 'nsubj' };
    if (others.includes(i)) return { ...token, head: name, deprel: 'conj' };
    if (i === object) return { ...token, head: verb, deprel: isMarked(tokens, i, verb) ? 'obl' : 'obj' };
    if (i === top && top !== name) return { ...token, head: verb, deprel: 'obl' };
    if (token.head === name && i < time) return { ...token, head: time };
    if (token.head === name && i === time && top === name) return { ...token, head: verb, deprel: 'obl' };
    const left = i > verb && (token.head === name || (top !== name && token.head === top));
    if (left) return { ...token, head: verb, deprel: besideVerb(token) };
    return object >= 0 && token.head === object && i < verb ? { ...token, head: verb } : token;
  });
}

/** "sign" stays in the present; what looked like a participle is the past. */
function finite({ feats }: Token): Token['feats'] {
  return feats['VerbForm'] === 'Fin' ? feats : PAST;
}

/** The leftmost noun that the name hangs under. */
function topOf(tokens: readonly Token[], name: number, first: number): number {
  let top = name;
  while (tokens[top]!.head >= 0 && tokens[top]!.head < first && tokens[tokens[top]!.head]!.upos !== 'VERB')
    top = tokens[top]!.head;
  return top;
}

interface Place {
  readonly head: number;
  readonly deprel: string;
  /** A clause behind that becomes the second. */
  readonly beside?: number;
}

/** Where the clause hangs: where whatever of it hung outside. */
function placeOf(tokens: readonly Token[], verb: number, parts: ReadonlySet<number>): Place {
  const own = tokens[verb]!;
  if (!parts.has(own.head)) return { head: own.head, deprel: own.deprel };
  const outer = [...parts].find((i) => !parts.has(tokens[i]!.head)) ?? verb;
  const { head } = tokens[outer]!;
  if (head < 0) return { head: -1, deprel: 'root' };
  const isOther = head > verb && tokens[head]!.upos === 'VERB';
  if (isOther) return { head: tokens[head]!.head, deprel: tokens[head]!.deprel, beside: head };
  return { head, deprel: 'advcl' };
}

function isMarked(tokens: readonly Token[], noun: number, verb: number): boolean {
  return tokens.some(({ head, deprel }, i) => head === noun && deprel === 'case' && i > verb);
}

function besideVerb({ upos, deprel }: Token): string {
  if (upos === 'VERB' && deprel === 'parataxis') return 'conj';
  return deprel === 'nmod' ? 'obl' : deprel;
}
