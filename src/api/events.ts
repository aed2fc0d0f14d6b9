import { z } from 'zod';
import type { RecordDoor } from '../app/app.ts';
import { notFound } from './error.ts';
import { stanceSchema } from './event.schema.ts';
import { type Api, given, pageQuery } from './page.ts';
import { citedSchema, errorSchema, eventsSchema, explanationSchema, talliesSchema } from './reply.schema.ts';

const word = z.string().min(1).max(200).optional();
const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .optional()
  .describe('YYYY, YYYY-MM or YYYY-MM-DD');

const eventQuery = z.strictObject({
  ...pageQuery,
  actor: word.describe('Code or id'),
  recipient: word.describe('Code or id'),
  party: word.describe('Code or id, on either side'),
  dyad: z
    .string()
    .max(200)
    .regex(/^[^,]+,[^,]+$/)
    .optional()
    .describe('Two codes or ids with a comma; either direction'),
  speaker: word.describe('Code or id'),
  type: word,
  mode: word,
  quad: word,
  context: word,
  stance: stanceSchema.optional(),
  from: date,
  to: date,
  minConfidence: z.coerce.number().min(0).max(1).optional(),
  document: word,
});

export function serveEvents(api: Api, door: RecordDoor): void {
  api.route({
    method: 'GET',
    url: '/events',
    schema: {
      summary: 'Events by date, undated last; every filter given must hold',
      querystring: eventQuery,
      response: { 200: eventsSchema, 400: errorSchema },
    },
    handler: ({ query }) => {
      const { dyad, ...rest } = query;
      const [a, b] = dyad?.split(',') ?? [];
      return door.events({ ...given(rest), ...(a !== undefined && b !== undefined && { dyad: [a, b] as const }) });
    },
  });
  api.route({
    method: 'GET',
    url: '/events/:id/explain',
    schema: {
      summary: 'One event with the passage around it and what readers judged',
      params: z.object({ id: z.string() }),
      response: { 200: explanationSchema, 404: errorSchema },
    },
    handler: ({ params }) => {
      const explanation = door.explain(params.id);
      if (!explanation) throw notFound('event');
      return explanation;
    },
  });
  api.route({
    method: 'GET',
    url: '/events/:id/cite',
    schema: {
      summary: 'The verbatim quotation with speaker and citation',
      params: z.object({ id: z.string() }),
      querystring: z.strictObject({
        style: z.enum(['chicago', 'apa', 'iso690']).default('chicago'),
        language: z
          .string()
          .regex(/^[a-z]{2}$/)
          .optional(),
      }),
      response: { 200: citedSchema, 400: errorSchema, 404: errorSchema },
    },
    handler: ({ params, query: { style, language } }) => {
      const cited = door.cite(params.id, { style, ...(language !== undefined && { language }) });
      if (!cited) throw notFound('event');
      return cited;
    },
  });
  api.route({
    method: 'GET',
    url: '/tallies',
    schema: { summary: 'How many events each actor, type and context has', response: { 200: talliesSchema } },
    handler: () => ({ actors: door.tally('code'), types: door.tally('type'), contexts: door.tally('context') }),
  });
}
