import type { Ending } from './match.ts';

const indexes = new WeakMap<readonly Ending[], ReadonlyMap<string, readonly Ending[]>>();

/**
 * The endings that a form may end in, in the order of the table: those of its last letter and the empty ones. A language
 * that strings suffixes together has hundreds, and a word is held against all of them: matching takes half the time.
 */
export function endingsOf(endings: readonly Ending[], form: string): readonly Ending[] {
  let index = indexes.get(endings);
  if (index === undefined) {
    index = byLastLetter(endings);
    indexes.set(endings, index);
  }
  return index.get(form.slice(-1)) ?? index.get('') ?? [];
}

function byLastLetter(endings: readonly Ending[]): ReadonlyMap<string, readonly Ending[]> {
  const letters = new Set(['', ...endings.map(({ ending }) => ending.slice(-1))]);
  return new Map(
    [...letters].map((letter) => [
      letter,
      endings.filter(({ ending }) => ending === '' || ending.slice(-1) === letter),
    ]),
  );
}
