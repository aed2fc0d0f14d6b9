import type { RawToken } from '../../model/index.ts';

/** Whether a token begins with a capital letter; false for none. */
export function isCapital(token: Pick<RawToken, 'form'> | undefined): boolean {
  return token !== undefined && /^\p{Lu}/u.test(token.form);
}
