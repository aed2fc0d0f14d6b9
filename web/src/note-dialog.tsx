import { type ReactNode, useEffect, useRef } from 'react';
import { citationLine, webAddress } from './citation.ts';
import type { Document, Note } from './client.ts';
import { dateWords } from './date.ts';
import { useWording } from './language.tsx';

interface Props {
  readonly document: Document;
  readonly mark: string;
  readonly onClose: () => void;
}

/** A note with the source it stands for, and the way there. */
export function NoteDialog({ document, mark, onClose }: Props): ReactNode {
  const { say } = useWording();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // A modal dialog keeps the focus inside, closes on Escape and gives the focus back.
    dialog.current?.showModal();
  }, []);
  const note = document.notes.find((each) => each.mark === mark);
  if (!note) return null;
  return (
    <dialog ref={dialog} className="note-dialog" aria-labelledby="note-title" onClose={onClose}>
      <div className="note-head">
        <h2 id="note-title">{say('note.title', { mark })}</h2>
        <button type="button" className="quiet" onClick={() => dialog.current?.close()}>
          {say('note.close')}
        </button>
      </div>
      <Source note={note} document={document} />
      <Chain note={note} document={document} />
    </dialog>
  );
}

function Source({ note, document }: { note: Note; document: Document }): ReactNode {
  const { say, language } = useWording();
  const full = document.notes.find((each) => each.mark === note.resolvesTo);
  const citation = note.citation ?? full?.citation;
  const accessed = note.accessed ?? full?.accessed;
  if (!citation) {
    return (
      <p className="note-unresolved">
        {say('note.unresolved')} {note.why !== undefined && say('note.why', { why: note.why })}
      </p>
    );
  }
  const address = webAddress(citation.URL);
  return (
    <div className="note-source">
      <p className="note-citation" lang={document.language}>
        {[citationLine(citation), note.locator].filter(Boolean).join(', ')}
      </p>
      {citation.URL !== undefined && (
        <p className="note-url">
          {address ? (
            <a href={address} rel="noreferrer noopener" target="_blank">
              {address}
            </a>
          ) : (
            citation.URL
          )}
        </p>
      )}
      {accessed !== undefined && (
        <p className="faint">{say('note.accessed', { date: dateWords(accessed, language) })}</p>
      )}
    </div>
  );
}

function Chain({ note, document }: { note: Note; document: Document }): ReactNode {
  const { say } = useWording();
  const marks = note.chain ?? [note.mark];
  return (
    <>
      {marks.length > 1 && (
        <p className="note-chain">
          <span className="label">{say('note.chain')}</span> {marks.join(' → ')}
        </p>
      )}
      <h3 className="label">{say('note.printed')}</h3>
      <ol className="note-printed" lang={document.language}>
        {document.notes
          .filter((each) => marks.includes(each.mark) && each.end > each.start)
          .sort((a, b) => marks.indexOf(a.mark) - marks.indexOf(b.mark))
          .map((each) => (
            <li key={each.mark}>{document.text.slice(each.start, each.end)}</li>
          ))}
      </ol>
    </>
  );
}
