import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Note } from '../src/model/index.ts';
import { readBytes } from '../src/read/index.ts';
import { resolveNotes } from '../src/resolve/note/index.ts';
import { loadNoteWords, loadReadWords } from './word-tables.ts';

const words = loadNoteWords();

function resolve(texts: readonly string[]): Note[] {
  let text = '';
  const notes = texts.map((note, i): Note => {
    const start = text.length;
    text += `${note}\n\n`;
    return { mark: String(i + 1), start, end: start + note.length, references: [], form: 'none' };
  });
  return resolveNotes({ text, notes }, words);
}

const WORK = '“A Common Hour”, Lantern, https://lantern.example/a, (Date Accession: 31.01.2022).';

describe('notes that lead nowhere', () => {
  it('a ring is named by its notes', () => {
    const notes = resolve(['See note 3.', 'See note 1.', 'See note 2.', WORK]);
    expect(notes.map((note) => note.resolvesTo)).toEqual([undefined, undefined, undefined, '4']);
    expect(notes[0]?.why).toBe('notes refer to each other in a ring: 1, 3, 2');
  });

  it('Ibid. as the first note', () => {
    expect(resolve(['Ibid.', 'Там же.', 'A.y.']).map((note) => note.why)[0]).toBe('no note before names a work');
  });

  it('a mark without a note, and a note without a mark', async () => {
    const text =
      'A treaty\n\nThe treaty was signed in Ankara on Monday, the ministry said.[1] It was praised.[9]\n\n[1] “A”, Lantern, https://l.example/a.\n\n[2] “B”, Lantern, https://l.example/b.\n';
    const document = await readBytes({ bytes: Buffer.from(text), words: loadReadWords() });
    const notes = resolveNotes(document, words);
    expect(notes.find((note) => note.mark === '9')?.why).toBe('the page has no note with this mark');
    expect(notes.find((note) => note.mark === '2')).toMatchObject({ references: [], resolvesTo: '2' });
  });
});

describe('many notes', () => {
  it('10,000 of them in a row of Ibid.s, in linear time', () => {
    const few = timed(() => resolve([WORK, ...Array.from({ length: 1000 }, () => 'Ibid.')]));
    const many = timed(() => resolve([WORK, ...Array.from({ length: 9999 }, () => 'Ibid.')]));
    expect(many.notes.every((note) => note.resolvesTo === '1')).toBe(true);
    expect(many.notes[9999]?.chain?.[0]).toBe('10000');
    expect(many.notes[9999]?.chain?.at(-1)).toBe('1');
    expect(many.ms).toBeLessThan(few.ms * 40 + 500);
  });

  it('any mixture of notes resolves to a full note or says why not', () => {
    const piece = fc.constantFrom(
      WORK,
      'Ibid.',
      'Op. cit.',
      'A.g.e., s. 3.',
      'Там же. С. 4.',
      'See note 2.',
      'Holt, op. cit.',
      'Emphasis added.',
      '',
      '“',
      '((((',
      '[[',
      '1999',
      '«Текст», Газета, https://g.example/x.',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 30 }), (texts) => {
        const notes = resolve(texts);
        return notes.every((note) => {
          if (note.resolvesTo === undefined) return typeof note.why === 'string' && note.why.length > 0;
          const target = notes.find((other) => other.mark === note.resolvesTo);
          return target?.form === 'full' && note.citation !== undefined && note.chain?.[0] === note.mark;
        });
      }),
      { numRuns: 400, seed: 11 },
    );
  });
});

function timed(run: () => Note[]): { notes: Note[]; ms: number } {
  const start = performance.now();
  const notes = run();
  return { notes, ms: performance.now() - start };
}
