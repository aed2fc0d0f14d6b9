import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import { ChanceryError } from '../model/error.ts';
import { checkedUrl, isPublicAddress, refused } from './address.ts';
import { MAX_BYTES } from './bytes.ts';

/** All addresses of a host name. */
export type Lookup = (host: string) => Promise<readonly LookupAddress[]>;

export interface FetchOptions {
  /** Says who asks, with an address for complaints. */
  readonly userAgent?: string;
  readonly maxBytes?: number;
  /** For the whole exchange, redirects included. Default 30 s. */
  readonly timeoutMs?: number;
  readonly maxRedirects?: number;
  /** Set false only for a site whose owner said so. */
  readonly robots?: boolean;
  /** Name look-up, replaceable for tests. Every address it gives is checked, and the checked one is connected to. */
  readonly lookup?: Lookup;
  /** Transport, replaceable for tests. */
  readonly dispatcher?: Dispatcher;
}

export interface Fetched {
  readonly bytes: Uint8Array;
  /** After redirects. */
  readonly url: string;
  readonly contentType?: string;
}

const USER_AGENT = 'chancery/0.1 (+https://www.npmjs.com/package/chancery)';
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * Gets a page from the public web. Throws READ_URL, READ_ADDRESS, READ_ROBOTS, READ_REDIRECTS, READ_STATUS,
 * READ_TOO_LARGE, READ_TIMEOUT or READ_UNREACHABLE.
 */
export async function fetchUrl(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const first = await checkedUrl(url);
  const client = await clientOf(options);
  try {
    let at = first;
    const rules = new Map<string, RobotsRule>();
    for (let hop = 0; hop <= (options.maxRedirects ?? 3); hop++) {
      if (options.robots !== false) await askRobots(at, client, rules);
      const answer = await client.get(at, options.maxBytes ?? MAX_BYTES);
      if (answer.location === undefined) return finished(answer, at);
      at = await checkedUrl(answer.location, at);
    }
    throw new ChanceryError('READ_REDIRECTS', 'the page redirects too often', { at: url });
  } finally {
    await client.close();
  }
}

function finished(answer: Answer, at: URL): Fetched {
  if (answer.status !== 200) {
    throw new ChanceryError('READ_STATUS', 'the server did not give the page', {
      at: at.href,
      expected: 'status 200',
      found: String(answer.status),
    });
  }
  const type = answer.contentType;
  return { bytes: answer.bytes, url: at.href, ...(type === undefined ? {} : { contentType: type }) };
}

interface Answer {
  readonly status: number;
  readonly location?: string;
  readonly contentType?: string;
  readonly bytes: Uint8Array;
}

interface Client {
  readonly userAgent: string;
  get(url: URL, maxBytes: number): Promise<Answer>;
  close(): Promise<void>;
}

async function clientOf(options: FetchOptions): Promise<Client> {
  const { Agent, request } = await import('undici');
  const userAgent = options.userAgent ?? USER_AGENT;
  const dispatcher = options.dispatcher ?? new Agent({ connect: { lookup: await guardedLookup(options.lookup) } });
  const signal = AbortSignal.timeout(options.timeoutMs ?? 30_000);
  return {
    userAgent,
    async get(url, maxBytes) {
      try {
        const headers = { 'user-agent': userAgent, accept: 'text/html,application/xhtml+xml,text/plain;q=0.9' };
        const response = await request(url, { dispatcher, signal, headers });
        return await answerOf(response, url, maxBytes);
      } catch (error) {
        throw named(error, url);
      }
    },
    async close() {
      if (options.dispatcher === undefined) await dispatcher.destroy();
    },
  };
}

async function answerOf(response: Dispatcher.ResponseData, url: URL, maxBytes: number): Promise<Answer> {
  const status = response.statusCode;
  const location = headerOf(response, 'location');
  if (REDIRECTS.has(status) && location !== undefined) {
    response.body.destroy();
    return { status, location, bytes: new Uint8Array() };
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    size += part.byteLength;
    if (size > maxBytes) {
      response.body.destroy();
      throw new ChanceryError('READ_TOO_LARGE', 'the page is too large', {
        at: url.href,
        expected: `at most ${maxBytes} bytes`,
      });
    }
    parts.push(part);
  }
  const type = headerOf(response, 'content-type');
  return { status, bytes: Buffer.concat(parts), ...(type === undefined ? {} : { contentType: type }) };
}

function headerOf(response: Dispatcher.ResponseData, name: string): string | undefined {
  const value = response.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Looks a name up and refuses it if any of its addresses is not public: the check and the connection see the same one. */
async function guardedLookup(replacement: Lookup | undefined): Promise<LookupFunction> {
  const dns = await import('node:dns/promises');
  const lookup: Lookup = replacement ?? ((host) => dns.lookup(host, { all: true }));
  const checked = async (host: string): Promise<readonly LookupAddress[]> => {
    const addresses = await lookup(host);
    const checks = await Promise.all(addresses.map(({ address }) => isPublicAddress(address)));
    const bad = checks.indexOf(false);
    if (bad !== -1 || addresses.length === 0) throw refused(host, addresses[bad]?.address ?? host);
    return addresses;
  };
  return (host, options, done) => {
    checked(host).then(
      // Node asks for one address or for all; the answer has the shape it asked for.
      (list) => (options.all ? done(null, [...list]) : done(null, list[0]!.address, list[0]!.family)),
      (error: NodeJS.ErrnoException) => done(error, ''),
    );
  };
}

function named(error: unknown, url: URL): unknown {
  const cause = error instanceof Error && error.cause instanceof ChanceryError ? error.cause : error;
  if (cause instanceof ChanceryError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'TimeoutError' || name === 'AbortError') {
    return new ChanceryError('READ_TIMEOUT', 'the server took too long', { at: url.href, hint: 'Try again later' });
  }
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : name;
  return new ChanceryError('READ_UNREACHABLE', 'the server cannot be reached', {
    at: url.href,
    found: code,
    hint: 'Check the address and the connection',
  });
}

type RobotsRule = (url: string) => boolean;

const ROBOTS_BYTES = 512_000;

/** RFC 9309: no rules where the file is missing (4xx); no visit while the server can't say (5xx). */
async function askRobots(url: URL, client: Client, rules: Map<string, RobotsRule>): Promise<void> {
  const rule = rules.get(url.origin) ?? (await robotsRule(url, client));
  rules.set(url.origin, rule);
  if (rule(url.href)) return;
  throw new ChanceryError('READ_ROBOTS', "the site's robots.txt does not allow this page to be read", {
    at: url.href,
    hint: 'Save the page by hand if you may, and read the file',
  });
}

async function robotsRule(url: URL, client: Client): Promise<RobotsRule> {
  let at = new URL('/robots.txt', url);
  for (let hop = 0; hop < 4; hop++) {
    const answer = await client.get(at, ROBOTS_BYTES);
    if (answer.location !== undefined) {
      at = await checkedUrl(answer.location, at);
      continue;
    }
    if (answer.status >= 500) return () => false;
    if (answer.status !== 200) return () => true;
    const { default: loaded } = await import('robots-parser');
    // The package's types put the function one level deeper than Node does.
    const robotsParser = 'default' in loaded ? loaded.default : loaded;
    const parsed = robotsParser(new URL('/robots.txt', url).href, Buffer.from(answer.bytes).toString('utf8'));
    return (page) => parsed.isAllowed(page, client.userAgent) !== false;
  }
  return () => true;
}
