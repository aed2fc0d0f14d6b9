import { describe, expect, it } from 'vitest';
import { NetReader } from '../src/language/engine/small-net.ts';
import { SectionReader } from '../src/language/engine/weight-sections.ts';
import { type NetSample, trainNet } from './net-trainer.ts';
import { packedNet } from './pack.ts';

/** Two fields that say nothing alone: the first class where they are alike, the second where they are 1 and 2. */
const SAMPLES: readonly NetSample[] = Array.from({ length: 400 }, (_, i) => {
  const [a, b] = [1 + (i % 2), 1 + (Math.floor(i / 2) % 2)];
  return { values: [a, b, i % 7], answer: a === b ? 1 : a === 1 ? 2 : 0 };
});
const SETTING = { bits: 8, hidden: 12, rounds: 30, least: 2, fieldDrop: 0.1, seed: 3 };

const answers = (net: NetReader): number[] =>
  SAMPLES.slice(0, 28).map(({ values }) => {
    const [first, second] = net.classify(values);
    return first > 0.5 ? 1 : second > 0.5 ? 2 : 0;
  });
const wanted = SAMPLES.slice(0, 28).map(({ answer }) => answer);

describe('small nets', () => {
  it('learn what only two values together say', () => {
    expect(answers(new NetReader(trainNet(SAMPLES, SETTING)))).toEqual(wanted);
  });

  it('are the same each time', () => {
    expect(packedNet(trainNet(SAMPLES, SETTING))).toEqual(packedNet(trainNet(SAMPLES, SETTING)));
  });

  it('answer the same from a model file', () => {
    const { header, section } = packedNet(trainNet(SAMPLES, SETTING));
    const rows = new SectionReader(section).table(1 << header.bits, header.hidden);
    expect(answers(new NetReader({ ...header, ...rows }))).toEqual(wanted);
  });

  it('take values that they have never seen for rare ones', () => {
    const [first, second] = new NetReader(trainNet(SAMPLES, SETTING)).classify([1, 1, 12345]);
    expect(first + second).toBeLessThanOrEqual(1);
    expect(first).toBeGreaterThan(0.5);
  });
});
