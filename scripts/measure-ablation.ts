/**
 * What each part of the relation coder gives: rules, the log-linear layer without the rules' answers, and both; each
 * with the trees and with a flat row of words. English: trained on the project's own sentences, scored on the odd rows
 * of the public benchmark. Russian and Turkish: cross-validation of the project's own sentences. Root macro-F1 with its
 * 95 % interval. Run: npx tsx scripts/measure-ablation.ts [shared folder]
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadCodebook, loadRelationWords } from '../src/app/coding.ts';
import { languageOf } from '../src/app/language-shelf.ts';
import { markedSentence } from '../src/app/marked.ts';
import { decide, type ReadRelation, type RelationTools, readRelation } from '../src/app/relation.ts';
import { predict } from '../src/code/linear/linear-model.ts';
import type { Language } from '../src/language/index.ts';
import { trainLogistic } from '../train/logistic.ts';
import { readJsonLines } from '../train/relation-examples.ts';
import { asModel, crossValidated, OPTIONS, relationRows, relationTools } from '../train/train-relation.ts';
import { interval, macroF1, type Pair } from './relations/macro.ts';

const merged = (type: string | undefined): string | undefined =>
  type === 'CONCEDE' || type === 'RETREAT' ? 'YIELD' : type;

/** The same words and tags, all hung on the first one: word order is left, syntax is gone. */
function flat(language: Language): Language {
  return Object.assign(Object.create(language) as Language, {
    analyse: (...input: Parameters<Language['analyse']>) =>
      language.analyse(...input).map((token, i) => ({
        ...token,
        head: i === 0 ? -1 : 0,
        deprel: i === 0 ? 'root' : token.upos === 'PUNCT' ? 'punct' : 'dep',
      })),
  });
}

/** Features that the lexicon and its rules put in. */
const OF_RULES = /^(?:rule|lex)/;

const withoutRules = (features: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...features].filter(([name]) => !OF_RULES.test(name)));

function show(name: string, pairs: readonly Pair[]): void {
  const [low, high] = interval(pairs);
  console.log(
    `${name.padEnd(34)} n ${String(pairs.length).padStart(4)}  root ${macroF1(pairs).toFixed(1)} (${low.toFixed(1)}-${high.toFixed(1)})`,
  );
}

function benchmark(path: string): void {
  const rows = readJsonLines(path).filter((_, i) => i % 2 === 1);
  const base = { ...relationTools('en'), convention: loadRelationWords('en', loadCodebook(), 'plv') };
  for (const [how, language] of [
    ['trees', languageOf('en')],
    ['no trees', flat(languageOf('en'))],
  ] as const) {
    const tools: RelationTools = { ...base, language };
    const own = relationRows('en', tools);
    const both = asModel(trainLogistic(own, OPTIONS), 1);
    const bare = own.map((row) => ({ ...row, features: withoutRules(row.features) }));
    const alone = asModel(trainLogistic(bare, OPTIONS), 1);
    const reads = rows.map((row) => ({
      gold: merged(String(row['root']))!,
      read: readRelation(markedSentence(row, path), tools),
    }));
    const score = (name: string, answer: (read: ReadRelation) => string | undefined): void =>
      show(
        `en, ${name}, ${how}`,
        reads.map(({ gold, read }) => ({ gold, found: merged(read && answer(read)) })),
      );
    score('rules', (read) => decide(read)?.type);
    score('linear alone', ({ features }) => predict(alone, withoutRules(features)).label);
    score('rules + linear', (read) => decide({ ...read, prediction: predict(both, read.features) })?.type);
  }
}

function own(code: string): void {
  for (const [how, language] of [
    ['trees', languageOf(code)],
    ['no trees', flat(languageOf(code))],
  ] as const) {
    const rows = relationRows(code, { ...relationTools(code), language });
    const bare = rows.map((row) => ({ ...row, features: withoutRules(row.features) }));
    const score = (name: string, found: readonly (string | undefined)[]): void =>
      show(
        `${code}, ${name}, ${how}`,
        rows.map(({ label }, i) => ({ gold: merged(label)!, found: merged(found[i]) })),
      );
    score(
      'rules',
      rows.map(({ rule }) => rule),
    );
    score(
      'linear alone',
      crossValidated(bare).map((ranking) => ranking[0]!.label),
    );
    score(
      'rules + linear',
      crossValidated(rows).map((ranking) => ranking[0]!.label),
    );
  }
}

const path = join(process.argv[2] ?? '../shared', 'gold/events/plv_train.jsonl');
if (existsSync(path)) benchmark(path);
else console.log(`${path} is absent: English is not measured`);
for (const code of ['ru', 'tr']) own(code);
