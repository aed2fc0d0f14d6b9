import { describe, expect, it } from 'vitest';
import { loadSettler } from '../../app/coding.ts';
import { openWorkbench, Workbench } from '../../app/workbench.ts';
import { SLOTS, slotOf } from '../settle/weights.ts';
import type { Sight } from './type-features.ts';
import { packTypeWeights, readTypeWeights } from './type-weights.ts';
import { type Judged, Typer } from './typer.ts';

/** What the typer says of the words of a text, with the sentence that it saw. */
async function judgedIn(text: string, language: string): Promise<{ sight: Sight; judged: Judged[] }[]> {
  const layer = loadSettler(language)!;
  const found: { sight: Sight; judged: Judged[] }[] = [];
  const types = {
    judge: (sight: Sight): Judged[] => {
      const judged = layer.types!.judge(sight);
      found.push({ sight, judged });
      return judged;
    },
  };
  const watched = { types, settle: layer.settle.bind(layer), around: layer.around.bind(layer) };
  await new Workbench(undefined, () => watched).codeText({ text, language });
  return found;
}

const TEXTS = {
  en: 'Serbia put its army on alert after police in Kosovo arrested three Serbs, and Russia offered Belgrade help.',
  ru: 'Россия закрыла небо для самолётов Чехии, а Прага в ответ выслала двух российских дипломатов.',
  tr: 'Yunanistan, Türkiye’nin Ege’deki tatbikatını kınadı ve AB’yi yaptırım uygulamaya çağırdı.',
};

describe('the typer', () => {
  it('judges words that may tell an act, and gives every type and "no act" a share', async () => {
    const types = [...new Workbench().codebook.types.keys()];
    for (const [language, text] of Object.entries(TEXTS)) {
      const all = await judgedIn(text, language);
      expect(all.flatMap(({ judged }) => judged).length).toBeGreaterThan(1);
      for (const { sight, judged } of all) {
        for (const { token, none, shareOf, says, type } of judged) {
          const { best, operators } = sight.matcher.at(token);
          expect(best !== undefined || operators.length > 0 || sight.tree.mayTellAct(token)).toBe(true);
          const sum = types.reduce((total, one) => total + shareOf(one), none);
          expect(sum).toBeCloseTo(1, 6);
          expect(says(type)).toContain(`${type}: ${shareOf(type).toFixed(2)}`);
        }
      }
    }
  });

  it('knows a word that no line has by its semantic field', async () => {
    const types = [...new Workbench().codebook.types.keys()];
    const rows = new Float32Array(SLOTS * (types.length + 1));
    rows[slotOf`is:${'hurt'}_${'VERB'}` * (types.length + 1) + types.indexOf('ASSAULT')] = 9;
    const typer = new Typer(readTypeWeights(packTypeWeights(rows, types.length + 1), 'here', types.length + 1), types);
    const found: string[] = [];
    const judge = (sight: Sight): Judged[] => {
      const judged = typer.judge(sight);
      for (const { token, type, change } of judged) found.push(`${sight.tree.lemma[token]} ${type} ${change}`);
      return judged;
    };
    const settle = { settle: () => ({ why: 'only read' }), around: () => undefined, types: { judge } };
    const text = 'Soldiers from Chad smacked a Libyan driver on Friday.';
    await new Workbench(undefined, () => settle).codeText({ text, language: 'en' });
    expect(found).toEqual(['smack ASSAULT new']);
  });

  it.each([
    ['Uganda pledged to send more soldiers to the African Union force.', 'UGA THREATEN AU', 'UGA AGREE AU'],
    [
      'The European Union stripped Belarus of part of its duty-free access on Monday.',
      'EU COERCE BLR',
      'EU SANCTION BLR',
    ],
  ])('puts a type right that the line of the word alone would give: %s', async (text, byLines, right) => {
    const told = async (coder: 'rule' | 'both'): Promise<string[]> => {
      const { events } = await openWorkbench(undefined, coder).codeText({ text, language: 'en' });
      return events.map(({ actor, type, recipient }) => `${actor[0]?.code} ${type} ${recipient[0]?.code}`);
    };
    expect(await told('rule')).toEqual([byLines]);
    expect(await told('both')).toEqual([right]);
  });

  it('leaves the lines their types where the rules stand alone and under a named convention', async () => {
    for (const workbench of [openWorkbench(undefined, 'rule'), openWorkbench(undefined, 'both', 'plv')]) {
      const { events } = await workbench.codeText({ text: TEXTS.en, language: 'en' });
      expect(events.length).toBeGreaterThan(0);
      const rules = events.flatMap(({ explanation }) => explanation.map(({ rule }) => rule));
      expect(rules.filter((rule) => rule.startsWith('typer:'))).toEqual([]);
    }
  });

  it('says in the explanation of every event what decided on its type', async () => {
    for (const [language, text] of Object.entries(TEXTS)) {
      const { events } = await openWorkbench().codeText({ text, language });
      expect(events.length).toBeGreaterThan(0);
      for (const { type, explanation } of events) {
        const step = explanation.find(({ rule }) => rule.startsWith('typer:'));
        expect(step?.says).toMatch(new RegExp(`^${type}: \\d\\.\\d\\d, .*the lines [+−]\\d`));
      }
    }
  });
});

describe('the weights of types', () => {
  it('come back from their file within half a step of eight bits', () => {
    const rows = Float32Array.from({ length: SLOTS * 3 }, (_, k) => Math.sin(k));
    const back = readTypeWeights(packTypeWeights(rows, 3), 'here', 3);
    for (let k = 0; k < rows.length; k += 997)
      expect(Math.abs(back.rows[k]! * back.scale - rows[k]!)).toBeLessThan(0.5 / 127 + 1e-6);
  });

  it('say what to do when their file is of another codebook', () => {
    const bytes = packTypeWeights(new Float32Array(SLOTS * 3), 3);
    expect(() => readTypeWeights(bytes, 'models/type.en.bin', 4)).toThrow(
      expect.objectContaining({
        code: 'MODEL_SIZE',
        detail: expect.objectContaining({ at: 'models/type.en.bin', found: `${SLOTS * 3 + 8} bytes` }),
      }),
    );
  });
});
