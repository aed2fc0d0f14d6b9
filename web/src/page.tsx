import type { ReactNode } from 'react';
import { type Asked, ReplyError } from './client.ts';
import { useWording } from './language.tsx';

/** What stands in for an answer that is not here. */
export function Waiting({ asked }: { asked: Asked<unknown> }): ReactNode {
  const { say } = useWording();
  if (asked.state === 'loading')
    return (
      <p className="waiting" role="status">
        {say('loading')}
      </p>
    );
  if (asked.state === 'here') return null;
  const { error, again } = asked;
  return (
    <div className="failed" role="alert">
      <h1>{say('error.title')}</h1>
      <p>{error instanceof ReplyError ? `${error.message}. ${error.hint ?? ''}` : say('error.unreachable')}</p>
      <button type="button" onClick={again}>
        {say('error.retry')}
      </button>
    </div>
  );
}

export function More({ more, label }: { more: (() => void) | undefined; label: string }): ReactNode {
  if (!more) return null;
  return (
    <p className="more">
      <button type="button" onClick={more}>
        {label}
      </button>
    </p>
  );
}
