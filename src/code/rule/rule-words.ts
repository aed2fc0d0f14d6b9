import type { FieldWords } from '../../codebook/index.ts';
import type { Actor } from '../../model/index.ts';
import type { CodeTable } from '../convention/code-table.ts';
import type { Settles } from '../settle/settle.ts';
import type { Types } from '../type/typer.ts';
import type { Composer } from './compose.ts';
import type { ContextWords } from './context.ts';
import type { MatchWords } from './match.ts';

/** All words of a language that the coder needs. */
export interface RuleWords extends MatchWords {
  readonly composer: Composer;
  readonly contexts: ContextWords;
  readonly fold: (text: string) => string;
  /** Semantic fields of words, by which the log-linear layers know words that they have not seen. */
  readonly fields?: FieldWords;
  /** CAMEO codes of a named convention, before those of the codebook. */
  readonly codes?: CodeTable;
  /** Who says "we" where nobody is quoted. */
  readonly home?: Actor;
  /** The state that an armed movement fights on whose ground, by the movement's code. */
  readonly homes?: ReadonlyMap<string, Actor>;
  /** Decides after the rules who does what to whom and how sure that is; without it the rules stand alone. */
  readonly settler?: Settles;
  /** Says after the rules which words tell an act, and of which type. */
  readonly typer?: Types;
}
