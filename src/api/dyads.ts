import { z } from 'zod';
import type { RecordDoor } from '../app/app.ts';
import { ChanceryError } from '../model/index.ts';
import { type Api, given } from './page.ts';
import { dyadSchema, errorSchema } from './reply.schema.ts';

const date = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .optional();

export function serveDyads(api: Api, door: RecordDoor): void {
  api.route({
    method: 'GET',
    url: '/dyads/:a/:b',
    schema: {
      summary: 'Cooperation and conflict between two actors over time, with the events behind each point',
      params: z.object({ a: z.string(), b: z.string() }),
      querystring: z.strictObject({ by: z.enum(['year', 'month']).default('year'), from: date, to: date }),
      response: { 200: dyadSchema, 400: errorSchema, 501: errorSchema },
    },
    handler: ({ params: { a, b }, query: { by, ...dates } }) => {
      if (!door.dyad) throw new ChanceryError('API_NO_MEASURE', 'this server does not measure dyads');
      return door.dyad({ dyad: [a, b], by, ...given(dates) });
    },
  });
}
