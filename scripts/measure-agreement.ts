/**
 * Two annotators on a tenth of the open corpus and on some records for weights: gold/second holds what the second one wrote
 * without seeing the first one's events; gold/actors/second holds the same for the mentions of the unseen actor texts. Run: npx tsx scripts/measure-agreement.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import { evaluate, rates, type Score, toGold } from '../src/app/evaluate.ts';
import { agreementOf, type FirstText, type SecondText } from './actors/agreement.ts';
import { weightRecords } from './records/files.ts';

interface Second {
  readonly id: string;
  readonly events: readonly {
    readonly type: readonly string[];
    readonly actor: readonly string[];
    readonly recipient: readonly string[];
    readonly stance: string;
    readonly optional: boolean;
  }[];
}

const linesOf = (path: string): Record<string, unknown>[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

function sentencesOf(language: string): Record<string, unknown>[] {
  return readdirSync('gold/sentences')
    .filter((name) => name.startsWith(`${language}-`))
    .flatMap((name) => linesOf(`gold/sentences/${name}`));
}

/** Chance-corrected agreement of two yes/no judgements. */
export function kappa(pairs: readonly (readonly [boolean, boolean])[]): number {
  const n = pairs.length;
  const agreed = pairs.filter(([a, b]) => a === b).length / n;
  const yes = [0, 1].map((k) => pairs.filter((pair) => pair[k]).length / n);
  const chance = yes[0]! * yes[1]! + (1 - yes[0]!) * (1 - yes[1]!);
  return chance === 1 ? 1 : (agreed - chance) / (1 - chance);
}

const percent = (value: number): string => (100 * value).toFixed(1);
const f1 = (score: Score): string => percent(rates(score).f1);

/** What is read twice: the file of the second reader, and the first one's rows. */
const READ_TWICE = ['en', 'ru', 'tr'].flatMap((language) => [
  { name: language, path: `gold/second/${language}.jsonl`, first: () => sentencesOf(language) },
  {
    name: `${language} weights`,
    path: `gold/second/weights.${language}.jsonl`,
    first: () => linesOf(weightRecords(language)),
  },
]);

for (const { name, path, first: rowsOf } of READ_TWICE) {
  const first = new Map(rowsOf().map((row) => [String(row['id']), toGold(row, String(row['id']))]));
  const second = linesOf(path) as unknown as Second[];
  const pairs = second.map(({ id, events }) => {
    const must = events.filter(({ optional }) => !optional);
    const coded = must.map(({ type, actor, recipient, stance }) => ({
      type: type[0]!,
      actor: actor.map((code) => ({ code })),
      recipient: recipient.map((code) => ({ code })),
      stance,
    }));
    return { gold: first.get(id)!, events: coded };
  });
  const { record, type, parties } = evaluate(pairs);
  const any = pairs.map(({ gold, events }) => [gold.events.some((one) => !one.optional), events.length > 0] as const);
  const agreed = any.filter(([a, b]) => a === b).length / any.length;
  console.log(
    `${name}: ${pairs.length} texts; event or none ${percent(agreed)}% (kappa ${kappa(any).toFixed(2)}); F1 of type ${f1(type)}, parties ${f1(parties)}, whole record ${f1(record)}`,
  );
}

for (const language of ['en', 'ru', 'tr']) {
  const texts = linesOf(`gold/actors/unseen.${language}.jsonl`) as unknown as FirstText[];
  const second = linesOf(`gold/actors/second.${language}.jsonl`) as unknown as SecondText[];
  const sum = agreementOf(texts, second);
  const of = ([agreed, all]: readonly [number, number]): string => `${percent(agreed / all)}% (${agreed}/${all})`;
  console.log(
    `actors ${language}: ${texts.length} texts, mentions ${sum.first} and ${sum.second}; F1 by place and codes ${percent((2 * sum.met) / (sum.first + sum.second))}, kind ${of(sum.kind)}, sector ${of(sum.sector)}`,
  );
}
