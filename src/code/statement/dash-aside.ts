import type { Span, Token } from '../../model/index.ts';
import { verbStart } from './before-cue.ts';
import { type Framed, isHanging, mainSubject, nounBefore } from './phrase-span.ts';

/** A dash with a space before it: a hyphen has none. */
export function isDash(tokens: readonly Token[], k: number): boolean {
  const token = tokens[k];
  if (!token || !/^(?:[—–-]|--)$/.test(token.form)) return false;
  const [before, after] = [tokens[k - 1], tokens[k + 1]];
  return (before === undefined || token.start > before.end) && (after === undefined || after.start > token.end);
}

interface Aside extends Span {
  /** Index of the dash that opens it. */
  readonly first: number;
}

/** “NAME – who was away – said”, “… – where NAME played – while chanting”: the words between dashes right before the cue. */
function asideBefore(tokens: readonly Token[], cue: number): Aside | undefined {
  let last = verbStart(tokens, cue) - 1;
  if (isHanging(tokens[cue]!) && ['SCONJ', 'CCONJ'].includes(tokens[last]?.upos ?? '')) last -= 1;
  if (!isDash(tokens, last)) return undefined;
  const first = tokens.findLastIndex((_, k) => k < last && isDash(tokens, k));
  return first < 1 ? undefined : { first, start: tokens[first]!.start, end: tokens[last]!.end };
}

/** Who says it where an aside between dashes parts the speaker from the word of speech; undefined where none does. */
export function subjectPastDashes(
  framed: Framed,
  cue: number,
): { readonly span: Span; readonly aside: Span } | undefined {
  const { tokens } = framed.sentence;
  const aside = asideBefore(tokens, cue);
  if (!aside) return undefined;
  const isClause = tokens.slice(0, aside.first).some(({ upos }) => upos === 'VERB' || upos === 'AUX');
  const main = (): Span | undefined => mainSubject({ ...framed, aside }, tokens[cue]!.start);
  const near = (): Span | undefined => nounBefore(tokens, aside.first);
  const span = isClause ? (main() ?? near()) : (near() ?? main());
  return span && { span, aside };
}
