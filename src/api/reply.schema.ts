import { z } from 'zod';
import type * as app from '../app/app.ts';
import { cslSchema, documentSchema, spanSchema, textSpanSchema } from './document.schema.ts';
import { abstentionSchema, eventSchema, nameAndVersionSchema, statementSchema } from './event.schema.ts';

type Shape<T> = Record<keyof T, z.ZodType>;

const summary = z.object({
  id: z.string(),
  url: z.string().nullable(),
  title: z.string().optional(),
  section: z.string().optional(),
  authors: z.array(z.string()).readonly(),
  publisher: z.string().optional(),
  published: z.string().optional(),
  language: z.string().optional(),
  events: z.int(),
  statements: z.int(),
  abstentions: z.int(),
  notes: z.int(),
} satisfies Shape<app.DocumentSummary>);

const next = z.string().optional().describe('Give it back as `next` for the page after; absent on the last page');

export const documentsSchema = z.object({ items: z.array(summary).readonly(), next });
export const eventsSchema = z.object({ items: z.array(eventSchema).readonly(), next });

export const recordSchema = z.object({
  document: documentSchema,
  events: z.array(eventSchema).readonly(),
  statements: z.array(statementSchema).readonly(),
  abstentions: z.array(abstentionSchema).readonly(),
  coder: nameAndVersionSchema,
  codebook: nameAndVersionSchema,
} satisfies Shape<app.DocumentRecord>);

const hit = z.object({
  document: z.object({ id: z.string(), title: z.string().optional(), published: z.string().optional() }),
  sentence: textSpanSchema,
  matches: z.array(spanSchema).readonly().describe('Offsets into `sentence.text`'),
  events: z.array(z.string()).readonly(),
} satisfies Shape<app.Hit>);
export const hitsSchema = z.object({ items: z.array(hit).readonly(), next });

const judgement = z.object({
  event: z.string(),
  verdict: z.enum(['accept', 'reject', 'correct', 'unsure']),
  by: z.string(),
  at: z.string(),
  reason: z.string().optional(),
  after: eventSchema.optional(),
} satisfies Shape<app.Judgement>);

const claim = z.object({
  id: z.string(),
  relation: z.enum(['denies', 'confirms', 'repeats']),
} satisfies Shape<app.Claim>);

export const explanationSchema = z.object({
  event: eventSchema,
  passage: textSpanSchema,
  judgements: z.array(judgement).readonly(),
  claims: z.array(claim).readonly().describe('What other events say of the same deed'),
} satisfies Shape<app.Explanation>);

export const citedSchema = z.object({
  event: z.string(),
  style: z.string(),
  quote: z.string(),
  speaker: z.string().optional(),
  direct: z.boolean().optional(),
  document: cslSchema,
  note: z.string().optional(),
  chain: z.array(z.string()).readonly().optional(),
  work: cslSchema.optional(),
  locator: z.string().optional(),
  citation: z.array(z.string()).readonly(),
  text: z.string().describe('Quotation, speaker and citation, ready to paste'),
} satisfies Shape<app.CitedEvent>);

const mode = { code: z.string(), definition: z.string(), score: z.number() } satisfies Shape<app.CodebookMode>;
const type = z.object({
  ...mode,
  quad: z.string(),
  example: z.string(),
  modes: z.array(z.object(mode)).readonly(),
} satisfies Shape<app.CodebookType>);

export const codebookSchema = z.object({
  ...nameAndVersionSchema.shape,
  types: z.array(type).readonly(),
  contexts: z.array(z.object({ code: z.string(), definition: z.string() })).readonly(),
} satisfies Shape<app.CodebookView>);

const tally = z.array(z.object({ value: z.string(), events: z.int() } satisfies Shape<app.Tally>)).readonly();
export const talliesSchema = z.object({ actors: tally, types: tally, contexts: tally });

const point = z.object({
  from: z.string(),
  cooperation: z.number(),
  conflict: z.number(),
  n: z.int(),
  events: z.array(z.string()).readonly(),
} satisfies Shape<app.DyadPoint>);

const alarm = z.object({
  from: z.string(),
  level: z.string(),
  channel: z.string(),
  events: z.array(z.string()).readonly(),
} satisfies Shape<app.DyadAlarm>);

const standing = z.object({
  year: z.int(),
  allianceS: z.number().optional(),
  alliancePi: z.number().optional(),
  voteS: z.number().optional(),
  votePi: z.number().optional(),
  votes: z.int().optional(),
  idealPointDistance: z.number().optional(),
  powerBalance: z.number().optional().describe("The first side's share of the two"),
} satisfies Shape<app.DyadStanding>);

export const dyadSchema = z.object({
  dyad: z.tuple([z.string(), z.string()]).readonly(),
  by: z.enum(['year', 'month']),
  points: z.array(point).readonly(),
  alarms: z.array(alarm).readonly(),
  standings: z.array(standing).readonly().describe('What others publish of the pair, from imported tables'),
} satisfies Shape<app.DyadSeries>);

export const errorSchema = z.object({ code: z.string(), message: z.string(), hint: z.string().optional() });
