import { ChanceryError, type Interaction, type NetScore } from '../model/index.ts';
import { alignment, eigenScore } from './alignment.ts';
import { type Balance, balance } from './balance.ts';
import { dayOf, parseDay } from './calendar.ts';
import { blocsOf, type Null, type Partition, signNull, twoBlocs } from './frustration.ts';
import { dyadOf } from './pair.ts';
import { type PairSum, type RelationMatrix, relationMatrix } from './signed-graph.ts';

export const definition =
  'Who stands with whom: states as nodes, what passed between them as ties, their alignment, the blocs that follow and how well they hold.';
export const formula =
  'ties: sums of scores by undirected pair; alignment Z, blocs of least frustration over Z, balanced triads over Z, each beside shuffled signs';
export const unit = 'score points; alignment as a residual share';
export const source = 'see alignment, frustration and balance';

export interface NetworkOptions {
  readonly from?: string;
  readonly to?: string;
  readonly contexts?: readonly string[];
  /** These states, or the `most` busiest (default 40). */
  readonly states?: readonly string[];
  readonly most?: number;
  /** Number of blocs, 2 to 5 (default 2). */
  readonly blocs?: number;
}

export interface NetworkNode {
  readonly id: string;
  readonly degree: number;
  /** Sum of absolute scores of its ties. */
  readonly mass: number;
  readonly bloc: number;
  /** Place on the main line of division, -1 to 1. */
  readonly eigenScore: number;
}

export interface NetworkEdge {
  readonly source: string;
  readonly target: string;
  /** Acts counted; undefined for ready-made nets. */
  readonly n?: number;
  readonly net: number;
  readonly cooperation: number;
  readonly conflict: number;
  /** Residual alignment Z. */
  readonly alignment: number;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  readonly partition: Partition;
  readonly frustrationNull: Null;
  readonly balance: Balance;
}

interface Tie {
  a: string;
  b: string;
  n: number;
  cooperation: number;
  conflict: number;
  net: number;
  mass: number;
}

const NULL_DRAWS = 10;

/** The network of events or of ready-made nets between two days. Empty input gives an empty network. Deterministic. Throws DATE_INVALID, OPTION_PERIOD. */
export function network(
  input: { readonly events?: readonly Interaction[]; readonly scores?: readonly NetScore[] },
  options: NetworkOptions = {},
): Network {
  const ties = new Map<string, Tie>();
  const within = window(options);
  for (const event of input.events ?? []) {
    const day = parseDay(event.date);
    if (day === undefined || !within(day) || event.source === event.target) continue;
    if (options.contexts && !event.contexts.some((context) => options.contexts?.includes(context))) continue;
    const score = event.score !== undefined && Number.isFinite(event.score) ? event.score : 0;
    add(ties, event.source, event.target, { n: 1, cooperation: Math.max(score, 0), conflict: Math.max(-score, 0) });
  }
  for (const { week, a, b, net, mass = Math.abs(net) } of input.scores ?? []) {
    const day = parseDay(week);
    if (day === undefined || !within(day) || a === b) continue;
    const whole = Math.max(mass, Math.abs(net));
    add(ties, a, b, { n: 0, cooperation: (whole + net) / 2, conflict: (whole - net) / 2 });
  }
  return build([...ties.values()], options, input.events !== undefined);
}

function window({ from, to }: NetworkOptions): (day: number) => boolean {
  const low = from === undefined ? Number.NEGATIVE_INFINITY : dayOf(from);
  const high = to === undefined ? Number.POSITIVE_INFINITY : dayOf(to);
  if (low > high)
    throw new ChanceryError('OPTION_PERIOD', 'the period ends before it begins', { found: `${from} to ${to}` });
  return (day) => day >= low && day <= high;
}

function add(
  ties: Map<string, Tie>,
  source: string,
  target: string,
  part: Pick<Tie, 'n' | 'cooperation' | 'conflict'>,
): void {
  const [a, b] = dyadOf(source, target);
  const key = `${a}\t${b}`;
  const tie = ties.get(key) ?? { a, b, n: 0, cooperation: 0, conflict: 0, net: 0, mass: 0 };
  ties.set(key, tie);
  tie.n += part.n;
  tie.cooperation += part.cooperation;
  tie.conflict += part.conflict;
  tie.net = tie.cooperation - tie.conflict;
  tie.mass = tie.cooperation + tie.conflict;
}

function build(ties: readonly Tie[], options: NetworkOptions, counted: boolean): Network {
  const pairs: PairSum[] = ties.map(({ a, b, net, mass }) => ({ a, b, net, mass }));
  const matrix = relationMatrix(pairs, options);
  const z = alignment(matrix);
  const blocs = Math.min(5, Math.max(2, Math.trunc(options.blocs ?? 2)));
  const partition = blocsOf(z, blocs);
  const place = new Map(matrix.states.map((state, i) => [state, i]));
  const n = matrix.states.length;
  const edges = ties
    .filter(({ a, b }) => place.has(a) && place.has(b))
    .map(
      ({ a, b, n: acts, net, cooperation, conflict }): NetworkEdge => ({
        source: a,
        target: b,
        ...(counted ? { n: acts } : {}),
        net,
        cooperation,
        conflict,
        alignment: z.weights[place.get(a)! * n + place.get(b)!]!,
      }),
    )
    .sort((x, y) => (x.source < y.source ? -1 : x.source > y.source ? 1 : x.target < y.target ? -1 : 1));
  return {
    nodes: nodesOf(matrix, partition, eigenScore(z)),
    edges,
    partition,
    frustrationNull: signNull(z, (graph) => (blocs === 2 ? twoBlocs(graph) : blocsOf(graph, blocs)).share, NULL_DRAWS),
    balance: balance(z),
  };
}

function nodesOf({ states, mass }: RelationMatrix, { blocs }: Partition, places: Float64Array): NetworkNode[] {
  const n = states.length;
  return states.map((id, i) => {
    const own = mass.subarray(i * n, (i + 1) * n);
    return {
      id,
      degree: own.reduce((count, m) => count + (m > 0 ? 1 : 0), 0),
      mass: own.reduce((sum, m) => sum + m, 0),
      bloc: blocs[i]!,
      eigenScore: places[i]!,
    };
  });
}
