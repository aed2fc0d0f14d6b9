import { type ReactNode, useState } from 'react';
import { type Hit, type Summary, usePages } from './client.ts';
import { dateWords } from './date.ts';
import { useWording } from './language.tsx';
import { More, Waiting } from './page.tsx';
import { documentHash, hashOf } from './route.ts';
import { segmentsOf } from './segment.ts';

/** The first page: what was read, and a search through its sentences. */
export function DocumentsPage({ query }: { query: string }): ReactNode {
  const { say } = useWording();
  return (
    <div className="column">
      <h1>{say('documents.title')}</h1>
      <Search key={query} query={query} />
      {query === '' ? <Documents /> : <Hits query={query} />}
    </div>
  );
}

function Search({ query }: { query: string }): ReactNode {
  const { say } = useWording();
  const [words, setWords] = useState(query);
  return (
    <search>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          location.hash = hashOf([], { q: words.trim() });
        }}
      >
        <input
          type="search"
          aria-label={say('search')}
          placeholder={say('search')}
          value={words}
          onChange={(e) => setWords(e.target.value)}
        />
        <button type="submit">{say('search.go')}</button>
      </form>
    </search>
  );
}

function Documents(): ReactNode {
  const { say } = useWording();
  const { asked, more } = usePages<Summary>('documents', {});
  if (asked.state !== 'here') return <Waiting asked={asked} />;
  if (asked.value.length === 0) {
    return (
      <p className="empty">
        {say('documents.empty')} <code>chancery demo</code>
      </p>
    );
  }
  return (
    <>
      <ul className="documents">
        {asked.value.map((summary) => (
          <DocumentRow key={summary.id} summary={summary} />
        ))}
      </ul>
      <More more={more} label={say('documents.more')} />
    </>
  );
}

function DocumentRow({ summary }: { summary: Summary }): ReactNode {
  const { say, language } = useWording();
  const { id, title, authors, publisher, section, published, events, notes, abstentions } = summary;
  const counts = [
    say('documents.events', { n: events }),
    notes > 0 && say('documents.notes', { n: notes }),
    abstentions > 0 && say('documents.abstentions', { n: abstentions }),
  ];
  return (
    <li>
      <p className="row-over">
        {[published === undefined ? say('undated') : dateWords(published, language), section]
          .filter(Boolean)
          .join(' · ')}
        {summary.language !== undefined && <span className="tag">{languageName(summary.language, language)}</span>}
      </p>
      <h2>
        <a href={documentHash(id)} lang={title === undefined ? undefined : summary.language}>
          {title ?? say('untitled')}
        </a>
      </h2>
      <p className="row-under">{[...authors, publisher].filter(Boolean).join(' · ')}</p>
      <p className="row-counts">{counts.filter(Boolean).join(' · ')}</p>
    </li>
  );
}

function languageName(code: string, language: string): string {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function Hits({ query }: { query: string }): ReactNode {
  const { say } = useWording();
  const { asked, more } = usePages<Hit>('search', { q: query });
  if (asked.state !== 'here') return <Waiting asked={asked} />;
  return (
    <>
      <p className="count" role="status">
        {say('search.found', { n: asked.value.length })}
        {more && '+'} · <a href={hashOf([])}>{say('search.clear')}</a>
      </p>
      <ul className="hits">
        {asked.value.map((hit) => (
          <HitRow key={`${hit.document.id} ${hit.sentence.start}`} hit={hit} />
        ))}
      </ul>
      <More more={more} label={say('search.more')} />
    </>
  );
}

function HitRow({ hit: { document, sentence, matches, events } }: { hit: Hit }): ReactNode {
  const { say } = useWording();
  const marks = matches.map(({ start, end }) => ({ start, end, kind: 'evidence' as const, of: '' }));
  return (
    <li>
      <p className="hit">
        {segmentsOf(0, sentence.text.length, marks).map((segment) => {
          const words = sentence.text.slice(segment.start, segment.end);
          return segment.marks.length > 0 ? <mark key={segment.start}>{words}</mark> : words;
        })}
      </p>
      <p className="row-under">
        <a href={documentHash(document.id, events[0])}>{document.title ?? say('untitled')}</a>
        {events.length > 0 && ` · ${say('events.count', { n: events.length })}`}
      </p>
    </li>
  );
}
