import { applyOperator, type Entry, isSaidLine } from '../../codebook/index.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import { withStance } from './act-stance.ts';
import { ownTokens } from './act-words.ts';
import { answeredWord } from './answered.ts';
import { isAside, isModifier, isWondered, speaksForVerb } from './aside.ts';
import type { Composer, Outcome } from './compose.ts';
import { operate } from './compose.ts';
import { deniedWords } from './denial.ts';
import { isPromised, operatorBySuffix } from './final-stance.ts';
import type { Matcher } from './match.ts';
import { isOpenedBy } from './opened-by.ts';
import { auxiliaries } from './stance.ts';

/** An act read from the tree: what it is, the words it rests on, and the act inside it when an operator made it. */
export interface Act {
  readonly outcome: Outcome;
  /** Governing word: its subject is the actor. */
  readonly token: number;
  readonly entry: Entry;
  readonly used: readonly number[];
  /** The act under the operator, and whether its agent or its patient is the recipient. */
  readonly inner?: Act;
  readonly recipientFrom?: 'agent' | 'patient';
  readonly claims?: boolean;
  /** The word by which somebody denies the act. */
  readonly denier?: number;
}

const CONTENT_RELATIONS = ['xcomp', 'ccomp', 'obj', 'obl', 'nmod', 'advcl', 'acl', 'nsubj:pass', 'conj'];
const MAX_DEPTH = 6;
/** Below it a line is a cue that makes no event alone. */
const WEAK = 0.75;

export interface ActReader {
  readonly tree: SentenceTree;
  readonly matcher: Matcher;
  readonly composer: Composer;
}

/** Reads every act of the sentence, governors first; a word used inside a larger act gives no second one. */
export function readActs(reader: ActReader): Act[] {
  const { tree } = reader;
  const depth = tree.depths();
  const order = tree.tokens.map((_, i) => i).sort((a, b) => depth[a]! - depth[b]! || a - b);
  const taken = new Set<number>();
  const acts: Act[] = [];
  for (const i of order) {
    // most words are in no line: nothing else need be asked of them
    if (taken.has(i) || isModifier(tree, i) || saysNothing(reader, i)) continue;
    if (isAside(reader, i) || isOrigin(reader, i, taken)) continue;
    const act = readAct(reader, i, 0);
    if (!act) continue;
    if (act.denier !== undefined && taken.has(act.token)) continue;
    acts.push(act);
    const answered = answeredWord(tree, reader.composer, act.token);
    const modals = tree.dependents(act.token, 'aux');
    for (const token of [...ownTokens(reader, act), ...modals]) if (token !== answered) taken.add(token);
  }
  return acts;
}

function saysNothing({ matcher }: ActReader, i: number): boolean {
  const { best, operators } = matcher.at(i);
  return best === undefined && operators.length === 0;
}

/**
 * "shortened the curfew imposed in June", "lifted the ban that was declared last year": a passive without a doer behind
 * a word that an act has used tells only how that thing came to be.
 */
function isOrigin({ tree, matcher, composer }: ActReader, i: number, taken: ReadonlySet<number>): boolean {
  const relation = tree.relation(i);
  if (relation !== 'acl' && relation !== 'acl:relcl') return false;
  if (!composer.grammar.has('passive', 'auxiliary')) return false;
  const isDoer = (c: number): boolean => composer.grammar.has('agent', tree.marker(c) ?? '');
  if (tree.dependents(i, 'nsubj').length > 0 || tree.dependents(i, 'obl:agent', 'obl', 'nmod').some(isDoer))
    return false;
  return matcher.at(i).used.some((token) => token < i && taken.has(token));
}

export function readAct(reader: ActReader, i: number, depth: number): Act | undefined {
  if (saysNothing(reader, i)) return undefined;
  const found = reader.matcher.at(i);
  const operators = found.operators.filter((entry) => reader.composer.operators.has(entry.operator!));
  const classed = speaksForVerb(reader.tree, i, found);
  const denied = depth < MAX_DEPTH ? readDenied(reader, i, operators, depth) : undefined;
  if (denied) return denied;
  if (operators.length > 0 && !classed && depth < MAX_DEPTH) {
    const composed = readOperator(reader, i, operators, depth);
    if (composed) return composed;
  }
  if (!found.best) return undefined;
  const plain: Outcome = {
    type: found.best.type,
    mode: found.best.mode,
    stance: 'happened',
    weight: found.weight,
    token: i,
    entries: [found.best],
    operators: [],
  };
  const promised = isPromised(reader, i, found.best, found.used);
  const outcome = withStance(reader, i, plain);
  // "we did not provoke anybody" blames nobody
  if (outcome.stance === 'denied' && isSaidLine(found.best)) return undefined;
  return {
    outcome: promised && outcome.stance === 'happened' ? { ...outcome, stance: 'planned' } : outcome,
    token: i,
    entry: found.best,
    used: found.used,
  };
}

/** "отрицает, что бомбила": the deed with whoever would have done it, said not to have happened. */
function readDenied(reader: ActReader, i: number, operators: readonly Entry[], depth: number): Act | undefined {
  const { tree, composer } = reader;
  const entry = operators.find(({ operator }) => operator === 'deny');
  if (!entry || !composer.grammar.has('denial', tree.lemma[i]!)) return undefined;
  for (const token of deniedWords(tree, composer, i)) {
    const inner = readAct(reader, token, depth + 1) ?? firstAct(reader, tree.dependents(token, 'xcomp', 'obj'), depth);
    if (!inner) continue;
    const { outcome } = inner;
    return {
      ...inner,
      denier: i,
      outcome: {
        ...outcome,
        stance: 'denied',
        weight: Math.max(outcome.weight, 1),
        entries: [entry, ...outcome.entries],
        operators: [...outcome.operators, 'deny'],
      },
    };
  }
  return undefined;
}

/** "denied that it meant to send troops": the verb of the clause says nothing, what it governs does. */
function firstAct(reader: ActReader, tokens: readonly number[], depth: number): Act | undefined {
  for (const token of tokens) {
    const act = readAct(reader, token, depth + 1);
    if (act) return act;
  }
  return undefined;
}

function readOperator(reader: ActReader, i: number, operators: readonly Entry[], depth: number): Act | undefined {
  const inner = findContent(reader, i, depth);
  if (!inner) return undefined;
  if (isBareMatter(reader, i, operators, inner)) return undefined;
  // "denied that it had bombed" denies the deed, "denied them entry" refuses it
  const clause = reader.tree.relation(inner.token) === 'ccomp' || isThatClause(reader, inner.token);
  for (const entry of [...operators].sort(bySpecificity)) {
    if (entry.operator === 'deny' && !clause) continue;
    // "is trying to drag us into a war": what somebody says of another stays said, whatever the other means to do
    if (entry.operator === 'intend' && isSaidOf(inner)) return inner;
    if (entry.operator === 'refuse' && clause && reader.composer.grammar.has('denial-deed', reader.tree.lemma[i]!))
      continue;
    const operator = operatorOver(reader, operatorBySuffix(reader, entry.operator!, i, inner.token), inner);
    const row = applyOperator(reader.composer.operators, reader.composer.codebook, operator, inner.outcome.type);
    const outcome = row && operate(reader.composer, operator, inner.outcome, i);
    if (!outcome) continue;
    // "condemned the sanctions": the word's own line knows better than the table how it accuses
    const own = reader.matcher.at(i).best;
    const mode = own && own.type === outcome.type && own.mode !== null ? own.mode : outcome.mode;
    return {
      outcome: withStance(reader, i, {
        ...outcome,
        mode,
        weight: Math.max(outcome.weight, 1),
        entries: [entry, ...outcome.entries],
      }),
      token: i,
      entry,
      used: inner.used,
      inner,
      recipientFrom: row.recipient,
      claims: row.claims,
    };
  }
  return undefined;
}

/**
 * "agreed with Iran that disputes should be settled": a hostile word that is no act by itself, or to which something is to be
 * done, is only what they agree on.
 */
function isBareMatter(reader: ActReader, i: number, operators: readonly Entry[], inner: Act): boolean {
  const { tree, matcher, composer } = reader;
  const { score, deed } = composer.codebook.types.get(inner.outcome.type)!;
  const isMatter = tree.relation(inner.token) === 'nsubj:pass' && tree.relation(tree.head(inner.token)) === 'ccomp';
  if ((inner.outcome.weight >= WEAK && !isMatter) || deed || score >= 0) return false;
  const { best, weight } = matcher.at(i);
  return operators.every(({ operator }) => operator === 'agree') && best !== undefined && weight >= 1;
}

function isSaidOf({ entry, inner }: Act): boolean {
  return inner === undefined && isSaidLine(entry);
}

/** "обещал не закрывать": what an operator makes of an act that is not to be done, where the table says so. */
function operatorOver({ composer }: ActReader, operator: string, inner: Act): string {
  const not = `${operator}-not`;
  return inner.outcome.stance === 'denied' && composer.operators.has(not) ? not : operator;
}

/** Denials first, then lines with more companions ("не хотеть" before "хотеть"). */
function bySpecificity(a: Entry, b: Entry): number {
  const denies = Number(b.operator === 'deny') - Number(a.operator === 'deny');
  return denies || b.pattern.companions.length - a.pattern.companions.length;
}

/** The act that an operator governs: the nearest one below it that is not background. */
function findContent(reader: ActReader, i: number, depth: number): Act | undefined {
  const { tree } = reader;
  const queue: { token: number; nouns: number }[] = [{ token: i, nouns: 0 }];
  for (let k = 0; k < queue.length && k < 12; k++) {
    const { token, nouns } = queue[k]!;
    for (const c of contentOrder(reader, token)) {
      // a clause of means or time before the word is not what it governs ("By forming …, they seek …")
      if (c < i && tree.relation(c) === 'advcl' && reader.composer.grammar.number('window-before', 0) === 0) continue;
      if (!mayHoldContent(reader, c, token === i)) continue;
      const act = readAct(reader, c, depth + 1);
      // a verb that only a convention codes is too little to be agreed on or asked for
      if (act && act.entry.cameo === undefined) return act;
      // two nouns deep the word no longer says what is agreed or refused ("a pause in fighting")
      const deeper =
        nouns + (tree.upos(c) === 'NOUN' && !reader.composer.grammar.has('measure-noun', tree.lemma[c]!) ? 1 : 0);
      if (deeper < 2) queue.push({ token: c, nouns: deeper });
    }
  }
  return undefined;
}

/** Where verbs come last, what they govern is their object before what only stands by: "vetodan vazgeçmesiyle desteği onayladı". */
function contentOrder({ tree, composer, matcher }: ActReader, token: number): readonly number[] {
  const children = tree.children[token]!;
  if (!composer.grammar.has('order', 'final')) return children;
  const own = matcher.at(token).operators.flatMap(({ pattern }) => pattern.companions).length > 0;
  const isObject = (c: number): number =>
    Number(!(own && c === token - 1) && tree.relation(c) === 'obj' && tree.tokens[c]!.feats['Case'] === 'Acc');
  return [...children].sort((a, b) => isObject(b) - isObject(a) || a - b);
}

function mayHoldContent({ tree, composer }: ActReader, c: number, direct: boolean): boolean {
  const relation = tree.relation(c);
  // "lose the hope that he might call": what may be is not what the word governs
  if (relation !== 'xcomp' && auxiliaries(tree, c).some((word) => composer.grammar.has('hypothetical', word)))
    return false;
  // "will decide whether to join"
  if (isWondered({ tree, composer }, c)) return false;
  // "iş birliğinin artırılması": where verbal nouns carry the clauses, what they own is what they are about
  const owned = relation === 'nmod:poss' && composer.grammar.has('order', 'final');
  if (!(owned || CONTENT_RELATIONS.includes(relation)) || (relation === 'conj' && direct)) return false;
  const marker = tree.marker(c);
  if (relation !== 'ccomp' && isOpenedBy(tree, composer.grammar, 'background', c)) return false;
  // "при посредничестве Египта согласились прекратить огонь"
  if (composer.grammar.has('side-phrase', `${marker} ${tree.form[c]}`)) return false;
  // "objected to firing", "warned against striking": a gerund behind the word's own adposition
  const isGerund = tree.tokens[c]!.feats['VerbForm'] === 'Part' || tree.tokens[c]!.feats['VerbForm'] === 'Ger';
  // "ruled out sending": right behind the word's own particle
  const isBehind = isGerund && tree.head(c) === c - 2 && tree.upos(c - 1) === 'ADP' && tree.head(c - 1) === c - 2;
  const gerund = isBehind || (tree.tokens[c]!.feats['VerbForm'] === 'Part' && tree.dependents(c, 'mark').length > 0);
  return relation !== 'advcl' || marker !== undefined || gerund || !direct;
}

/** "denied that it supplies": what is said, whatever the tree calls it (grammar kind `that`). */
function isThatClause({ tree, composer }: ActReader, i: number): boolean {
  return tree.dependents(i, 'mark').some((c) => composer.grammar.has('that', tree.form[c]!));
}
