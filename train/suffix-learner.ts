import { LONGEST_SUFFIX } from '../src/language/engine/suffix-table.ts';

export interface SuffixSample {
  readonly name: string;
  readonly form: string;
  readonly value: string;
}

type Counts = Map<string, Map<string, number>>;

export interface SuffixOptions {
  /** Keeps a rule for every form, even where its suffix says the same: another table is asked in between. */
  readonly everyForm: boolean;
}

/** Rules for a SuffixTable: a suffix is kept only where it says something else than the next shorter kept one. */
export function learnSuffixes(samples: readonly SuffixSample[], options: SuffixOptions = { everyForm: false }): string {
  const classes = new Map<string, Counts>();
  for (const { name, form, value } of samples) {
    const counts: Counts = classes.get(name) ?? new Map();
    classes.set(name, counts);
    // A whole lemma that shares nothing with its form says nothing of other forms.
    const longest = options.everyForm && value.startsWith('=') ? -1 : Math.min(LONGEST_SUFFIX, form.length);
    for (let k = 0; k <= longest; k++) count(counts, form.slice(form.length - k), value);
    count(counts, `^${form}`, value);
  }
  const names = [...classes.keys()].sort();
  return names.map((name) => [name, ...keptRules(classes.get(name)!, options)].join('\t')).join('\n');
}

/** Rules for whole forms only, for those whose commonest value is not ''. */
export function learnExceptions(samples: readonly SuffixSample[]): string {
  const classes = new Map<string, Counts>();
  for (const { name, form, value } of samples) {
    const counts: Counts = classes.get(name) ?? new Map();
    classes.set(name, counts);
    count(counts, `^${form}`, value);
  }
  const names = [...classes.keys()].sort();
  const line = (name: string): string => {
    const rules = [...classes.get(name)!].map(([form, values]) => [form, commonest(values)]);
    return [name, ...rules.filter(([, value]) => value !== '').flat()].join('\t');
  };
  return names.map(line).join('\n');
}

function count(counts: Counts, key: string, value: string): void {
  const values = counts.get(key) ?? new Map<string, number>();
  values.set(value, (values.get(value) ?? 0) + 1);
  counts.set(key, values);
}

function keptRules(counts: Counts, { everyForm }: SuffixOptions): string[] {
  const kept = new Map<string, string>();
  const suffixes = [...counts.keys()].filter((key) => !key.startsWith('^')).sort(shorterFirst);
  for (const suffix of suffixes) {
    const value = commonest(counts.get(suffix)!);
    if (suffix === '' || inherited(kept, suffix.slice(1)) !== value) kept.set(suffix, value);
  }
  const forms = [...counts.keys()].filter((key) => key.startsWith('^')).sort();
  for (const form of forms) {
    const value = commonest(counts.get(form)!);
    if (everyForm || inherited(kept, form.slice(1).slice(-LONGEST_SUFFIX)) !== value) kept.set(form, value);
  }
  return [...kept].flat();
}

function inherited(kept: ReadonlyMap<string, string>, suffix: string): string | undefined {
  for (let from = 0; from <= suffix.length; from++) {
    const value = kept.get(suffix.slice(from));
    if (value !== undefined) return value;
  }
  return undefined;
}

function shorterFirst(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** Ties go to the value that sorts first. */
function commonest(values: ReadonlyMap<string, number>): string {
  let best = '';
  let most = -1;
  for (const [value, times] of values) {
    if (times > most || (times === most && value < best)) {
      best = value;
      most = times;
    }
  }
  return best;
}
