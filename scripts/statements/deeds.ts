import { type Event, overlaps, type Span, type Statement } from '../../src/model/index.ts';

export interface DeedRow {
  readonly id: string;
  readonly part: 'seen' | 'unseen';
  readonly text: string;
  /** The word of the deed, at its first place in the text. */
  readonly deed: string;
  /** In somebody's words, or hearsay. */
  readonly attributed: boolean;
  /** The words that name the speaker, as they stand in the text; null for hearsay. */
  readonly speaker: string | null;
}

export interface Told {
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
}

interface Deeds {
  claimed: number;
  claimedInside: number;
  claimedCoded: number;
  lost: number;
  spoken: number;
  rightSpeaker: number;
  narrated: number;
  narratedOutside: number;
  narratedCoded: number;
  invented: number;
}

export const emptyDeeds = (): Deeds => ({
  claimed: 0,
  claimedInside: 0,
  claimedCoded: 0,
  lost: 0,
  spoken: 0,
  rightSpeaker: 0,
  narrated: 0,
  narratedOutside: 0,
  narratedCoded: 0,
  invented: 0,
});

/** Adds one sentence; gives what is wrong with it. */
export function countDeed(row: DeedRow, { statements, events }: Told, count: Deeds): string | undefined {
  const start = row.text.indexOf(row.deed);
  if (start < 0) throw new Error(`${row.id}: no "${row.deed}"`);
  const place = { start, end: start + row.deed.length };
  const inside = statements.some(
    ({ content, about }) => !about && content.some((span) => span.start <= place.start && place.end <= span.end),
  );
  const event = events.find(({ trigger }) => overlaps(trigger, place));
  const isLost = row.attributed && event !== undefined && !event.attribution;
  if (row.attributed) countClaimed(row, { inside, event }, count);
  else {
    count.narrated += 1;
    if (!inside) count.narratedOutside += 1;
    if (event) count.narratedCoded += 1;
    if (event?.attribution) count.invented += 1;
  }
  if (isLost) count.lost += 1;
  const said = event?.attribution?.speaker;
  const what = `${row.attributed ? 'claimed' : 'narrated'} inside=${inside} event=${event?.type ?? '-'} by=${said?.mention?.text ?? '-'}`;
  const isWrong = row.attributed
    ? !inside || isLost || (event && !isRightSpeaker(row, event))
    : inside || event?.attribution;
  return isWrong ? what : undefined;
}

function countClaimed(
  row: DeedRow,
  { inside, event }: { readonly inside: boolean; readonly event: Event | undefined },
  count: Deeds,
): void {
  count.claimed += 1;
  if (inside) count.claimedInside += 1;
  if (!event) return;
  count.claimedCoded += 1;
  if (row.speaker === null) return;
  count.spoken += 1;
  if (isRightSpeaker(row, event)) count.rightSpeaker += 1;
}

/** The mention of the speaker touches the words that name him; hearsay takes any. */
function isRightSpeaker({ text, speaker }: DeedRow, { attribution }: Event): boolean {
  const mention = attribution?.speaker.mention;
  if (speaker === null) return attribution !== null;
  return mention !== undefined && placesOf(text, speaker).some((span) => overlaps(span, mention));
}

function placesOf(text: string, words: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length });
  return found;
}

const share = (a: number, b: number): string => `${b === 0 ? '-' : ((100 * a) / b).toFixed(1)}% (${a}/${b})`;

export function deedsText(title: string, count: Deeds): string {
  return [
    title,
    `  claimed deeds inside a statement: ${share(count.claimedInside, count.claimed)}`,
    `  claimed deeds coded as the narrator's fact: ${share(count.lost, count.claimedCoded)} of those coded; with the right speaker: ${share(count.rightSpeaker, count.spoken)}`,
    `  narrated deeds outside all statements: ${share(count.narratedOutside, count.narrated)}; coded with a speaker: ${share(count.invented, count.narratedCoded)}`,
  ].join('\n');
}
