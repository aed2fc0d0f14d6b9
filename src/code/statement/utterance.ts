import { extended, type Span, type Statement, type TextSpan, textSpan } from '../../model/index.ts';
import type { Voice } from './voice.ts';

/** A statement in the making: quotations may still be added to its words. */
export interface Utterance {
  voice: Voice;
  readonly content: Span[];
  /** The quotations in it. */
  readonly quoted: Span[];
}

/** Adds a stretch, joining it with those it touches. */
export function addContent({ content }: Utterance, span: Span): void {
  let { start, end } = span;
  const last = content.at(-1);
  if (last && last.end < start) {
    content.push({ start, end });
    return;
  }
  for (let k = content.length - 1; k >= 0; k--) {
    const one = content[k]!;
    if (one.end < start || end < one.start) continue;
    start = Math.min(start, one.start);
    end = Math.max(end, one.end);
    content.splice(k, 1);
  }
  content.push({ start, end });
  content.sort((a, b) => a.start - b.start);
}

export function toStatement(text: string, { voice, content, quoted }: Utterance): Statement {
  const { source, cue, mention } = voice;
  const speaker = mention?.actors.length === 1 ? mention.actors[0] : undefined;
  const why = speaker
    ? undefined
    : source.length === 0
      ? 'no speaker is named'
      : (mention?.why ?? 'the words name no known actor');
  const spans: TextSpan[] = content.map(({ start, end }) => textSpan(text, start, end));
  return extended(speaker ? { speaker } : {}, {
    ...(why ? { why } : {}),
    source,
    cue,
    content: spans,
    direct: directness(text, content, quoted),
    ...(voice.about && quoted.length === 0 ? { about: true } : {}),
  });
}

function directness(text: string, content: readonly Span[], quoted: readonly Span[]): Statement['direct'] {
  if (quoted.length === 0) return false;
  const marks = [...quoted].sort((a, b) => a.start - b.start);
  let k = 0;
  for (const { start, end } of content) {
    let at = start;
    while (k < marks.length && marks[k]!.end <= start) k += 1;
    for (; k < marks.length && marks[k]!.start < end; k++) {
      if (hasLetters(text, at, marks[k]!.start)) return 'mixed';
      at = Math.max(at, marks[k]!.end);
      if (at >= end) break;
    }
    if (hasLetters(text, at, end)) return 'mixed';
  }
  return true;
}

function hasLetters(text: string, start: number, end: number): boolean {
  return end > start && /[\p{L}\p{N}]/u.test(text.slice(start, end));
}
