import { describe, expect, it } from 'vitest';
import type { Mention, Sentence } from '../../model/index.ts';
import { beforeOf } from './before.ts';

const sentence = (index: number): Sentence => ({ index, tokens: [] }) as unknown as Sentence;
const named = (at: number, ...codes: string[]): Mention[] =>
  codes.map((code) => ({ sentence: at, kind: 'name', actors: [{ code }] }) as unknown as Mention);

const mentions = [named(0, 'KHM', 'VNM'), named(1, 'KHM'), named(2, 'KHM'), named(3, 'THA'), named(4, 'DEU')];
const past = { recent: [sentence(2), sentence(3)], mentions, told: undefined };
const codes = (main?: string): string[] =>
  beforeOf(sentence(4), named(4, 'DEU'), { ...past, main })?.mentions.map(({ actors }) => actors[0]!.code) ?? [];

describe('who may be meant though the sentence does not name him', () => {
  it('is whom the last sentence names that names anybody', () => expect(codes()).toEqual(['THA']));

  it('is whom the text is about as well, as he was named last', () => {
    expect(codes('KHM')).toEqual(['THA', 'KHM']);
    expect(beforeOf(sentence(4), named(4, 'DEU'), { ...past, main: 'KHM' })!.mentions[1]).toBe(mentions[2]![0]);
  });

  it('is nobody named only further back otherwise', () => expect(codes('USA')).toEqual(['THA']));

  it('is nobody twice', () => expect(codes('THA')).toEqual(['THA']));
});
