/**
 * What a form ends in decides a value: the longest known suffix within a class wins, a whole form ("^form") before all.
 * Text form: one line a class, tab-separated: class, then suffix and value by turns.
 */
export class SuffixTable {
  /** Lines not yet asked for, and the rules of those that were: loading must not wait for them. */
  readonly #lines = new Map<string, string>();
  readonly #classes = new Map<string, ReadonlyMap<string, string>>();

  constructor(text: string) {
    for (const line of text.split('\n')) this.#lines.set(line.slice(0, Math.max(0, line.indexOf('\t'))), line);
  }

  #rules(name: string): ReadonlyMap<string, string> | undefined {
    const known = this.#classes.get(name);
    if (known !== undefined) return known;
    const line = this.#lines.get(name);
    if (line === undefined) return undefined;
    const cells = line.split('\t');
    const rules = new Map<string, string>();
    for (let i = 1; i + 1 < cells.length; i += 2) rules.set(cells[i]!, cells[i + 1]!);
    this.#classes.set(name, rules);
    return rules;
  }

  /** The value of a form that has a rule of its own. */
  whole(name: string, form: string): string | undefined {
    return this.#rules(name)?.get(`^${form}`);
  }

  /** Undefined when the class is unknown. */
  find(name: string, form: string): string | undefined {
    const rules = this.#rules(name);
    if (rules === undefined) return undefined;
    const whole = rules.get(`^${form}`);
    if (whole !== undefined) return whole;
    for (let k = Math.min(LONGEST_SUFFIX, form.length); k >= 0; k--) {
      const value = rules.get(form.slice(form.length - k));
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

export const LONGEST_SUFFIX = 8;

/**
 * How a lemma is made from a form: "l2:y" takes two units off the lower-case form and adds "y"; "c" keeps the form's
 * capitals, "=" replaces the whole.
 */
export function lemmaRule(form: string, lower: string, lemma: string): string {
  const keepsCase = lemma !== '' && lemma[0] === form[0] && form[0] !== lower[0];
  const base = keepsCase ? form : lower;
  let common = 0;
  while (common < base.length && common < lemma.length && base[common] === lemma[common]) common++;
  if (common === 0) return `=${lemma}`;
  return `${keepsCase ? 'c' : 'l'}${base.length - common}:${lemma.slice(common)}`;
}

export function applyLemmaRule(rule: string, form: string, lower: string): string {
  if (rule[0] === '=') return rule.slice(1);
  const base = rule[0] === 'c' ? form : lower;
  const parts = /^.(\d+):/.exec(rule);
  const cut = parts ? Number(parts[1]) : 0;
  if (cut >= base.length) return base;
  return base.slice(0, base.length - cut) + rule.slice(parts ? parts[0].length : 1);
}
