import type { Command } from 'commander';
import { packagePath } from '../app/data-folder.ts';
import { storePath } from '../app/record-store.ts';
import { ChanceryError } from '../model/index.ts';
import { EXIT, type Io } from './io.ts';

interface Options {
  store?: string;
  port: string;
}

export function registerServe(program: Command, io: Io, done: (code: number) => void): void {
  program
    .command('serve')
    .description('show the record in the browser, on this machine only')
    .option('--store <file>', 'the record (default: $CHANCERY_STORE, else ./chancery.sqlite)')
    .option('--port <n>', 'port on 127.0.0.1, 0 for a free one', '4780')
    .action(async (options: Options) => {
      const port = Number(options.port);
      if (!Number.isInteger(port) || port < 0 || port > 65535) {
        throw new ChanceryError('PORT', 'bad --port', { expected: '0 to 65535', found: options.port });
      }
      await serveRecord({ path: storePath(options.store), port, io });
      done(EXIT.ok);
    });
}

export interface ServeWork {
  readonly path: string;
  readonly port: number;
  readonly io: Io;
  /** Where the browser should begin, after the `#`. */
  readonly hash?: string;
  readonly onListen?: (url: string) => void;
}

/** Serves until Ctrl-C. */
export async function serveRecord({ path, port, io, hash, onListen }: ServeWork): Promise<void> {
  // the server and its schemas take a third of a second to load: only who serves pays for them
  const [{ serve }, { openRecordDoor }] = await Promise.all([
    import('../api/serve.ts'),
    import('../app/record-door.ts'),
  ]);
  const door = openRecordDoor(path);
  const serving = await serve({ door: door.record, web: packagePath('web/dist') }, port);
  const address = `${serving.url}/${hash ? `#${hash}` : ''}`;
  io.err(`the record is at ${address} — Ctrl-C ends\n`);
  onListen?.(address);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await serving.close();
  door.close();
}
