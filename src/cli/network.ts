import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { standingsAt } from '../app/context.ts';
import {
  type BlocPeriod,
  blocPath,
  lastYear,
  type NetworkOptions,
  networkFile,
  networkOf,
  PERIODS,
  type Period,
  type PlacedNetwork,
  placed,
  readMeasured,
} from '../app/measure.ts';
import { unknown } from '../app/party.ts';
import { ChanceryError } from '../model/index.ts';
import { blocTable } from './bloc-table.ts';
import { EXIT, type Io, writeLine } from './io.ts';
import { formatTable } from './table.ts';
import { addSourceOptions, isoToday, type SourceOptions, sourceOf } from './warn.ts';
import { whole } from './whole.ts';

const SHOWN_TIES = 20;
const FIGURES = [
  ['alliance S', 'allianceS'],
  ['pi', 'alliancePi'],
  ['UN vote S', 'voteS'],
  ['pi', 'votePi'],
  ['ideal points apart', 'idealPointDistance'],
  ['power of first', 'powerBalance'],
] as const;

interface Options extends SourceOptions {
  from?: string;
  to?: string;
  context?: string[];
  state?: string[];
  most: string;
  blocs: string;
  by?: Period;
  format?: 'json' | 'table' | 'graphml' | 'gexf';
}

export function registerNetwork(program: Command, io: Io, done: (code: number) => void): void {
  addSourceOptions(
    program
      .command('network')
      .description('who stands with whom: alignment, blocs, balance; as a table, JSON, GraphML or GEXF'),
  )
    .option('--from <date>', 'not before')
    .option('--to <date>', 'not after')
    .option('--context <contexts...>', 'only acts in one of these contexts')
    .option('--state <codes...>', 'these states (default: the busiest)')
    .option('--most <n>', 'how many of the busiest states', '40')
    .option('--blocs <k>', 'number of blocs, 2 to 5', '2')
    .addOption(new Option('--by <period>', 'blocs over time, period by period').choices([...PERIODS]))
    .addOption(
      new Option('--format <format>', 'json, table, graphml or gexf').choices(['json', 'table', 'graphml', 'gexf']),
    )
    .action(async (options: Options) => {
      done(await networkCommand(options, io));
    });
}

async function networkCommand(options: Options, io: Io): Promise<number> {
  const asked = toOptions(options);
  const measured = await readMeasured(sourceOf(options), isoToday());
  for (const note of measured.notes) io.err(`${note}\n`);
  for (const note of unknown({ codes: options.state ?? [], contexts: options.context ?? [] }, measured))
    io.err(`${note}\n`);
  if (options.by !== undefined) return overTime(blocPath(measured, { ...asked, by: options.by }), options, io);
  const year = lastYear(measured, asked);
  const net = placed(
    networkOf(measured, asked),
    year === undefined ? undefined : standingsAt(options.store, { years: [year] }),
  );
  const format = options.format ?? (io.outIsTerminal ? 'table' : 'json');
  if (format === 'graphml' || format === 'gexf')
    io.out(networkFile(net, format, `${options.profile} events, ${basename(options.events ?? 'the record')}`));
  else if (format === 'json') io.out(`${JSON.stringify(net)}\n`);
  else io.out(`${table(net)}\n`);
  return net.edges.length > 0 ? EXIT.ok : EXIT.no;
}

/** One JSON line a period, or one column. */
function overTime(path: readonly BlocPeriod[], { format }: Options, io: Io): number {
  if (format === 'graphml' || format === 'gexf')
    throw new ChanceryError('OPTION_BY', 'a graph file holds one window', {
      expected: '--format json or table with --by',
      found: format,
      hint: 'Leave --by out and give --from and --to',
    });
  if ((format ?? (io.outIsTerminal ? 'table' : 'json')) === 'table') io.out(`${blocTable(path)}\n`);
  else for (const period of path) writeLine(io, period);
  return path.length > 0 ? EXIT.ok : EXIT.no;
}

function toOptions(options: Options): NetworkOptions {
  return {
    most: whole(options.most, '--most', [2, 250]),
    blocs: whole(options.blocs, '--blocs', [2, 5]),
    ...(options.from === undefined ? {} : { from: options.from }),
    ...(options.to === undefined ? {} : { to: options.to }),
    ...(options.context === undefined ? {} : { contexts: options.context }),
    ...(options.state === undefined ? {} : { states: [...new Set(options.state)].sort() }),
  };
}

function table({ nodes, edges, partition, frustrationNull, balance, imported }: PlacedNetwork): string {
  const header = ['state', 'bloc', 'place', 'ties', 'mass', ...(imported ? ['CINC', 'ideal point'] : [])];
  const rows = [...nodes]
    .sort((a, b) => a.bloc - b.bloc || b.eigenScore - a.eigenScore)
    .map((node) => [
      node.id,
      String(node.bloc + 1),
      node.eigenScore.toFixed(3),
      String(node.degree),
      node.mass.toFixed(0),
      ...(imported ? [figure(node.cinc), figure(node.idealPoint)] : []),
    ]);
  const chance = `${frustrationNull.mean.toFixed(3)} ± ${frustrationNull.sd.toFixed(3)} with shuffled signs`;
  const triads =
    balance.balanced === undefined
      ? 'no triads'
      : `${balance.balanced.toFixed(3)} of ${balance.triads} triads balanced (${balance.null?.mean.toFixed(3)} ± ${balance.null?.sd.toFixed(3)} with shuffled signs)`;
  const held = `frustration ${partition.share.toFixed(3)} (${chance}${partition.exact ? '; exact' : ''})\n${triads}`;
  return [formatTable(header, rows), held, ...(imported && edges.length > 0 ? [tieTable(edges, imported)] : [])].join(
    '\n\n',
  );
}

/** The heaviest ties with what others publish of them. */
function tieTable(edges: PlacedNetwork['edges'], years: NonNullable<PlacedNetwork['imported']>): string {
  const heaviest = [...edges]
    .sort((a, b) => b.cooperation + b.conflict - a.cooperation - a.conflict)
    .slice(0, SHOWN_TIES)
    .map(({ source, target, alignment, imported }) => [
      `${source} ${target}`,
      alignment.toFixed(3),
      ...FIGURES.map(([, name]) => figure(imported?.[name])),
    ]);
  const of = Object.entries(years).map(([kind, year]) => `${kind} of ${year}`);
  return `The heaviest ties beside ${of.join(', ')}\n${formatTable(['pair', 'alignment', ...FIGURES.map(([head]) => head)], heaviest)}`;
}

function figure(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(3);
}
