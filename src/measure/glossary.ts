import * as alarm from './alarm.ts';
import * as alignment from './alignment.ts';
import * as balance from './balance.ts';
import * as blocPath from './bloc-path.ts';
import * as conflictShare from './conflict-share.ts';
import * as coverage from './coverage.ts';
import * as dispersion from './dispersion.ts';
import * as dyad from './dyad.ts';
import * as ears from './ears.ts';
import * as episode from './episode.ts';
import * as frustration from './frustration.ts';
import * as idealPoint from './ideal-point.ts';
import * as intensity from './intensity.ts';
import * as netSurprise from './net-surprise.ts';
import * as network from './network.ts';
import * as power from './power.ts';
import * as quadCount from './quad-count.ts';
import * as rank from './rank.ts';
import * as ratio from './ratio.ts';
import * as reciprocity from './reciprocity.ts';
import * as similarity from './similarity.ts';
import * as standing from './standing.ts';
import * as surprise from './surprise.ts';
import * as trackRecord from './track-record.ts';
import * as uncertainty from './uncertainty.ts';
import * as warnCoverage from './warn-coverage.ts';
import * as warnFirsts from './warn-firsts.ts';

/** What users are told of a measure, word for word from its own file. */
export interface Entry {
  readonly measure: string;
  readonly definition: string;
  readonly formula: string;
  readonly unit: string;
  readonly source: string;
}

const MEASURES: Readonly<Record<string, Omit<Entry, 'measure'>>> = {
  'quad count': quadCount,
  intensity,
  'conflict share': conflictShare,
  reciprocity,
  dispersion,
  uncertainty,
  dyad,
  coverage,
  'coverage banner': warnCoverage,
  surprise,
  'surprise of a net': netSurprise,
  'EARS C2': ears,
  'naive ratio': ratio,
  alarm,
  'track record': trackRecord,
  episode,
  rank,
  'first of its kind': warnFirsts,
  alignment,
  frustration,
  balance,
  network,
  'blocs over time': blocPath,
  similarity,
  'ideal-point distance': idealPoint,
  'power balance': power,
  'as others publish it': standing,
};

export const glossary: readonly Entry[] = Object.entries(MEASURES).map(
  ([measure, { definition, formula, unit, source }]) => ({
    measure,
    definition,
    formula,
    unit,
    source,
  }),
);
