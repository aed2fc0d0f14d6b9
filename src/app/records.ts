import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ChanceryError, type Document } from '../model/index.ts';

/** A line of a `--records` file: any JSON object; which fields a command needs is its own business. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export interface RecordLine {
  readonly at: string;
  readonly record?: JsonRecord;
  readonly error?: ChanceryError;
}

/** Reads JSON Lines; a bad line is reported with file and line and the rest goes on. `-` is standard input. */
export function readRecords(file: string): RecordLine[] {
  const text = readFileSync(file === '-' ? 0 : file, 'utf8');
  const lines: RecordLine[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    lines.push(parseLine(line, `${file}:${i + 1}`));
  }
  return lines;
}

function parseLine(line: string, at: string): RecordLine {
  const bad = (found: string): RecordLine => ({
    at,
    error: new ChanceryError('RECORD_JSON', 'not a JSON object', { at, found, hint: 'One object a line' }),
  });
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return bad(typeof value);
    return { at, record: value as JsonRecord };
  } catch (error) {
    return bad(error instanceof Error ? error.message : String(error));
  }
}

/** A string field; undefined when absent or null, RECORD_FIELD when it is something else or required and missing. */
export function stringField(record: JsonRecord, name: string, at: string): string | undefined {
  const value = record[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string')
    throw new ChanceryError('RECORD_FIELD', `"${name}" is no string`, { at, found: typeof value });
  return value;
}

export function requiredField(record: JsonRecord, name: string, at: string): string {
  const value = stringField(record, name, at);
  if (value === undefined)
    throw new ChanceryError('RECORD_FIELD', `no "${name}"`, { at, hint: `Each line needs "${name}"` });
  return value;
}

export interface BareText {
  readonly text: string;
  readonly language?: string | undefined;
  readonly published?: string | undefined;
}

/** A document of one paragraph made of a bare text. The text is kept as it is, so that offsets hold for the caller. */
export function documentOf({ text, language, published }: BareText): Document {
  return {
    id: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    url: null,
    authors: [],
    alternates: [],
    text,
    blocks: text === '' ? [] : [{ kind: 'paragraph', start: 0, end: text.length }],
    notes: [],
    removed: [],
    ...(language === undefined ? {} : { language }),
    ...(published === undefined ? {} : { published }),
  };
}
