/** Smallest k for which `holds`, when it holds from some k on; the length when it never does. */
export function firstWhere(length: number, holds: (k: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
