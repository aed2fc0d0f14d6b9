import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { fillMessage, type Values } from './message.ts';
import { recall, remember } from './setting.ts';

type Messages = Readonly<Record<string, string>>;

/** Every file under messages/ is a language: adding one needs no line of code. */
const FILES = import.meta.glob<Messages>('./messages/*.json', { eager: true, import: 'default' });
const LANGUAGES = new Map(
  Object.entries(FILES).map(([path, messages]) => [path.replace(/^.*\/|\.json$/g, ''), messages]),
);
/** The language that index.html is written in: complete by definition. */
const WRITTEN = document.documentElement.lang;

export interface Wording {
  readonly language: string;
  readonly languages: readonly { readonly code: string; readonly name: string }[];
  choose(language: string): void;
  /** The message, filled. */
  say(key: string, values?: Values): string;
  /** The message if there is one, else the code itself made readable: for codes that data may add. */
  name(kind: string, code: string): string;
}

const Context = createContext<Wording | undefined>(undefined);

export function useWording(): Wording {
  const wording = useContext(Context);
  if (!wording) throw new Error('useWording outside of Language');
  return wording;
}

export function Language({ children }: { children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(startLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const wording = useMemo((): Wording => {
    const find = (key: string): string | undefined => LANGUAGES.get(language)?.[key] ?? LANGUAGES.get(WRITTEN)?.[key];
    return {
      language,
      languages: [...LANGUAGES].map(([code, messages]) => ({ code, name: messages['language'] ?? code })),
      choose: (code) => {
        remember('language', code);
        setLanguage(code);
      },
      say: (key, values = {}) => fillMessage(find(key) ?? key, values, language),
      name: (kind, code) => find(`${kind}.${code}`) ?? code.replaceAll('_', ' '),
    };
  }, [language]);
  return <Context value={wording}>{children}</Context>;
}

function startLanguage(): string {
  const wanted = [recall('language'), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wanted.find((code) => code !== undefined && LANGUAGES.has(code)) ?? WRITTEN;
}
