import type { Draft } from '../draft.ts';
import { readPlain } from '../plain/plain.ts';
import type { ReadWords } from '../words.ts';

export interface HtmlOptions {
  readonly words: ReadWords;
  readonly url?: string | undefined;
  readonly at: string;
}

export async function readHtml(html: string, options: HtmlOptions): Promise<Draft> {
  return readPlain(html.replace(/<[^>]*>/g, ' '), options.words);
}
