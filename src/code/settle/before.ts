import type { Mention, Sentence } from '../../model/index.ts';
import type { Told } from '../rule/party-finder.ts';

/** What the sentence before names and tells: "Vilnius has closed the border. Minsk called it a scam." */
export interface Before {
  /** Who is named there and not here, one mention a side, the last named first. */
  readonly mentions: readonly Mention[];
  /** … and the sentence. */
  readonly sentence: Sentence;
  /** What the rules read there last. */
  readonly told: Told | undefined;
}

/** A sentence that names more sides itself is seldom about anybody else. */
const MOST_NAMED = 2;
/** The last sides named before are weighed … */
const MOST_BEFORE = 3;
/** … in the sentence before, or where that names nobody in the one before it. */
export const REACH = 2;

const keyOf = ({ actors }: Mention): string => actors.map(({ code }) => code).join(' ');

/** What a sentence is coded with: the last sentences that were, oldest first; who is named in each sentence of the text; what was told last, and where. */
export interface Past {
  readonly recent: readonly Sentence[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly told: { readonly sentence: number; readonly act: Told } | undefined;
  /** Code of whom the text is about. */
  readonly main?: string | undefined;
}

/** Undefined where the sentence names enough sides itself (`here`), or where there is nobody else. */
export function beforeOf(
  sentence: Sentence,
  here: readonly Mention[],
  { recent, mentions, told, main }: Past,
): Before | undefined {
  const own = new Set(here.filter(({ actors }) => actors.length > 0).map(keyOf));
  if (own.size > MOST_NAMED || isOfSpeaker(sentence)) return undefined;
  const sides = new Map<string, Mention>();
  const isNaming = ({ index }: Sentence): boolean => (mentions[index] ?? []).some(({ actors }) => actors.length > 0);
  const from = recent.slice(-REACH).findLast(isNaming);
  if (from === undefined) return undefined;
  for (const one of mentions[from.index]!) {
    if (one.actors.length !== 1 || own.has(keyOf(one))) continue;
    const known = sides.get(keyOf(one));
    // a name says more than the place where something was said
    if (known !== undefined && one.kind === 'place' && known.kind !== 'place') continue;
    sides.delete(keyOf(one));
    sides.set(keyOf(one), one);
  }
  const last = [...sides.values()].reverse().slice(0, MOST_BEFORE);
  const about = main === undefined || own.has(main) || sides.has(main) ? undefined : namedLast(main, mentions, from);
  if (last.length === 0 && about === undefined) return undefined;
  return {
    mentions: about ? [...last, about] : last,
    sentence: from,
    told: told?.sentence === from.index ? told.act : undefined,
  };
}

/** Whom the text is about, where sentences further back name him: "Germany has frozen its aid" in a text about Cambodia. */
function namedLast(main: string, mentions: readonly (readonly Mention[])[], { index }: Sentence): Mention | undefined {
  const isMain = ({ actors }: Mention): boolean => actors.length === 1 && actors[0]!.code === main;
  return mentions
    .slice(0, index)
    .findLast((list) => list.some(isMain))
    ?.findLast(isMain);
}

/** "We will not allow Hezbollah to keep its tunnels": whoever speaks acts, not who was named before. */
function isOfSpeaker({ tokens }: Sentence): boolean {
  return tokens.some(({ upos, feats }) => upos === 'PRON' && (feats['Person'] === '1' || feats['Person'] === '2'));
}

/** What a side was in what was told last: actor, recipient, both, or nothing. */
export function partBefore({ told }: Before, { actors }: Mention): 'A' | 'R' | 'B' | 'N' {
  if (told === undefined) return 'N';
  const codes = actors.map(({ code }) => code);
  const is = (list: readonly Mention[]): boolean =>
    list.some((one) => one.actors.some(({ code }) => codes.includes(code)));
  const does = is(told.actor);
  const bears = is(told.recipient);
  return does && bears ? 'B' : does ? 'A' : bears ? 'R' : 'N';
}

/** Without whom the doers quarrelled with before: they help somebody else ("Minsk accused Warsaw. Warsaw supplied howitzers"). */
export function withoutFoes(before: Before | undefined, doers: readonly Mention[]): Before | undefined {
  if (before?.told === undefined || before.told.score >= 0) return before;
  if (!doers.some((one) => partBefore(before, one) !== 'N')) return before;
  const mentions = before.mentions.filter((one) => partBefore(before, one) === 'N');
  return mentions.length === 0 ? undefined : { ...before, mentions };
}
