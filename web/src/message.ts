/** One value of a message: shown as it is, numbers in the reader's own way. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * Fills a message. The part of ICU MessageFormat that the interface needs: `{name}`, and
 * `{n, plural, =0 {…} one {# event} other {# events}}` with the language's own plural classes; `#` is the number.
 */
export function fillMessage(message: string, values: Values, language: string): string {
  let filled = '';
  let at = 0;
  while (at < message.length) {
    const open = message.indexOf('{', at);
    if (open < 0) return filled + message.slice(at);
    const close = closing(message, open);
    filled += message.slice(at, open) + fillPart(message.slice(open + 1, close), values, language);
    at = close + 1;
  }
  return filled;
}

function fillPart(part: string, values: Values, language: string): string {
  const [name = '', kind, choices = ''] = splitPart(part);
  const value = values[name];
  if (kind !== 'plural' || typeof value !== 'number') return show(value ?? `{${name}}`, language);
  const branches = branchesOf(choices);
  const branch = branches.get(`=${value}`) ?? branches.get(new Intl.PluralRules(language).select(value));
  const text = branch ?? branches.get('other') ?? '';
  return fillMessage(text.replaceAll('#', show(value, language)), values, language);
}

function show(value: string | number, language: string): string {
  return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
}

function splitPart(part: string): string[] {
  const first = part.indexOf(',');
  if (first < 0) return [part.trim()];
  const second = part.indexOf(',', first + 1);
  return [part.slice(0, first).trim(), part.slice(first + 1, second).trim(), part.slice(second + 1)];
}

function branchesOf(choices: string): Map<string, string> {
  const branches = new Map<string, string>();
  let at = 0;
  for (let open = choices.indexOf('{'); open >= 0; open = choices.indexOf('{', at)) {
    const close = closing(choices, open);
    branches.set(choices.slice(at, open).trim(), choices.slice(open + 1, close));
    at = close + 1;
  }
  return branches;
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth += 1;
    else if (text[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}
