import { type Document, extended, type Sentence, type Span, type Statement, textSpan } from '../../model/index.ts';
import { firstWhere } from './first-where.ts';

interface Mark extends Span {
  readonly mark: string;
}

/** Characters between the end of a sentence and a note mark that still stands at it. */
const MAX_AFTER = 2;

/**
 * Gives each statement the note at its words (the first mark behind them in their sentence), and takes marks that end
 * the words said out of them: "that it had done so. [2]" says nothing of note 2.
 */
export function withNotes(
  { text, notes }: Document,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
): Statement[] {
  const marks = notes
    .flatMap(({ mark, references }) => references.map(({ start, end }): Mark => ({ start, end, mark })))
    .sort((a, b) => a.start - b.start);
  if (marks.length === 0) return [...statements];
  return statements.map((statement) => {
    const last = statement.content.at(-1);
    if (!last) return statement;
    const end = endBefore(text, marks, last);
    const content =
      end > last.start && end < last.end
        ? [...statement.content.slice(0, -1), textSpan(text, last.start, end)]
        : statement.content;
    const found = markFrom(marks, end);
    const sentence = sentences[firstWhere(sentences.length, (k) => sentences[k]!.end >= end)];
    const isAt = found !== undefined && sentence !== undefined && found.start <= sentence.end + MAX_AFTER;
    return isAt ? extended(statement, { content, note: found.mark }) : { ...statement, content };
  });
}

/** The end of a span without the marks and points that end it. */
function endBefore(text: string, marks: readonly Mark[], { start, end }: Span): number {
  let at = end;
  for (let k = firstWhere(marks.length, (n) => marks[n]!.start >= end) - 1; k >= 0; k--) {
    const mark = marks[k]!;
    if (mark.start < start || mark.end > at || /[\p{L}\p{N}]/u.test(text.slice(mark.end, at))) break;
    at = start + text.slice(start, mark.start).replace(/[\s.]+$/u, '').length;
  }
  return at;
}

function markFrom(marks: readonly Mark[], at: number): Mark | undefined {
  return marks[firstWhere(marks.length, (k) => marks[k]!.start >= at)];
}
