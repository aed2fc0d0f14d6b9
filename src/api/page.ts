import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';

/** A server whose schemas are zod's. */
export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** The parameters of every list. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(1_000).optional(),
  next: z.string().max(2_000).optional().describe('`next` of the page before'),
};

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Parameters that were not given are absent, not undefined. */
export function given<T extends object>(query: T): Partial<Defined<T>> {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Defined<T>>;
}
