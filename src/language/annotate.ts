import type { RawToken, Token } from '../model/index.ts';
import { type ConlluSentence, type ConlluWord, printConllu, printFeats, readConllu } from './conllu.ts';
import type { Language } from './language.ts';

/** CoNLL-U with the same words, comments and multiword lines, all other columns predicted. Throws CONLLU_FORMAT. */
export function annotateConllu(language: Language, text: string): string {
  return printConllu(readConllu(text).map((sentence) => annotate(language, sentence)));
}

/** The sentences of a plain text as CoNLL-U, with `# text` and where gaps are missing `SpaceAfter=No`. */
export function textToConllu(language: Language, text: string): string {
  const sentences = language.sentences(text, 0, text.length).map(({ start, end }, index): ConlluSentence => {
    const tokens = language.analyse(language.tokenise(text, start, end));
    const line = text.slice(start, end).replace(/\s+/g, ' ');
    const others = [`# sent_id = ${index + 1}`, `# text = ${line}`].map((comment) => ({ before: 0, text: comment }));
    const words = tokens.map((token, i) => {
      const glued = tokens[i + 1]?.start === token.end;
      return toWord(token, glued ? 'SpaceAfter=No' : '_');
    });
    return { others, words };
  });
  return printConllu(sentences);
}

function annotate(language: Language, sentence: ConlluSentence): ConlluSentence {
  const { words, others } = sentence;
  const tokens = language.analyse(layOut(words));
  return { others, words: tokens.map((token, i) => toWord(token, words[i]!.misc)) };
}

/** Words one blank apart, so that every token has a span. */
function layOut(words: readonly ConlluWord[]): RawToken[] {
  let at = 0;
  return words.map(({ form }) => {
    const start = at;
    at += form.length + 1;
    return { form, start, end: start + form.length };
  });
}

function toWord(token: Token, misc: string): ConlluWord {
  const { form, lemma, upos, deprel } = token;
  return { form, lemma, upos, xpos: '_', feats: printFeats(token.feats), head: token.head + 1, deprel, misc };
}
