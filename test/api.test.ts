import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Api } from '../src/api/page.ts';
import { serve } from '../src/api/serve.ts';
import { buildServer } from '../src/api/server.ts';
import type { RecordDoor } from '../src/app/app.ts';
import type { Event } from '../src/model/index.ts';
import { fixtureRecord } from './fixtures/record.ts';

const folder = mkdtempSync(join(tmpdir(), 'api-'));
const door = fixtureRecord();
const errors: Error[] = [];
let server: Api;

beforeAll(async () => {
  const web = join(folder, 'web');
  mkdirSync(web);
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>web</title>');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = await buildServer({ door, web, onError: (error) => errors.push(error) });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => server.inject({ method: 'GET', url, headers });
const events = async (query: string): Promise<Event[]> => (await get(`/api/v1/events?${query}`)).json().items;

describe('the record over HTTP', () => {
  it('gives the document and its events exactly as the store has them', async () => {
    const [first] = door.documents().items;
    const reply = await get(`/api/v1/documents/${encodeURIComponent(first?.id ?? '')}`);
    expect(reply.statusCode).toBe(200);
    expect(reply.json()).toEqual(JSON.parse(JSON.stringify(door.document(first?.id ?? ''))));
    expect((await get('/api/v1/documents')).json().items.map(({ events: n }: { events: number }) => n)).toEqual([
      2, 12, 4,
    ]);
  });

  it('filters events and pages through them', async () => {
    expect(await events('dyad=TUR,USA')).toHaveLength(2);
    expect(await events('speaker=vladimir-putin&minConfidence=0.8')).toHaveLength(1);
    expect((await events('from=2022&to=2022-12')).map(({ when }) => when?.from)).toEqual(['2022-02-04', '2022-02-04']);
    const first = (await get('/api/v1/events?limit=10')).json();
    const second = (await get(`/api/v1/events?limit=10&next=${first.next}`)).json();
    expect(first.items.length + second.items.length).toBe(18);
    expect(second.next).toBeUndefined();
  });

  it('cites an event in a style, its quotation verbatim', async () => {
    const [event] = (await get('/api/v1/events?limit=1')).json().items;
    const cited = (await get(`/api/v1/events/${event.id}/cite?style=iso690`)).json();
    expect(cited).toMatchObject({ event: event.id, style: 'iso690', quote: event.evidence.quote });
    expect(cited.text).toContain(event.evidence.quote);
    expect((await get(`/api/v1/events/${event.id}/cite?language=xx`)).statusCode).toBe(400);
  });

  it('explains an event by the passage around its sentence', async () => {
    const [event] = await events('type=THREATEN');
    const { passage, event: same } = (await get(`/api/v1/events/${event?.id}/explain`)).json();
    expect(same.explanation[0]).toMatchObject({ rule: 'en:warn-consequence', at: 'data/patterns/en.tsv:131' });
    expect(passage.text).toContain(event?.evidence.quote);
    expect(passage.text.length).toBeGreaterThan(event?.evidence.quote.length ?? 0);
  });

  it('searches, counts and tells the codebook', async () => {
    expect((await get('/api/v1/search?q=disisleri')).json().items).toHaveLength(1);
    expect((await get('/api/v1/tallies')).json().actors[0]).toEqual({ value: 'RUS', events: 11 });
    expect((await get('/api/v1/codebook')).json().types.length).toBe(9);
  });

  it('says that dyads are not measured rather than drawing nothing', async () => {
    const reply = await get('/api/v1/dyads/CHN/RUS');
    expect([reply.statusCode, reply.json().code]).toEqual([501, 'API_NO_MEASURE']);
  });

  it('describes itself as OpenAPI 3.1 with every address', async () => {
    const { openapi, paths } = (await get('/openapi.json')).json();
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths).sort()).toEqual([
      '/api/v1/codebook',
      '/api/v1/documents',
      '/api/v1/documents/{id}',
      '/api/v1/dyads/{a}/{b}',
      '/api/v1/events',
      '/api/v1/events/{id}/cite',
      '/api/v1/events/{id}/explain',
      '/api/v1/search',
      '/api/v1/tallies',
    ]);
  });
});

describe('wrong requests', () => {
  it.each([
    ['/api/v1/events?actr=RUS', 400, 'API_QUERY'],
    ['/api/v1/events?limit=0', 400, 'API_QUERY'],
    ['/api/v1/events?from=soon', 400, 'API_QUERY'],
    ['/api/v1/events?next=bm9uc2Vuc2U', 400, 'STORE_QUERY'],
    ['/api/v1/events?__proto__=1', 400, 'API_QUERY'],
    ['/api/v1/documents/none', 404, 'API_NOT_FOUND'],
    ['/api/v1/events/none/explain', 404, 'API_NOT_FOUND'],
    ['/api/v1/events/none/cite', 404, 'API_NOT_FOUND'],
    ['/api/v1/events/none/cite?style=vogue', 400, 'API_QUERY'],
    ['/nowhere', 404, 'API_NOT_FOUND'],
    ['/api/v1/documents/%ZZ', 400, 'API_REQUEST'],
  ])('%s is answered %i %s', async (url, status, code) => {
    const reply = await get(url);
    expect([reply.statusCode, reply.json().code]).toEqual([status, code]);
    expect(Object.keys(reply.json()).every((key) => ['code', 'message', 'hint'].includes(key))).toBe(true);
  });

  it('never shows a stack or a path of this machine', async () => {
    const broken: RecordDoor = {
      ...door,
      codebook: () => {
        throw new Error('boom in /home/user/secret.ts');
      },
    };
    const failing = await buildServer({ door: broken, onError: (error) => errors.push(error) });
    const reply = await failing.inject('/api/v1/codebook');
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toMatch(/boom|secret|at /);
    expect(errors.map(({ message }) => message)).toContain('boom in /home/user/secret.ts');
    await failing.close();
  });
});

describe('what a page elsewhere could try', () => {
  it('gets no answer under another host name', async () => {
    const reply = await get('/api/v1/documents', { host: 'evil.example' });
    expect([reply.statusCode, reply.json().code]).toEqual([403, 'API_HOST']);
  });

  it('gets a strict policy with every answer, and no leave to read it from elsewhere', async () => {
    for (const url of ['/', '/api/v1/documents', '/nowhere']) {
      const { headers } = await get(url, { origin: 'https://evil.example' });
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/.%00./secret.txt',
    '//secret.txt',
  ])('cannot leave the folder with %s', async (url) => {
    const reply = await get(url);
    expect(reply.statusCode).toBeGreaterThanOrEqual(400);
    expect(reply.statusCode).toBeLessThan(500);
    expect(reply.body).not.toBe('secret');
  });

  it('finds the server on the loopback address only, and a taken port named', async () => {
    const serving = await serve({ door }, 0);
    expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    await expect(serve({ door }, Number(new URL(serving.url).port))).rejects.toThrow(/cannot be used/);
    await serving.close();
  });
});
