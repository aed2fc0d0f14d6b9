import { readFileSync, writeFileSync } from 'node:fs';
import { type Expected, matches } from '../scripts/article-score.ts';
import { learntArticles } from '../scripts/records/articles.ts';
import { proseRecords } from '../scripts/records/files.ts';
import { type Compared, evaluate, type GoldRecord, rates, toGold } from '../src/app/evaluate.ts';
import { type Ballot, ballotOf, weigh, weighAlike } from '../src/code/settle/ballot.ts';
import { decide, type Vote } from '../src/code/settle/decide.ts';
import { leansOnContext, type Reading } from '../src/code/settle/reading.ts';
import { bitsOf } from '../src/code/settle/sides.ts';
import { thresholdsOf } from '../src/code/settle/thresholds.ts';
import { type Features, packWeights, SLOTS, type TABLES, type Weights } from '../src/code/settle/weights.ts';
import { joined } from '../src/code/settle/whole-features.ts';
import type { Typer } from '../src/code/type/typer.ts';
import { partOf } from './relation-examples.ts';
import { type Typers, trainTypers } from './train-type.ts';
import { PARTS, PROSE_TIMES, recorder, studiedRecords } from './training-records.ts';

/**
 * `tsx train/train-record.ts [language …]` rebuilds data/models/record.<language>.bin and record-around.<language>.bin from the study part of the open corpus,
 * the studied records, the records for weights, passages of prose and the articles that are not unseen: what the rules read in each sentence, all answers to
 * "who does it to whom", and which is right. English needs more memory than Node takes by itself: NODE_OPTIONS=--max-old-space-size=12000.
 */
export interface Example {
  readonly ballot: Ballot;
  /** By answer. */
  readonly events: readonly Compared[];
  /** Why the rules alone would not code it. */
  readonly refused: string | undefined;
  /** By answer: whether the gold has this event. */
  readonly right: readonly boolean[];
  /** The text around tells who it is: the rules decide, and the layer only doubts (record-around.<language>.bin). */
  readonly leans: boolean;
}

export interface Sentence {
  readonly gold: GoldRecord;
  readonly examples: readonly Example[];
  /** It says how far to trust the rules: they were never mended on it, or it is real prose, where they are least right. */
  readonly isFresh: boolean;
  readonly isProse: boolean;
  /** Prose, or three sentences and more: parties are often named where the coder does not look. */
  readonly isPassage: boolean;
  /** A whole record, not a sentence of the corpus. */
  readonly isRecord: boolean;
}

export const OPTIONS = { epochs: 3, rate: 0.05, decay: 1e-3 };
/** How often a record counts: two in three of them show how the rules err on new text, which the corpus does not. */
const RECORD_TIMES = 2;
/**
 * What agencies print every day, and how stands are put into words, set by set: by cross-validation F1 on these sets 54.2 instead of
 * 53.9 where they count five times, on prose 43.4 instead of 43.5 (English).
 */
const DAILY = /^(?:en|ru|tr)-(?:c[a-e]|d|e2|h|i|j|k[ab]?|l[a-z]|m[a-z])\d/;
const DAILY_TIMES = 4;
/** Articles likewise: they are few, and their sentences lean on each other as those of records don't. */
const ARTICLE_TIMES = 6;
/** The demo documents are what a newcomer reads first, and articles that are studied are what users' texts are like. */
const OPEN_ARTICLE_TIMES = 114;
/** … how often that is asked of the model learnt so far … */
const HARD_ROUNDS = 3;
/** … and how much more often where it is wrong about them, and in the second set of weights where they lean on the text around. */
const HARD_TIMES = 274;
/**
 * The open records and articles have floors: beside a third more records for weights they would be forgotten one by one.
 * It is dear: 2 and 6 instead of 34 and 56 (records, articles) would have brought .2 to .3 of F1 by cross-validation in English.
 */
const OPEN_TIMES = 69;

/** Sentences that the layer learns from, with what the rules read in them. */
async function sentencesOf(
  language: string,
  typers: Pick<Typers, 'parts'>,
  isWanted: (at: string) => boolean = () => true,
): Promise<Sentence[]> {
  let part = 0;
  const { workbench, take } = recorder({ judge: (sight) => typers.parts[part]!.judge(sight) });
  const found: Sentence[] = [];
  for (const { at, record } of studiedRecords(language).filter((one) => isWanted(one.at))) {
    part = partOf(toGold(record, at).id, PARTS);
    const { sentences } = await workbench.codeRecord({ at, record }, { language });
    const gold = toGold(record, at);
    const isRight = (event: Compared): boolean => gold.events.some((one) => sameEvent(one, event));
    const examples = take().map((reading) => exampleOf(reading, isRight));
    const isProse = at.startsWith(proseRecords(language));
    const isFresh = isProse || record['part'] === 'weights';
    const isPassage = isProse || sentences.length > 2;
    found.push({ gold, examples, isFresh, isProse, isPassage, isRecord: at.startsWith('gold/records/') });
  }
  return found;
}

/** Whole articles, by hand-made rows: what no row allows is wrong. Each stands there as often as it counts. */
async function documentExamples(
  language: string,
  typers: Pick<Typers, 'parts'>,
  which: 'all' | 'open' = 'all',
): Promise<Example[]> {
  let fold = 0;
  const { workbench, take } = recorder({ judge: (sight) => typers.parts[fold]!.judge(sight) });
  const found: Example[] = [];
  for (const { slug, source, expected, part } of learntArticles(language)) {
    if (which === 'open' && part === 'weights') continue;
    const own: Example[] = [];
    const { must, may } = JSON.parse(readFileSync(expected, 'utf8')) as Expected;
    const { document } = await workbench.read({ kind: 'file', name: source });
    fold = partOf(slug, PARTS);
    workbench.code(document);
    for (const reading of take()) {
      const { start, end } = reading.tree.sentence;
      const evidence = { quote: document.text.slice(start, end) };
      const { mode } = reading.act.outcome;
      own.push(
        exampleOf(reading, (event) => [...must, ...may].some((row) => matches(row, { ...event, mode, evidence }))),
      );
    }
    const times = part === 'weights' ? ARTICLE_TIMES : OPEN_ARTICLE_TIMES;
    for (let k = 0; k < (which === 'open' ? 1 : times); k++) found.push(...own);
  }
  return found;
}

function sameEvent(gold: GoldRecord['events'][number], { type, stance, actor, recipient }: Compared): boolean {
  const codes = (list: Compared['actor']): string => list.map(({ code }) => code).join(' ');
  const wanted = (list: readonly string[]): string => [...new Set(list)].sort().join(' ');
  const sameStance = gold.stance === undefined || gold.stance === stance;
  const sameParties = codes(actor) === wanted(gold.actor) && codes(recipient) === wanted(gold.recipient);
  return gold.type.includes(type) && sameStance && sameParties;
}

function exampleOf(reading: Reading, isRight: (event: Compared) => boolean): Example {
  const ballot = ballotOf(reading);
  const { type, stance } = reading.act.outcome;
  const events = ballot.answers.map(({ actor, recipient }) => ({
    type,
    stance,
    actor: partiesOf(ballot, actor),
    recipient: partiesOf(ballot, recipient),
  }));
  return { ballot, events, right: events.map(isRight), refused: reading.refused, leans: leansOnContext(reading) };
}

function partiesOf({ sides }: Ballot, mask: number): { code: string }[] {
  const codes = new Set(bitsOf(mask).flatMap((k) => sides[k]!.codes));
  return [...codes].sort().map((code) => ({ code }));
}

interface State {
  readonly weights: Weights;
  /** Sums of squared gradients, by table (AdaGrad). */
  readonly squares: Readonly<Record<(typeof TABLES)[number], Float32Array>>;
}

function table(fill: number): State['squares'] {
  const make = (): Float32Array => new Float32Array(SLOTS).fill(fill);
  return { actor: make(), recipient: make(), whole: make(), none: make() };
}

/** Steps through the examples, each an order of its own: one alone makes single answers a matter of luck. */
const ORDERS = [7919, 7907, 7901, 7883, 7879];

/** The mean of models learnt in several fixed orders. */
export function trainMean(examples: readonly Example[]): Weights {
  const models = ORDERS.map((order) => trainSettler(examples, order));
  const mean = (name: (typeof TABLES)[number]): Float32Array =>
    Float32Array.from(models[0]!.tables[name]).map(
      (_, slot) => models.reduce((sum, { tables }) => sum + tables[name][slot]!, 0) / models.length,
    );
  const tables = { actor: mean('actor'), recipient: mean('recipient'), whole: mean('whole'), none: mean('none') };
  return { ...models[0]!, tables };
}

/** A conditional log-linear model over the answers to each act, by AdaGrad in a fixed order: same sentences, same weights. */
export function trainSettler(examples: readonly Example[], order = ORDERS[0]!): Weights {
  const weights: Weights = { tables: table(0), scale: 1, temperature: 1, keep: 0 };
  const state: State = { weights, squares: table(1) };
  for (let epoch = 0; epoch < OPTIONS.epochs; epoch++)
    for (let k = 0; k < examples.length; k++)
      // a fixed permutation that differs from epoch to epoch
      step(examples[(k * order + epoch * 104_729) % examples.length]!, state);
  return weights;
}

function step({ ballot, right }: Example, state: State): void {
  const { answers, bySide, whole, none } = ballot;
  const shares = weigh(ballot, state.weights);
  const isRight = right.some(Boolean) ? [...right, false] : [...right.map(() => false), true];
  const total = shares.reduce((sum, share, i) => sum + (isRight[i] ? share : 0), 0) || 1;
  const errors = shares.map((share, i) => (isRight[i] ? share / total : 0) - share);
  const does = bySide.map(() => 0);
  const bears = bySide.map(() => 0);
  for (const [i, { actor, recipient }] of answers.entries()) {
    for (const k of bitsOf(actor)) does[k]! += errors[i]!;
    for (const k of bitsOf(recipient)) bears[k]! += errors[i]!;
    update('whole', joined(whole[i]!), errors[i]!, state);
  }
  update('none', none, errors.at(-1)!, state);
  for (const [k, features] of bySide.entries()) {
    update('actor', features, does[k]!, state);
    update('recipient', features, bears[k]!, state);
  }
}

/** Errors this small move nothing. */
const NOTHING = 1e-4;

function update(name: (typeof TABLES)[number], features: Features, error: number, { weights, squares }: State): void {
  if (Math.abs(error) < NOTHING) return;
  const [w, s] = [weights.tables[name], squares[name]];
  for (const [k, slot] of features.slots.entries()) {
    const gradient = error * features.values[k]! - OPTIONS.decay * w[slot]!;
    s[slot]! += gradient * gradient;
    w[slot]! += (OPTIONS.rate * gradient) / Math.sqrt(s[slot]!);
  }
}

/** The answer to an act that the coder would settle on, as an event with its probability; undefined when it would give none. */
export function answerOf(
  { ballot, events, right, refused }: Example,
  weights: Weights,
): { readonly event: Compared; readonly probability: number; readonly right: boolean } | undefined {
  if (ballot.answers.length === 0) return undefined;
  const shares = weighAlike(ballot, weights);
  const vote: Vote = { shares, fits: refused === undefined, thresholds: thresholdsOf(weights.keep) };
  const { best, shares: final, coded } = decide(ballot, vote);
  return coded ? { event: events[best]!, probability: final[best]!, right: right[best]! } : undefined;
}

/**
 * An act of a type that the gold has in a passage, with none of its answers right: its parties are beyond the proposals,
 * which says nothing against the act. Learnt as "no event" it makes the layer doubt what is told plainly elsewhere.
 */
function saysNothing({ events, right }: Example, { gold, isPassage }: Sentence): boolean {
  if (!isPassage || right.some(Boolean)) return false;
  return events.some(({ type }) => gold.events.some((one) => one.type.includes(type)));
}

/** What the layer learns from some sentences. */
function examplesOf(sentences: readonly Sentence[]): Example[] {
  const often = ({ gold, isRecord, isFresh, isProse }: Sentence): number => {
    if (!isRecord) return 1;
    if (isProse) return PROSE_TIMES;
    if (!isFresh) return OPEN_TIMES;
    return DAILY.test(gold.id) ? DAILY_TIMES : RECORD_TIMES;
  };
  const most = Math.max(DAILY_TIMES, PROSE_TIMES, OPEN_TIMES);
  const rounds = Array.from({ length: most }, (_, k) => sentences.filter((sentence) => often(sentence) > k));
  return rounds.flat().flatMap((sentence) => sentence.examples.filter((one) => !saysNothing(one, sentence)));
}

const alone = (examples: readonly Example[]): Example[] => examples.filter(({ leans }) => !leans);

type Answered = { readonly sentence: Sentence; readonly answers: NonNullable<ReturnType<typeof answerOf>>[] };

/** What decides on an answer beside the tables. */
type Dials = Pick<Weights, 'temperature' | 'keep'>;

/** Every fresh sentence answered by a model that has not seen it. */
function crossValidated(sentences: readonly Sentence[], dials: Dials, models: readonly Weights[]): Answered[] {
  const fresh = sentences.filter(({ isFresh }) => isFresh);
  return fresh.map((sentence) => {
    const weights = { ...models[partOf(sentence.gold.id, PARTS)]!, ...dials };
    return { sentence, answers: alone(sentence.examples).flatMap((example) => answerOf(example, weights) ?? []) };
  });
}

function modelsOf(sentences: readonly Sentence[], others: readonly Example[]): Weights[] {
  const model = (part: number): Weights =>
    trainSettler(alone([...examplesOf(sentences.filter(({ gold }) => partOf(gold.id, PARTS) !== part)), ...others]));
  return Array.from({ length: PARTS }, (_, part) => model(part));
}

/** Mean distance between how sure the answers are and how many are right, in ten bins by sureness. */
function calibrationError(answered: readonly Answered[]): number {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, sure: 0, right: 0 }));
  let all = 0;
  for (const { probability, right } of answered.flatMap(({ answers }) => answers)) {
    const bin = bins[Math.min(9, Math.floor(10 * probability))]!;
    bin.n += 1;
    bin.sure += probability;
    bin.right += right ? 1 : 0;
    all += 1;
  }
  return bins.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0) / Math.max(1, all);
}

function ratesOf(answered: readonly Answered[]): ReturnType<typeof rates> {
  const pairs = answered.map(({ sentence, answers }) => ({
    gold: sentence.gold,
    events: answers.map(({ event }) => event),
  }));
  return rates(evaluate(pairs).record);
}

const TEMPERATURES = Array.from({ length: 19 }, (_, k) => (14 + k) / 20);
const KEEPS = Array.from({ length: 5 }, (_, k) => (8 + k) / 20);
/** People read a record, and a wrong line costs them more than one too few: so much F1 is given for precision. */
const GIVEN = 0.004;

type Answering = (dials: Dials) => Answered[];

/** The temperature at which probabilities are most honest, from where on an answer may be the likeliest of several. */
function temperatureOf(answering: Answering): number {
  const error = (temperature: number): number => calibrationError(answering({ temperature, keep: KEEPS[0]! }));
  const tried = TEMPERATURES.map((temperature) => ({ temperature, error: error(temperature) }));
  return tried.reduce((best, one) => (one.error < best.error ? one : best)).temperature;
}

/** The highest of KEEPS whose F1 on the fresh records is within GIVEN of the best; tells what the others would give. */
function keepOf(answering: Answering, temperature: number): number {
  const tried = KEEPS.map((keep) => ({ keep, rates: ratesOf(answering({ temperature, keep })) }));
  for (const { keep, rates } of tried) console.log(`  from ${keep} on: ${told(rates)}`);
  const best = Math.max(...tried.map(({ rates }) => rates.f1));
  return tried.findLast(({ rates }) => rates.f1 >= best - GIVEN)!.keep;
}

function told({ precision, recall, f1 }: ReturnType<typeof rates>): string {
  const percent = (value: number): string => (100 * value).toFixed(1);
  return `P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}`;
}

/** Acts of open records and articles, each once; judged by the typer that has seen them, as they will be when they are coded. */
async function openExamples(language: string, typer: Typer): Promise<Example[]> {
  const seen: Pick<Typers, 'parts'> = { parts: Array.from({ length: PARTS }, () => typer) };
  const isOpen = (at: string): boolean => at.startsWith(`gold/records/${language}.`);
  const records = await sentencesOf(language, seen, isOpen);
  const articles = await documentExamples(language, seen, 'open');
  return [...records.flatMap(({ examples }) => examples), ...articles];
}

function hardIn(examples: readonly Example[], weights: Weights): Example[] {
  return examples.filter((one) => {
    const answer = answerOf(one, weights);
    return answer === undefined ? one.right.some(Boolean) : !answer.right;
  });
}

/** Temperature and threshold by cross-validation, which takes as long as the rest. */
function dialsOf(language: string, sentences: readonly Sentence[], documents: readonly Example[]): Dials {
  const models = modelsOf(sentences, documents);
  const answering: Answering = (dials) => crossValidated(sentences, dials, models);
  const temperature = temperatureOf(answering);
  const keep = keepOf(answering, temperature);
  const answered = answering({ temperature, keep });
  const acts = sentences.reduce((sum, { examples }) => sum + examples.length, 0);
  console.log(
    `${language}: ${sentences.length} sentences, ${acts} acts; ${answered.length} fresh ones by cross-validation ${told(ratesOf(answered))}, ` +
      `temperature ${temperature}, coded from ${keep} on, calibration error ${calibrationError(answered).toFixed(3)}`,
  );
  return { temperature, keep };
}

async function train(language: string, known: Dials | undefined): Promise<void> {
  const typers = await trainTypers(language);
  writeFileSync(`data/models/type.${language}.bin`, typers.bytes);
  const sentences = await sentencesOf(language, typers);
  const documents = await documentExamples(language, typers);
  const { temperature, keep } = known ?? dialsOf(language, sentences, documents);
  const first = [...examplesOf(sentences), ...documents];
  const open = await openExamples(language, typers.all);
  const often = (examples: readonly Example[]): Example[] => Array.from({ length: HARD_TIMES }, () => examples).flat();
  const hard: Example[] = [];
  for (let round = 0; round < HARD_ROUNDS; round++) {
    // one order will do to find them
    const wrong = hardIn(alone(open), { ...trainSettler(alone([...first, ...hard])), temperature, keep });
    hard.push(...often(wrong));
  }
  const weights = { ...trainMean(alone([...first, ...hard])), temperature, keep };
  writeFileSync(`data/models/record.${language}.bin`, packWeights(weights));
  const around = trainMean([...first, ...hard, ...often(open.filter(({ leans }) => leans))]);
  writeFileSync(`data/models/record-around.${language}.bin`, packWeights({ tables: around.tables, temperature, keep }));
}

/** `train-record.ts [language …] [--dials=TEMPERATURE,THRESHOLD]`: with dials of a cross-validation of before none is made. */
if (process.argv[1]?.endsWith('train-record.ts')) {
  const given = process.argv.slice(2);
  const dials = given
    .find((one) => one.startsWith('--dials='))
    ?.slice('--dials='.length)
    .split(',')
    .map(Number);
  const known = dials === undefined ? undefined : { temperature: dials[0]!, keep: dials[1]! };
  const languages = given.filter((one) => !one.startsWith('--'));
  for (const language of languages.length > 0 ? languages : ['en', 'ru', 'tr']) await train(language, known);
}
