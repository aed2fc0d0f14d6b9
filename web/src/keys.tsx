import { type ReactNode, useEffect, useState } from 'react';
import { useWording } from './language.tsx';
import { recall, remember } from './setting.ts';

/** J and K step through the events. Single keys can be switched off (WCAG 2.1.4) and are quiet while one types. */
export function Keys({ onStep }: { onStep: (by: 1 | -1) => void }): ReactNode {
  const { say } = useWording();
  const [on, setOn] = useState(() => recall('keys') !== 'off');
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (event.code === 'KeyJ') onStep(1);
      else if (event.code === 'KeyK') onStep(-1);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [on, onStep]);
  const toggle = (): void => {
    remember('keys', on ? 'off' : 'on');
    setOn(!on);
  };
  return (
    <fieldset className="keys">
      <legend className="hidden">{say('keys.title')}</legend>
      <button type="button" className="quiet" onClick={() => onStep(-1)}>
        <kbd>K</kbd> {say('keys.previous')}
      </button>
      <button type="button" className="quiet" onClick={() => onStep(1)}>
        <kbd>J</kbd> {say('keys.next')}
      </button>
      <button type="button" className="quiet" aria-pressed={on} onClick={toggle}>
        {say(on ? 'keys.on' : 'keys.off')}
      </button>
    </fieldset>
  );
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.closest('input, select, textarea, dialog') !== null || target.isContentEditable)
  );
}
