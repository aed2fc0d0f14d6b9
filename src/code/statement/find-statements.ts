import { type Document, extended, type Mention, type Sentence, type Statement } from '../../model/index.ts';
import { blockQuotations, labelled } from './introduced.ts';
import { nest } from './nest.ts';
import { withNotes } from './noted.ts';
import { type Page, pageOf } from './page.ts';
import { paragraphsOf } from './paragraph.ts';
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
  const reads = sentences.map(
    (sentence): Read => readSentence({ document, sentence, mentions: mentions[sentence.index] ?? [], words }),
  );
  const page: Page = pageOf({ document, reads, mentions, words, paragraphs: paragraphsOf(document) });
  const nested = nest([...readQuotations(page), ...blockQuotations(page), ...labelled(page), ...toldAfter(reads)]);
  const statements = nested.map(({ utterance, within }): Statement => {
    const statement = toStatement(document.text, utterance);
    return within === undefined ? statement : extended(statement, { within });
  });
  return withNotes(document, sentences, statements);
}

/** "X bombed Y. Об этом сообщил Z." — the sentence before is Z's. */
function toldAfter(reads: readonly Read[]): Utterance[] {
  return reads.flatMap(({ tellsBefore }, k): Utterance[] => {
    const before = reads[k - 1]?.sentence;
    if (!tellsBefore || !before) return [];
    return [{ voice: tellsBefore, content: [{ start: before.start, end: before.end }], quoted: [] }];
  });
}
