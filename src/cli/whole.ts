import { ChanceryError } from '../model/index.ts';

/** The whole number that an option gives. Throws OPTION_NUMBER. */
export function whole(text: string, option: string, [low, high]: readonly [number, number]): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= low && value <= high) return value;
  throw new ChanceryError('OPTION_NUMBER', `bad ${option}`, {
    expected: `a whole number from ${low} to ${high}`,
    found: text,
    hint: `Give ${option} and a number in that range`,
  });
}
