/** Answers about the tokens of one sentence, each found once: many ask the same. They are shared, so nobody may change them. */
export function oncePerToken<T extends object>(answer: (i: number) => T): (i: number) => T {
  const known: (T | undefined)[] = [];
  return (i) => {
    const found = known[i] ?? answer(i);
    known[i] = found;
    return found;
  };
}
