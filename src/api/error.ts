import type { FastifyError, FastifyReply } from 'fastify';
import { ChanceryError } from '../model/index.ts';
import type { ErrorReply } from './reply.ts';

/** Errors by code that are the caller's, or pass; every other one is ours (500). */
const STATUS: Readonly<Record<string, number>> = {
  API_NOT_FOUND: 404,
  API_HOST: 403,
  API_NO_MEASURE: 501,
  LANGUAGE_UNKNOWN: 400,
  STORE_QUERY: 400,
  STORE_BUSY: 503,
};

export function notFound(what: string): ChanceryError {
  return new ChanceryError('API_NOT_FOUND', `there is no such ${what}`, { hint: 'Take the id from a list.' });
}

/** Code, message and hint, never a stack or a path of this machine. */
export function answerError(error: FastifyError, _request: unknown, reply: FastifyReply): void {
  const [status, body] = toReply(error);
  reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

function toReply(error: FastifyError): [number, ErrorReply] {
  if (error instanceof ChanceryError) {
    const { hint } = error.detail;
    return [
      STATUS[error.code] ?? 500,
      { code: error.code, message: error.message, ...(hint !== undefined && { hint }) },
    ];
  }
  if (error.validation) {
    return [
      400,
      { code: 'API_QUERY', message: error.message.slice(0, 500), hint: 'The parameters are listed in /openapi.json.' },
    ];
  }
  const status = error.statusCode ?? 500;
  if (status >= 400 && status < 500) return [status, { code: 'API_REQUEST', message: error.message.slice(0, 500) }];
  return [
    500,
    { code: 'API_INTERNAL', message: 'something went wrong here', hint: 'The log of the server says more.' },
  ];
}
