import { memo, type ReactNode, type Ref, useMemo } from 'react';
import type { Document, Event } from './client.ts';
import { useWording } from './language.tsx';
import { glyphOf } from './quad.tsx';
import { documentHash } from './route.ts';
import { type Mark, marksOf, type Passage, passagesOf, type Segment, segmentsOf } from './segment.ts';

interface Props {
  readonly document: Document;
  readonly events: readonly Event[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly current: string | undefined;
  readonly onPoint: (event: string) => void;
  readonly onNote: (mark: string) => void;
  readonly pane: Ref<HTMLElement>;
}

/** The document's text, unchanged, with its events and notes marked in it. */
export function TextPane({ document, events, numbers, current, onPoint, onNote, pane }: Props): ReactNode {
  const { say } = useWording();
  const groups = useMemo(() => groupPassages(passagesOf(document)), [document]);
  const marks = useMemo(() => [...events.flatMap(marksOf), ...noteMarks(document)], [document, events]);
  const byId = useMemo(() => new Map(events.map((event) => [event.id, event])), [events]);
  // One listener for all marks: hovering or focusing any of them points at its event.
  const point = (target: EventTarget): void => {
    const at = target instanceof Element ? target.closest<HTMLElement>('[data-events]') : null;
    const ids = at?.dataset['events']?.split(' ') ?? [];
    if (ids[0] !== undefined && !(current !== undefined && ids.includes(current))) onPoint(ids[0]);
  };
  const part = (passage: Passage): ReactNode => (
    <PassageText
      key={passage.start}
      text={document.text}
      segments={segmentsOf(passage.start, passage.end, marks)}
      shared={{ byId, numbers, document: document.id, onNote, current: currentIn(passage, byId.get(current ?? '')) }}
    />
  );
  return (
    <section className="text-pane" aria-label={say('doc.text')} ref={pane}>
      <article
        lang={document.language}
        className="reading"
        onMouseOver={(e) => point(e.target)}
        onFocus={(e) => point(e.target)}
      >
        {groups.map(({ kind, passages }) => (
          <Group key={passages[0]?.start} kind={kind} passages={passages} part={part} />
        ))}
      </article>
    </section>
  );
}

/** The current event where the passage shows it, so that the others need not be drawn again. */
function currentIn({ start, end }: Passage, event: Event | undefined): Event | undefined {
  return event && event.evidence.start < end && event.evidence.end > start ? event : undefined;
}

function noteMarks({ notes }: Document): Mark[] {
  return notes.flatMap(({ mark, references }) =>
    references.map(({ start, end }): Mark => ({ start, end, kind: 'note', of: mark })),
  );
}

interface PassageGroup {
  readonly kind: Passage['kind'];
  readonly passages: readonly Passage[];
}

const TOGETHER: ReadonlySet<string> = new Set(['keypoint', 'listitem', 'note']);

/** Neighbouring list items, key points and notes are one list. */
function groupPassages(passages: readonly Passage[]): PassageGroup[] {
  const groups: { kind: Passage['kind']; passages: Passage[] }[] = [];
  for (const passage of passages) {
    const last = groups.at(-1);
    if (last && last.kind === passage.kind && TOGETHER.has(passage.kind)) last.passages.push(passage);
    else groups.push({ kind: passage.kind, passages: [passage] });
  }
  return groups;
}

interface GroupProps extends PassageGroup {
  readonly part: (passage: Passage) => ReactNode;
}

function Group({ kind, passages, part }: GroupProps): ReactNode {
  const { say } = useWording();
  const [first] = passages;
  if (!first) return null;
  const items = passages.map((passage) => <li key={passage.start}>{part(passage)}</li>);
  if (kind === 'title') return <h1>{part(first)}</h1>;
  if (kind === 'heading') return <h2>{part(first)}</h2>;
  if (kind === 'blockquote') return <blockquote>{part(first)}</blockquote>;
  if (kind === 'listitem') return <ul>{items}</ul>;
  if (kind === 'keypoint' || kind === 'note') {
    const title = say(kind === 'note' ? 'doc.notes' : 'doc.keypoints');
    return (
      <div className={kind === 'note' ? 'notes' : 'keypoints'}>
        <h2 className="label" data-added={title} aria-label={title} />
        <ul>{items}</ul>
      </div>
    );
  }
  return <p className={kind}>{part(first)}</p>;
}

interface Shared {
  readonly byId: ReadonlyMap<string, Event>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly document: string;
  readonly current: Event | undefined;
  readonly onNote: (mark: string) => void;
}

interface PassageProps {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly shared: Shared;
}

const PassageText = memo(
  function PassageText({ text, segments, shared }: PassageProps): ReactNode {
    return segments.map((segment) => (
      <SegmentText
        key={segment.start}
        text={text.slice(segment.start, segment.end)}
        segment={segment}
        shared={shared}
      />
    ));
  },
  ({ text, segments, shared }, then) =>
    text === then.text &&
    shared.byId === then.shared.byId &&
    shared.current === then.shared.current &&
    shared.numbers === then.shared.numbers &&
    segments.length === then.segments.length,
);

function SegmentText({ text, segment, shared }: { text: string; segment: Segment; shared: Shared }): ReactNode {
  const { say } = useWording();
  const of = (kind: Mark['kind']): string[] =>
    segment.marks.filter((mark) => mark.kind === kind).map((mark) => mark.of);
  const [note] = of('note');
  if (note !== undefined) {
    return (
      <button
        type="button"
        className="note-mark"
        aria-label={say('note.open', { mark: note })}
        onClick={() => shared.onNote(note)}
      >
        {text}
      </button>
    );
  }
  const evidence = of('evidence');
  const triggers = of('trigger');
  const ids = [...new Set([...triggers, ...evidence])];
  if (ids.length === 0) return text;
  const { current, byId } = shared;
  const data = {
    'data-events': ids.join(' '),
    'data-quad': quadOf(ids, shared),
    'data-active': current && ids.includes(current.id) ? '' : undefined,
    'data-role': current && roleOf(segment, current.id),
  };
  if (triggers.length === 0) {
    return (
      <span className="evidence" {...data}>
        {text}
      </span>
    );
  }
  const next = triggers[(triggers.indexOf(current?.id ?? '') + 1) % triggers.length];
  const ends = triggers.filter((id) => byId.get(id)?.trigger.end === segment.end);
  return (
    <a
      className="trigger"
      href={documentHash(shared.document, next)}
      {...data}
      data-triggers={triggers.join(' ')}
      data-quad={quadOf(triggers, shared)}
      data-label={labelOf(ends, shared) || undefined}
    >
      <span className="words">{text}</span>
    </a>
  );
}

/** The colour of the current event; else the quad that all share, or `mixed`. */
function quadOf(ids: readonly string[], { byId, current }: Shared): string {
  if (current && ids.includes(current.id)) return current.quad;
  const quads = new Set(ids.map((id) => byId.get(id)?.quad));
  const [only] = quads;
  return quads.size === 1 && only !== undefined ? only : 'mixed';
}

function roleOf({ marks }: Segment, event: string): Mark['kind'] | undefined {
  return marks.find(({ kind, of }) => of === event && kind !== 'evidence' && kind !== 'trigger')?.kind;
}

/** Drawn after the words by the style sheet, so that the text itself stays as it was. */
function labelOf(ids: readonly string[], { byId, numbers }: Shared): string {
  return ids.map((id) => `${glyphOf(byId.get(id)?.quad ?? '')}${numbers.get(id) ?? ''}`).join(' ');
}
