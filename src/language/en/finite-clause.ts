import type { TagView } from '../engine/tagger.ts';

const SUBORDINATE = new Set(['SCONJ ', 'PRON WDT', 'PRON WP', 'DET WDT', 'PRON WP$']);
const WHEN = new Set(['when', 'while', 'where', 'why', 'how', 'what', 'if', 'whether', 'once']);
const OBJECT = new Set(['DET ', 'NUM ', 'NOUN ', 'NOUN NNS', 'PROPN ', 'PROPN NNPS', 'ADJ ', 'PRON ', 'PRON PRP$']);
const NOUN = new Set(['NOUN ', 'NOUN NNS', 'PROPN ', 'PROPN NNPS']);
/** Before these a participle belongs to the noun that follows: "a defeated candidate". */
const OPENS_NOUN = new Set(['DET ', 'NUM ', 'ADJ ', 'ADP ', 'PART POS', 'PRON PRP$', 'PUNCT ', 'SCONJ ', 'PART TO']);
const SAYS = new Set(['said', 'says', 'told', 'reported', 'announced', 'stated', 'confirmed', 'added', 'warned']);

/**
 * A clause has a finite verb. The tagger decides word by word and at times leaves none: it takes "Guards pulled 480
 * migrants" for a participle and "Crowds topple Lenin" for three nouns. Where the main clause of a sentence has none,
 * the word that costs least becomes one: a bare participle first, else what may be a verb behind a noun. Headlines
 * without a verb keep none, for there every reading as a verb costs much.
 */
export function settleFinite(view: TagView): void {
  settleConjuncts(view);
  settleTimes(view);
  settlePast(view);
  const end = mainClauseEnd(view);
  if (end < 3 || isHeadlinePassive(view, end)) return;
  const plan = planned(view);
  if (plan !== undefined) view.make(plan, 'AUX MD');
  const place =
    plan === undefined ? (participle(view, end) ?? bareVerb(view, end) ?? behindClause(view, end)) : undefined;
  if (place !== undefined) view.makeFinite(place);
}

/** "deposed the president and detained leaders": behind a past tense, its object and "and" stands another past tense. */
function settleConjuncts(view: TagView): void {
  let told = false;
  for (let i = 0; i < view.length - 2; i++) {
    told ||= view.tag(i) === 'VERB VBD';
    if (!told || view.tag(i) !== 'CCONJ ' || !NOUN.has(view.tag(i - 1))) continue;
    const bare = view.tag(i + 1) === 'VERB VBN' || view.tag(i + 1) === 'ADJ ';
    const word = view.lower(i + 1);
    if (!bare || !word.endsWith('ed') || ATTRIBUTES.has(word) || !OBJECT.has(view.tag(i + 2))) continue;
    if (view.cost(i + 1) < CONJUNCT_COST) view.makeFinite(i + 1);
  }
}

/** "NATO's chief denounced Russia's annexation": no adjective stands between a noun and an article, an owner or a name. */
function settlePast(view: TagView): void {
  for (let i = 1; i < view.length - 1; i++) {
    if (view.isFinite(i)) return;
    // "NATO's chief": what an owner stands before is a noun
    const behindNoun = NOUN.has(view.tag(i - 1)) || (i > 1 && view.tag(i - 2) === 'PART POS');
    if (view.tag(i) !== 'ADJ ' || !view.lower(i).endsWith('ed') || !behindNoun) continue;
    const next = view.tag(i + 1);
    if (next === 'DET ' || next === 'PRON PRP$' || (next === 'PROPN ' && !view.tag(i - 1).startsWith('PROPN')))
      view.makeFinite(i);
  }
}

/** "after a truck bomb killed 300 people": what follows a subject and has an object of its own tells a clause. */
function settleTimes(view: TagView): void {
  for (let i = 0; i < view.length - 3; i++) {
    if (!TIMES.has(view.lower(i))) continue;
    const verb = verbAfter(view, i + 1);
    if (verb === undefined) continue;
    if (!view.isFinite(verb)) view.makeFinite(verb);
    view.make(i, 'SCONJ ');
  }
}

/** The finite verb, or the bare participle with an object, behind nothing but the nouns from `start` on. */
function verbAfter(view: TagView, start: number): number | undefined {
  let i = start;
  while (i < view.length && PHRASE.has(view.tag(i))) i += 1;
  if (i === start || !NOUN.has(view.tag(i - 1))) return undefined;
  if (view.isFinite(i)) return i;
  const next = PARTICLES.has(view.lower(i + 1)) ? i + 2 : i + 1;
  return view.tag(i) === 'VERB VBN' && next < view.length && OBJECT.has(view.tag(next)) ? i : undefined;
}

/** What a noun phrase is made of. */
const PHRASE = new Set(['DET ', 'ADJ ', 'NUM ', 'NOUN ', 'NOUN NNS', 'PROPN ', 'PROPN NNPS', 'PART POS', 'PRON PRP$']);
const TIMES = new Set(['after', 'before', 'since', 'until']);

/** In the tagger's own units. */
const CONJUNCT_COST = 16000;

/** Participles that news uses before nouns more than as verbs. */
const ATTRIBUTES = new Set(
  'armed united advanced limited increased related skilled unmanned displaced occupied disputed guided tracked armored armoured organised organized planned proposed imported used so-called specialised specialized coordinated combined continued renewed alleged suspected accused armored elected retired uniformed masked trained hooded unarmed heated detailed shared improved enhanced'.split(
    ' ',
  ),
);

/** "Estonia to send howitzers": the "to" of a headline that says "will". */
function planned(view: TagView): number | undefined {
  if (view.lower(view.length - 1) === '.') return undefined;
  for (let i = 1; i < Math.min(view.length - 1, 7); i++)
    if (view.tag(i) === 'PART TO' && NOUN.has(view.tag(i - 1)) && view.tag(i + 1) === 'VERB VB') return i;
  return undefined;
}

/** Where the main clause ends that has no finite verb; 0 when it has one. A closing ", officials said" is none of it. */
function mainClauseEnd(view: TagView): number {
  let end = view.length;
  let last = 0;
  for (let i = 0; i < view.length; i++) {
    if (isOrder(view, i)) return 0;
    if (!view.isFinite(i)) continue;
    const start = clauseStart(view, i, last);
    if (start === undefined) return 0;
    if (start < end) end = start;
    last = i;
  }
  return end;
}

/** "Please call …": a bare verb form without anything that governs it. */
function isOrder(view: TagView, i: number): boolean {
  if (view.tag(i) !== 'VERB VB') return false;
  const before = i === 0 ? '' : view.tag(i - 1);
  return i === 0 || before === 'INTJ ' || before === 'PUNCT ' || before === 'CCONJ ';
}

/** The subordinator or the comma of a closing "… said" between the finite verb before and this one; undefined in a main clause. */
function clauseStart(view: TagView, verb: number, last: number): number | undefined {
  for (let i = verb - 1; i > last; i--) {
    if (SUBORDINATE.has(view.tag(i)) || WHEN.has(view.lower(i))) return i;
    if (view.lower(i) === ',') return SAYS.has(view.lower(verb)) && verb > view.length - 6 ? i : undefined;
  }
  return undefined;
}

/** "Two soldiers killed by rebels": what a headline leaves out is the auxiliary. */
function isHeadlinePassive(view: TagView, end: number): boolean {
  for (let i = 1; i < end - 1; i++)
    if (view.tag(i) === 'VERB VBN' && NOUN.has(view.tag(i - 1)) && view.lower(i + 1) === 'by') return true;
  return false;
}

/** A past participle that no auxiliary, article or adjective claims; one with an object first. */
function participle(view: TagView, end: number): number | undefined {
  const isHeadline = view.lower(view.length - 1) !== '.';
  let second: number | undefined;
  for (let i = 1; i < end - 1; i++) {
    if (view.tag(i) !== 'VERB VBN' || OPENS_NOUN.has(view.tag(i - 1))) continue;
    const next = view.tag(i + 1) === 'ADP RP' || PARTICLES.has(view.lower(i + 1)) ? i + 2 : i + 1;
    if (isHeadline && view.cost(i) > HEADLINE_COST / 2) continue;
    if (OBJECT.has(view.tag(next)) && view.lower(next) !== 'by') return i;
    second ??= i;
  }
  return isHeadline ? undefined : second;
}

const PARTICLES = new Set(['up', 'down', 'off', 'out', 'over', 'back', 'away']);

const CONTENT = new Set(['NOUN ', 'NOUN NNS', 'PROPN ', 'PROPN NNPS', 'ADJ ', 'VERB VBN', 'VERB VB', 'INTJ ']);

/** Of the words that stand behind a noun and may be a verb the one that costs least. */
function bareVerb(view: TagView, end: number): number | undefined {
  const closed = view.lower(view.length - 1) === '.';
  let best: number | undefined;
  let least = closed ? Number.POSITIVE_INFINITY : HEADLINE_COST;
  for (let i = 1; i < end - 1; i++) {
    if (!mayBeVerb(view, i) || (closed && isName(view, i))) continue;
    const cost = view.cost(i) - claim(view, i + 1);
    if (cost >= least) continue;
    best = i;
    least = cost;
  }
  return best;
}

/** "On Monday Ethiopia, which …": in a sentence, other than in a headline, what has a capital is no verb. */
function isName(view: TagView, i: number): boolean {
  return /^\p{Lu}/u.test(view.form(i));
}

/** "Ethiopia, which built the dam, accused Egypt": the participle with an object behind the comma that closes the clause. */
function behindClause(view: TagView, end: number): number | undefined {
  for (let i = end + 2; i < view.length - 1; i++)
    if (view.tag(i) === 'VERB VBN' && view.lower(i - 1) === ',' && OBJECT.has(view.tag(i + 1))) return i;
  return undefined;
}

/** In the tagger's own units: verbs of headlines that were read cost less, nouns more. */
const HEADLINE_COST = 6400;

function mayBeVerb(view: TagView, i: number): boolean {
  const before = view.tag(i - 1) === 'ADV ' ? view.tag(i - 2) : view.tag(i - 1);
  if (!NOUN.has(before) || !CONTENT.has(view.tag(i)) || view.lower(i) === 'more') return false;
  return view.lower(i + 1) !== 'of' && view.lower(i + 1) !== ':' && view.tag(i + 1) !== 'PART POS';
}

/** How much what follows speaks for a verb: the start of an object or a particle much, an adposition little. */
function claim(view: TagView, next: number): number {
  if (STARTS_OBJECT.has(view.tag(next)) || PARTICLES.has(view.lower(next))) return 6000;
  return view.tag(next) === 'ADP ' ? 2000 : 0;
}

const STARTS_OBJECT = new Set(['DET ', 'NUM ', 'PRON ', 'PRON PRP$', 'PROPN ', 'ADP RP']);
