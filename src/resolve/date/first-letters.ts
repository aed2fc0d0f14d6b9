/**
 * The letters with which a match of a pattern can begin, so that a rule is only tried where it may match. Knows what the
 * rules use: letters, classes, groups, lookaheads, and the marks ? and {0,n}. Throws Error for anything else.
 */
export function firstLetters(pattern: string): ReadonlySet<string> {
  return alternatives(pattern, 0).letters;
}

interface Start {
  readonly letters: ReadonlySet<string>;
  /** It may match nothing, so what follows can begin the match too. */
  readonly empty: boolean;
  readonly next: number;
}

function alternatives(pattern: string, from: number): Start {
  const letters = new Set<string>();
  let empty = false;
  let at = from;
  for (;;) {
    const branch = sequence(pattern, at);
    for (const letter of branch.letters) letters.add(letter);
    empty ||= branch.empty;
    at = branch.next;
    if (pattern[at] !== '|') return { letters, empty, next: at };
    at++;
  }
}

function sequence(pattern: string, from: number): Start {
  const letters = new Set<string>();
  let open = true;
  let at = from;
  while (at < pattern.length && pattern[at] !== '|' && pattern[at] !== ')') {
    const part = atom(pattern, at);
    if (open) for (const letter of part.letters) letters.add(letter);
    const optional = /^(?:\?|\{0,\d\})/.exec(pattern.slice(part.next))?.[0] ?? '';
    open &&= part.empty || optional !== '';
    at = part.next + optional.length;
  }
  return { letters, empty: open, next: at };
}

function atom(pattern: string, at: number): Start {
  if (pattern.startsWith('(?', at)) {
    const group = alternatives(pattern, at + 3);
    const ahead = pattern[at + 2] !== ':';
    return { letters: ahead ? new Set() : group.letters, empty: ahead || group.empty, next: group.next + 1 };
  }
  if (pattern[at] === '[') {
    const end = pattern.indexOf(']', at);
    return { letters: new Set(pattern.slice(at + 1, end)), empty: false, next: end + 1 };
  }
  if (/[*+^$\\({]/.test(pattern[at]!)) throw new Error(`"${pattern[at]}" in ${pattern}`);
  return { letters: new Set(pattern[at]), empty: false, next: at + 1 };
}
