import type { Mention } from '../../model/index.ts';
import type { Parties } from '../rule/participants.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import type { Reading } from '../settle/reading.ts';
import type { Settled, Settles } from '../settle/settle.ts';

/** A line below this weight is a cue that makes no event alone. */
const WEAK = 0.75;
/** How sure it is that whoever the phrase names is meant. */
const CONFIDENCE = 0.3;
/** Clauses of their own: whom they name is no party of the verb above. */
const CLAUSES = ['advcl', 'acl:relcl', 'parataxis', 'ccomp', 'appos'];

/**
 * Of an act that the rules refuse for want of a party whoever else its verb phrase names is that party: "signed an accord to
 * supply Chad", "was criticised over its dispute with Niger".
 */
export class PhraseSettler implements Settles {
  private readonly settler: Settles;

  constructor(settler: Settles) {
    this.settler = settler;
  }

  settle(reading: Reading): Settled {
    const settled = this.settler.settle(reading);
    if (reading.isDoubted) return settled;
    const isOpen = 'why' in settled ? reading.refused !== undefined : isOneSided(settled.parties);
    const parties = isOpen ? filled(reading) : undefined;
    const says = 'whoever else the phrase of the verb names';
    return parties ? { parties, confidence: CONFIDENCE, steps: [{ rule: 'convention:whole-phrase', says }] } : settled;
  }

  /** Here the rules decide. */
  around(): undefined {
    return undefined;
  }
}

/** "cordoned off the roads leading into Mordor": coded, but of one side alone. */
function isOneSided({ actor, recipient, mutual }: Parties): boolean {
  return !mutual && actor.length === 1 && recipient.length === 0;
}

function filled({ tree, act, parties, mentions }: Reading): Parties | undefined {
  if (act.outcome.weight < WEAK || tree.upos(act.token) !== 'VERB') return undefined;
  const actor = parties.actor.filter(isKnown);
  const recipient = parties.recipient.filter(isKnown);
  if (actor.length > 0 === recipient.length > 0) return undefined;
  const isPassive = tree.dependents(act.token, 'nsubj:pass').length > 0;
  if (actor.length === 0 && !isPassive) return undefined;
  const others = othersIn(tree, act.token, mentions, [...actor, ...recipient]);
  if (others.length === 0) return undefined;
  const sides = actor.length > 0 ? { actor, recipient: others } : { actor: others, recipient };
  return { ...sides, how: 'window', mutual: false };
}

const isKnown = ({ actors }: Mention): boolean => actors.length > 0;

/** The first that the phrase behind the verb names, with whom he is named together. */
function othersIn(
  tree: SentenceTree,
  verb: number,
  mentions: readonly Mention[],
  known: readonly Mention[],
): readonly Mention[] {
  const codes = new Set(known.flatMap(({ actors }) => actors.map(({ code }) => code)));
  const fits = (mention: Mention): boolean =>
    isKnown(mention) &&
    mention.kind !== 'pronoun' &&
    mention.first > verb &&
    !mention.actors.some(({ code }) => codes.has(code)) &&
    isInPhrase(tree, mention.head, verb);
  const [first, ...rest] = mentions.filter(fits);
  if (!first) return [];
  const together = rest.filter(({ head }) => {
    const above = tree.head(head);
    return tree.relation(head) === 'conj' && above >= first.first && above <= first.last;
  });
  return [first, ...together];
}

/** Under the verb, and in no clause of its own but an infinitive. */
function isInPhrase(tree: SentenceTree, token: number, verb: number): boolean {
  const path = tree.ancestors(token);
  const end = path.indexOf(verb);
  return end >= 0 && path.slice(0, end).every((i) => !opensClause(tree, i));
}

function opensClause(tree: SentenceTree, i: number): boolean {
  const relation = tree.relation(i);
  if (tree.upos(i) === 'VERB' && relation === 'conj') return true;
  return CLAUSES.includes(relation) && tree.tokens[i]!.feats['VerbForm'] !== 'Inf';
}
