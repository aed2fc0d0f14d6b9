import type { Command } from 'commander';
import { type ClaimedEvent, withClaims } from '../app/claims.ts';
import { openRecordStore, storePath } from '../app/record-store.ts';
import { openWorkbench } from '../app/workbench.ts';
import { ChanceryError, type Event } from '../model/index.ts';
import { drawEvent } from './drawing.ts';
import { EXIT, type Io, writeLine } from './io.ts';
import { originWords } from './origin-words.ts';

const RELATIONS = { denies: 'said otherwise by', confirms: 'confirmed by', repeats: 'repeated by' } as const;

interface Options {
  store?: string;
  language?: string;
  published?: string;
  format?: 'text' | 'json';
}

export function registerExplain(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('explain')
    .description('every step behind an event of the record, or behind the coding of a sentence')
    .argument('<event-or-sentence>', 'id of an event, or a sentence in quotes')
    .option('--store <file>', 'the record (default: $CHANCERY_STORE, else ./chancery.sqlite)')
    .option('--language <code>', 'language of the sentence')
    .option('--published <date>', 'date of publication of the sentence')
    .option('--format <format>', 'text or json', 'text')
    .action(async (what: string, options: Options) => {
      done(/^[0-9a-f]{24}$/.test(what) ? explainEvent(what, options, io) : await explainSentence(what, options, io));
    });
}

function explainEvent(id: string, options: Options, io: Io): number {
  const path = storePath(options.store);
  const store = openRecordStore(path, { readOnly: true });
  try {
    const event = store.event(id);
    if (!event)
      throw new ChanceryError('EVENT_UNKNOWN', 'no such event', {
        at: path,
        found: id,
        hint: 'chancery events lists them',
      });
    const explained = withClaims(store, [event]);
    show(explained, options, io);
    if (options.format !== 'json') for (const line of claimLines(store, explained)) io.out(line);
    return EXIT.ok;
  } finally {
    store.close();
  }
}

async function explainSentence(text: string, options: Options, io: Io): Promise<number> {
  const coded = await openWorkbench(storePath(options.store)).codeText({ text, ...options });
  show(coded.events, options, io);
  for (const { why } of coded.abstentions) io.out(`not coded: ${why}\n`);
  if (coded.events.length === 0 && coded.abstentions.length === 0)
    io.out('not coded: no line of the lexicon and no pair of actors meet here\n');
  return coded.events.length > 0 ? EXIT.ok : EXIT.no;
}

function show(events: readonly Event[], { format }: Options, io: Io): void {
  if (format === 'json') for (const event of events) writeLine(io, event);
  else io.out(events.map((event) => `${drawEvent(event)}\n  ${originWords(event.origin)}\n`).join('\n'));
}

/** "denied by Iran (id): the sentence", a line for each claim of the same deed. */
function* claimLines(
  store: { event(id: string): Event | undefined },
  events: readonly ClaimedEvent[],
): Generator<string> {
  for (const { id, relation } of events.flatMap((event) => event.claims ?? [])) {
    const other = store.event(id);
    if (!other) continue;
    const doer = other.stance === 'denied' ? other.actor[0]?.name : undefined;
    const who =
      other.attribution?.speaker.name ?? doer ?? other.origin?.name ?? other.document.title ?? other.document.id;
    yield `  ${RELATIONS[relation]} ${who} (${id}): ${other.evidence.quote.replaceAll('\n', ' ')}\n`;
  }
}
