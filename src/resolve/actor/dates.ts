/** Whether a stretch of ISO dates, each as precise as known and '' when open, holds a day (or a month, a year). */
export function holds(from: string, to: string, on: string): boolean {
  const length = on.length;
  if (from !== '' && from.slice(0, length) > on) return false;
  return to === '' || on.slice(0, to.length) <= to;
}

/** Whether a stretch ended before a day. */
export function endedBefore(to: string, on: string): boolean {
  return to !== '' && to < on.slice(0, to.length);
}
