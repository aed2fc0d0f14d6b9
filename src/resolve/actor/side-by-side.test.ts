import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../../app/workbench.ts';

const workbench = openWorkbench(undefined, 'rule');

describe('two leaders side by side without a comma', () => {
  it.each([
    ['Erdoğan Macron ile görüştü.', 'TUR FRA'],
    ["Katar Emiri Erdoğan'ı kabul etti.", 'QAT TUR'],
    ["ABD Başkanı Zelenskiy'den özür diledi.", 'USA UKR'],
    ["Rusya Devlet Başkanı Putin Erdoğan'ı aradı.", 'RUS TUR'],
    ["BM Genel Sekreteri Guterres Erdoğan'ı aradı.", 'UN TUR'],
    ["İsrail Başbakanı Bennett Guterres'i suçladı.", 'ISR UN'],
  ])('are two: %s', async (text, expected) => {
    const { mentions } = await workbench.codeText({ text, language: 'tr', published: '2022-06-10' });
    expect(
      mentions
        .flat()
        .map(({ actors }) => actors.map(({ code }) => code).join('+'))
        .join(' '),
    ).toBe(expected);
  });

  it.each(['Recep Tayyip Erdoğan konuştu.', 'Almanya Başbakanı Scholz konuştu.', 'Mehmet Macron konuştu.'])(
    'a title, given names and a surname are one: %s',
    async (text) => {
      const { mentions } = await workbench.codeText({ text, language: 'tr', published: '2022-06-10' });
      expect(mentions.flat()).toHaveLength(1);
    },
  );
});
