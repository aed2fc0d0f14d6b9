import type { z } from 'zod';
import type * as schema from './reply.schema.ts';

/** What each address answers: the types that the web application is built against. */
export type DocumentsReply = z.output<typeof schema.documentsSchema>;
export type RecordReply = z.output<typeof schema.recordSchema>;
export type EventsReply = z.output<typeof schema.eventsSchema>;
export type ExplanationReply = z.output<typeof schema.explanationSchema>;
export type HitsReply = z.output<typeof schema.hitsSchema>;
export type CodebookReply = z.output<typeof schema.codebookSchema>;
export type TalliesReply = z.output<typeof schema.talliesSchema>;
export type DyadReply = z.output<typeof schema.dyadSchema>;
export type ErrorReply = z.output<typeof schema.errorSchema>;
