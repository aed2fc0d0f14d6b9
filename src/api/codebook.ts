import type { RecordDoor } from '../app/app.ts';
import type { Api } from './page.ts';
import { codebookSchema } from './reply.schema.ts';

export function serveCodebook(api: Api, door: RecordDoor): void {
  api.route({
    method: 'GET',
    url: '/codebook',
    schema: { summary: 'Event types, modes and contexts with their definitions', response: { 200: codebookSchema } },
    handler: () => door.codebook(),
  });
}
