import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations, type Quotation } from './quotation.ts';

function quote(text: string, goesOn = false): string[] {
  const sentenceEnd = (at: number): number => {
    const stop = text.indexOf('.', at);
    return stop < 0 ? text.length : stop + 1;
  };
  return find(text, goesOn, sentenceEnd).map(({ start, end }) => text.slice(start, end));
}

function find(text: string, goesOn: boolean, sentenceEnd = (_: number): number => text.length): Quotation[] {
  return findQuotations(text, { start: 0, end: text.length }, { sentenceEnd, goesOn });
}

describe('quotation marks', () => {
  it.each([
    ['Latin', 'He said “we will stay” and left.', '“we will stay”'],
    ['straight', 'He said "we will stay" and left.', '"we will stay"'],
    ['typewriter', "He said ''we will stay'' and left.", "''we will stay''"],
    ['Cyrillic', 'Он сказал: «мы останемся» и ушёл.', '«мы останемся»'],
    ['low and high', 'Dedi ki „kalacağız“ ve gitti.', '„kalacağız“'],
    ['Greek with inner marks', 'Είπε «θα “μείνουμε” εδώ» και έφυγε.', '«θα “μείνουμε” εδώ»'],
    ['Chinese', '他说「我们留下」就走了。', '「我们留下」'],
    ['Armenian text in guillemets', 'Նա ասաց. «Մենք կմնանք»', '«Մենք կմնանք»'],
  ])('of the %s alphabet are found', (_, text, expected) => {
    expect(quote(text)).toEqual([expected]);
  });

  it('apostrophes and plural possessives open nothing', () => {
    expect(quote("The states' rights and Biden's plan weren't discussed in the '90s.")).toEqual([]);
    expect(quote('“The states’ rights,” he said.')).toEqual(['“The states’ rights,”']);
  });

  it('a quotation within a quotation stays part of it', () => {
    expect(quote('«Он сказал «нет» и ушёл», — вспомнил министр.')).toEqual(['«Он сказал «нет» и ушёл»']);
  });

  it('a missing closing mark ends with its sentence, or with the paragraph where the speech goes on', () => {
    expect(quote('He called it “a mistake. Nobody answered.')).toEqual(['“a mistake.']);
    expect(quote('He said: “It was a mistake. We know it.', true)).toEqual(['“It was a mistake. We know it.']);
  });

  it('a stray mark does not swallow the quotations after it', () => {
    expect(quote('A 5" gun was shown. “We will stay,” he said.')).toEqual(['“We will stay,”']);
  });

  it('whatever the marks, spans lie inside, in order and apart', () => {
    const unit = fc.constantFrom(
      '“',
      '”',
      '„',
      '«',
      '»',
      '"',
      "'",
      '’',
      '‘',
      '「',
      '」',
      ' ',
      'a',
      'Б',
      '.',
      ',',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 200 }), fc.boolean(), (units, goesOn) => {
        const text = units.join('');
        let reached = 0;
        for (const { start, end, inner } of find(text, goesOn)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(inner.start).toBeGreaterThan(start);
          expect(inner.end).toBeLessThanOrEqual(end);
          reached = end;
        }
      }),
    );
  });

  it('takes time in step with the text, balanced or not', () => {
    for (const piece of ['“a” ', '“a ', '» a ', '"a ', '„«“ a ', "'a "]) {
      const steps = (n: number): number => {
        let asked = 0;
        const text = piece.repeat(n);
        const started = performance.now();
        find(text, false, (at) => {
          asked += 1;
          return at + piece.length;
        });
        expect(asked).toBeLessThanOrEqual(3 * n);
        return performance.now() - started;
      };
      expect(steps(10_000)).toBeLessThan(2000);
    }
  });
});
