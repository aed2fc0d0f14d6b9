import { spokenBy } from './frame.ts';
import { firstEndingAfter } from './page.ts';
import { phrase, subjectAbove } from './phrase-span.ts';
import { bareSpoken, countWords, frameOf, MIN_WORDS, type Place } from './place.ts';
import type { Voice } from './voice.ts';

/** Words that stand right before a quotation and make it somebody's, with no word of speech. */

const MAX_ATTRIBUTES = 3;

/** NAME used the phrase “…”; NAME has coined the term “…”: who chose the words said them. */
export function wordedBy(place: Place): Voice | undefined {
  const { page, passage, quotation } = place;
  const { cues, fold } = page.words;
  const read = passage.reads[firstEndingAfter(passage.reads, quotation.start)];
  if (!read) return undefined;
  const { tokens } = read.sentence;
  const noun = tokens.findLastIndex((token) => token.end <= quotation.start && token.upos !== 'PUNCT');
  const isNoun = noun > 0 && ['NOUN', 'PROPN'].includes(tokens[noun]!.upos);
  if (!isNoun || !cues.has('wording', fold(tokens[noun]!.lemma))) return undefined;
  let verb = noun - 1;
  while (verb > 0 && noun - verb <= MAX_ATTRIBUTES && ['DET', 'ADJ'].includes(tokens[verb]!.upos)) verb -= 1;
  if (tokens[verb]!.upos !== 'VERB' || !cues.has('wording-verb', fold(tokens[verb]!.lemma))) return undefined;
  const framed = frameOf(place, read);
  const source = subjectAbove(framed, verb);
  if (!source) return undefined;
  const cue = { start: tokens[verb]!.start, end: tokens[noun]!.end };
  return spokenBy({ ...framed, spoken: bareSpoken(framed.text, cue) }, source);
}

/** “To her, “it is not done.””, “For NAME, “…””: whose view the words are. */
export function viewedBy(place: Place): Voice | undefined {
  const { page, passage, quotation } = place;
  const { cues, fold } = page.words;
  const { text } = page.document;
  const read = passage.reads[firstEndingAfter(passage.reads, quotation.start)];
  if (!read || countWords(text, quotation.inner) < MIN_WORDS) return undefined;
  const before = read.sentence.tokens.filter((token) => token.end <= quotation.start);
  if (before.at(-1)?.form !== ',') return undefined;
  const at = before.findLastIndex((token) => token.upos === 'ADP');
  const opens = at === 0 || ['PUNCT', 'SCONJ', 'CCONJ'].includes(before[at - 1]?.upos ?? '');
  if (at < 0 || !opens || !cues.has('viewing', fold(before[at]!.form))) return undefined;
  const words = before.slice(at + 1, -1);
  const isPerson = words.some(({ upos, feats }) => upos === 'PROPN' || (upos === 'PRON' && feats['Gender'] !== 'Neut'));
  const isPhrase = !words.some(({ upos }) => ['PUNCT', 'VERB', 'AUX'].includes(upos));
  const source = isPerson && isPhrase ? phrase(words) : undefined;
  const spoken = bareSpoken(text, before[at]!);
  return source && spokenBy({ text, mentions: page.mentions[read.sentence.index] ?? [], spoken }, source);
}
