import { type Interceptable, MockAgent } from 'undici';
import { describe, expect, it } from 'vitest';
import { ChanceryError } from '../src/model/index.ts';
import { type FetchOptions, fetchUrl, readUrl } from '../src/read/index.ts';
import { loadReadWords } from './word-tables.ts';

const ROBOTS = 'User-agent: *\nDisallow: /private/\n';

/** A web of pages in memory: path -> what is answered. Nothing leaves the process. */
function web(hosts: Record<string, (site: Interceptable) => void>): FetchOptions {
  const agent = new MockAgent();
  agent.disableNetConnect();
  for (const [origin, answer] of Object.entries(hosts)) answer(agent.get(origin));
  return { dispatcher: agent };
}

function page(
  site: Interceptable,
  path: string,
  status: number,
  body = '',
  headers: Record<string, string> = {},
): void {
  site.intercept({ path }).reply(status, body, { headers }).persist();
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'no error';
  } catch (error) {
    return error instanceof ChanceryError ? error.code : String(error);
  }
}

const PRIVATE = [
  'http://127.0.0.1/',
  'http://localhost/',
  'http://LOCALHOST:8080/',
  'http://foo.localhost/',
  'http://0.0.0.0/',
  'http://0/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[0:0:0:0:0:ffff:127.0.0.1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://[fd00:ec2::254]/',
  'http://[::ffff:a9fe:a9fe]/',
  'http://metadata.google.internal/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://192.168.1.1/',
  'http://100.64.0.1/',
  'http://[fe80::1]/',
  'http://[fc00::1]/',
  'http://[64:ff9b::7f00:1]/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[2002:7f00:1::]/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://192.0.0.192/',
  'http://user:pass@127.0.0.1:80/',
  'http://100.100.100.200/',
  'http://printer/',
  'http://router.local/',
  'http://[::127.0.0.1]/',
];
const NO_WEB = [
  'file:///etc/passwd',
  'gopher://127.0.0.1:6379/_',
  'ftp://127.0.0.1/',
  'data:text/html,x',
  'not a url',
  'http://',
];

describe('addresses', () => {
  it.each(PRIVATE)('%s is refused', async (url) => expect(await codeOf(fetchUrl(url, web({})))).toBe('READ_ADDRESS'));

  it.each(NO_WEB)('%s is no web address', async (url) => expect(await codeOf(fetchUrl(url, web({})))).toBe('READ_URL'));

  it.each(['127.0.0.1', '169.254.169.254', '::1', '::ffff:10.0.0.1', '64:ff9b::7f00:1'])(
    'a public name that stands for %s is refused when connecting',
    async (address) => {
      const lookup = async () => [
        { address: '93.184.216.34', family: 4 },
        { address, family: address.includes(':') ? 6 : 4 },
      ];
      expect(await codeOf(fetchUrl('http://rebind.example/', { lookup, robots: false }))).toBe('READ_ADDRESS');
    },
  );

  it('a redirect to one is refused', async () => {
    for (const target of [
      'http://169.254.169.254/latest/',
      'http://[::1]/',
      'http://localhost/',
      'file:///etc/passwd',
    ]) {
      const options = web({
        'https://news.example': (site) => {
          page(site, '/robots.txt', 404);
          page(site, '/a', 302, '', { location: target });
        },
      });
      expect(await codeOf(fetchUrl('https://news.example/a', options))).toMatch(/^READ_(?:ADDRESS|URL)$/);
    }
  });

  it('an unknown host has a named error', async () => {
    const lookup = async () => {
      throw Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
    };
    expect(await codeOf(fetchUrl('http://nowhere.example/', { lookup, robots: false }))).toBe('READ_UNREACHABLE');
  });
});

describe('manners', () => {
  const site = (interceptable: Interceptable) => {
    page(interceptable, '/robots.txt', 200, ROBOTS);
    page(interceptable, '/private/a', 200, 'secret');
    page(interceptable, '/moved', 301, '', { location: '/new' });
    page(
      interceptable,
      '/new',
      200,
      '<html><body><h1>A treaty is signed</h1><p>The treaty was signed in Ankara on Monday, the ministry said.</p>',
      { 'content-type': 'text/html; charset=utf-8' },
    );
    page(interceptable, '/loop', 302, '', { location: '/loop' });
    page(interceptable, '/gone', 404, 'no');
    page(interceptable, '/big', 200, 'x'.repeat(5000));
    page(interceptable, '/into-private', 302, '', { location: '/private/a' });
  };
  const options = () => web({ 'https://news.example': site });

  it('robots.txt is respected, also after a redirect', async () => {
    expect(await codeOf(fetchUrl('https://news.example/private/a', options()))).toBe('READ_ROBOTS');
    expect(await codeOf(fetchUrl('https://news.example/into-private', options()))).toBe('READ_ROBOTS');
  });

  it('a moved page is read from where it is', async () => {
    const got = await readUrl('https://news.example/moved', { ...options(), words: loadReadWords() });
    expect(got.url).toBe('https://news.example/new');
    expect(got.document.title).toBe('A treaty is signed');
    expect(got.document.url).toBe('https://news.example/new');
  });

  it('loops, missing pages and large ones have their own errors', async () => {
    expect(await codeOf(fetchUrl('https://news.example/loop', options()))).toBe('READ_REDIRECTS');
    expect(await codeOf(fetchUrl('https://news.example/gone', options()))).toBe('READ_STATUS');
    expect(await codeOf(fetchUrl('https://news.example/big', { ...options(), maxBytes: 1000 }))).toBe('READ_TOO_LARGE');
  });

  it('a site that cannot say what it allows is not read', async () => {
    const broken = web({ 'https://down.example': (interceptable) => page(interceptable, '/robots.txt', 503) });
    expect(await codeOf(fetchUrl('https://down.example/a', broken))).toBe('READ_ROBOTS');
  });
});
