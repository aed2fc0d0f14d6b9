import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addStyleRows } from './hash.ts';
import { mergePacked, mergeSparse } from './merge-style.ts';
import { addRows, DECODED, type SparseRows } from './weights.ts';

const BITS = 6;
const CLASSES = 5;
const code = fc.integer({ min: -127, max: 127 });
const style = fc.integer({ min: 1, max: 3 });
const features = fc.array(fc.nat((1 << BITS) - 1), { minLength: 1, maxLength: 20 });

function sparse(rows: readonly (readonly number[])[]): SparseRows {
  const starts = Int32Array.from({ length: rows.length + 1 }, (_, r) => rows.slice(0, r).flat().length);
  const entries = rows.flatMap((row) => row.map((weight, c) => (weight << 9) | c));
  return { starts, entries: Int32Array.from(entries) };
}

function scores(rows: SparseRows, asked: Int32Array, count: number): number[] {
  const sums = new Int32Array(CLASSES);
  addRows(rows, asked, count, sums);
  return [...sums];
}

it('a model that answers in one style gives the scores of its rows and of their copies for that style', () => {
  const row = fc.array(code, { maxLength: CLASSES });
  const table = fc.array(row, { minLength: 1 << BITS, maxLength: 1 << BITS }).map(sparse);
  fc.assert(
    fc.property(table, style, features, (rows, number, asked) => {
      const both = Int32Array.from([...asked, ...asked.map(() => 0)]);
      const count = addStyleRows(both, asked.length, { number, shift: 32 - BITS, step: 1 });
      const merged = scores(mergeSparse(rows, number), Int32Array.from(asked), asked.length);
      expect(merged).toEqual(scores(rows, both, count));
    }),
  );
});

it('the same holds for the three actions of the parser', () => {
  const triple = fc.tuple(code, code, code).map(([a, b, c]) => (a & 255) | ((b & 255) << 8) | ((c & 255) << 16));
  const table = fc.array(triple, { minLength: 1 << BITS, maxLength: 1 << BITS });
  fc.assert(
    fc.property(table, style, features, (codes, number, asked) => {
      const both = Int32Array.from([...asked.map((row) => row * 4), ...asked.map(() => 0)]);
      const count = addStyleRows(both, asked.length, { number, shift: 32 - BITS, step: 4 });
      const merged = mergePacked(Int32Array.from(codes), number);
      for (const c of [0, 1, 2]) {
        const wanted = [...both.subarray(0, count)].map((at) => DECODED[(codes[at / 4]! >> (8 * c)) & 255]!);
        const found = asked.map((row) => merged[row * 4 + c]!);
        expect(found.reduce((sum, one) => sum + one, 0)).toBe(wanted.reduce((sum, one) => sum + one, 0));
      }
    }),
  );
});
