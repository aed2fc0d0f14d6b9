import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadCodebook, loadCodingTools } from '../src/app/coding.ts';
import { languageOf } from '../src/app/language-shelf.ts';
import type { CodingWords } from '../src/app/languages.ts';
import { Matcher } from '../src/code/rule/match.ts';
import { SentenceTree } from '../src/code/sentence-tree.ts';
import { buildLexicon, parsePatterns } from '../src/codebook/index.ts';
import { foldText, type Sentence } from '../src/model/index.ts';
import { weightRecords } from './records/files.ts';

/**
 * `npx tsx scripts/weigh-patterns.ts <language> [revision] [every]`: what the lines that the pattern file has and the revision (HEAD)
 * hasn't do in every nth (third) of the records from which weights are learnt. For each that wins a word: how often, how often
 * annotators tell an act of its type there, and how often they tell that of the line which won before. Those that are right in
 * less than a fifth of the words, or less often than the old line, are marked. Floors and unseen records are not touched.
 */
interface Gold {
  readonly text: string;
  readonly events: readonly { readonly anchor: string; readonly trigger: string; readonly type: readonly string[] }[];
}

interface Tally {
  count: number;
  right: number;
  before: number;
  readonly words: Set<string>;
}

const [language, revision = 'HEAD', every = '3'] = process.argv.slice(2);
if (!language) throw new Error('Name a language: npx tsx scripts/weigh-patterns.ts en');

const FILE = `data/patterns/${language}.tsv`;
const codebook = loadCodebook();
const { words } = loadCodingTools(language, codebook);
const shelf = languageOf(language);
const committed = execFileSync('git', ['show', `${revision}:${FILE}`], { encoding: 'utf8', maxBuffer: 1 << 28 });
const entries = parsePatterns(committed, FILE, codebook);
const old: CodingWords = { ...words, lexicon: buildLexicon(entries, words.lexicon.classes, foldText) };
const known = new Set(entries.map(({ id }) => id));

const tallies = new Map<string, Tally>();
const NO_ACTORS: ReadonlySet<number> = new Set();

function weigh({ text, events }: Gold): void {
  for (const [index, span] of shelf.sentences(text, 0, text.length).entries()) {
    const tokens = shelf.analyse(shelf.tokenise(text, span.start, span.end));
    const sentence: Sentence = { ...span, index, block: 0, tokens };
    const tree = new SentenceTree(sentence, foldText);
    const now = new Matcher(tree, words, NO_ACTORS);
    const then = new Matcher(tree, old, NO_ACTORS);
    for (const [i, token] of tokens.entries()) {
      const line = now.at(i).best;
      if (!line || known.has(line.id)) continue;
      const told = events.filter(({ anchor, trigger }) => {
        const start = text.indexOf(anchor) + anchor.indexOf(trigger);
        return token.start < start + trigger.length && token.end > start;
      });
      const tells = (type: string | undefined): boolean => told.some((event) => event.type.includes(type ?? ''));
      const tally = tallies.get(line.id) ?? { count: 0, right: 0, before: 0, words: new Set() };
      tally.count += 1;
      if (tells(line.type)) tally.right += 1;
      if (tells(then.at(i).best?.type)) tally.before += 1;
      tally.words.add(token.form);
      tallies.set(line.id, tally);
    }
  }
}

const lines = readFileSync(weightRecords(language), 'utf8').trim().split('\n');
for (const line of lines.filter((_, i) => i % Number(every) === 0)) weigh(JSON.parse(line) as Gold);

const isPoor = ({ count, right, before }: Tally): boolean => count >= 4 && (right < before || right / count < 0.2);
console.log('\twords\tright\tbefore\tline\tforms');
for (const [id, tally] of [...tallies].sort((a, b) => b[1].count - a[1].count || (a[0] < b[0] ? -1 : 1))) {
  const { count, right, before, words: forms } = tally;
  console.log([isPoor(tally) ? '!' : '', count, right, before, id, [...forms].slice(0, 5).join(', ')].join('\t'));
}
console.log(`${tallies.size} new lines win words, ${[...tallies.values()].filter(isPoor).length} of them are poor`);
