import { scoreOf } from '../../codebook/index.ts';
import {
  type Event,
  extended,
  type Mention,
  type NameAndVersion,
  type Participant,
  type Sentence,
  type Step,
  textSpan,
} from '../../model/index.ts';
import type { CoderInput } from '../coder.ts';
import { type CodedAct, cameoOfAct } from '../convention/code-table.ts';
import { phraseWords } from '../convention/phrase-words.ts';
import { eventId } from '../event-id.ts';
import type { Reading } from '../settle/reading.ts';
import type { Settlement } from '../settle/settle.ts';
import type { Act } from './act.ts';
import { attributionOf, sourceOf, type Voices } from './attribution.ts';
import type { Claims } from './claims.ts';
import { contextsNear } from './context.ts';
import { dateOfAct } from './event-date.ts';
import type { Parties } from './participants.ts';
import type { RuleWords } from './rule-words.ts';
import { isOfTyper } from './typed-acts.ts';

/** Where an event was read, and by whom. */
export interface EventPlace {
  readonly input: CoderInput;
  readonly sentence: Sentence;
  readonly voices: Voices;
  readonly claims: Claims;
  readonly words: RuleWords;
  readonly coder: NameAndVersion;
}

/** The event of an act whose parties are settled, tied to its words, with every step that led to it. */
export function toEvent(place: EventPlace, reading: Reading, settled: Settlement): Event {
  const { tree, act } = reading;
  const { parties, confidence, steps } = settled;
  const { input, sentence, voices, claims, words, coder } = place;
  const { document, record } = input;
  const { codebook } = words.composer;
  const { outcome } = act;
  const token = tree.tokens[outcome.token]!;
  const trigger = textSpan(document.text, token.start, token.end);
  const actor = participants(parties.actor);
  // who acts on himself is his own recipient: a state and its protesters, two sides that accuse each other
  const own = parties.recipient === parties.actor || parties.how === 'linear';
  const recipient = participants(parties.recipient).filter(
    (one) => own || !actor.some((other) => other.id === one.id && other.mention.start === one.mention.start),
  );
  const contexts = contextsNear(tree, outcome.token, words.contexts, codebook);
  const attribution = attributionOf(voices, trigger, actor) ?? claims.on(outcome.token) ?? null;
  const core = { type: outcome.type, mode: outcome.mode, actor, recipient, stance: outcome.stance, trigger };
  const { id, url, title } = document;
  const ref = title === undefined ? { id, url } : { id, url, title };
  // all fields at one time: an object that gets so many one after the other becomes a slow one
  return {
    id: eventId(ref, record, core),
    record,
    document: ref,
    type: outcome.type,
    mode: outcome.mode,
    contexts,
    cameo: cameoOfAct(words.codes, codedAct(reading, words), codebook, contexts),
    quad: codebook.types.get(outcome.type)!.quad,
    score: scoreOf(codebook, outcome.type, outcome.mode),
    actor,
    recipient,
    stance: outcome.stance,
    attribution,
    when: dateOfAct(tree, outcome, input.times[sentence.index] ?? []),
    where: null,
    source: sourceOf(voices, sentence, trigger),
    trigger,
    evidence: evidenceOf(document.text, sentence),
    confidence,
    explanation: [...explain(reading, parties), ...steps],
    coder: { name: coder.name, version: coder.version },
    codebook: { name: codebook.name, version: codebook.version },
  };
}

/** What chooses the code of an act; only a convention's table asks for its words. */
function codedAct({ tree, act }: Reading, { codes }: RuleWords): CodedAct {
  const { type, mode, entries } = act.outcome;
  if (codes === undefined) return { type, mode, entries, words: [], phrase: [] };
  return { type, mode, entries, words: wordsOf(tree, act), phrase: phraseWords(tree, tokensOf(act)) };
}

/** Lemmas of the words that say the act: its own and those above it. */
function wordsOf(tree: Reading['tree'], act: Act): string[] {
  const inner = act.inner ? wordsOf(tree, act.inner) : [];
  const known = headOf(act.entry.pattern.heads, tree.form[act.token]!);
  return [...[act.token, act.outcome.token, ...act.used].map((i) => tree.lemma[i]!), ...known, ...inner];
}

/** The line knows the word better than the lemmatiser: its only head, or the one that the form begins like ("apologized"). */
function headOf(heads: readonly string[], form: string): readonly string[] {
  return heads.length === 1 ? heads : heads.filter((head) => head.length > 4 && form.startsWith(head.slice(0, -1)));
}

/** Its words and those of the act under it. */
function tokensOf({ token, outcome, used, inner }: Act): number[] {
  return [token, outcome.token, ...used, ...(inner ? tokensOf(inner) : [])];
}

function participants(mentions: readonly Mention[]): Participant[] {
  const list: Participant[] = [];
  for (const { actors, start, end, text } of mentions) {
    for (const actor of actors) {
      const same = list.some((other) => other.id === actor.id);
      if (!same) list.push(extended(actor, { mention: { start, end, text } }));
    }
  }
  return list;
}

function evidenceOf(text: string, { start, end }: Sentence): Event['evidence'] {
  return { start, end, quote: text.slice(start, end) };
}

/** How sure the rules are where they stand alone: by the weight of the line, by how the parties were found, by each operator. */
export function confidenceOf(act: Act, parties: Parties): number {
  const cue = Math.min(1, Math.max(0, (act.outcome.weight - 0.5) / 1.1));
  const value = 0.45 + 0.3 * cue + (parties.how === 'tree' ? 0.15 : -0.05) - 0.04 * act.outcome.operators.length;
  return Math.round(Math.min(0.95, Math.max(0.2, value)) * 100) / 100;
}

function explain({ act, judged }: Reading, parties: Parties): Step[] {
  const lines = act.outcome.entries.filter((entry) => !isOfTyper(entry));
  const steps: Step[] = lines.map((entry) => ({
    rule: entry.id,
    at: entry.at,
    says: entry.operator
      ? `operator "${entry.operator}"`
      : `${entry.type}${entry.mode ? ` (${entry.mode})` : ''}, weight ${entry.weight}`,
  }));
  if (judged) steps.push({ rule: `typer:${judged.change}`, says: judged.says(act.outcome.type) });
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
