import type { Mention, Sentence, Span } from '../../model/index.ts';
import type { CoderInput } from '../coder.ts';
import { repairTree } from '../repair/tree.ts';
import { SentenceTree } from '../sentence-tree.ts';
import { type Before, beforeOf } from '../settle/before.ts';
import type { Act } from './act.ts';
import { Arguments } from './arguments.ts';
import { speakersAt, type Voices } from './attribution.ts';
import { Claims } from './claims.ts';
import type { Composer } from './compose.ts';
import { dateOfAct } from './event-date.ts';
import { isHistory } from './history.ts';
import { Matcher } from './match.ts';
import { MentionIndex } from './mention-index.ts';
import type { PartyFinder, Told } from './party-finder.ts';
import type { RuleWords } from './rule-words.ts';

/** A sentence and what was told before it. */
export interface SentenceWork {
  readonly input: CoderInput;
  readonly sentence: Sentence;
  /** The last sentences before it that are coded, oldest first. */
  readonly recent: readonly Sentence[];
  readonly voices: Voices;
  /** The last act told before, and the sentence that told it; who has turned out to write the text. */
  readonly last: { told?: { readonly sentence: number; readonly act: Told }; author?: Mention };
  /** All acts that the text has told so far and that are coded. */
  readonly past: Told[];
  readonly rankOf: (code: string) => number;
  /** Code of whom the text is about. */
  readonly main: string | undefined;
  /** The text is about sport. */
  readonly sport: boolean;
}

/** All that is asked while the acts of one sentence are read. */
export interface Scene {
  readonly tree: SentenceTree;
  /** Who may be a party. */
  readonly mentions: readonly Mention[];
  /** Who else may be one, where the sentence names two sides at most. */
  readonly before: Before | undefined;
  readonly matcher: Matcher;
  readonly finder: PartyFinder;
  readonly claims: Claims;
  /** Acts of the sentence before and of this one, as the rules read them. */
  readonly earlier: Told[];
  /** Acts of this sentence that are coded, with the parties settled on. */
  readonly coded: Told[];
  readonly isSpoken: (token: number) => boolean;
  /** Told as long past on the day of the text. */
  readonly isHistory: (act: Act) => boolean;
}

/** Undefined for a sentence that names nobody. */
export function sceneOf(
  { input, sentence, recent, voices, last, sport, main }: SentenceWork,
  words: RuleWords,
): Scene | undefined {
  const named = input.mentions[sentence.index] ?? [];
  if (named.length === 0) return undefined;
  const { grammar } = words;
  const tree = new SentenceTree(repairTree(sentence, named, words), words.fold, words);
  // "met without Russia": named, but no party
  const present = named.filter(
    ({ head, first }) => !grammar.has('apart', tree.marker(head) ?? '') && !isExcepted(tree, first, grammar),
  );
  const isHome = (adposition: string, noun: string): boolean =>
    grammar.has('belonging', `${noun}+${adposition}`) ||
    (grammar.has('homeland', adposition) && !grammar.has('sent-abroad', noun));
  const index = new MentionIndex(tree, present, {
    locations: grammar.words('location'),
    freeOrder: grammar.has('prefer', 'nested'),
    comesFrom: isHome,
    bands: grammar.words('band'),
  });
  const earlier: Told[] = last.told?.sentence === sentence.index - 1 ? [{ ...last.told.act, token: -1 }] : [];
  const finder: PartyFinder = {
    tree,
    index,
    args: new Arguments(tree, grammar),
    composer: words.composer,
    before: (token) => directedBefore(earlier, token) ?? last.told?.act.actor ?? [],
    earlier,
    sport,
    told: input.mentions[sentence.index - 1] ?? [],
    ...(words.home === undefined ? {} : { home: words.home }),
    ...(words.homes === undefined ? {} : { homes: words.homes }),
    ...(last.author === undefined ? {} : { author: last.author }),
    speakers: (token) => speakersAt(voices, tree.tokens[token]!, sentence),
  };
  const isSpoken = (token: number): boolean => finder.speakers(token).length > 0;
  const times = input.times[sentence.index] ?? [];
  return {
    tree,
    mentions: present.filter(({ actors }) => actors.length > 0),
    before: beforeOf(sentence, present, { recent, mentions: input.mentions, told: last.told, main }),
    matcher: new Matcher(tree, words, noEvents(tree, index, times), isSpoken, officials(present)),
    finder,
    claims: new Claims(input.document.text, tree),
    earlier,
    coded: [],
    isSpoken,
    isHistory: (act) =>
      isHistory(tree, act, words.composer.grammar, {
        when: dateOfAct(tree, act.outcome, times),
        published: input.document.published,
      }),
  };
}

/** "the U.S. side, not the Chinese side": named to be left out. */
function isExcepted(tree: SentenceTree, first: number, grammar: Composer['grammar']): boolean {
  const at = tree.upos(first - 1) === 'DET' ? first - 2 : first - 1;
  return tree.form[at - 1] === ',' && grammar.has('contrast', tree.form[at] ?? '');
}

/** Who did the last act before a token in this sentence that somebody else was the object of. */
function directedBefore(earlier: readonly Told[], token: number): readonly Mention[] | undefined {
  const isBefore = (one: Told): boolean => one.token >= 0 && one.token < token;
  return earlier.findLast((one) => isBefore(one) && one.recipient.length > 0 && !one.mutual)?.actor;
}

/** Heads of names of people who hold an office. */
function officials(mentions: readonly Mention[]): ReadonlySet<number> {
  const named = mentions.filter(({ kind, actors }) => kind === 'name' && actors[0]?.office !== undefined);
  return new Set(named.map(({ head }) => head));
}

/** Words of names, of dates ("March 2") and of manner ("drill by drill") are no acts. */
function noEvents(tree: SentenceTree, index: MentionIndex, times: CoderInput['times'][number]): ReadonlySet<number> {
  const tokens = index.nameTokens();
  for (let i = 0; i < tree.tokens.length; i++) {
    if (isDated(tree.tokens[i]!, times) || (tree.upos(i) === 'NOUN' && isSaidTwice(tree, i))) tokens.add(i);
  }
  return tokens;
}

function isDated({ start, end }: Span, times: CoderInput['times'][number]): boolean {
  for (const time of times) if (start >= time.start && end <= time.end) return true;
  return false;
}

/** "has grown drill by drill": a noun said twice round an adposition tells how. */
function isSaidTwice(tree: SentenceTree, i: number): boolean {
  const isPair = (other: number, between: number): boolean =>
    tree.form[other] === tree.form[i] && tree.upos(between) === 'ADP';
  return isPair(i - 2, i - 1) || isPair(i + 2, i + 1);
}
