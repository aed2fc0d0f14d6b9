import type { Span } from '../../src/model/index.ts';
import type { Attribution } from './score.ts';

const SAY =
  '(?:said|says|told|added|noted|wrote|argued|claimed|announced|reported|stated|asked|explained|suggested|warned)';
const NAME = "(?:[A-Z][\\w.’'-]*(?:\\s+[A-Z][\\w.’'-]*){0,4}|he|she|they|He|She|They)";
const QUOTE = `((?:[“"][^”"\\n]{3,600}[”"]|''(?:(?!'')[^\\n]){3,600}''))`;

/** What regular expressions alone find: quotations beside a word of saying, "NAME said that …", "according to NAME". */
export function baseline(text: string): Attribution[] {
  const found: Attribution[] = [];
  const add = (pattern: string, content: number, source: number): void => {
    for (const match of text.matchAll(new RegExp(pattern, 'dgu'))) {
      const at = (group: number): Span | undefined => {
        const place = match.indices?.[group];
        return place && { start: place[0], end: place[1] };
      };
      const words = at(content);
      const who = at(source);
      if (words) found.push({ content: [words], source: who ? [who] : [] });
    }
  };
  add(`${QUOTE},?\\s+(${NAME})\\s+${SAY}\\b`, 1, 2);
  add(`${QUOTE},?\\s+${SAY}\\s+(${NAME})`, 1, 2);
  add(`(${NAME})\\s+${SAY}(?:\\s\\w+)?[:,]\\s+${QUOTE}`, 2, 1);
  add(`(${NAME})\\s+${SAY}\\s+((?:that\\s+)?[^.“”"\\n]{10,300})\\.`, 2, 1);
  add(`([^.\\n“”"]{10,300}),?\\s+according to\\s+((?:the |a |an )?${NAME}|[a-z ]{3,40})`, 1, 2);
  return found;
}
