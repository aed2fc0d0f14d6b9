import { z } from 'zod';
import type { RecordDoor } from '../app/app.ts';
import { notFound } from './error.ts';
import { type Api, given, pageQuery } from './page.ts';
import { documentsSchema, errorSchema, recordSchema } from './reply.schema.ts';

export function serveDocuments(api: Api, door: RecordDoor): void {
  api.route({
    method: 'GET',
    url: '/documents',
    schema: {
      summary: 'Documents, newest first, with the number of events in each',
      querystring: z.strictObject(pageQuery),
      response: { 200: documentsSchema, 400: errorSchema },
    },
    handler: ({ query }) => door.documents(given(query)),
  });
  api.route({
    method: 'GET',
    url: '/documents/:id',
    schema: {
      summary: 'One document: text, blocks, notes, events and statements',
      params: z.object({ id: z.string() }),
      response: { 200: recordSchema, 404: errorSchema },
    },
    handler: ({ params }) => {
      const record = door.document(params.id);
      if (!record) throw notFound('document');
      return record;
    },
  });
}
