import { type Command, Option } from 'commander';
import type { CiteQuery } from '../app/app.ts';
import { CITATION_STYLES, citeEvent } from '../app/cite.ts';
import { openRecordStore, storePath } from '../app/record-store.ts';
import { ChanceryError } from '../model/index.ts';
import { EXIT, type Io, writeLine } from './io.ts';

interface Options extends CiteQuery {
  store?: string;
  format: 'text' | 'json';
}

export function registerCite(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('cite')
    .description('the verbatim quotation behind an event, with its speaker, and the citation through its note')
    .argument('<event...>', 'ids of events of the record')
    .option('--store <file>', 'the record (default: $CHANCERY_STORE, else ./chancery.sqlite)')
    .addOption(new Option('--style <style>', 'style').choices([...CITATION_STYLES]).default('chicago'))
    .option('--language <code>', 'language of the words between the citations (default: English)')
    .addOption(new Option('--format <format>', 'text or json').choices(['text', 'json']).default('text'))
    .action((ids: string[], options: Options) => done(cite(ids, options, io)));
}

function cite(ids: readonly string[], { store: given, format, style, language }: Options, io: Io): number {
  const path = storePath(given);
  const store = openRecordStore(path, { readOnly: true });
  try {
    const cited = ids.map((id) => {
      const found = citeEvent(store, id, { style, ...(language !== undefined && { language }) });
      if (found) return found;
      throw new ChanceryError('EVENT_UNKNOWN', 'no such event', {
        at: path,
        found: id,
        hint: 'chancery events lists them',
      });
    });
    if (format === 'json') for (const one of cited) writeLine(io, one);
    else io.out(`${cited.map((one) => one.text).join('\n\n')}\n`);
    return EXIT.ok;
  } finally {
    store.close();
  }
}
