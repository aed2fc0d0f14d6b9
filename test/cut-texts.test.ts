import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Workbench } from '../src/app/workbench.ts';

/** Every n-th record of a language, cut off at four places, as headlines, captions and broken pages are. */
function cuts(language: string): string[] {
  const lines = readFileSync(`gold/records/weights.${language}.jsonl`, 'utf8').trim().split('\n');
  return lines.flatMap((line, k) => {
    if (k % 311 !== 0) return [];
    const words = (JSON.parse(line) as { text: string }).text.split(' ');
    return [words.length, 7, 13, 29].map((step) => words.slice(0, 1 + ((k * step) % words.length)).join(' '));
  });
}

const HEADLINES = {
  en: ['Turkey not ready to ratify', 'Iran, US to hold talks in'],
  ru: ['Лавров отменил переговоры с', 'О переговорах сообщил'],
  tr: ["Karadziç'in Lahey'e gönderilmesi bekleniyor", "Kenyalı polisler Haiti'ye ulaştı, ilk devriye bekleniyor"],
};

describe.each(Object.entries(HEADLINES))('%s: texts that end anywhere, without a mark', (language, headlines) => {
  it('are coded like others', { timeout: 60_000 }, async () => {
    const workbench = new Workbench();
    const texts = [...headlines, ...cuts(language).map((text) => text.replace(/[\p{P}\s]+$/u, ''))];
    for (const [k, text] of texts.entries()) {
      const record = { id: `cut-${k}`, text, published: '2020-01-01', language };
      const { document, events } = await workbench.codeRecord({ at: `cut:${k}`, record }, { language });
      for (const { evidence } of events)
        expect(document.text.slice(evidence.start, evidence.end), text).toBe(evidence.quote);
    }
  });
});
