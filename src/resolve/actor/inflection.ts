import { foldPlain } from '../../language/segment/fold.ts';
import { parseTsv } from '../../model/index.ts';

/** Which words a rule bends: all, or only common nouns and adjectives (roles, adjectives, demonyms). */
type Scope = 'any' | 'word';

interface Rule {
  readonly base: string;
  readonly cut: number;
  readonly endings: ReadonlySet<string>;
  readonly scope: Scope;
}

export interface Stem {
  readonly stem: string;
  readonly endings: ReadonlySet<string>;
}

/** A language's endings as data: the forms a listed word may take in a text. */
export interface Inflection {
  /** Longest ending of all rules, in UTF-16 units. */
  readonly longest: number;
  /** All endings that may follow an apostrophe after a name. */
  readonly suffixes: ReadonlySet<string>;
  /** What an ending may have taken the place of: "ies" of "y"; undefined for what is no ending. */
  restores(ending: string): readonly string[] | undefined;
  /** Stems of a folded base form; always at least the form itself. */
  stems(base: string, scope: Scope): readonly Stem[];
}

const BARE: ReadonlySet<string> = new Set(['']);

/** `0` is the empty ending; a cell that starts with `*` is the product of groups of alternatives: `*|lar|ler+|a|e`. */
function expand(cell: string): Set<string> {
  if (!cell.startsWith('*')) return new Set(cell.split(' ').map((ending) => (ending === '0' ? '' : ending)));
  let forms = [''];
  for (const group of cell.slice(1).split('+')) {
    const alternatives = group.split('|');
    forms = forms.flatMap((form) => alternatives.map((ending) => form + ending));
  }
  return new Set(forms);
}

/** Reads data/words/<lang>/inflection.tsv (columns base, cut, endings, for). */
export function readInflection(text: string, file: string): Inflection {
  const rules: Rule[] = parseTsv(text, file, ['base', 'cut', 'endings', 'for']).map(({ fields }) => ({
    base: foldPlain(fields['base']!),
    cut: fields['cut'] === '0' ? 0 : fields['cut']!.length,
    endings: new Set([...expand(fields['endings']!)].map((ending) => foldPlain(ending))),
    scope: fields['for'] === 'word' ? 'word' : 'any',
  }));
  rules.sort((a, b) => b.base.length - a.base.length);
  const suffixes = new Set(rules.filter((rule) => rule.base === '').flatMap((rule) => [...rule.endings]));
  const longest = Math.max(0, ...rules.flatMap((rule) => [...rule.endings].map((ending) => ending.length)));
  const tails = tailsOf(rules);
  const known = new Map<string, readonly Stem[]>();
  const stems = (base: string, scope: Scope): readonly Stem[] => {
    const key = scope + base;
    const found = known.get(key);
    if (found) return found;
    const made = stemsOf(rules, base, scope);
    known.set(key, made);
    return made;
  };
  return { longest, suffixes, stems, restores: (ending) => tails.get(ending) };
}

/** Ending -> the ends of base forms that it may stand for. */
function tailsOf(rules: readonly Rule[]): Map<string, string[]> {
  const tails = new Map<string, string[]>();
  for (const { base, cut, endings } of rules) {
    const tail = base.slice(base.length - cut);
    for (const ending of endings) {
      const list = tails.get(ending);
      if (!list) tails.set(ending, [tail]);
      else if (!list.includes(tail)) list.push(tail);
    }
  }
  return tails;
}

/** The rules of the longest fitting base, and for words the general ones beside it; the form itself in any case. */
function stemsOf(rules: readonly Rule[], base: string, scope: Scope): readonly Stem[] {
  const stems: Stem[] = [];
  let length = -1;
  for (const rule of rules) {
    if (rule.scope === 'word' && scope !== 'word') continue;
    if (!base.endsWith(rule.base) || base.length - rule.cut < 2) continue;
    const general = rule.base === '' && rule.endings.size > 40;
    if (length >= 0 && rule.base.length < length && !general) break;
    length = rule.base.length;
    stems.push({ stem: base.slice(0, base.length - rule.cut), endings: rule.endings });
  }
  return stems.some(({ stem, endings }) => endings.has(base.slice(stem.length)) && base.startsWith(stem))
    ? stems
    : [{ stem: base, endings: BARE }, ...stems];
}
