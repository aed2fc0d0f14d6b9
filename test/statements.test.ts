import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../src/app/records.ts';
import { openWorkbench } from '../src/app/workbench.ts';
import { NO_CUES } from '../src/code/statement/cue-words.ts';
import { findStatements } from '../src/code/statement/find-statements.ts';
import { type Document, foldText, type Sentence, type Statement } from '../src/model/index.ts';

const workbench = openWorkbench();

function statements(text: string, language = 'en'): readonly Statement[] {
  return workbench.code(documentOf({ text, language })).statements;
}

const words = (spans: Statement['source']): string => spans.map(({ text }) => text).join(' … ');
const found = (text: string, language?: string): string[] =>
  statements(text, language).map(({ source, content }) => `${words(source)}: ${words(content)}`);

describe('who said what', () => {
  it('a quotation over two paragraphs has one speaker and is one statement', () => {
    const text =
      '“We will not leave the treaty,” Sergey Lavrov said in Moscow. “That would be a mistake.\n\n“Nobody would gain from it.”';
    const [statement, ...rest] = statements(text);
    expect(rest).toEqual([]);
    expect(statement?.speaker?.id).toBe('sergey-lavrov');
    expect(statement?.direct).toBe(true);
    expect(words(statement!.content)).toContain('Nobody would gain from it.');
  });

  it('the cue stands before, after or inside its words', () => {
    expect(found('Angela Merkel said: “We can do this.”')).toEqual(['Angela Merkel: “We can do this.”']);
    expect(found('“We can do this,” said Angela Merkel, the chancellor.')).toEqual([
      'Angela Merkel, the chancellor: “We can do this,”',
    ]);
    expect(found('“We can,” Angela Merkel said, “do this.”')).toEqual(['Angela Merkel: “We can,” … “do this.”']);
  });

  it('a sentence of its own may say who told the one before', () => {
    const text = 'Иран захватил танкер. Об этом сообщает ТАСС.';
    expect(found(text, 'ru')).toContain('ТАСС: Иран захватил танкер.');
  });

  it('a short clause after a dash or colon says who told what stands before', () => {
    expect(found('Иран захватил танкер — так считают в Вашингтоне.', 'ru')).toEqual([
      'Вашингтоне: Иран захватил танкер',
    ]);
    expect(found('Iran seized the tanker: that is how Washington sees it.')).toEqual([
      'Washington: Iran seized the tanker',
    ]);
  });

  it('a claim under a noun, an agent and the ending of hearsay in a language whose verb comes last', () => {
    expect(found('Tahran, gemiye el koyduğu iddiasını reddetti.', 'tr')).toContain(
      'Tahran: gemiye el koyduğu iddiasını',
    );
    expect(found('Gemiye el konduğu Savunma Bakanlığı tarafından açıklandı.', 'tr')).toContain(
      'Savunma Bakanlığı: Gemiye el konduğu',
    );
    expect(found('İran bir Yunan gemisine saldırmış.', 'tr')).toEqual([': İran bir Yunan gemisine saldırmış']);
  });

  it('a note mark is no part of the words, and is the note of the statement', async () => {
    const page =
      '<html lang="en"><body><article><p>Moscow denied that it had shelled the port.<sup><a href="#n1">1</a></sup> Kyiv laughed.</p><p id="n1">1. Jane Smith, “Port,” Reuters, May 1, 2024.</p></article></body></html>';
    const name = join(mkdtempSync(join(tmpdir(), 'statements-')), 'page.html');
    writeFileSync(name, page);
    const { document } = await workbench.read({ kind: 'file', name });
    const [statement] = workbench.code(document).statements;
    expect(words(statement!.content)).toBe('that it had shelled the port');
    expect(statement!.note).toBe('1');
  });

  it('a paragraph without marks after “stated the following:” is the speaker’s', () => {
    const text =
      'Vladimir Putin stated the following:\n\nThe United States has sought to build new blocs. We answered calmly.';
    const block = statements(text).find(({ content }) => words(content).startsWith('The United States'));
    expect(block?.speaker?.id).toBe('vladimir-putin');
  });

  it('scare quotes, titles and names in quotation marks are no speech', () => {
    expect(found('The so-called “peace plan” failed. The play “Hamlet” opened in Moscow.')).toEqual([]);
    expect(found('Роман «Мы» перевели на сорок языков. Театр «Современник» открыл сезон.', 'ru')).toEqual([]);
    expect(found('"Hamlet" oyunu Ankara\'da sahnelendi.', 'tr')).toEqual([]);
  });

  it('speech within speech keeps both speakers', () => {
    const both = statements('Lavrov said that Blinken had told reporters that the talks would go on.');
    expect(both.map(({ source }) => words(source))).toEqual(['Lavrov', 'Blinken']);
    expect(both[1]?.within).toBe(0);
  });

  it('documents and ministries speak', () => {
    expect(found('According to the Foreign Ministry, the talks failed.')).toEqual([
      'the Foreign Ministry: the talks failed',
    ]);
    expect(found('По словам министра, переговоры сорваны.', 'ru')).toEqual(['министра: переговоры сорваны']);
    expect(found('Bakanlığın açıklamasına göre görüşmeler kesildi.', 'tr')).toEqual([
      'Bakanlığın açıklamasına: görüşmeler kesildi',
    ]);
  });

  it('a dash after the quotation, a participle before the verb', () => {
    expect(found('«Мы останемся», — сказал Лавров.', 'ru')).toEqual(['Лавров: «Мы останемся»']);
    expect(found("Fidan, Türkiye'nin kalacağını söyledi.", 'tr')).toEqual(["Fidan: Türkiye'nin kalacağını"]);
    expect(found('"Kalacağız" diyen Fidan kürsüden indi.', 'tr')).toEqual(['Fidan: "Kalacağız"']);
  });

  it('what is condemned is judged, what is announced is told', () => {
    const [judged] = statements('Germany condemned the attack on Kyiv.');
    const [told] = statements('Germany announced an attack on Kyiv.');
    expect([judged?.about, told?.about]).toEqual([true, undefined]);
  });

  it('what follows the object at once belongs to it, a day does not', () => {
    expect(found('Merkel touted her work on the borders.')).toEqual(['Merkel: her work on the borders']);
    expect(found('The envoy criticised the ban on people entering from Iran.')).toEqual([
      'The envoy: the ban on people entering from Iran',
    ]);
    expect(found('The group advocates for families of soldiers who were killed in the war.')).toEqual([
      'The group: families of soldiers who were killed in the war',
    ]);
    expect(found('Merkel praised the army on Monday.')).toEqual(['Merkel: the army']);
  });

  it('a fragment in marks ends the clause that is said when the speaker follows', () => {
    expect(found('The envoy has been “very worked up about it,” a source said.')).toEqual([
      'a source: The envoy has been “very worked up about it,”',
    ]);
  });

  it('a missing closing mark costs no speaker', () => {
    const [statement] = statements('“We will not leave, Sergey Lavrov said on Monday.');
    expect(statement === undefined || words(statement.source).includes('Lavrov')).toBe(true);
  });

  it('the spans of every statement cut out what they say, in order, whatever the text', () => {
    const piece = fc.constantFrom(
      '“We will stay,” ',
      'Lavrov ',
      'said ',
      'that ',
      'he ',
      '"',
      '”',
      ': ',
      '.\n\n',
      ', ',
      'the talks failed. ',
      'according to ',
      'Reuters ',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        for (const { source, cue, content } of statements(text)) {
          expect(content.length).toBeGreaterThan(0);
          for (const spans of [source, cue, content]) {
            let reached = 0;
            for (const { start, end, text: cut } of spans) {
              expect(start).toBeGreaterThanOrEqual(reached);
              expect(text.slice(start, end)).toBe(cut);
              reached = end;
            }
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('ten thousand quotations', () => {
  const bare = (text: string): { document: Document; sentences: Sentence[] } => {
    const document = documentOf({ text, language: 'en' });
    const token = { form: 'a', lemma: 'a', upos: 'NOUN', feats: {}, deprel: 'root', head: -1 };
    const sentences = [...text.matchAll(/\S+ ?/g)].map(({ index, 0: word }, i) => {
      const span = { start: index, end: index + word.trimEnd().length };
      return { ...span, index: i, block: 0, tokens: [{ ...token, ...span }] };
    });
    return { document, sentences };
  };
  const ms = (n: number, piece: string): number => {
    const { document, sentences } = bare(piece.repeat(n));
    const grammar = { has: () => false, words: () => new Set<string>(), pairs: () => [], number: () => 0 };
    const started = performance.now();
    findStatements({ document, sentences, mentions: [], words: { cues: NO_CUES, grammar, fold: foldText } });
    return performance.now() - started;
  };

  it('take about ten times as long as a thousand', () => {
    for (const piece of ['“a,” ', 'He: “a b c d.” “e f g h.” ', '“a b c d «e ']) {
      ms(1000, piece);
      const few = Math.min(ms(1000, piece), ms(1000, piece));
      expect(ms(10_000, piece)).toBeLessThan(Math.max(40 * few, 1500));
    }
  });
});
