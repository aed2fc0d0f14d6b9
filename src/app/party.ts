import { ChanceryError } from '../model/index.ts';
import type { Measured } from './measure-input.ts';

/** A pair as asked for; DYAD when it is not two different codes. */
export function dyadAsked(codes: readonly string[], hint: string): readonly [string, string] {
  const [a, b, ...more] = codes;
  if (a !== undefined && b !== undefined && more.length === 0 && a !== b) return [a, b];
  throw new ChanceryError('DYAD', 'a pair has two sides', {
    expected: 'two different codes',
    found: codes.join(' '),
    hint,
  });
}

interface Asked {
  readonly codes: readonly string[];
  readonly contexts: readonly string[];
}

/** For people: which codes and contexts of a question no act has, and what may have been meant. */
export function unknown({ codes, contexts }: Asked, measured: Measured): string[] {
  return [...unknownParties([...new Set(codes)], measured), ...unknownContexts([...new Set(contexts)], measured)];
}

function unknownParties(codes: readonly string[], { events = [], scores = [], names }: Measured): string[] {
  if (codes.length === 0) return [];
  const known = new Set<string>();
  for (const { source, target } of events) known.add(source).add(target);
  for (const { a, b } of scores) known.add(a).add(b);
  return codes
    .filter((code) => !known.has(code))
    .map((code) => {
      const low = code.toLowerCase();
      const meant = [...known]
        .sort()
        .find((each) => each.toLowerCase() === low || names.get(each)?.toLowerCase() === low);
      return `no act names ${JSON.stringify(code)}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
    });
}

function unknownContexts(contexts: readonly string[], { events = [] }: Measured): string[] {
  if (contexts.length === 0) return [];
  const known = new Set(events.flatMap((event) => event.contexts));
  return contexts
    .filter((context) => !known.has(context))
    .map(
      (context) =>
        `no act has the context ${JSON.stringify(context)} (found: ${[...known].sort().join(', ') || 'none'})`,
    );
}
