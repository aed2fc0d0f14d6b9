import { existsSync, readFileSync } from 'node:fs';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { type Language, type LanguageEntry, languages } from '../src/language/index.ts';
import { hasTreebanks, readTreebank, treebankFolder } from '../train/treebank.ts';

/**
 * `tsx scripts/measure-peer.ts`: how fast English is analysed beside wink-nlp, which tags and does not parse. Both read the
 * same raw texts of PUD in turns, in one process and thread; of eight rounds the best CPU time counts. What is worth
 * quoting is the ratio: the rest is the machine's.
 */
interface Reader {
  readonly name: string;
  /** Reads a text and gives the number of its tokens. */
  read(text: string): number;
}

const ROUNDS = 8;

async function english(): Promise<Language> {
  const built = new URL('../dist/language/index.js', import.meta.url);
  if (!existsSync(built)) console.log('No dist/: the speed is that of the loader; run `npm run build:ts` first');
  const program = existsSync(built)
    ? ((await import(built.href)) as { languages: readonly LanguageEntry[] })
    : { languages };
  const { files, create } = program.languages.find(({ code }) => code === 'en')!;
  return create({
    model: readFileSync(`data/${files.model}`),
    abbreviations: readFileSync(`data/${files.abbreviations}`, 'utf8'),
    closed: readFileSync(`data/${files.closed}`, 'utf8'),
  });
}

function ours(language: Language): Reader {
  return {
    name: 'Chancery: sentences, words, tags, lemmas, trees',
    read: (text) => {
      let tokens = 0;
      for (const { start, end } of language.sentences(text, 0, text.length)) {
        tokens += language.analyse(language.tokenise(text, start, end)).length;
      }
      return tokens;
    },
  };
}

function wink(): Reader {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  const { its } = nlp;
  return {
    name: 'wink-nlp: sentences, words, parts of speech',
    read: (text) => nlp.readDoc(text).tokens().out(its.pos).length,
  };
}

function pass({ read }: Reader, texts: readonly string[]): number {
  const start = process.cpuUsage();
  const tokens = texts.reduce((sum, text) => sum + read(text), 0);
  return (tokens * 1e6) / process.cpuUsage(start).user;
}

/** Sentences by the twenty: the length of a news article's paragraphs. */
function articles(): string[] {
  const lines = readTreebank('en/en_pud-ud-test').map(({ text, forms }) => text ?? forms.join(' '));
  const out: string[] = [];
  for (let i = 0; i < lines.length; i += 20) out.push(lines.slice(i, i + 20).join(' '));
  return out;
}

async function main(): Promise<void> {
  if (!hasTreebanks()) {
    console.error(`No treebanks at ${treebankFolder()}: nothing measured`);
    process.exit(2);
  }
  const texts = articles();
  const readers = [ours(await english()), wink()];
  const best = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, reader] of readers.entries()) best[i] = Math.max(best[i]!, pass(reader, texts));
  }
  for (const [i, { name }] of readers.entries()) console.log(`${name}: ${best[i]!.toFixed(0)} tokens/s`);
  console.log(`ratio ${(best[0]! / best[1]!).toFixed(2)}`);
}

await main();
