import type { LockedRange, RawToken } from '../../model/index.ts';

/** A sentence as the parser sees it: a known name is one word. */
export interface Units {
  readonly forms: readonly string[];
  /** Token that stands for the unit. */
  readonly headToken: readonly number[];
  /** First token of every unit, and one more entry: the number of tokens. */
  readonly first: readonly number[];
  readonly named: readonly boolean[];
}

/** Which of a name's words stands for it, counted from 0. */
export type NameHead = (forms: readonly string[]) => number;

/** Ranges that overlap an earlier one, are empty or leave the sentence are ignored. */
export function nameUnits(tokens: readonly RawToken[], locked: readonly LockedRange[], nameHead: NameHead): Units {
  const forms: string[] = [];
  const headToken: number[] = [];
  const first: number[] = [];
  const named: boolean[] = [];
  const ranges = [...locked].sort((a, b) => a.first - b.first || b.last - a.last);
  let r = 0;
  let at = 0;
  while (at < tokens.length) {
    while (r < ranges.length && !isUsable(ranges[r]!, at, tokens.length)) r++;
    const range = r < ranges.length && ranges[r]!.first === at ? ranges[r] : undefined;
    const end = range ? range.last + 1 : at + 1;
    const words = tokens.slice(at, end).map((token) => token.form);
    const head = range ? at + Math.min(words.length - 1, Math.max(0, nameHead(words))) : at;
    forms.push(tokens[head]!.form);
    headToken.push(head);
    first.push(at);
    named.push(range !== undefined);
    at = end;
  }
  first.push(tokens.length);
  return { forms, headToken, first, named };
}

function isUsable(range: LockedRange, from: number, length: number): boolean {
  return range.first >= from && range.last >= range.first && range.last < length;
}
