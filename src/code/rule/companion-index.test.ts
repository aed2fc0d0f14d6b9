import { expect, test } from 'vitest';
import { type Entry, parsePattern } from '../../codebook/index.ts';
import { possibleLines } from './companion-index.ts';

const PATTERNS = ['make.V', 'make.V +peace', 'make.V +deal|pact', 'make.V +threat*', 'make.V +th*', 'make.V +t*'];

function entry(pattern: string, more: Partial<Entry> = {}): Entry {
  const rest = { type: 'AGREE', mode: null, weight: 1, example: '', actor: '', recipient: '' };
  return { id: pattern, at: 'test:1', pattern: parsePattern(pattern, 'test:1'), ...rest, ...more };
}

const LINES = [...PATTERNS.map((one) => entry(one)), entry('make.V +war', { cameo: '190' }), entry('make.V +war')];

function possible(...words: string[]): string[] {
  const found = possibleLines(LINES, () => words)!;
  return LINES.filter((_, k) => found[k] === 1).map(({ id, cameo }) => (cameo === undefined ? id : `${id} ${cameo}`));
}

test('only lines whose first companion stands near are left, with those that need none', () => {
  expect(possible('a')).toEqual(['make.V', 'make.V +war 190']);
  expect(possible('pact', 'peace')).toEqual(['make.V', 'make.V +peace', 'make.V +deal|pact', 'make.V +war 190']);
  expect(possible('threats')).toEqual(['make.V', 'make.V +threat*', 'make.V +th*', 'make.V +t*', 'make.V +war 190']);
  expect(possible('t')).toEqual(['make.V', 'make.V +t*', 'make.V +war 190']);
});

test('a short list is not worth an index', () => {
  expect(possibleLines(LINES.slice(0, 3), () => [])).toBeUndefined();
});
