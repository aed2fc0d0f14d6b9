import type { Document, Mention, Sentence, Statement } from '../../model/index.ts';
import { blockQuotations, labelled } from './introduced.ts';
import { paragraphsOf } from './paragraph.ts';
import { type Page, pageOf } from './page.ts';
import { readQuotations } from './quoted.ts';
import { toStatement, type Utterance } from './utterance.ts';
import { type Read, readSentence, type StatementWords } from './voice.ts';

export type { StatementWords } from './voice.ts';

export interface StatementInput {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  /** One list a sentence. */
  readonly mentions: readonly (readonly Mention[])[];
  readonly words: StatementWords;
}

/**
 * Who said what in a document: indirect, direct and mixed speech, quotations over several paragraphs, block quotations,
 * speakers' labels. In the order of the text, the holding statement before the held. Linear in the length of the text.
 */
export function findStatements({ document, sentences, mentions, words }: StatementInput): Statement[] {
  const reads = sentences.map((sentence): Read =>
    readSentence({ document, sentence, mentions: mentions[sentence.index] ?? [], words }),
  );
  const page: Page = pageOf({ document, reads, mentions, words, paragraphs: paragraphsOf(document) });
  const utterances = [...readQuotations(page), ...blockQuotations(page), ...labelled(page)];
  const statements = utterances
    .filter(({ content }: Utterance) => content.length > 0)
    .map((utterance) => toStatement(document.text, utterance));
  statements.sort(
    (a, b) =>
      a.content[0]!.start - b.content[0]!.start ||
      b.content.at(-1)!.end - a.content.at(-1)!.end ||
      (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0),
  );
  return nest(statements);
}

/** Gives each statement the index of the innermost one that holds its cue. */
function nest(statements: readonly Statement[]): Statement[] {
  const open: number[] = [];
  return statements.map((statement, i) => {
    const { start, end } = reach(statement);
    while (open.length > 0 && reach(statements[open.at(-1)!]!).end <= start) open.pop();
    const outer = open.findLast((k) => holds(statements[k]!, statement));
    if (open.length < MAX_OPEN && end > start) open.push(i);
    return outer === undefined ? statement : { ...statement, within: outer };
  });
}

const MAX_OPEN = 32;

function reach({ content }: Statement): { start: number; end: number } {
  return { start: content[0]!.start, end: content.at(-1)!.end };
}

function holds(outer: Statement, inner: Statement): boolean {
  const place = inner.cue[0] ?? inner.content[0]!;
  return outer.content.some((span) => span.start <= place.start && place.end <= span.end);
}
