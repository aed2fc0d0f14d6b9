import { ChanceryError, parseTsv } from '../../model/index.ts';
import type { Grammar } from './analyser.ts';
import type { TagLimit } from './tagger.ts';

/** Universal tags of which a language has few words and gets no new ones. */
const CLOSED = ['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ'];

/**
 * A grammar with a language's closed classes: a form that stands in no line of data/words/<language>/closed.tsv (`text`: part,
 * forms, example) is no auxiliary, preposition or pronoun, whatever the tagger thinks of it. CLOSED_PART for another part.
 */
export function withClosed(grammar: Grammar, text: string, file: string): Grammar {
  const closed = closedLimit(text, file, grammar.lower);
  const both = new Map<Allows, Map<Allows, Allows>>();
  const limitTags: TagLimit = (lower) => {
    const byForm = grammar.limitTags?.(lower);
    const byClass = closed(lower);
    if (byForm === undefined) return byClass;
    // one function for each pair: the tagger asks every limit once for every tag
    const known = both.get(byForm) ?? new Map<Allows, Allows>();
    const allows = known.get(byClass) ?? ((tag: string) => byForm(tag) && byClass(tag));
    both.set(byForm, known.set(byClass, allows));
    return allows;
  };
  return { ...grammar, limitTags };
}

type Allows = (tag: string) => boolean;

function closedLimit(text: string, file: string, lower: Grammar['lower']): (lower: string) => Allows {
  const partsOf = new Map<string, Set<string>>();
  for (const { at, fields } of parseTsv(text, file, ['part', 'forms', 'example'])) {
    const part = fields['part'] ?? '';
    if (!CLOSED.includes(part))
      throw new ChanceryError('CLOSED_PART', `"${part}" is no closed class`, {
        at,
        expected: CLOSED.join(', '),
        hint: 'Words of open classes are left to the tagger',
      });
    for (const form of (fields['forms'] ?? '').split(' '))
      partsOf.set(lower(form), (partsOf.get(lower(form)) ?? new Set<string>()).add(part));
  }
  const limits = new Map<string, Allows>();
  const limitOf = (parts: ReadonlySet<string>): Allows => {
    const key = [...parts].sort().join(' ');
    const limit = limits.get(key) ?? ((tag: string) => mayBe(tag, parts));
    limits.set(key, limit);
    return limit;
  };
  const none = limitOf(new Set());
  const byForm = new Map([...partsOf].map(([form, parts]) => [form, limitOf(parts)]));
  return (form) => byForm.get(form) ?? none;
}

function mayBe(tag: string, parts: ReadonlySet<string>): boolean {
  const space = tag.indexOf(' ');
  const part = space < 0 ? tag : tag.slice(0, space);
  return !CLOSED.includes(part) || parts.has(part);
}
