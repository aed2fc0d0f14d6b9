import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCodingTools } from '../src/app/coding.ts';
import { languageCodes, languageOf } from '../src/app/language-shelf.ts';
import { openWorkbench } from '../src/app/workbench.ts';
import { Matcher } from '../src/code/rule/match.ts';
import { SentenceTree } from '../src/code/sentence-tree.ts';
import type { Entry } from '../src/codebook/index.ts';
import { type Event, foldText, type Participant } from '../src/model/index.ts';

interface Floors {
  /** Language -> lines whose example gives exactly their type, mode, actor and recipient. */
  readonly patterns: Readonly<Record<string, number>>;
}

const workbench = openWorkbench(undefined, 'rule');
const floors = JSON.parse(readFileSync(new URL('../gold/floors.json', import.meta.url), 'utf8')) as Floors;
/** Fewer lines than this mean that a file was cut. */
const ENOUGH = 1000;

const codes = (list: readonly Participant[]): string => [...new Set(list.map((one) => one.code))].sort().join('|');
const wanted = (list: string): string => [...new Set(list.split('|').filter(Boolean))].sort().join('|');

function proves(entry: Entry, event: Event): boolean {
  const own = event.explanation.some((step) => step.rule === entry.id);
  const operator = entry.operator !== undefined;
  const type = operator || (event.type === entry.type && (!own || event.mode === entry.mode));
  return type && codes(event.actor) === wanted(entry.actor) && codes(event.recipient) === wanted(entry.recipient);
}

describe.each(languageCodes().filter((code) => floors.patterns[code] !== undefined))(
  'the patterns of %s',
  (language) => {
    const tools = loadCodingTools(language, workbench.codebook);
    const { entries } = tools.words.lexicon;
    const shelf = languageOf(language);

    it('have an example on every line', () => {
      expect(entries.length).toBeGreaterThan(ENOUGH);
      expect(entries.filter((entry) => entry.example.trim() === '').map((entry) => entry.at)).toEqual([]);
    });

    it('hold in their own examples', () => {
      const wrong: string[] = [];
      for (const entry of entries) {
        const found = shelf.sentences(entry.example, 0, entry.example.length).some((span) => {
          const tokens = shelf.analyse(shelf.tokenise(entry.example, span.start, span.end));
          const tree = new SentenceTree({ ...span, index: 0, block: 0, tokens }, foldText);
          const matcher = new Matcher(tree, tools.words, new Set());
          return tokens.some((_, i) => matcher.holds(entry, i));
        });
        if (!found) wrong.push(`${entry.at} ${entry.id}: ${entry.example}`);
      }
      expect(wrong).toEqual([]);
    });

    it('give their examples’ full record in no fewer cases than before', async () => {
      let proven = 0;
      for (const entry of entries) {
        const { events } = await workbench.codeText({ text: entry.example, language });
        if (events.some((event) => proves(entry, event))) proven += 1;
      }
      expect(proven).toBeGreaterThanOrEqual(floors.patterns[language]!);
    });
  },
);
