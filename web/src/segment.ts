import type { Document, Event } from './client.ts';

/** A span that marks something; several may overlap. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'evidence' | 'trigger' | 'actor' | 'recipient' | 'speaker' | 'cue' | 'note';
  /** Id of the event, or mark of the note. */
  readonly of: string;
}

/** A stretch of text over which the same marks hold. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
}

/** Cuts [start, end) wherever a mark begins or ends: segments touch, cover everything and never overlap. */
export function segmentsOf(start: number, end: number, marks: readonly Mark[]): Segment[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const points = [...cuts].sort((a, b) => a - b);
  const begin = [...inside].sort((a, b) => a.start - b.start);
  let open: Mark[] = [];
  let next = 0;
  const segments: Segment[] = [];
  for (const [i, point] of points.slice(0, -1).entries()) {
    open = open.filter((mark) => mark.end > point);
    for (let mark = begin[next]; mark && mark.start <= point; mark = begin[next]) {
      open.push(mark);
      next += 1;
    }
    segments.push({ start: point, end: points[i + 1] ?? end, marks: [...open] });
  }
  return segments;
}

/** All that an event marks in its text. */
export function marksOf(event: Event): Mark[] {
  const { id, evidence, trigger, attribution } = event;
  const mark = (kind: Mark['kind'], { start, end }: { start: number; end: number }): Mark => ({
    start,
    end,
    kind,
    of: id,
  });
  return [
    mark('evidence', evidence),
    mark('trigger', trigger),
    ...event.actor.map(({ mention }) => mark('actor', mention)),
    ...event.recipient.map(({ mention }) => mark('recipient', mention)),
    ...(attribution ? [mark('speaker', attribution.speaker.mention), mark('cue', attribution.cue)] : []),
  ];
}

export interface Passage {
  readonly kind: Document['blocks'][number]['kind'];
  readonly start: number;
  readonly end: number;
}

/** The document's blocks in order, without overlap, with all text between them: nothing of the text is left out. */
export function passagesOf({ text, blocks }: Pick<Document, 'text' | 'blocks'>): Passage[] {
  const passages: Passage[] = [];
  let at = 0;
  const between = (end: number): void => {
    for (const { index, 0: words } of text.slice(at, end).matchAll(/\S[^\n]*/g)) {
      passages.push({ kind: 'paragraph', start: at + index, end: at + index + words.length });
    }
  };
  for (const block of [...blocks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (block.end <= at) continue;
    const start = Math.max(block.start, at);
    between(start);
    passages.push({ kind: block.kind, start, end: block.end });
    at = block.end;
  }
  between(text.length);
  return passages;
}
