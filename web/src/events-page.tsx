import { type ReactNode, useState } from 'react';
import { apiPath, type Event, type TalliesReply, useAsked, usePages } from './client.ts';
import { whenWords } from './date.ts';
import { Choice } from './document-page.tsx';
import { Sides } from './event-card.tsx';
import { useWording } from './language.tsx';
import { More, Waiting } from './page.tsx';
import { QuadChip } from './quad.tsx';
import { documentHash, hashOf } from './route.ts';

const STANCES = ['happened', 'planned', 'demanded', 'denied', 'hypothetical'];
const NAMES = ['actor', 'recipient', 'party', 'type', 'context', 'stance', 'from', 'to', 'minConfidence'] as const;

/** All events in one table; the filters are in the address, so a view can be sent to somebody. */
export function EventsPage({ query }: { query: URLSearchParams }): ReactNode {
  const { say } = useWording();
  const filters = Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? undefined]));
  const { asked, more } = usePages<Event>('events', filters);
  return (
    <div className="column wide">
      <h1>{say('events')}</h1>
      <Filters filters={filters} />
      {asked.state === 'here' ? (
        <EventTable events={asked.value} more={more !== undefined} />
      ) : (
        <Waiting asked={asked} />
      )}
      <More more={more} label={say('events.more')} />
    </div>
  );
}

type Given = Readonly<Record<string, string | undefined>>;

function Filters({ filters }: { filters: Given }): ReactNode {
  const { say, name } = useWording();
  const asked = useAsked<TalliesReply>(apiPath(['tallies']));
  const tallies = asked.state === 'here' ? asked.value : { actors: [], types: [], contexts: [] };
  const set = (key: string, value: string): void => {
    location.hash = hashOf(['events'], { ...filters, [key]: value });
  };
  const choice = (key: string, options: readonly string[], nameOf: (code: string) => string): ReactNode => (
    <Choice
      label={say(`filter.${key}`)}
      value={filters[key] ?? ''}
      options={withChosen(options, filters[key])}
      nameOf={nameOf}
      onChoose={(value) => set(key, value)}
    />
  );
  const codes = tallies.actors.map(({ value }) => value);
  return (
    <fieldset className="filters">
      <legend className="hidden">{say('filter.title')}</legend>
      {choice('actor', codes, (code) => code)}
      {choice('recipient', codes, (code) => code)}
      {choice('party', codes, (code) => code)}
      {choice(
        'type',
        tallies.types.map(({ value }) => value),
        (code) => name('type', code),
      )}
      {choice(
        'context',
        tallies.contexts.map(({ value }) => value),
        (code) => name('context', code),
      )}
      {choice('stance', STANCES, (code) => name('stance', code))}
      {choice('minConfidence', ['0.5', '0.7', '0.9'], (value) => value)}
      <DateField
        key={`from ${filters['from']}`}
        label={say('filter.from')}
        value={filters['from']}
        onSet={(value) => set('from', value)}
      />
      <DateField
        key={`to ${filters['to']}`}
        label={say('filter.to')}
        value={filters['to']}
        onSet={(value) => set('to', value)}
      />
      {NAMES.some((key) => filters[key]) && (
        <a className="button quiet" href={hashOf(['events'])}>
          {say('events.reset')}
        </a>
      )}
    </fieldset>
  );
}

/** What an address asks for stays visible even if no event has it. */
function withChosen(options: readonly string[], chosen: string | undefined): readonly string[] {
  return chosen === undefined || options.includes(chosen) ? options : [...options, chosen];
}

interface DateProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onSet: (value: string) => void;
}

/** Free text, because a year or a month alone is a good answer. */
function DateField({ label, value, onSet }: DateProps): ReactNode {
  const { say } = useWording();
  const [typed, setTyped] = useState(value ?? '');
  const fits = typed === '' || /^\d{4}(-\d{2}(-\d{2})?)?$/.test(typed);
  const leave = (): void => {
    if (fits && typed !== (value ?? '')) onSet(typed);
  };
  return (
    <label className="field">
      <span>{label}</span>
      <input
        inputMode="numeric"
        placeholder={say('filter.date')}
        value={typed}
        aria-invalid={!fits}
        onChange={(e) => setTyped(e.target.value)}
        onBlur={leave}
        onKeyDown={(e) => e.key === 'Enter' && leave()}
      />
    </label>
  );
}

export function EventTable({ events, more }: { events: readonly Event[]; more: boolean }): ReactNode {
  const { say, name, language } = useWording();
  if (events.length === 0) return <p className="empty">{say('events.none')}</p>;
  return (
    <>
      <p className="count" role="status">
        {say('events.count', { n: events.length })}
        {more && '+'}
      </p>
      <ul className="event-rows">
        {events.map((event) => (
          <li key={event.id} data-quad={event.quad}>
            <p className="row-over">
              {event.when ? whenWords(event.when, language) : say('event.undated')}
              <QuadChip quad={event.quad} />
              {event.stance !== 'happened' && <span className="stance">{name('stance', event.stance)}</span>}
            </p>
            <p className="row-title">
              <Sides event={event} />
            </p>
            <blockquote>{event.evidence.quote}</blockquote>
            <p className="row-under">
              {event.attribution && `${say('event.says', { name: event.attribution.speaker.name })} · `}
              {event.document.title ?? say('untitled')} ·{' '}
              <a href={documentHash(event.document.id, event.id)}>{say('events.show')}</a>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
