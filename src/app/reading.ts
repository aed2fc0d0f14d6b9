import { parseReadWords, type ReadWords } from '../read/index.ts';
import { languageCodes } from './language-shelf.ts';
import { listData, readData } from './data-folder.ts';

let words: ReadWords | undefined;

/** The reader's word tables of every language that has them. */
export function readWords(): ReadWords {
  words ??= parseReadWords(
    listData('words')
      .filter((language) => languageCodes().includes(language) || listData(`words/${language}`).includes('boilerplate.tsv'))
      .map((language) => {
        const table = (name: string): string => readData(`words/${language}/${name}.tsv`);
        return { language, boilerplate: table('boilerplate'), section: table('section'), notes: table('notes'), common: table('common') };
      }),
  );
  return words;
}
