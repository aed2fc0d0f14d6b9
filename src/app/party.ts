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

/** For people: which of the codes no act names, with the code that differs in case only or that they may have meant by name. */
export function unknownParties(codes: readonly string[], { events = [], scores = [], names }: Measured): string[] {
  const known = new Set<string>();
  for (const { source, target } of events) known.add(source).add(target);
  for (const { a, b } of scores) known.add(a).add(b);
  return [...new Set(codes)]
    .filter((code) => !known.has(code))
    .map((code) => {
      const low = code.toLowerCase();
      const meant = [...known]
        .sort()
        .find((each) => each.toLowerCase() === low || names.get(each)?.toLowerCase() === low);
      return `no act names ${JSON.stringify(code)}${meant === undefined ? '' : `; did you mean ${meant}?`}`;
    });
}
