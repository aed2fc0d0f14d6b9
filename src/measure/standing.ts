import type { StateYear, StateYearKind } from '../model/index.ts';
import { idealPointDistance } from './ideal-point.ts';
import { powerBalance } from './power.ts';
import { type Choices, similarity } from './similarity.ts';

export const definition =
  'How two states stood to each other in a year by what others publish: alike in alliances, alike in UN votes, apart in ideal points, shares of power.';
export const formula =
  'S and pi over alliance profiles (0 none, 1 entente, 2 neutrality or non-aggression, 3 defence; every state of that year counts alike, each its own ally) and over votes (1 yes, 2 abstain, 3 no); |theta_i - theta_j|; CINC(A) / (CINC(A) + CINC(B))';
export const unit = 'see similarity, ideal-point distance and power balance';
export const source =
  'tables imported with chancery context: ATOP or COW alliances, UN votes, ideal points, COW capabilities';

/** Every figure is absent where the imported tables do not tell it. */
export interface Standing {
  readonly allianceS?: number;
  readonly alliancePi?: number;
  readonly voteS?: number;
  readonly votePi?: number;
  /** Roll calls in which both chose. */
  readonly votes?: number;
  readonly idealPointDistance?: number;
  /** The first state's share of the two. */
  readonly powerBalance?: number;
}

/** Imported tables as measures ask them. */
export interface Published {
  of(kind: StateYearKind, state: string, year: number): StateYear['values'] | undefined;
  /** Codes of the states that stood in a year: whom one might have allied with. */
  standing(year: number): readonly string[];
}

/** The year of each kind that is to be told; a kind without a year is left out. */
export type YearOfKind = Readonly<Partial<Record<StateYearKind, number>>>;

const ALLY = 3;
const OPPOSITE_VOTES = 2;

export function standing(dyad: readonly [string, string], years: YearOfKind, published: Published): Standing {
  const values = (kind: StateYearKind): readonly (StateYear['values'] | undefined)[] => {
    const year = years[kind];
    return dyad.map((state) => (year === undefined ? undefined : published.of(kind, state, year)));
  };
  const [pointA, pointB] = values('ideal-points').map((value) => value?.['point']);
  const [cincA, cincB] = values('cinc').map((value) => value?.['cinc']);
  const distance = idealPointDistance(pointA, pointB);
  const power = powerBalance([cincA], [cincB]);
  return {
    ...alliances(dyad, years.alliances, published),
    ...votes(values('un-votes')),
    ...(distance === undefined ? {} : { idealPointDistance: distance }),
    ...(power === undefined ? {} : { powerBalance: power }),
  };
}

/** A state of a covered year without a line of its own has no ally but itself. */
function alliances(
  dyad: readonly [string, string],
  year: number | undefined,
  published: Published,
): Pick<Standing, 'allianceS' | 'alliancePi'> {
  if (year === undefined) return {};
  const system = published.standing(year);
  if (!dyad.every((state) => system.includes(state))) return {};
  const profile = (state: string): Choices => {
    const own = published.of('alliances', state, year) ?? {};
    return system.map((other) => (other === state ? ALLY : (own[other] ?? 0)));
  };
  const found = similarity(profile(dyad[0]), profile(dyad[1]), { range: ALLY });
  if (!found) return {};
  return { allianceS: found.s, ...(found.pi === undefined ? {} : { alliancePi: found.pi }) };
}

function votes([first, second]: readonly (StateYear['values'] | undefined)[]): Pick<
  Standing,
  'voteS' | 'votePi' | 'votes'
> {
  if (!first || !second) return {};
  const rollCalls = Object.keys(first);
  const found = similarity(
    rollCalls.map((rollCall) => first[rollCall]),
    rollCalls.map((rollCall) => second[rollCall]),
    { range: OPPOSITE_VOTES },
  );
  if (!found) return {};
  return { voteS: found.s, ...(found.pi === undefined ? {} : { votePi: found.pi }), votes: found.n };
}
