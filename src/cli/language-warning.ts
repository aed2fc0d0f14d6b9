import { notThisLanguage } from '../app/guess-language.ts';
import type { Io } from './io.ts';

/** Says on stderr that a text is surely not in the language it was said to be in. */
export function warnOfLanguage(io: Io, input: string, said: string | undefined, found: string | undefined): void {
  if (said === undefined || found === undefined || said === found) return;
  io.err(`NOT_THIS_LANGUAGE ${input}: ${notThisLanguage(said, found)}. Leave --language out, or name the right one\n`);
}
