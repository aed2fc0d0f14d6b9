import { scoreOf } from '../../codebook/index.ts';
import { type Abstention, type Event, type Mention, overlaps } from '../../model/index.ts';
import type { Coder, CoderInput, CoderOutput } from '../coder.ts';
import { REACH, withoutFoes } from '../settle/before.ts';
import { isSaidOfSeveral, leansOnContext, type Reading } from '../settle/reading.ts';
import type { Settled } from '../settle/settle.ts';
import type { Judged } from '../type/typer.ts';
import type { Act } from './act.ts';
import { asksOther } from './asks-other.ts';
import { voicesOf } from './attribution.ts';
import { authorIn } from './author.ts';
import { isBacker } from './backer.ts';
import { demanded } from './demand.ts';
import { byOneSide } from './drill.ts';
import { isNobodys, noDeed } from './no-deed.ts';
import { onlyAtHome } from './no-news.ts';
import { oneSided } from './one-sided.ts';
import { deniedByDoer } from './own-denial.ts';
import { findParties, type Parties } from './participants.ts';
import type { Told } from './party-finder.ts';
import { mainActor, ranked } from './ranked.ts';
import { blamesHimself, jointly, ruledOut, saysAgain, unfit } from './refusal.ts';
import type { RuleWords } from './rule-words.ts';
import { type Scene, type SentenceWork, sceneOf } from './scene.ts';
import { isSpiedFor } from './spied-for.ts';
import { isSportText } from './sport-text.ts';
import { suffered } from './suffered.ts';
import { tellersOnly } from './teller.ts';
import { confidenceOf, type EventPlace, toEvent } from './to-event.ts';
import { isOfWork } from './told-of-work.ts';
import { typedActs } from './typed-acts.ts';
import { asWords } from './verbal-blow.ts';
import { isVictim } from './victim.ts';

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
    const last: SentenceWork['last'] = {};
    const past: Told[] = [];
    const rankOf = ranked(input.mentions);
    // weighed only where the layer has learnt it (grammar kind `reach`)
    const main = this.words.composer.grammar.has('reach', 'main') ? mainActor(input.mentions) : undefined;
    const sport = isSportText(input.sentences, this.words.composer.grammar, this.words.fold);
    for (const [at, sentence] of input.sentences.entries()) {
      const recent = input.sentences.slice(Math.max(0, at - REACH), at);
      this.codeSentence({ input, sentence, recent, voices, last, past, rankOf, main, sport }, events, abstentions);
    }
    return { events, abstentions };
  }

  private codeSentence(work: SentenceWork, events: Event[], abstentions: Abstention[]): void {
    const { sentence } = work;
    const scene = sceneOf(work, this.words);
    if (!scene) return;
    const { input, voices, past, rankOf } = work;
    const author = authorIn(scene.finder);
    if (author) work.last.author = author;
    if (isOfWork(scene.tree, this.words.composer.grammar)) {
      const why = 'told by a film, a book or the like';
      abstentions.push({ sentence: sentence.index, start: sentence.start, end: sentence.end, why });
      return;
    }
    const place = { input, sentence, voices, claims: scene.claims, words: this.words, coder: this };
    const { acts, judged } = typedActs(scene, this.words);
    let why = '';
    let coded = 0;
    const dropped = new Set<number>();
    for (const act of acts) {
      const event = this.eventOf(act, { scene, past, acts: acts.length, judged, rankOf, dropped }, place);
      if ('why' in event) why = event.why || why;
      else if (!events.some((other) => other.id === event.id)) {
        events.push(event);
        coded += 1;
      }
    }
    const newest = scene.earlier.at(-1);
    if (newest && newest.token >= 0) work.last.told = { sentence: sentence.index, act: newest };
    if (coded === 0 && why)
      abstentions.push({ sentence: sentence.index, start: sentence.start, end: sentence.end, why });
  }

  private eventOf(act: Act, around: Around, place: EventPlace): Event | Refused {
    const { scene, past, judged } = around;
    const none = judged.get(act.token)?.none ?? 0;
    if (none >= NO_ACT && !scene.isSpoken(act.token)) return tellsNone(act, none);
    const reading = this.read(act, around);
    if ('why' in reading) return reading;
    if (none >= NO_ACT && !isSaidOfSeveral(reading)) return tellsNone(act, none);
    if (reading.refused === undefined) {
      scene.claims.note(reading.act, reading.parties);
      scene.earlier.push(this.told(reading.act, reading.parties));
    }
    const settled = this.settle(reading, past);
    if ('why' in settled) {
      around.dropped.add(act.token);
      return settled;
    }
    const { parties } = settled;
    // with its parties put right this act, or one that was told before, may turn out to be the same
    const words = { tree: reading.tree, grammar: this.words.composer.grammar };
    const isTold = scene.coded.some((one) => saysAgain(one, reading.act, parties, words));
    if (isTold && !reading.isDoubted) return NOTHING_NEW;
    const told = this.told(reading.act, parties);
    scene.coded.push(told);
    past.push(told);
    return toEvent(place, reading, settled);
  }

  /** Who does an act to whom by the rules, and whether they would code it; what they rule out goes no further. */
  private read(read: Act, { scene, acts, judged, rankOf, dropped }: Around): Reading | Refused {
    const { tree, finder, claims, mentions, before } = scene;
    const { codebook, grammar } = this.words.composer;
    const found = asksOther(read, suffered(read, findParties(finder, read), finder, claims), finder);
    const demand = demanded(finder, read, found);
    const isBehind = (one: Mention): boolean => isBacker(tree, grammar, one, read.token);
    const parties = without(demand?.parties ?? found, isBehind);
    const together = byOneSide(jointly(read, parties, tree, codebook), parties, tree, this.words.composer);
    const worded = asWords(together, parties, finder);
    const act = demand?.act ?? deniedByDoer(worded, parties, finder);
    if (demand?.asked === false) return { why: `"${act.outcome.type}" is only asked for` };
    const out = ruledOut(act);
    if (out !== undefined) return { why: out };
    if (isNobodys(finder, act, parties) || blamesHimself(act, parties)) return NOTHING_NEW;
    // "… принёс гибель двоим, заявили в штабе": what was no act leaves the word for it free
    const earlier = scene.earlier.filter(({ token }) => !dropped.has(token));
    const doubted = noDeed(scene, act, parties, earlier);
    const refused = doubted ?? unfit(act, parties, tree, codebook) ?? onlyAtHome(finder, act, parties);
    const { deed, score, anonymous } = codebook.types.get(act.outcome.type)!;
    const tellers = deed ? tellersOnly(finder, act).filter(isAtLarge) : [];
    const isTeller = (one: Mention): boolean => tellers.some((teller) => overlaps(teller, one));
    const barred = mentions.filter((one) => isTeller(one) || isVictim(finder, act, one));
    const isSpoken = scene.isSpoken(act.token);
    const around = deed && score > 0 ? withoutFoes(before, parties.actor) : before;
    return {
      tree,
      act,
      parties,
      refused,
      isDoubted: doubted !== undefined,
      mentions: mentions.filter((one) => !isSpiedFor(tree, grammar, one) && !isBehind(one)),
      before: around,
      barred,
      mayBeAnonymous: anonymous === true && parties.actor.every(({ actors }) => actors.length === 0),
      isSpoken,
      acts,
      rankOf,
      judged: worded === together ? judged.get(read.token) : asRead(judged.get(read.token), read, act),
    };
  }

  private told(act: Act, parties: Parties): Told {
    const { codebook } = this.words.composer;
    const { type, mode } = act.outcome;
    const { deed } = codebook.types.get(type)!;
    const { actor, recipient, mutual } = parties;
    return { actor, recipient, mutual, score: scoreOf(codebook, type, mode), type, token: act.token, said: !deed };
  }

  /** Of what the sentence alone does not make an event, or not with anybody else, the text around may. */
  private settle(reading: Reading, past: readonly Told[]): Settled {
    const settled = this.settleAlone(reading);
    if (reading.isDoubted) return settled;
    const lacks = 'why' in settled || (reading.refused !== undefined && settled.parties.recipient.length === 0);
    const parties = lacks ? oneSided(reading, past, this.words.composer) : undefined;
    if (!parties || (!('why' in settled) && parties.recipient.length === 0)) return settled;
    return { parties, confidence: confidenceOf(reading.act, parties), steps: [] };
  }

  /** The last word on a reading: the settler's, or the rules' own where there is none or it can't tell. */
  private settleAlone(reading: Reading): Settled {
    const { settler } = this.words;
    if (settler && !leansOnContext(reading)) return settler.settle(reading);
    const settled = settler?.around(reading);
    if (settled) return settled;
    const { act, parties, refused } = reading;
    return refused === undefined ? { parties, confidence: confidenceOf(act, parties), steps: [] } : { why: refused };
  }
}

/** "Fired back at Obama" is a word that tells blows, whose parties make it a reproach: that is as likely as what the word tells. */
function asRead(
  judged: Judged | undefined,
  { outcome: { type: told } }: Act,
  { outcome: { type } }: Act,
): Judged | undefined {
  if (!judged || told === type) return judged;
  const share = Math.max(judged.shareOf(type), judged.shareOf(told));
  return { ...judged, shareOf: (one) => (one === type ? share : judged.shareOf(one)) };
}

/** Parties without whoever only stands behind them. */
function without(parties: Parties, isBehind: (one: Mention) => boolean): Parties {
  const { actor, recipient } = parties;
  if (![...actor, ...recipient].some(isBehind)) return parties;
  const left = (list: readonly Mention[]): Mention[] => list.filter((one) => !isBehind(one));
  return { ...parties, actor: left(actor), recipient: left(recipient) };
}

/** "Amnesty said troops had killed …": societies, agencies and the press are seldom what they report deeds against. */
function isAtLarge({ actors }: Mention): boolean {
  return actors.every(({ sector }) => sector === 'NGO' || sector === 'JRN' || sector === 'IGO');
}

/** Where an act is read: its sentence, how many acts that tells, and what the text has told before. */
interface Around {
  readonly scene: Scene;
  readonly past: Told[];
  readonly acts: number;
  readonly judged: ReadonlyMap<number, Judged>;
  readonly rankOf: Reading['rankOf'];
  /** Words of acts that came to nothing: another word may tell the same. */
  readonly dropped: Set<number>;
}

interface Refused {
  readonly why: string;
}

/** From this probability of "no act" on nobody is asked who would have done it, but for what somebody says that several did together. */
const NO_ACT = 0.85;

function tellsNone({ outcome }: Act, none: number): Refused {
  return { why: `"${outcome.type}" is too unlikely here (no act: ${none.toFixed(2)})` };
}

/** No event of its own and no reason to abstain. */
const NOTHING_NEW: Refused = { why: '' };
