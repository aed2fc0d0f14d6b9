import { type CodeTable, parseCodes } from '../code/convention/code-table.ts';
import { HABITS, type Habit } from '../code/convention/convention-coder.ts';
import { THRESHOLD_NAMES, type Thresholds } from '../code/settle/thresholds.ts';
import type { Codebook } from '../codebook/index.ts';
import { ChanceryError, parseTsv } from '../model/index.ts';
import { readOptionalData } from './data-folder.ts';

/** What a named convention (data/conventions) says beside its lines and operators; both may be absent. */
export interface ConventionTables {
  readonly codes: CodeTable | undefined;
  readonly habits: ReadonlySet<Habit>;
  /** Types that a mode belongs to there: "SANCTION convict" -> ACCUSE. */
  readonly types: ReadonlyMap<string, string>;
  /** From when on the log-linear layer codes an act there, where not as everywhere. */
  readonly thresholds: Partial<Thresholds>;
}

export function loadConvention(name: string, codebook: Codebook): ConventionTables {
  const file = (table: string): string => `conventions/${name}.${table}.tsv`;
  const codes = readOptionalData(file('codes'));
  const types = readOptionalData(file('types'));
  return {
    codes: codes === undefined ? undefined : parseCodes(codes, `data/${file('codes')}`, codebook),
    types: new Map(types === undefined ? [] : typesOf(types, `data/${file('types')}`, codebook)),
    habits: new Set(habitsOf(readOptionalData(file('habits')), `data/${file('habits')}`)),
    thresholds: readThresholds(readOptionalData(file('thresholds')), `data/${file('thresholds')}`),
  };
}

function habitsOf(text: string | undefined, file: string): Habit[] {
  if (text === undefined) return [];
  return parseTsv(text, file, ['habit']).map(({ fields, at }) => {
    const habit = HABITS.find((one) => one === fields['habit']);
    if (habit) return habit;
    throw new ChanceryError('CONVENTION_HABIT', `unknown habit "${fields['habit']}"`, {
      at,
      expected: HABITS.join(', '),
    });
  });
}

/** What a table sets. */
export function readThresholds(text: string | undefined, file: string): Partial<Thresholds> {
  if (text === undefined) return {};
  const set = parseTsv(text, file, ['threshold', 'value']).map(({ fields, at }): [string, number] => {
    const { threshold = '', value = '' } = fields;
    if (THRESHOLD_NAMES.includes(threshold) && value.trim() !== '' && Number(value) >= 0)
      return [threshold, Number(value)];
    throw new ChanceryError('CONVENTION_THRESHOLD', `no such threshold or value: "${threshold}" is "${value}"`, {
      at,
      expected: `${THRESHOLD_NAMES.join(', ')}, each with a number from 0 on`,
    });
  });
  return Object.fromEntries(set);
}

function typesOf(text: string, file: string, codebook: Codebook): [string, string][] {
  return parseTsv(text, file, ['type', 'mode', 'becomes']).map(({ fields, at }) => {
    const { type = '', mode = '', becomes = '' } = fields;
    if (codebook.types.get(type)?.modes[mode] && codebook.types.has(becomes)) return [`${type} ${mode}`, becomes];
    throw new ChanceryError('CONVENTION_TYPE', `no such type or mode: "${type} ${mode}" becomes "${becomes}"`, { at });
  });
}
