import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ChanceryError } from '../model/index.ts';
import { parsePatterns } from './lexicon.ts';
import { applyOperator, parseOperators } from './operator.ts';
import { cameoOf, parseCodebook, scoreOf } from './plover.ts';

const data = (name: string): string => readFileSync(new URL(`../../data/codebook/${name}`, import.meta.url), 'utf8');
const codebook = parseCodebook(data('plover.yaml'), data('crosswalk.tsv'));

describe('the codebook', () => {
  it('has the manual’s 16 types in four quads, 37 contexts and a crosswalk from CAMEO', () => {
    expect(codebook.types.size).toBe(16);
    expect(new Set([...codebook.types.values()].map((type) => type.quad)).size).toBe(4);
    expect(codebook.contexts.size).toBe(37);
    expect(codebook.crosswalk.length).toBeGreaterThan(270);
  });

  it('scores accusations below zero, which the manual’s table misprints, and sanctions as material conflict', () => {
    expect(scoreOf(codebook, 'ACCUSE', null)).toBe(-3);
    expect(scoreOf(codebook, 'ACCUSE', 'disapprove')).toBe(-2);
    expect(codebook.types.get('SANCTION')?.quad).toBe('material-conflict');
  });

  it('gives the CAMEO code that says most: military aid is 072, a visit 042', () => {
    expect(cameoOf(codebook, 'AID', null, ['military'])).toBe('072');
    expect(cameoOf(codebook, 'CONSULT', 'visit', [])).toBe('042');
  });

  it('decides operators as the manual does', () => {
    const operators = parseOperators(data('operators.tsv'), codebook);
    const type = (operator: string, content: string): string | undefined =>
      applyOperator(operators, codebook, operator, content)?.type;
    expect(type('intend', 'CONSULT')).toBe('AGREE');
    expect(type('intend', 'RETREAT')).toBe('CONCEDE');
    expect(type('refuse', 'AID')).toBe('REJECT');
    expect(type('lift', 'SANCTION')).toBe('CONCEDE');
    expect(type('threaten', 'ASSAULT')).toBe('THREATEN');
    expect(type('stop', 'AID')).toBe('SANCTION');
  });

  it('names the line of a pattern with an unknown type, mode or a double id', () => {
    const header = 'id\tpattern\ttype\tmode\tweight\texample\tactor\trecipient';
    const read =
      (...lines: string[]) =>
      () =>
        parsePatterns([header, ...lines].join('\n'), 'p.tsv', codebook);
    const line = 'x\thit.V\tASSAULT\t\t1\tA hit B.\t\t';
    expect(read('x\thit.V\tHIT\t\t1\t\t\t')).toThrow(
      expect.objectContaining({ code: 'PATTERN_UNKNOWN_TYPE' }) as ChanceryError,
    );
    expect(read('x\thit.V\tASSAULT\tdemo\t1\t\t\t')).toThrow(
      expect.objectContaining({ code: 'PATTERN_UNKNOWN_MODE' }) as ChanceryError,
    );
    expect(read(line, line)).toThrow(
      expect.objectContaining({
        code: 'PATTERN_DUPLICATE_ID',
        detail: expect.objectContaining({ at: 'p.tsv:3' }),
      }) as ChanceryError,
    );
  });
});
