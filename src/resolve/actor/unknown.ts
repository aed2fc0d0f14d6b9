import { foldPlain } from '../../language/segment/fold.ts';
import type { Sentence, Token } from '../../model/index.ts';
import { isCapital } from './letters.ts';
import { type Resolved, type ResolveInput, resolveInDetail } from './resolve.ts';
import type { Gazetteer } from './scene.ts';

/** A name that no dictionary line knows, where it stands, and what the text around it suggests. */
export interface UnknownName {
  readonly form: string;
  /** Offsets into the document's text. */
  readonly start: number;
  readonly end: number;
  /** Index of the sentence. */
  readonly sentence: number;
  /** Absent where the sentence names no state. */
  readonly code?: string;
  /** Absent where no role word stands beside it. */
  readonly sector?: string;
  /** `role`: a title or role word says it; `near`: only that the sentence speaks of that state. */
  readonly by: 'role' | 'near' | 'nothing';
  /** The only capitalised word of the run, first of its sentence: a name only if it is one elsewhere. */
  readonly opening?: true;
}

export interface UnknownInput extends ResolveInput {
  /** Places that are no names whatever their letters: dates ("On Tuesday Zelda Vashkelin"). */
  readonly dates?: readonly { readonly start: number; readonly end: number }[];
}

const NAME = /^\p{Lu}[\p{L}\p{M}]*\p{Ll}[\p{L}\p{M}'’-]*$/u;
const HYPHEN = /^[-‐‑]$/;
const MOST_WORDS = 5;

/**
 * Capitalised words that the dictionary does not cover, sentence by sentence. Words that the same text also writes small are
 * left out. "Vashkeli" after "Minister Teodor Vashkeli" counts as the full name.
 */
export function unknownNames(input: UnknownInput): UnknownName[] {
  const small = smallWords(input.sentences);
  return resolveInDetail(input).flatMap((found, index) => {
    const sentence = input.sentences[index]!;
    const named = found.flatMap((one) => fromRole(one, sentence, index, input));
    const covered = coveredBy(found, sentence, input);
    const free = runsOf(sentence, { covered, small, dates: input.dates ?? [] }, input.gazetteer).map((run) =>
      near(run, found, sentence, index, input),
    );
    return [...named, ...free].sort((a, b) => a.start - b.start);
  });
}

function fromRole(one: Resolved, sentence: Sentence, index: number, { text, gazetteer }: ResolveInput): UnknownName[] {
  const actor = one.mention.actors[0];
  const again = actor?.office !== undefined && one.mention.kind === 'name' && !gazetteer.register.typeOf(actor.id);
  if (!one.unknown && !again) return [];
  const { first, last } = one.unknown ?? one.mention;
  const start = sentence.tokens[first]!.start;
  const { end } = sentence.tokens[last]!;
  const sector = actor?.sector ?? one.verdict.sector;
  return [
    {
      form: one.unknown ? text.slice(start, end) : actor!.name,
      start,
      end,
      sentence: index,
      by: 'role',
      ...(actor ? { code: actor.code } : {}),
      ...(sector ? { sector } : {}),
    },
  ];
}

function coveredBy(
  found: readonly Resolved[],
  { tokens }: Sentence,
  { gazetteer, dates = [] }: UnknownInput,
): ReadonlySet<number> {
  const covered = new Set<number>();
  const cover = (first: number, last: number): void => {
    for (let at = first; at <= last; at++) covered.add(at);
  };
  for (const { mention } of found) cover(mention.first, mention.last);
  for (const { first, last } of gazetteer.find(tokens)) cover(first, last);
  for (const date of dates)
    tokens.forEach(({ start, end }, at) => {
      if (date.start < end && start < date.end) covered.add(at);
    });
  return covered;
}

interface Run {
  readonly first: number;
  readonly last: number;
}

interface NoNames {
  readonly covered: ReadonlySet<number>;
  readonly small: ReadonlySet<string>;
  readonly dates: readonly { readonly start: number; readonly end: number }[];
}

function runsOf({ tokens }: Sentence, { covered, small, dates }: NoNames, gazetteer: Gazetteer): Run[] {
  const functionWords = gazetteer.reference.get('function');
  const isName = (at: number): boolean => {
    const token = tokens[at];
    if (!token || covered.has(at) || !NAME.test(token.form) || token.form.length < 3) return false;
    const word = foldPlain(token.form);
    return !small.has(word) && !functionWords?.has(word);
  };
  const runs: Run[] = [];
  for (let first = 0; first < tokens.length; first++) {
    if (!isName(first)) continue;
    let last = first;
    while (last - first < MOST_WORDS) {
      if (isName(last + 1)) last++;
      else if (HYPHEN.test(tokens[last + 1]?.form ?? '') && isName(last + 2)) last += 2;
      else break;
    }
    const before = tokens[first - 1];
    const dated = before !== undefined && dates.some((date) => date.start < before.end && before.start < date.end);
    const touches = isCapital(before) && covered.has(first - 1) && !dated;
    if (!touches) runs.push({ first, last });
    first = last;
  }
  return runs;
}

function near(
  run: Run,
  found: readonly Resolved[],
  sentence: Sentence,
  index: number,
  input: ResolveInput,
): UnknownName {
  const start = sentence.tokens[run.first]!.start;
  const { end } = sentence.tokens[run.last]!;
  const known = found.filter(({ mention }) => mention.actors.length === 1);
  const distance = ({ mention }: Resolved): number =>
    Math.min(Math.abs(mention.first - run.last), Math.abs(run.first - mention.last));
  const closest = known.reduce<Resolved | undefined>(
    (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
    undefined,
  );
  const code = closest?.mention.actors[0]?.code;
  return {
    form: input.text.slice(start, end),
    start,
    end,
    sentence: index,
    by: code ? 'near' : 'nothing',
    ...(code ? { code } : {}),
    ...(run.last === 0 ? { opening: true } : {}),
  };
}

function smallWords(sentences: readonly Sentence[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { tokens } of sentences) for (const token of tokens) if (isSmall(token)) words.add(foldPlain(token.form));
  return words;
}

function isSmall(token: Token): boolean {
  return /^\p{Ll}/u.test(token.form);
}
