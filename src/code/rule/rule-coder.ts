import { cameoOf, scoreOf } from '../../codebook/index.ts';
import {
  type Abstention,
  type Actor,
  type Event,
  type Mention,
  type NameAndVersion,
  type Participant,
  type Sentence,
  type Step,
  textSpan,
} from '../../model/index.ts';
import type { Coder, CoderInput, CoderOutput } from '../coder.ts';
import { eventId } from '../event-id.ts';
import { SentenceTree } from '../sentence-tree.ts';
import { type Act, readActs } from './act.ts';
import { Arguments } from './arguments.ts';
import { attributionOf, sourceOf, speakersAt, type Voices, voicesOf } from './attribution.ts';
import { Claims } from './claims.ts';
import type { Composer } from './compose.ts';
import { type ContextWords, contextsNear } from './context.ts';
import { demanded } from './demand.ts';
import { endingsOf } from './ending-index.ts';
import { dateOfAct } from './event-date.ts';
import { isBorne } from './home.ts';
import { Matcher, type MatchWords } from './match.ts';
import { MentionIndex } from './mention-index.ts';
import { deniedByDoer } from './own-denial.ts';
import { findParties, type Parties } from './participants.ts';
import type { PartyFinder, Told } from './party-finder.ts';
import { repairRoot } from './repair.ts';
import { repairHeadline } from './repair-headline.ts';
import { repairModifiers } from './repair-modifiers.ts';
import { repairNames } from './repair-names.ts';
import { repairPresent } from './repair-present.ts';
import { repairReflexives } from './repair-reflexives.ts';
import { repairReports } from './repair-reports.ts';
import { repairTellers } from './repair-tellers.ts';
import { repairVoice } from './repair-voice.ts';
import { suffered } from './suffered.ts';
import { repairOrder } from './verb-final.ts';

export interface RuleWords extends MatchWords {
  readonly composer: Composer;
  readonly contexts: ContextWords;
  readonly fold: (text: string) => string;
  /** Who says "we" where nobody is quoted. */
  readonly home?: Actor;
}

/** The pattern coder: reads acts from the trees, finds who does them to whom, and says which lines it used. */
export class RuleCoder implements Coder {
  readonly name = 'rule';
  readonly version: string;
  private readonly words: RuleWords;

  constructor(words: RuleWords, version: string) {
    this.words = words;
    this.version = version;
  }

  code(input: CoderInput): CoderOutput {
    const voices = voicesOf(input);
    const events: Event[] = [];
    const abstentions: Abstention[] = [];
    const last: Last = { doers: [], told: undefined };
    for (const sentence of input.sentences) this.codeSentence({ input, sentence, voices, last }, events, abstentions);
    return { events, abstentions };
  }

  private codeSentence(work: SentenceWork, events: Event[], abstentions: Abstention[]): void {
    const { input, sentence } = work;
    const mentions = input.mentions[sentence.index] ?? [];
    if (mentions.length === 0) return;
    const { grammar } = this.words;
    const tree = new SentenceTree(this.repaired(sentence, mentions), this.words.fold);
    // "met without Russia": named, but no party
    const present = mentions.filter(
      ({ head, first }) => !grammar.has('apart', tree.marker(head) ?? '') && !isExcepted(tree, first, grammar),
    );
    const index = new MentionIndex(
      tree,
      present,
      grammar.words('location'),
      grammar.has('prefer', 'nested'),
      (adposition, noun) => grammar.has('homeland', adposition) && !grammar.has('sent-abroad', noun),
    );
    const before = work.last.told;
    const earlier: Told[] = before?.sentence === sentence.index - 1 ? [{ ...before.act, token: -1 }] : [];
    const finder: PartyFinder = {
      tree,
      index,
      args: new Arguments(tree, this.words.grammar),
      composer: this.words.composer,
      before: (token) => directedBefore(earlier, token) ?? work.last.doers,
      earlier,
      told: input.mentions[sentence.index - 1] ?? [],
      ...(this.words.home === undefined ? {} : { home: this.words.home }),
      speakers: (token) => speakersAt(work.voices, tree.tokens[token]!, sentence),
    };
    const isSpoken = (token: number): boolean => finder.speakers(token).length > 0;
    const times = input.times[sentence.index] ?? [];
    const matcher = new Matcher(tree, this.words, noEvents(tree, index, times), isSpoken);
    let why = '';
    let coded = 0;
    let doers: readonly Mention[] = [];
    const claims = new Claims(input.document.text, tree);
    for (const read of readActs({ tree, matcher, composer: this.words.composer })) {
      const found = suffered(read, findParties(finder, read), finder, claims);
      const demand = demanded(finder, read, found);
      const parties = demand?.parties ?? found;
      const act = demand?.act ?? deniedByDoer(this.jointly(read, parties), parties.actor, finder);
      const reason =
        demand?.asked === false ? `"${act.outcome.type}" is only asked for` : this.unfit(act, parties, tree);
      if (reason) {
        why = reason;
        continue;
      }
      if (isAboutPeople(act, parties, { tree, grammar })) continue;
      if (earlier.some((one) => saysAgain(one, act, parties, { tree, grammar }))) continue;
      claims.note(act, parties);
      const event = this.toEvent({ ...work, claims }, tree, act, parties);
      if (!event || events.some((other) => other.id === event.id)) continue;
      events.push(event);
      doers = parties.actor;
      const { deed } = this.words.composer.codebook.types.get(event.type)!;
      earlier.push({ ...parties, score: event.score, type: event.type, token: act.token, said: !deed });
      coded += 1;
    }
    if (coded > 0) work.last.doers = doers;
    const newest = earlier.at(-1);
    if (coded > 0 && newest) work.last.told = { sentence: sentence.index, act: newest };
    if (coded === 0 && why)
      abstentions.push({ sentence: sentence.index, start: sentence.start, end: sentence.end, why });
  }

  /** The tree with what parsers are known to misread put right. */
  private repaired(sentence: Sentence, mentions: readonly Mention[]): Sentence {
    const { grammar } = this.words;
    const knows = (lemma: string): boolean => this.words.lexicon.byHead.has(this.words.fold(lemma));
    const named = repairReflexives(repairNames(sentence, mentions, grammar), mentions, grammar, knows);
    const told = repairReports(repairTellers(named, grammar), mentions, grammar);
    const mayBeVerb = (form: string): boolean => this.mayBeVerb(form);
    const headed = repairHeadline(told, mentions, grammar, (form) => mayBeVerb(form) || this.isVerb(form));
    const present = repairPresent(headed, mentions, grammar, (form) => this.isPresent(form));
    const modified = repairModifiers(present, mentions, grammar, mayBeVerb);
    const rooted = repairRoot(repairVoice(modified, grammar), mentions, mayBeVerb);
    return repairOrder(rooted, mentions, this.words);
  }

  /** Whether a form is a verb of the lexicon as it stands. */
  private isVerb(form: string): boolean {
    const entries = this.words.lexicon.byHead.get(this.words.fold(form));
    return entries?.some(({ pattern }) => pattern.wordClass === 'V') === true;
  }

  /** Whether a form is the present tense of a verb of the lexicon and of no noun of it. */
  private isPresent(form: string): boolean {
    const stems = this.words.endings
      .filter(({ ending }) => /s$/.test(ending) && form.endsWith(ending))
      .map(({ ending, replacement }) => this.words.fold(form.slice(0, -ending.length) + replacement));
    const classes = stems
      .flatMap((stem) => this.words.lexicon.byHead.get(stem) ?? [])
      .map(({ pattern }) => pattern.wordClass);
    return classes.includes('V') && !classes.includes('N');
  }

  private mayBeVerb(form: string): boolean {
    const folded = this.words.fold(form);
    if (this.words.irregular?.has(folded)) return true;
    return endingsOf(this.words.endings, folded).some(({ ending, replacement, wordClass }) => {
      if (wordClass !== 'V' || !folded.endsWith(ending)) return false;
      const stem = folded.slice(0, folded.length - ending.length) + replacement;
      return this.words.lexicon.byHead.get(stem)?.some((entry) => entry.pattern.wordClass !== 'N') === true;
    });
  }

  /** Who acts decides what an act is. What several states do side by side: a drill of one state is a show of force, a joint one is cooperation. */
  private jointly(act: Act, { actor, recipient }: Parties): Act {
    const { together, official, modes } = this.words.composer.codebook.types.get(act.outcome.type)!;
    const governs =
      actor.length > 0 && actor.every(({ kind, actors }) => kind !== 'place' && actors.every(isGovernment));
    if (official !== undefined && governs && recipient !== actor) {
      const type = (act.outcome.mode !== null && modes[act.outcome.mode]?.official) || official;
      return { ...act, outcome: { ...act.outcome, type, mode: null } };
    }
    const states = new Set(actor.flatMap((mention) => mention.actors.map((one) => one.code)));
    if (together === undefined || states.size < 2 || recipient.length > 0) return act;
    return { ...act, outcome: { ...act.outcome, type: together, mode: null } };
  }

  /** Why an act is no event; undefined when it is one. */
  private unfit(act: Act, { actor, recipient, mutual, anonymous }: Parties, tree: SentenceTree): string | undefined {
    const type = this.words.composer.codebook.types.get(act.outcome.type)!;
    const known = (mentions: readonly Mention[]): number =>
      mentions.reduce((n, mention) => n + mention.actors.length, 0);
    if (known(actor) === 0 && !anonymous) return `no actor known for "${type.name}"`;
    // "They accused the United States of undermining security": of doing it to whom is not said
    if (known(recipient) === 0 && !mutual && !anonymous && type.score < 0 && isBorne({ tree }, act))
      return `no second party known for "${type.name}"`;
    const sides = known(actor) + known(recipient);
    const onesided = known(recipient) === 0 && type.score <= 0 && actor.length > 1 && !mutual;
    if (
      (sides < 2 || onesided) &&
      !type.standsAlone &&
      !anonymous &&
      !(type.mutual && tree.tokens[act.token]!.feats['VerbForm'] !== 'Part' && actor.some(isAssembly))
    )
      return `no second party known for "${type.name}"`;
    if (act.outcome.stance === 'denied' && !act.outcome.operators.includes('deny'))
      return `"${type.name}" is said not to be the case`;
    if (act.outcome.weight < MIN_WEIGHT) return `only a weak cue for "${type.name}"`;
    return undefined;
  }

  private toEvent(work: SentenceWork, tree: SentenceTree, act: Act, parties: Parties): Event | undefined {
    const { document, record } = work.input;
    const { codebook } = this.words.composer;
    const { outcome } = act;
    const token = tree.tokens[outcome.token]!;
    const trigger = textSpan(document.text, token.start, token.end);
    const actor = participants(parties.actor);
    // who acts on himself is his own recipient: a state and its protesters, two sides that accuse each other
    const own = parties.recipient === parties.actor;
    const recipient = participants(parties.recipient).filter(
      (one) => own || !actor.some((other) => other.id === one.id && other.mention.start === one.mention.start),
    );
    const contexts = contextsNear(tree, outcome.token, this.words.contexts, codebook);
    const attribution = attributionOf(work.voices, trigger, actor) ?? work.claims?.on(outcome.token) ?? null;
    const core = {
      type: outcome.type,
      mode: outcome.mode,
      contexts,
      cameo: cameoOf(codebook, outcome.type, outcome.mode, contexts),
      quad: codebook.types.get(outcome.type)!.quad,
      score: scoreOf(codebook, outcome.type, outcome.mode),
      actor,
      recipient,
      stance: outcome.stance,
      attribution,
      when: dateOfAct(tree, outcome, work.input.times[work.sentence.index] ?? []),
      where: null,
      source: sourceOf(work.voices, work.sentence, trigger),
      trigger,
      evidence: evidenceOf(document.text, work.sentence),
    };
    const ref = {
      id: document.id,
      url: document.url,
      ...(document.title === undefined ? {} : { title: document.title }),
    };
    return {
      id: eventId(ref, record, core),
      record,
      document: ref,
      ...core,
      confidence: confidenceOf(act, parties),
      explanation: explain(act, parties),
      coder: { name: this.name, version: this.version } satisfies NameAndVersion,
      codebook: { name: codebook.name, version: codebook.version },
    };
  }
}

interface Read {
  readonly tree: SentenceTree;
  readonly grammar: Composer['grammar'];
}

/** "the U.S. side, not the Chinese side": named to be left out. */
function isExcepted(tree: SentenceTree, first: number, grammar: Composer['grammar']): boolean {
  const at = tree.upos(first - 1) === 'DET' ? first - 2 : first - 1;
  return tree.form[at - 1] === ',' && grammar.has('contrast', tree.form[at] ?? '');
}

/**
 * "sent soldiers to the manoeuvres", "marched, demanding", "düzenlediği baskında tutukladı": what hangs on an act of its own
 * type with the same parties tells nothing new, and no more does another word for what nobody is said to have done.
 */
function saysAgain(one: Told, act: Act, { actor, recipient }: Parties, { tree, grammar }: Read): boolean {
  if (one.token < 0 || one.type !== act.outcome.type) return false;
  const relation = tree.relation(act.token);
  const beside = relation === 'advcl' || relation === 'parataxis' || (relation === 'conj' && one.said);
  const inside = tree.upos(act.token) === 'NOUN' || (relation === 'acl' && grammar.has('order', 'final'));
  if (!inside && actor.length > 0 && !(beside && grammar.has('prefer', 'nested'))) return false;
  const same = (a: readonly Mention[], b: readonly Mention[]): boolean => codeList(a) === codeList(b);
  return tree.isUnder(act.token, one.token) && same(one.actor, actor) && same(one.recipient, recipient);
}

/** "застрелили палестинцев, собравшихся на марш": a participle with nobody but its noun's own state says who somebody is. */
function isAboutPeople(act: Act, { actor, recipient }: Parties, { tree, grammar }: Read): boolean {
  if (!grammar.has('prefer', 'nested') || !tree.relation(act.token).startsWith('acl')) return false;
  return recipient.length > 0 && codeList(actor) === codeList(recipient);
}

function codeList(mentions: readonly Mention[]): string {
  return [...new Set(mentions.flatMap(({ actors }) => actors.map(({ code }) => code)))].sort().join(' ');
}

/** Who did the last act before a token in this sentence that somebody else was the object of. */
function directedBefore(earlier: readonly Told[], token: number): readonly Mention[] | undefined {
  const isBefore = (one: Told): boolean => one.token >= 0 && one.token < token;
  return earlier.findLast((one) => isBefore(one) && one.recipient.length > 0 && !one.mutual)?.actor;
}

/** "G7 leaders met", "EU ministers agreed": members of one body are several. */
function isAssembly({ kind, text, actors }: Mention): boolean {
  return kind === 'group' && actors.length === 1 && actors[0]!.sector === 'IGO' && /s$/.test(text);
}

/** A state, its government or its forces, as against its people. */
function isGovernment({ sector }: Mention['actors'][number]): boolean {
  return sector === undefined || sector === 'GOV' || sector === 'MIL';
}

interface SentenceWork {
  readonly claims?: Claims;
  readonly input: CoderInput;
  readonly sentence: Sentence;
  readonly voices: Voices;
  readonly last: Last;
}

/** What the sentences before told last. */
interface Last {
  doers: readonly Mention[];
  told: { readonly sentence: number; readonly act: Told } | undefined;
}

/** Words of names, of dates ("March 2") and of manner ("drill by drill") are no acts. */
function noEvents(tree: SentenceTree, index: MentionIndex, times: CoderInput['times'][number]): ReadonlySet<number> {
  const tokens = index.nameTokens();
  for (const [i, { start, end }] of tree.tokens.entries()) {
    const dated = times.some((time) => start >= time.start && end <= time.end);
    // "has grown drill by drill": a word said twice round an adposition tells how
    const again = [i - 2, i + 2].some(
      (other) => tree.form[other] === tree.form[i] && tree.upos((i + other) / 2) === 'ADP' && tree.upos(i) === 'NOUN',
    );
    if (dated || again) tokens.add(i);
  }
  return tokens;
}

/** Lines below this weight are cues that need company; alone they give too many false events. */
const MIN_WEIGHT = 0.75;

function participants(mentions: readonly Mention[]): Participant[] {
  const list: Participant[] = [];
  for (const { actors, start, end, text } of mentions) {
    for (const actor of actors) {
      const same = list.some((other) => other.id === actor.id);
      if (!same) list.push({ ...actor, mention: { start, end, text } });
    }
  }
  return list;
}

function evidenceOf(text: string, { start, end }: Sentence): Event['evidence'] {
  return { start, end, quote: text.slice(start, end) };
}

function confidenceOf(act: Act, parties: Parties): number {
  const cue = Math.min(1, Math.max(0, (act.outcome.weight - 0.5) / 1.1));
  const value = 0.45 + 0.3 * cue + (parties.how === 'tree' ? 0.15 : -0.05) - 0.04 * act.outcome.operators.length;
  return Math.round(Math.min(0.95, Math.max(0.2, value)) * 100) / 100;
}

function explain(act: Act, parties: Parties): Step[] {
  const steps: Step[] = act.outcome.entries.map((entry) => ({
    rule: entry.id,
    at: entry.at,
    says: entry.operator
      ? `operator "${entry.operator}"`
      : `${entry.type}${entry.mode ? ` (${entry.mode})` : ''}, weight ${entry.weight}`,
  }));
  for (const operator of act.outcome.operators)
    steps.push({ rule: `operator:${operator}`, says: `makes it ${act.outcome.type}, ${act.outcome.stance}` });
  steps.push({
    rule: `parties:${parties.how}`,
    says: parties.mutual
      ? 'all sides act together'
      : parties.anonymous
        ? 'nobody is named as the actor'
        : 'actor and recipient',
  });
  for (const mention of [...parties.actor, ...parties.recipient])
    steps.push({ rule: 'mention', says: `"${mention.text}": ${mention.why}` });
  return steps;
}
