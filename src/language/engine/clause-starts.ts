const OPENS = new Set(['(', '[', '«', '“', '„']);
const CLOSES = new Set([')', ']', '»', '”']);
const VERBAL = new Set(['VERB', 'AUX']);

/**
 * Where the main clauses begin that a semicolon divides: 0, and behind each semicolon that has a verb on either side and
 * stands in no bracket or quotation. What stands on its other side can't govern a word; parsed together, the greedy parser
 * makes the first clause's last noun the subject of the second clause's verb.
 */
export function clauseStarts(forms: readonly string[], part: (i: number) => string): number[] {
  const starts = [0];
  let depth = 0;
  let straight = 0;
  let hasVerb = false;
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]!;
    if (OPENS.has(form)) depth += 1;
    else if (CLOSES.has(form)) depth = Math.max(0, depth - 1);
    else if (form === '"') straight += 1;
    else if (VERBAL.has(part(i))) hasVerb = true;
    if (form !== ';' || depth > 0 || straight % 2 === 1 || !hasVerb || i === forms.length - 1) continue;
    starts.push(i + 1);
    hasVerb = false;
  }
  // a list behind the last semicolon is no clause
  if (!hasVerb && starts.length > 1) starts.pop();
  return starts;
}

/** Hangs the root of every later clause on that of the first, as UD does with clauses side by side. */
export function joinClauses(heads: number[], deprels: string[], starts: readonly number[]): void {
  if (starts.length === 1) return;
  const root = heads.indexOf(-1);
  for (let i = root + 1; i < heads.length; i++) {
    if (heads[i] !== -1) continue;
    heads[i] = root;
    deprels[i] = 'parataxis';
  }
}
