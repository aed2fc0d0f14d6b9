import { z } from 'zod';
import type { RecordDoor } from '../app/app.ts';
import { type Api, given, pageQuery } from './page.ts';
import { errorSchema, hitsSchema } from './reply.schema.ts';

export function serveSearch(api: Api, door: RecordDoor): void {
  api.route({
    method: 'GET',
    url: '/search',
    schema: {
      summary: 'Sentences with all the words of `q`, best first; "quoted" words must stand together',
      querystring: z.strictObject({ ...pageQuery, q: z.string().max(1_000) }),
      response: { 200: hitsSchema, 400: errorSchema },
    },
    handler: ({ query: { q, ...page } }) => door.search({ text: q, ...given(page) }),
  });
}
