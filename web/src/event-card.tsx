import { type ReactNode, useState } from 'react';
import { citationLine, quoteWithCitation } from './citation.ts';
import type { Document, Event, Participant } from './client.ts';
import { whenWords } from './date.ts';
import { useWording } from './language.tsx';
import { QuadChip } from './quad.tsx';
import { documentHash } from './route.ts';

interface Props {
  readonly event: Event;
  readonly number?: number | undefined;
  readonly active?: boolean;
  /** With its document the card copies a full citation and opens notes. */
  readonly document?: Document;
  readonly onNote?: (mark: string) => void;
  readonly quote?: boolean;
}

/** Who did what to whom, when, on whose word, and why we say so. */
export function EventCard({ event, number, active = false, document, onNote, quote = false }: Props): ReactNode {
  const { say, name, language } = useWording();
  const { when, stance } = event;
  return (
    <article
      className="card"
      data-quad={event.quad}
      data-active={active ? '' : undefined}
      aria-label={number === undefined ? undefined : say('event.number', { n: number })}
    >
      <header className="card-head">
        {number !== undefined && <span className="card-number">{number}</span>}
        <QuadChip quad={event.quad} />
        {stance !== 'happened' && <span className="stance">{name('stance', stance)}</span>}
        <span className="card-date">
          {when ? whenWords(when, language) : <span className="faint">{say('event.undated')}</span>}
          {when && when.basis !== 'stated' && <span className="faint"> · {say(`event.${when.basis}`)}</span>}
        </span>
      </header>
      <h3 className="card-title">
        <a href={documentHash(event.document.id, event.id)} aria-current={active ? 'true' : undefined}>
          <Sides event={event} />
        </a>
      </h3>
      {quote && (
        <blockquote className="card-quote" lang={document?.language}>
          {event.evidence.quote}
        </blockquote>
      )}
      <Facts event={event} document={document} onNote={onNote} />
      <Why event={event} />
      <footer className="card-foot">
        <CopyQuote event={event} document={document} />
      </footer>
    </article>
  );
}

/** Actor → act → recipient; the sides of a symmetric act stand together. */
export function Sides({ event }: { event: Event }): ReactNode {
  const { name } = useWording();
  const act = (
    <span className="act">
      {name('type', event.type)}
      {event.mode !== null && <span className="mode"> {event.mode.replaceAll('_', ' ')}</span>}
    </span>
  );
  const arrow = <span className="arrow"> → </span>;
  return (
    <>
      <Names actors={event.actor} join={event.recipient.length === 0 ? ' ↔ ' : ' + '} />
      {event.recipient.length === 0 && event.actor.length > 1 ? <span className="arrow"> · </span> : arrow}
      {act}
      {event.recipient.length > 0 && (
        <>
          {arrow}
          <Names actors={event.recipient} join=" + " />
        </>
      )}
    </>
  );
}

function Names({ actors, join }: { actors: readonly Participant[]; join: string }): ReactNode {
  return actors.map((actor, i) => (
    <span key={`${actor.id} ${actor.mention.start}`}>
      {i > 0 && <span className="arrow">{join}</span>}
      <span className="who">{actor.name}</span>{' '}
      <span className="code">
        {actor.code}
        {actor.sector !== undefined && ` ${actor.sector}`}
      </span>
    </span>
  ));
}

interface FactsProps {
  readonly event: Event;
  readonly document: Document | undefined;
  readonly onNote: Props['onNote'];
}

function Facts({ event, document, onNote }: FactsProps): ReactNode {
  const { say, name, language } = useWording();
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(event.confidence);
  return (
    <dl className="facts">
      <dt>{say('event.word')}</dt>
      <dd>
        <Word event={event} document={document} onNote={onNote} />
      </dd>
      <dt>{say('event.trigger')}</dt>
      <dd>“{event.trigger.text}”</dd>
      {event.contexts.length > 0 && (
        <>
          <dt>{say('event.contexts')}</dt>
          <dd>{event.contexts.map((context) => name('context', context)).join(', ')}</dd>
        </>
      )}
      <dt>{say('event.confidence')}</dt>
      <dd className="confidence">
        <meter min={0} max={1} value={event.confidence} aria-label={say('event.confidence')} /> {percent}
      </dd>
    </dl>
  );
}

/** The speaker, and the note with the work it leads to. */
function Word({ event, document, onNote }: FactsProps): ReactNode {
  const { say } = useWording();
  const { attribution, source } = event;
  const words = attribution ? say('event.says', { name: attribution.speaker.name }) : say('event.own');
  const mark = source?.note;
  const why = source?.citation ? undefined : document?.notes.find((note) => note.mark === mark)?.why;
  return (
    <>
      {words}
      {attribution?.direct && ` (${say('event.quoted')})`}
      {mark !== undefined && ' · '}
      {mark !== undefined &&
        (onNote ? (
          <button type="button" className="inline" onClick={() => onNote(mark)}>
            {say('event.note', { mark })}
          </button>
        ) : (
          say('event.note', { mark })
        ))}
      {why !== undefined && <span className="faint"> → {say('event.unresolved', { why })}</span>}
      {source?.citation && <span className="cited"> → {citationLine(source.citation)}</span>}
    </>
  );
}

function Why({ event }: { event: Event }): ReactNode {
  const { say } = useWording();
  const { coder, codebook, cameo, score } = event;
  return (
    <details className="why">
      <summary>{say('event.why')}</summary>
      <ol>
        {event.explanation.map((step) => (
          <li key={`${step.rule} ${step.says}`}>
            {step.says}
            <code>{[step.rule, step.at].filter(Boolean).join(' · ')}</code>
          </li>
        ))}
      </ol>
      <p className="faint">
        {event.type}
        {event.mode !== null && ` · ${event.mode}`} · {cameo !== null && `${say('event.cameo', { code: cameo })} · `}
        {say('event.score', { score: String(score) })} ·{' '}
        {say('event.coder', {
          coder: coder.name,
          version: coder.version,
          codebook: codebook.name,
          edition: codebook.version,
        })}
      </p>
    </details>
  );
}

function CopyQuote({ event, document }: { event: Event; document: Document | undefined }): ReactNode {
  const { say } = useWording();
  const [told, setTold] = useState<'copy' | 'copied' | 'copyfailed'>('copy');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(quoteWithCitation(event, document));
      setTold('copied');
    } catch {
      setTold('copyfailed');
    }
    setTimeout(() => setTold('copy'), 2_000);
  };
  return (
    <button type="button" className="quiet" onClick={() => void copy()}>
      <span aria-live="polite">{say(`event.${told}`)}</span>
    </button>
  );
}
