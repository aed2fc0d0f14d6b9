import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillMessage } from '../web/src/message.ts';
import { passagesOf, segmentsOf } from '../web/src/segment.ts';

const WEB = 'web/src';
const FILES = readdirSync(join(WEB, 'messages'));
const messages = FILES.map(
  (file): Record<string, string> => JSON.parse(readFileSync(join(WEB, 'messages', file), 'utf8')),
);

const span = fc.tuple(fc.nat(60), fc.nat(60)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));

describe('marks in a text', () => {
  it('cut it without loss, overlap or an empty piece, each with exactly the marks that cover it', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const marks = spans.map((each, i) => ({ ...each, kind: 'evidence' as const, of: String(i) }));
        const segments = segmentsOf(0, 50, marks);
        let at = 0;
        for (const { start, end, marks: over } of segments) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          expect(new Set(over)).toEqual(new Set(marks.filter((each) => each.start <= start && each.end >= end)));
          at = end;
        }
        expect(at).toBe(50);
      }),
    );
  });

  it('leave no letter of the document out, whatever the blocks', () => {
    const block = span.map((each) => ({ ...each, kind: 'paragraph' as const }));
    fc.assert(
      fc.property(
        fc.string({ minLength: 60, maxLength: 60, unit: 'grapheme-ascii' }),
        fc.array(block, { maxLength: 8 }),
        (text, blocks) => {
          const shown = passagesOf({ text, blocks });
          const pieces = shown.map(({ start, end }) => text.slice(start, end)).join('');
          expect(pieces.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});

describe('the interface in several languages', () => {
  it('says the same things in each', () => {
    expect(FILES.length).toBeGreaterThanOrEqual(3);
    const [first] = messages;
    for (const each of messages) expect(Object.keys(each)).toEqual(Object.keys(first ?? {}));
    for (const each of messages) expect(Object.values(each).every((message) => message.trim() !== '')).toBe(true);
  });

  it('has every message that the pages ask for', () => {
    const sources = readdirSync(WEB).filter((file) => file.endsWith('.tsx'));
    const asked = sources.flatMap((file) =>
      [...readFileSync(join(WEB, file), 'utf8').matchAll(/\bsay\(\s*'([^']+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(asked.length).toBeGreaterThan(40);
    for (const key of asked) expect(Object.keys(messages[0] ?? {})).toContain(key);
  });

  it('counts as each language does', () => {
    const russian = messages[FILES.indexOf('ru.json')]?.['documents.events'] ?? '';
    const counted = [1, 2, 5, 21, 112].map((n) => fillMessage(russian, { n }, 'ru'));
    expect(counted).toEqual(['1 событие', '2 события', '5 событий', '21 событие', '112 событий']);
    expect(fillMessage('{n, plural, =0 {none} one {# {what}} other {# {what}s}}', { n: 0, what: 'note' }, 'en')).toBe(
      'none',
    );
    expect(fillMessage('{n, plural, =0 {none} one {# {what}} other {# {what}s}}', { n: 2, what: 'note' }, 'en')).toBe(
      '2 notes',
    );
  });
});
