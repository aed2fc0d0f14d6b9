import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';

/** `npm run figures` runs every measuring script and writes what they print to docs/reference/figures.md. */
interface Section {
  readonly title: string;
  readonly script: string;
  readonly on: string;
}

const SECTIONS: readonly Section[] = [
  {
    title: 'Reading pages and notes',
    script: 'scripts/measure-read.ts',
    on: 'Body text of 103 public pages (article-extraction-benchmark; errors on single pages were studied, so this is no unseen figure), 49 note pages of our own, hostile input.',
  },
  {
    title: 'Sentences and words',
    script: 'scripts/measure-segmentation.ts',
    on: 'Universal Dependencies treebanks rebuilt as raw text, and 43 paragraphs a language of our own, a third unseen.',
  },
  {
    title: 'Tags, lemmas and trees',
    script: 'scripts/measure-parse.ts',
    on: 'UD test parts: gold tokens with predicted tags; labels without subtypes except nsubj:pass, csubj:pass, aux:pass, obl:agent, acl:relcl; punctuation counted.',
  },
  {
    title: 'Speed beside another analyser',
    script: 'scripts/measure-peer.ts',
    on: 'Raw texts of English PUD, one process and thread, the best of eight rounds in turns: sentences, words, tags, lemmas and trees here, without trees there.',
  },
  {
    title: 'Actors and offices',
    script: 'scripts/measure-actors.ts',
    on: 'NGEC actor phrases, own actor phrases by kind, PLOVER gold standard records, own mentions in context and dated office questions.',
  },
  {
    title: 'Dates',
    script: 'scripts/measure-dates.ts',
    on: 'Recognizers-Text cases (even rows studied, odd rows not looked at) and an own Russian set.',
  },
  {
    title: 'Dates of events',
    script: 'scripts/measure-event-dates.ts',
    on: 'The open corpus by part: the date of each event that was found, or rightly none.',
  },
  {
    title: 'Type of a relation',
    script: 'scripts/measure-relations.ts',
    on: 'The public PLV training rows (even rows studied, odd rows scored) and own relation sentences by cross-validation.',
  },
  {
    title: 'What each part gives',
    script: 'scripts/measure-ablation.ts',
    on: 'Rules, the log-linear layer without their answers, and both; with the trees and with a flat row of words. English is scored on the odd rows of the public PLV training file, Russian and Turkish by cross-validation of the own sentences.',
  },
  {
    title: 'Whole records',
    script: 'scripts/measure-records.ts',
    on: 'Own whole-record sentences, the open corpus by part, the seed article and the demo documents, by the rules alone and by both layers. Errors were read, and the log-linear layer is trained, on everything but the parts called unseen and the seed article, whose errors were read as well: only the unseen parts of the open corpus, the blind and the plain records say how new text fares, for the errors of the unseen Russian and Turkish records were read on 2026-11-29 and some mended.',
  },
  {
    title: 'Two annotators',
    script: 'scripts/measure-agreement.ts',
    on: 'A tenth of the open corpus, annotated a second time without sight of the first annotation: the first type of the second annotator against the acceptable types of the first. Then the unseen actor texts, all annotated twice.',
  },
  {
    title: 'Public event benchmarks',
    script: 'scripts/measure-benchmarks.ts',
    on: 'Found from raw text, no actor marked. The PLOVER gold standard records train the linear coder, so they are no unseen figure; PETRARCH’s unit sentences test its own verb dictionary and conventions (a future act keeps the code of the act).',
  },
  {
    title: 'Statements',
    script: 'scripts/measure-statements.ts',
    on: 'PolNeAR dev and own Russian and Turkish attributions, beside a regular-expression baseline.',
  },
  {
    title: 'Early warning',
    script: 'scripts/measure-warning.ts',
    on: 'KEDS and weekly net scores with the development shocks, beside EARS C2 and a naive ratio.',
  },
  {
    title: 'Alignment',
    script: 'scripts/measure-alignment.ts',
    on: 'Weekly net scores 2018-2023, beside a sign-permutation null.',
  },
  {
    title: 'Speed of the measures',
    script: 'scripts/bench-measure.ts',
    on: 'Generated events, beside a baseline in the same run.',
  },
];

function output(script: string): string {
  const run = spawnSync('npx', ['tsx', script], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const text = run.stdout.trim();
  return text === '' ? `(no output; exit ${run.status}) ${run.stderr.trim().split('\n')[0] ?? ''}` : text;
}

const parts = [
  '# Figures',
  '',
  'Rebuilt by `npm run figures`; each block is what the script named above it prints. Sets that may not be redistributed are read from `../shared`.',
];
for (const { title, script, on } of SECTIONS) {
  if (!existsSync(script)) continue;
  process.stderr.write(`${script} …\n`);
  parts.push('', `## ${title}`, '', `\`npx tsx ${script}\`. ${on}`, '', '```', output(script), '```');
}
const bench = spawnSync(process.execPath, ['bin/chancery', 'bench'], { encoding: 'utf8' });
parts.push(
  '',
  '## The whole path, page to events',
  '',
  '`./bin/chancery bench`: the 16 demo documents, one core, after 25 rounds that warm up; `coldSentencesPerSecond` is the first of them, with the loading of languages and dictionaries.',
  '',
  '```',
  bench.stdout.trim(),
  '```',
);
writeFileSync('docs/reference/figures.md', `${parts.join('\n')}\n`);
