import type { Span } from '../../model/index.ts';
import type { Utterance } from './utterance.ts';

export interface Nested {
  readonly utterance: Utterance;
  /** Index, in the same list, of the innermost utterance that holds this one's cue. */
  readonly within?: number;
}

/** Deeper nesting than this is not followed. */
const MAX_OPEN = 32;

/**
 * Sorts utterances by the text, the holding before the held, and ties each to the one that holds it. What somebody is
 * said to want or praise inside another's words is part of those words; only explicit speech of a third party stays
 * ("A says that B claims …").
 */
export function nest(utterances: readonly Utterance[]): Nested[] {
  const sorted = utterances.filter(({ content }) => content.length > 0).sort(inOrder);
  const kept: Nested[] = [];
  let open: { readonly at: number | undefined; readonly utterance: Utterance; readonly end: number }[] = [];
  for (const utterance of sorted) {
    const from = Math.min(placeOf(utterance).start, utterance.content[0]!.start);
    open = open.filter(({ end }) => end > from);
    const outer = open.findLast((one) => holds(one.utterance, utterance));
    // a claim that somebody judges ("rejected their claim that …") is still theirs
    const isJudged = outer?.utterance.voice.about === true && utterance.voice.about !== true;
    const isKept = outer === undefined || isJudged || isThirdParty(utterance);
    const at = isKept ? kept.length : undefined;
    if (open.length < MAX_OPEN) open.push({ at, utterance, end: utterance.content.at(-1)!.end });
    if (!isKept) continue;
    kept.push(outer?.at === undefined ? { utterance } : { utterance, within: outer.at });
  }
  return kept;
}

function inOrder(a: Utterance, b: Utterance): number {
  return (
    a.content[0]!.start - b.content[0]!.start ||
    b.content.at(-1)!.end - a.content.at(-1)!.end ||
    placeOf(a).start - placeOf(b).start
  );
}

/** The cue, or the words themselves where no cue stands. */
function placeOf({ voice, content }: Utterance): Span {
  return voice.cue[0] ?? content[0]!;
}

function holds(outer: Utterance, inner: Utterance): boolean {
  const place = placeOf(inner);
  return outer.content.some((span) => span.start <= place.start && place.end <= span.end);
}

/** Explicit speech, or a quotation with a word of speech of its own that no marks hold. */
function isThirdParty({ voice, content, quoted }: Utterance): boolean {
  if (voice.explicit === true) return true;
  const own = quoted[0];
  return own !== undefined && voice.governs === true && content[0]!.start >= own.start && voice.source.length > 0;
}
