import { readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openClassifier } from '../src/app/classify.ts';
import { loadCodebook, loadQuads, loadRelationWords } from '../src/app/coding.ts';
import { languageOf } from '../src/app/language-shelf.ts';
import { decide, readRelation } from '../src/app/relation.ts';
import { parseLinearModel, predict } from '../src/code/linear/linear-model.ts';

const ENGLISH = 'en';
const rules = openClassifier({ conventions: 'plover', coder: 'rule', language: ENGLISH });
const benchmark = openClassifier({ conventions: 'plv', coder: 'rule', language: ENGLISH });
const both = openClassifier({ conventions: 'plv', coder: 'both', language: ENGLISH });

const typeOf = async (marked: string, classifier = rules): Promise<string | null> =>
  (await classifier.classify({ at: 'test', record: { marked } })).root;

describe('the relation between two marked parties', () => {
  it.each([
    ['Several senators', 'called for sanctions against', 'Belarus', 'ACCUSE'],
    ['The mayor of Riga', 'urged Estonia to support', 'Ukraine', 'SUPPORT'],
    ['Warsaw', 'urged', 'Berlin', 'REQUEST'],
  ])('sees what %s wants from whom: %s %s is %s', async (source, words, target, type) => {
    const tail = type === 'REQUEST' ? ' to send more tanks.' : '.';
    expect(await typeOf(`<s>${source}</s> ${words} <t>${target}</t>${tail}`)).toBe(type);
  });

  it('takes a call for its purpose', async () => {
    expect(
      await typeOf('<s>The Kenyan president</s> called <t>the Ghanaian president</t> on Friday to congratulate him.'),
    ).toBe('SUPPORT');
    expect(await typeOf('<s>The Kenyan president</s> called <t>the Ghanaian president</t> on Friday.')).toBe('CONSULT');
  });

  it('reads a headline without a finite verb as a plan', async () => {
    expect(await typeOf('<s>Estonia</s> to send howitzers to <t>Ukraine</t>')).toBe('AGREE');
  });

  it('takes a statement about a hostile deed of the target for an accusation', async () => {
    expect(await typeOf('<s>London</s> said <t>Moscow</t> had poisoned a former spy.')).toBe('ACCUSE');
  });

  it('asks who acts: a crowd protests where soldiers attack, but a killing is a killing', async () => {
    expect(await typeOf('<s>Students</s> clashed with <t>police</t> in Caracas on Monday.')).toBe('PROTEST');
    expect(await typeOf('<s>Soldiers</s> clashed with <t>rebels</t> in Goma on Monday.')).toBe('ASSAULT');
    expect(await typeOf('<s>Villagers</s> killed <t>a health worker</t> on Monday.')).toBe('ASSAULT');
  });

  it('counts verdicts and warrants as the convention does', async () => {
    const verdict = '<s>A Danish court</s> convicted <t>two Estonian bankers</t> of fraud.';
    const warrant = '<s>Danish police</s> issued an arrest warrant for <t>an Estonian banker</t>.';
    expect([await typeOf(verdict), await typeOf(verdict, benchmark)]).toEqual(['SANCTION', 'ACCUSE']);
    expect([await typeOf(warrant), await typeOf(warrant, benchmark)]).toEqual(['THREATEN', 'COERCE']);
  });

  it('knows irregular forms that the tagger leaves as they are', async () => {
    expect(await typeOf('<s>Saudi warplanes</s> struck <t>Houthi camps</t> on Monday.')).toBe('ASSAULT');
  });

  it('abstains with a reason where nothing is said between the parties', async () => {
    const answer = await rules.classify({
      at: 'test',
      record: { marked: '<s>Chad</s> and <t>Fiji</t> are far apart.' },
    });
    expect(answer).toMatchObject({ root: null, quad: null, abstained: true });
    expect(answer.why).toBeTruthy();
  });

  it('gives the same answer twice and a confidence between 0 and 1 for any text between the marks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('met', 'bombed', 'not', 'will', 'to', 'agreed', ',', 'on')),
        async (words) => {
          const record = { marked: `<s>France</s> ${words.join(' ')} <t>Mali</t>.` };
          const first = await both.classify({ at: 'test', record });
          expect(await both.classify({ at: 'test', record })).toEqual(first);
          expect(first.confidence).toBeGreaterThanOrEqual(0);
          expect(first.confidence).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('a named convention', () => {
  it('replaces the manual only where it says so', async () => {
    const marked = '<s>The European Union</s> imposed sanctions on <t>Belarus</t>.';
    expect(await typeOf(marked)).toBe('SANCTION');
    expect(await typeOf(marked, benchmark)).toBe('COERCE');
    const meeting = '<s>The Indian premier</s> met <t>the Japanese premier</t>.';
    expect(await typeOf(meeting, benchmark)).toBe(await typeOf(meeting));
  });

  it('has its own quad for concessions', () => {
    const codebook = loadCodebook();
    expect(loadQuads(codebook).get('CONCEDE')).toBe('verbal-cooperation');
    expect(loadQuads(codebook, 'plv').get('CONCEDE')).toBe('material-cooperation');
  });

  it('is not overruled by a model that was trained under the manual', () => {
    const codebook = loadCodebook();
    const text = 'The European Union imposed sanctions on Belarus.';
    const read = readRelation(
      { text, source: [0, 18], target: [40, 47] },
      {
        language: languageOf(ENGLISH),
        tools: loadRelationWords(ENGLISH, codebook),
        convention: loadRelationWords(ENGLISH, codebook, 'plv'),
        model: parseLinearModel(readFileSync('data/models/relation.en.json', 'utf8')),
      },
    )!;
    expect(read.prediction?.label).toBe('SANCTION');
    expect(decide(read)?.type).toBe('COERCE');
  });

  it('and the lines between given parties are sorted, each pattern once', () => {
    for (const name of ['relation', 'plv']) {
      const lines = readFileSync(`data/conventions/${name}.${ENGLISH}.tsv`, 'utf8').trim().split('\n').slice(1);
      const patterns = lines.map((line) => line.split('\t')[0]!);
      expect(new Set(patterns).size, name).toBe(patterns.length);
      expect([...lines].sort(), name).toEqual(lines);
    }
  });
});

describe('the log-linear layer', () => {
  const path = 'data/models/relation.en.json';
  const model = parseLinearModel(readFileSync(path, 'utf8'));

  it('ships in at most two megabytes', () => {
    expect(statSync(path).size).toBeLessThan(2_000_000);
  });

  it('gives probabilities that add up to one, best first, and names what decided', () => {
    const prediction = predict(model, new Map([['rule:CONSULT', 2.5]]));
    const total = prediction.ranking.reduce((sum, { probability }) => sum + probability, 0);
    expect(total).toBeCloseTo(1, 9);
    expect(prediction.ranking[0]!.label).toBe(prediction.label);
    expect(prediction.label).toBe('CONSULT');
    expect(prediction.because[0]!.feature).toBe('rule:CONSULT');
  });
});
