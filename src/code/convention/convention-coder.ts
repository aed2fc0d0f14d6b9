import type { Event, Mention, Participant, Sentence } from '../../model/index.ts';
import type { Coder, CoderInput, CoderOutput } from '../coder.ts';
import type { SentenceTree } from '../sentence-tree.ts';
import { directed, isDyadic } from './dyads.ts';
import { actsBeside, isInSideClause, isInsideOther } from './side-clause.ts';

/** What a coding project does otherwise than the manual (data/conventions/<name>.habits.tsv). */
export const HABITS = ['two-parties', 'directed', 'main-clause', 'verbs-first', 'own-words', 'whole-phrase'] as const;
export type Habit = (typeof HABITS)[number];

export interface Convention {
  readonly habits: ReadonlySet<Habit>;
  /** A sentence as the coder reads it, with what parsers misread put right. */
  readonly treeOf: (sentence: Sentence, mentions: readonly Mention[]) => SentenceTree;
}

/** A coder whose events are told in the habits of another project. */
export class ConventionCoder implements Coder {
  readonly name: string;
  readonly version: string;
  private readonly coder: Coder;
  private readonly convention: Convention;

  constructor(coder: Coder, convention: Convention) {
    this.name = coder.name;
    this.version = coder.version;
    this.coder = coder;
    this.convention = convention;
  }

  code(input: CoderInput): CoderOutput {
    const { events, abstentions } = this.coder.code(input);
    const told: Event[] = [];
    for (const sentence of input.sentences) {
      const own = events.filter(({ evidence }) => evidence.start === sentence.start && evidence.end === sentence.end);
      if (own.length > 0)
        told.push(
          ...this.tell(
            own,
            this.convention.treeOf(sentence, input.mentions[sentence.index] ?? []),
            input.mentions.flat(),
          ),
        );
    }
    return { events: told, abstentions };
  }

  private tell(events: readonly Event[], tree: SentenceTree, mentions: readonly Mention[]): Event[] {
    const { habits } = this.convention;
    const has = (habit: Habit): boolean => habits.has(habit);
    const counts = (party: Participant): boolean => !(has('main-clause') && actsBeside(tree, party));
    const told = (parties: readonly Participant[]): Participant[] =>
      parties
        .filter(counts)
        .flatMap((one) => (has('own-words') && isInherited(one, mentions) ? unowned(tree, one) : [one]));
    return events
      .filter((event) => !has('main-clause') || !isInSideClause(tree, event))
      .map((event) => ({ ...event, actor: told(event.actor), recipient: told(event.recipient) }))
      .filter((event, _, kept) => !has('verbs-first') || !isInsideOther(tree, event, kept))
      .flatMap((event) => (has('directed') ? directed(tree, event) : [event]))
      .filter((event) => !has('two-parties') || isDyadic(event));
  }
}

/** "the Danish media and government": a role named along with somebody whose state its own words do not name is "---GOV". */
function unowned(tree: SentenceTree, party: Participant): Participant[] {
  const { start, end } = party.mention;
  const isNamedAlong = tree.tokens.some(
    (one, i) => one.start >= start && one.end <= end && tree.relation(i) === 'conj',
  );
  return party.sector && isNamedAlong ? [{ ...party, code: '---' }] : [];
}

/** "the government": whose it is says another phrase. */
function isInherited({ mention }: Participant, mentions: readonly Mention[]): boolean {
  return mentions.some(({ start, end, inherited }) => inherited && start === mention.start && end === mention.end);
}
