/** As `{ ...base, ...more }`. */
type Extended<A, B> = Omit<A, keyof B> & B;

/**
 * A copy of a record with fields that it does not have. Written as a spread, V8 gives each such object a hidden class of
 * its own (2-20 µs, and every later read of it misses its inline cache); a copy that only replaces fields may be spread.
 */
export function extended<A extends object, const B extends object>(base: A, more: B): Extended<A, B> {
  return Object.assign({}, base, more) as Extended<A, B>;
}
