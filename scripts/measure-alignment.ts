/**
 * Two camps found from weekly nets, year by year, beside raw signs and shuffled signs; and the fixtures of the imported context.
 * Usage: npx tsx scripts/measure-alignment.ts [../shared]
 */
import { join } from 'node:path';
import { alignment, eigenScore } from '../src/measure/alignment.ts';
import { balance } from '../src/measure/balance.ts';
import { signNull, twoBlocs } from '../src/measure/frustration.ts';
import { type PairSum, type RelationMatrix, relationMatrix, type SignedGraph } from '../src/measure/signed-graph.ts';
import { similarity } from '../src/measure/similarity.ts';
import { readWeeklyNet } from '../src/read/events/weekly-net.ts';
import { readRecords, readText, sharedFolder } from './shared-data.ts';

/** The lists of the study, as far as they are among the 40 busiest states of a year. */
const WEST =
  'USA CAN GBR FRA DEU ITA ESP POL NLD BEL SWE NOR DNK FIN PRT CZE HUN ROU BGR GRC AUT CHE IRL LTU LVA EST UKR AUS NZL JPN KOR'.split(
    ' ',
  );
const EAST = 'RUS CHN IRN SYR PRK VEN'.split(' ');

const shared = sharedFolder();
const { scores } = readWeeklyNet(readText(join(shared, 'warning/events/gdelt_weekly_signed_2018-2024.csv.gz')));

function yearSums(year: string): PairSum[] {
  const sums = new Map<string, { a: string; b: string; net: number; mass: number }>();
  for (const score of scores) {
    if (!score.week.startsWith(year)) continue;
    const key = `${score.a} ${score.b}`;
    const sum = sums.get(key) ?? { a: score.a, b: score.b, net: 0, mass: 0 };
    sums.set(key, sum);
    sum.net += score.net;
    sum.mass += score.mass ?? Math.abs(score.net);
  }
  return [...sums.values()];
}

/** Balanced accuracy of the better assignment of two blocs to the two lists. */
function accuracy(
  states: readonly string[],
  sideOf: (i: number) => boolean,
): { value: number; west: number; east: number } {
  const count = { west: 0, westOn: 0, east: 0, eastOn: 0 };
  states.forEach((state, i) => {
    if (WEST.includes(state)) {
      count.west++;
      if (sideOf(i)) count.westOn++;
    } else if (EAST.includes(state)) {
      count.east++;
      if (sideOf(i)) count.eastOn++;
    }
  });
  const straight = (count.westOn / count.west + 1 - count.eastOn / count.east) / 2;
  return { value: Math.max(straight, 1 - straight), west: count.west, east: count.east };
}

function rawSigns({ states, net }: RelationMatrix): SignedGraph {
  return { states, weights: net };
}

console.log('year  two blocs  eigen  raw signs  lists      frustration (null)      balanced triads (null)');
for (const year of ['2018', '2019', '2020', '2021', '2022', '2023']) {
  const matrix = relationMatrix(yearSums(year));
  const z = alignment(matrix);
  const blocs = twoBlocs(z);
  const eigen = eigenScore(z);
  const raw = twoBlocs(rawSigns(matrix));
  const split = accuracy(z.states, (i) => blocs.blocs[i] === 0);
  const nullShare = signNull(z, (graph) => twoBlocs(graph).share, 5);
  const triads = balance(z);
  const other = accuracy(z.states, (i) => eigen[i]! > 0).value;
  const naive = accuracy(z.states, (i) => raw.blocs[i] === 0).value;
  console.log(
    `${year}  ${split.value.toFixed(3)}      ${other.toFixed(3)}  ${naive.toFixed(3)}      ${split.west}W ${split.east}E    ${blocs.share.toFixed(3)} (${nullShare.mean.toFixed(3)} ± ${nullShare.sd.toFixed(3)})   ${triads.balanced?.toFixed(3)} (${triads.null?.mean.toFixed(3)} ± ${triads.null?.sd.toFixed(3)})`,
  );
  if (process.argv.includes('--list')) console.log(z.states.map((state, i) => `${state}:${blocs.blocs[i]}`).join(' '));
}

const VOTE: Readonly<Record<string, number>> = { yes: 1, abstain: 2, no: 3 };
const years = new Map(
  readRecords(join(shared, 'warning/context/un_roll_calls.csv.gz')).map((row) => [
    row['rcid'],
    (row['date'] ?? '').slice(0, 4),
  ]),
);
const votes = new Map<string, Map<string, number>>();
for (const row of readRecords(join(shared, 'warning/context/un_votes.csv.gz'))) {
  const year = years.get(row['rcid']);
  const vote = VOTE[row['vote'] ?? ''];
  if ((year !== '2018' && year !== '2008') || vote === undefined) continue;
  const key = `${row['country_code']} ${year}`;
  const held = votes.get(key) ?? new Map<string, number>();
  votes.set(key, held);
  held.set(row['rcid'] ?? '', vote);
}
console.log('\nUN votes, S / pi');
for (const [a, b, year] of [
  ['RU', 'CN', '2018'],
  ['US', 'GB', '2018'],
  ['US', 'RU', '2018'],
  ['US', 'CN', '2018'],
  ['RU', 'IR', '2018'],
  ['RU', 'CN', '2008'],
]) {
  const first = votes.get(`${a} ${year}`) ?? new Map<string, number>();
  const second = votes.get(`${b} ${year}`) ?? new Map<string, number>();
  const calls = [...new Set([...first.keys(), ...second.keys()])].sort();
  const result = similarity(
    calls.map((c) => first.get(c)),
    calls.map((c) => second.get(c)),
    { range: 2 },
  );
  console.log(`${year} ${a}-${b}  ${result?.s.toFixed(3)} / ${result?.pi?.toFixed(3)}  n ${result?.n}`);
}
