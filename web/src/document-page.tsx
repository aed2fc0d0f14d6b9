import { type ReactNode, useMemo, useRef, useState } from 'react';
import { webAddress } from './citation.ts';
import { apiPath, type Document, type Event, type RecordReply, useAsked } from './client.ts';
import { useCurrent } from './current.ts';
import { dateWords } from './date.ts';
import { EventCard } from './event-card.tsx';
import { Keys } from './keys.tsx';
import { useWording } from './language.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { Waiting } from './page.tsx';
import { glyphOf, QUADS } from './quad.tsx';
import { useRoute } from './route.ts';
import { TextPane } from './text-pane.tsx';

export function DocumentPage({ id }: { id: string }): ReactNode {
  const asked = useAsked<RecordReply>(apiPath(['documents', id]));
  if (asked.state !== 'here') return <Waiting asked={asked} />;
  return <RecordView key={id} record={asked.value} />;
}

const HOVER_WAIT = 90;

/** Text and cards side by side, always showing the same event. */
function RecordView({ record }: { record: RecordReply }): ReactNode {
  const { say, name } = useWording();
  const { document, events } = record;
  const [type, setType] = useState('');
  const [actor, setActor] = useState('');
  const [note, setNote] = useState<string>();
  const text = useRef<HTMLElement>(null);
  const cards = useRef<HTMLDivElement>(null);
  const numbers = useMemo(() => new Map(events.map((event, i) => [event.id, i + 1])), [events]);
  const shown = useMemo(() => events.filter((event) => fits(event, type, actor)), [events, type, actor]);
  const order = useMemo(() => shown.map((event) => event.id), [shown]);
  const current = useCurrent({ document: document.id, order, text, cards });
  const linked = useRoute().query.get('e');
  const active = shown.find((event) => event.id === current.id);
  return (
    <div className="split">
      <TextPane
        document={document}
        events={shown}
        numbers={numbers}
        current={active?.id}
        onPoint={(event) => current.point(event, 'text', HOVER_WAIT)}
        onNote={setNote}
        pane={text}
      />
      <aside className="cards-pane" aria-label={say('events')}>
        <div className="cards-scroll" ref={cards}>
          <div className="cards-head">
            <About document={document} />
            <div className="filters">
              <Choice
                label={say('filter.type')}
                value={type}
                onChoose={setType}
                options={valuesOf(events, (e) => [e.type])}
                nameOf={(code) => name('type', code)}
              />
              <Choice
                label={say('filter.actor')}
                value={actor}
                onChoose={setActor}
                options={valuesOf(events, codesOf)}
                nameOf={(code) => code}
              />
            </div>
          </div>
          {events.length > 0 && shown.length < events.length && (
            <p className="faint count">{say('events.shown', { shown: shown.length, n: events.length })}</p>
          )}
          {shown.length === 0 && <p className="empty">{say(events.length > 0 ? 'events.none' : 'events.nothing')}</p>}
          {linked !== null && !numbers.has(linked) && <p className="notice">{say('doc.missing')}</p>}
          <ol className="cards">
            {shown.map((event) => (
              <li
                key={event.id}
                data-event={event.id}
                onMouseEnter={() => current.point(event.id, 'cards', HOVER_WAIT)}
                onFocus={() => current.point(event.id, 'cards')}
              >
                <EventCard
                  event={event}
                  number={numbers.get(event.id)}
                  active={event === active}
                  document={document}
                  onNote={setNote}
                />
              </li>
            ))}
          </ol>
          <Legend />
          <Abstained record={record} />
          <LeftOut document={document} />
        </div>
        {shown.length > 0 && <Keys onStep={current.step} />}
      </aside>
      <p className="hidden" aria-live="polite">
        {active &&
          `${say('event.of', { n: shown.indexOf(active) + 1, total: shown.length })}: ${active.evidence.quote}`}
      </p>
      {note !== undefined && <NoteDialog document={document} mark={note} onClose={() => setNote(undefined)} />}
    </div>
  );
}

function fits(event: Event, type: string, actor: string): boolean {
  return (type === '' || event.type === type) && (actor === '' || codesOf(event).includes(actor));
}

function codesOf(event: Event): string[] {
  return [...event.actor, ...event.recipient].map(({ code }) => code);
}

function valuesOf(events: readonly Event[], of: (event: Event) => readonly string[]): string[] {
  return [...new Set(events.flatMap(of))].sort();
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly onChoose: (value: string) => void;
  readonly nameOf: (value: string) => string;
}

export function Choice({ label, value, options, onChoose, nameOf }: ChoiceProps): ReactNode {
  const { say } = useWording();
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(e) => onChoose(e.target.value)}>
        <option value="">{say('filter.any')}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {nameOf(option)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the text itself does not show of where it comes from. */
function About({ document }: { document: Document }): ReactNode {
  const { say, language } = useWording();
  const { publisher, published, section, url } = document;
  const address = webAddress(url);
  const facts = [publisher, section, published === undefined ? say('undated') : dateWords(published, language)];
  return (
    <p className="about">
      {facts.filter(Boolean).join(' · ')}
      {address !== undefined && (
        <>
          {' · '}
          <a href={address} rel="noreferrer noopener" target="_blank">
            {say('doc.original')}
          </a>
        </>
      )}
    </p>
  );
}

function Legend(): ReactNode {
  const { say, name } = useWording();
  return (
    <section className="legend" aria-label={say('legend')}>
      {QUADS.map((quad) => (
        <span key={quad} data-quad={quad}>
          <span className="legend-mark" aria-hidden="true">
            {glyphOf(quad)}
          </span>
          {name('quad', quad)}
        </span>
      ))}
    </section>
  );
}

function Abstained({ record: { abstentions, document } }: { record: RecordReply }): ReactNode {
  const { say } = useWording();
  if (abstentions.length === 0) return null;
  return (
    <details className="abstained">
      <summary>{say('doc.abstained')}</summary>
      <ul>
        {abstentions.map(({ start, end, why }) => (
          <li key={start}>
            <q lang={document.language}>{document.text.slice(start, end)}</q> <span className="faint">{why}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What the reader took out of the page, with its reason: nothing disappears silently. */
function LeftOut({ document: { removed, language } }: { document: Document }): ReactNode {
  const { say } = useWording();
  if (removed.length === 0) return null;
  return (
    <details className="abstained">
      <summary>{say('doc.removed', { n: removed.length })}</summary>
      <ul>
        {removed.map(({ reason, text }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={i}>
            <span className="faint">{reason}</span>{' '}
            <q lang={language}>{text.length > 300 ? `${text.slice(0, 300)}…` : text}</q>
          </li>
        ))}
      </ul>
    </details>
  );
}
