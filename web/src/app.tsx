import { type ReactNode, useEffect, useRef } from 'react';
import { DocumentPage } from './document-page.tsx';
import { DocumentsPage } from './documents-page.tsx';
import { DyadPage } from './dyad-page.tsx';
import { EventsPage } from './events-page.tsx';
import { useWording } from './language.tsx';
import { hashOf, type Route, useRoute } from './route.ts';
import { THEMES, type Theme, useTheme } from './theme.ts';

export function App(): ReactNode {
  const { say } = useWording();
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const place = route.path.join('/');
  useEffect(() => {
    if (place !== '') document.title = `${place.startsWith('doc/') ? '' : `${place} · `}Chancery`;
    scrollTo(0, 0);
  }, [place]);
  return (
    <>
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {say('skip')}
      </button>
      <Header place={route.path[0] ?? 'documents'} />
      <main ref={main} tabIndex={-1} className={route.path[0] === 'doc' ? 'fixed' : ''}>
        <Page route={route} />
      </main>
    </>
  );
}

function Page({ route: { path, query } }: { route: Route }): ReactNode {
  const { say } = useWording();
  const [first, second, third] = path;
  if (first === undefined || first === 'documents') return <DocumentsPage query={query.get('q') ?? ''} />;
  if (first === 'doc' && second !== undefined) return <DocumentPage id={second} />;
  if (first === 'events') return <EventsPage query={query} />;
  if (first === 'dyad') return <DyadPage a={second} b={third} by={query.get('by') === 'month' ? 'month' : 'year'} />;
  return <p className="column empty">{say('notfound')}</p>;
}

function Header({ place }: { place: string }): ReactNode {
  const { say } = useWording();
  const links = [
    ['documents', hashOf([])],
    ['events', hashOf(['events'])],
    ['dyad', hashOf(['dyad'])],
  ] as const;
  const here = place === 'doc' ? 'documents' : place;
  return (
    <header className="top">
      <a className="brand" href={hashOf([])}>
        Chancery
      </a>
      <nav aria-label={say('nav')}>
        {links.map(([key, hash]) => (
          <a key={key} href={hash} aria-current={here === key ? 'page' : undefined}>
            {say(`nav.${key}`)}
          </a>
        ))}
      </nav>
      <Settings />
    </header>
  );
}

function Settings(): ReactNode {
  const { say, language, languages, choose } = useWording();
  const [theme, setTheme] = useTheme();
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
  return (
    <div className="settings">
      <select aria-label={say('choose.language')} value={language} onChange={(e) => choose(e.target.value)}>
        {languages.map(({ code, name }) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
      <button type="button" className="quiet theme" title={say('theme')} onClick={() => setTheme(next)}>
        <ThemeIcon theme={theme} />
        <span className="hidden">
          {say('theme')}: {say(`theme.${theme}`)}
        </span>
      </button>
    </div>
  );
}

/** A disc: empty is light, full is dark, half is the system's choice. */
function ThemeIcon({ theme }: { theme: Theme }): ReactNode {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6" className={theme === 'dark' ? 'full' : ''} />
      {theme === 'auto' && <path className="full" d="M8 2a6 6 0 0 1 0 12z" />}
    </svg>
  );
}
