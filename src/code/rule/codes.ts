import type { Mention } from '../../model/index.ts';

/** Codes of all actors that mentions stand for. */
export function codesOf(mentions: readonly Mention[]): ReadonlySet<string> {
  return new Set(mentions.flatMap(({ actors }) => actors.map(({ code }) => code)));
}

/** Whether one of the actors has one of the codes. */
export function sharesCode(mentions: readonly Mention[], codes: ReadonlySet<string>): boolean {
  return mentions.some(({ actors }) => actors.some(({ code }) => codes.has(code)));
}

/** The codes as one text, in order: two lists that stand for the same actors have the same. */
export function codeList(mentions: readonly Mention[]): string {
  return [...codesOf(mentions)].sort().join(' ');
}

/** Somebody is known of every mention, and all who are belong to sectors of a set. */
export function areAllOf(mentions: readonly Mention[], sectors: ReadonlySet<string>): boolean {
  const isOf = ({ actors }: Mention): boolean =>
    actors.length > 0 && actors.every(({ sector }) => sectors.has(sector ?? ''));
  return mentions.length > 0 && mentions.every(isOf);
}
