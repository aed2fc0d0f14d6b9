import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import Fastify from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import type { RecordDoor } from '../app/app.ts';
import { ChanceryError } from '../model/index.ts';
import { serveCodebook } from './codebook.ts';
import { serveDocuments } from './documents.ts';
import { serveDyads } from './dyads.ts';
import { answerError } from './error.ts';
import { serveEvents } from './events.ts';
import type { Api } from './page.ts';
import { serveSearch } from './search.ts';

export interface ServerOptions {
  readonly door: RecordDoor;
  /** Absolute path of the built web application; without it only the API is served. */
  readonly web?: string;
  readonly version?: string;
  /** Told of every error that is ours. */
  readonly onError?: (error: Error) => void;
}

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** The HTTP server, not yet listening. It only reads. */
export async function buildServer(options: ServerOptions): Promise<Api> {
  const server = Fastify({
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: answerError,
  }).withTypeProvider<ZodTypeProvider>();
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler((error: Parameters<typeof answerError>[0], request, reply) => {
    if (!(error instanceof ChanceryError) && (error.statusCode ?? 500) >= 500) options.onError?.(error);
    answerError(error, request, reply);
  });
  server.setNotFoundHandler((_request, reply) =>
    reply
      .code(404)
      .send({ code: 'API_NOT_FOUND', message: 'nothing is here', hint: 'Addresses are listed in /openapi.json.' }),
  );
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    refuseForeignHost(request.headers.host);
  });
  await server.register(fastifySwagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Chancery', version: options.version ?? '1' } },
    transform: jsonSchemaTransform,
  });
  server.get('/openapi.json', { schema: { hide: true } }, async () => server.swagger());
  await server.register(async (scope) => serveAll(scope.withTypeProvider<ZodTypeProvider>(), options.door), {
    prefix: '/api/v1',
  });
  if (options.web !== undefined) await server.register(fastifyStatic, { root: options.web, wildcard: false });
  return server;
}

function serveAll(api: Api, door: RecordDoor): void {
  serveDocuments(api, door);
  serveEvents(api, door);
  serveSearch(api, door);
  serveCodebook(api, door);
  serveDyads(api, door);
}

const OURS = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** A page elsewhere may point its own name at 127.0.0.1 and read the record through the browser (DNS rebinding). */
function refuseForeignHost(host: string | undefined): void {
  if (host !== undefined && OURS.test(host)) return;
  throw new ChanceryError('API_HOST', 'this server answers to localhost only', { hint: 'Open http://127.0.0.1.' });
}
