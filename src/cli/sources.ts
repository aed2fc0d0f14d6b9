import { type Command, Option } from 'commander';
import { runBatch } from '../app/batch.ts';
import { type Bibliography, bibliographyOf, type CitationFormat, printWorks } from '../app/bibliography.ts';
import { listInputs } from '../app/inputs.ts';
import { openWorkbench } from '../app/workbench.ts';
import { type Io, writeLine } from './io.ts';
import { reportBatch } from './report.ts';
import { formatTable } from './table.ts';

interface Options {
  format?: CitationFormat | 'table' | 'jsonl';
}

export function registerSources(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('sources')
    .description('the works that documents rest on, through Ibid. and op. cit., and how many events each carries')
    .argument('<input...>', 'files, folders, URLs or -')
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
  const workbench = openWorkbench();
  const format = options.format ?? (io.outIsTerminal ? 'table' : 'jsonl');
  const report = await runBatch(
    listInputs(names),
    async (input) => {
      const { document } = await workbench.read(input);
      const found = bibliographyOf(document, workbench.code(document).events);
      if (format === 'table') io.out(`${draw(found)}\n`);
      else if (format === 'jsonl') writeLine(io, { document: document.id, ...found });
      else io.out(`${printWorks(found.works, format)}\n`);
    },
    { nameOf: (input) => input.name },
  );
  return reportBatch(io, report);
}

function draw({ works, events, origins, open }: Bibliography): string {
  const rows = works.map(({ citation, marks, events: carried }) => [
    marks.map((mark) => `[${mark}]`).join(' '),
    citation.publisher ?? citation['container-title'] ?? '',
    citation.title ?? '',
    String(carried),
  ]);
  const lines = works.length > 0 ? [formatTable(['notes', 'published by', 'title', 'events'], rows)] : [];
  lines.push(`${events} events rest on ${origins.length} published sources`);
  for (const { mark, why } of open) lines.push(`[${mark}] leads nowhere: ${why}`);
  return lines.join('\n');
}
