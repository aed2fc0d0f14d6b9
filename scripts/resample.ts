const SAMPLES = 200;

/** 95 % interval of a figure by resampling `size` rows with a fixed generator; `figure` gets the places of a sample. */
export function interval95(size: number, figure: (places: readonly number[]) => number): [low: number, high: number] {
  let state = 12345;
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 32;
  };
  const values: number[] = [];
  for (let k = 0; k < SAMPLES; k++) values.push(figure(Array.from({ length: size }, () => Math.floor(next() * size))));
  values.sort((a, b) => a - b);
  return [values[SAMPLES * 0.025]!, values[SAMPLES * 0.975 - 1]!];
}
