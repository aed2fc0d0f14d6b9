import { ChanceryError } from '../model/index.ts';

/** Where a command writes and what it may ask of its surroundings; tests pass their own. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
}

export const EXIT = { ok: 0, no: 1, usage: 2, partial: 3, credentials: 4, interrupted: 130 } as const;

export function processIo(): Io {
  // `chancery events | head` closes the pipe: that is no error
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.ok);
    throw error;
  });
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    outIsTerminal: process.stdout.isTTY === true,
    errIsTerminal: process.stderr.isTTY === true,
  };
}

/** One JSON value a line. */
export function writeLine(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value)}\n`);
}

/** What a user sees of an error: one line with code, place, facts and remedy; never a stack. */
export function describeError(error: unknown): string {
  if (error instanceof ChanceryError) return error.toLine();
  const message = error instanceof Error ? error.message : String(error);
  return `INTERNAL: ${message}. This is a fault of the program; please report it with the input`;
}
