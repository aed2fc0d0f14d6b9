import { type Command, Option } from 'commander';
import { runBatch } from '../app/batch.ts';
import {
  type Bibliography,
  bibliographyOf,
  type CitationFormat,
  countReports,
  printWorks,
  type Work,
} from '../app/bibliography.ts';
import { listInputs } from '../app/inputs.ts';
import { openRecordStore, storedDocuments, storePath } from '../app/record-store.ts';
import { openWorkbench } from '../app/workbench.ts';
import type { Document, Event } from '../model/index.ts';
import { EXIT, type Io, writeLine } from './io.ts';
import { countedWords, many } from './origin-words.ts';
import { reportBatch } from './report.ts';
import { formatTable } from './table.ts';

type Format = CitationFormat | 'table' | 'jsonl';

interface Options {
  store?: string;
  format?: Format;
}

export function registerSources(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('sources')
    .description(
      'the works that documents rest on, through Ibid. and op. cit., how many events each carries, and how many independent origins there are',
    )
    .argument('[input...]', 'files, folders, URLs or -; without any, the documents of the record')
    .option('--store <file>', 'the record (default: $CHANCERY_STORE, else ./chancery.sqlite)')
    .addOption(
      new Option('--format <format>', 'csl, bibtex, ris, table or jsonl').choices([
        'csl',
        'bibtex',
        'ris',
        'table',
        'jsonl',
      ]),
    )
    .action(async (names: string[], options: Options) => {
      done(await sources(names, options, io));
    });
}

async function sources(names: readonly string[], options: Options, io: Io): Promise<number> {
  const shelf = new Shelf(options.format ?? (io.outIsTerminal ? 'table' : 'jsonl'), io);
  if (names.length === 0) return ofRecord(options, shelf);
  const workbench = openWorkbench();
  const report = await runBatch(
    listInputs(names),
    async (input) => {
      const { document } = await workbench.read(input);
      shelf.add(document, workbench.code(document).events);
    },
    { nameOf: (input) => input.name },
  );
  shelf.close();
  return reportBatch(io, report);
}

function ofRecord({ store: given }: Options, shelf: Shelf): number {
  const store = openRecordStore(storePath(given), { readOnly: true });
  try {
    let any = false;
    for (const { document, events } of storedDocuments(store)) {
      shelf.add(document, events);
      any = true;
    }
    shelf.close();
    return any ? EXIT.ok : EXIT.no;
  } finally {
    store.close();
  }
}

/** Takes documents one by one; a table and JSON Lines go out at once, files for reference managers at the end. */
class Shelf {
  readonly #format: Format;
  readonly #io: Io;
  readonly #works: { document: Document; works: readonly Work[] }[] = [];
  readonly #events: Event[] = [];
  #documents = 0;

  constructor(format: Format, io: Io) {
    this.#format = format;
    this.#io = io;
  }

  add(document: Document, events: readonly Event[]): void {
    const found = bibliographyOf(document, events);
    this.#documents += 1;
    if (this.#format === 'table') {
      if (this.#documents > 1) this.#io.out('\n');
      this.#io.out(`${document.title ?? document.id}\n${draw(found)}\n`);
      this.#events.push(...events);
    } else if (this.#format === 'jsonl') writeLine(this.#io, { document: document.id, ...found });
    else this.#works.push({ document, works: found.works });
  }

  /** Several documents are counted together: an agency behind all of them is one origin. */
  close(): void {
    if (this.#format === 'table') {
      if (this.#documents > 1)
        this.#io.out(`\nall ${this.#documents} documents: ${countedWords(countReports(this.#events))}\n`);
    } else if (this.#format !== 'jsonl') this.#io.out(printWorks(this.#works, this.#format));
  }
}

function draw({ works, events, origins, open, counted }: Bibliography): string {
  const rows = works.map(({ citation, marks, events: carried, noted }) => [
    marks.map((mark) => `[${mark}]`).join(' '),
    citation.publisher ?? citation['container-title'] ?? '',
    citation.title ?? '',
    String(carried),
    String(noted),
  ]);
  const header = ['notes', 'published by', 'title', 'events', 'at the note'];
  const lines = works.length > 0 ? [formatTable(header, rows)] : [];
  lines.push(`${many(events, 'event')} rest on ${many(origins.length, 'published source')}`);
  for (const { mark, why } of open) lines.push(`[${mark}] leads nowhere: ${why}`);
  lines.push(countedWords(counted));
  return lines.join('\n');
}
