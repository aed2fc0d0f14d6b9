import { z } from 'zod';
import type * as model from '../model/index.ts';
import { cslSchema, textSpanSchema } from './document.schema.ts';

/** As in document.schema.ts: a field of the model that is missing here does not compile. */
type Shape<T> = Record<keyof T, z.ZodType>;

const actor = {
  id: z.string(),
  code: z.string(),
  sector: z.string().optional(),
  name: z.string(),
  office: z.string().optional(),
} satisfies Shape<model.Actor>;

const participant = z.object({ ...actor, mention: textSpanSchema } satisfies Shape<model.Participant>);
export const nameAndVersionSchema = z.object({
  name: z.string(),
  version: z.string(),
} satisfies Shape<model.NameAndVersion>);
export const stanceSchema = z.enum(['happened', 'planned', 'demanded', 'denied', 'hypothetical']);

const attribution = z.object({
  speaker: participant,
  cue: textSpanSchema,
  direct: z.boolean(),
} satisfies Shape<model.Attribution>);

const when = z.object({
  from: z.string(),
  to: z.string(),
  precision: z.enum(['day', 'month', 'year', 'range']),
  basis: z.enum(['stated', 'relative', 'published']),
} satisfies Shape<model.Interval>);

const source = z.object({
  note: z.string().optional(),
  chain: z.array(z.string()).readonly().optional(),
  citation: cslSchema.optional(),
} satisfies Shape<model.SourceRef>);

const carrier = {
  kind: z.enum(['own', 'agency', 'official', 'speaker', 'work']),
  basis: z.enum(['statement', 'attribution', 'note', 'next-note', 'link', 'byline', 'dateline', 'publisher']),
  name: z.string(),
  outlet: z.string().optional(),
  witness: z.string().describe('Origins with one witness are one origin'),
  note: z.string().optional(),
} satisfies Shape<model.Carrier>;
const origin = z.object({ ...carrier, via: z.object(carrier).optional() } satisfies Shape<model.Origin>);

const step = z.object({ rule: z.string(), at: z.string().optional(), says: z.string() } satisfies Shape<model.Step>);

export const eventSchema = z.object({
  id: z.string(),
  record: z.string().nullable(),
  document: z.object({
    id: z.string(),
    url: z.string().nullable(),
    title: z.string().optional(),
  } satisfies Shape<model.DocumentRef>),
  type: z.string(),
  mode: z.string().nullable(),
  contexts: z.array(z.string()).readonly(),
  cameo: z.string().nullable(),
  quad: z.string(),
  score: z.number(),
  actor: z.array(participant).readonly(),
  recipient: z.array(participant).readonly(),
  stance: stanceSchema,
  attribution: attribution.nullable(),
  when: when.nullable(),
  where: z.string().nullable(),
  source: source.nullable(),
  origin: origin.optional(),
  trigger: textSpanSchema,
  evidence: z.object({ start: z.int(), end: z.int(), quote: z.string() } satisfies Shape<model.Evidence>),
  confidence: z.number(),
  explanation: z.array(step).readonly(),
  coder: nameAndVersionSchema,
  codebook: nameAndVersionSchema,
} satisfies Shape<model.Event>);

export const statementSchema = z.object({
  speaker: z.object(actor).optional(),
  why: z.string().optional(),
  source: z.array(textSpanSchema).readonly(),
  cue: z.array(textSpanSchema).readonly(),
  content: z.array(textSpanSchema).readonly(),
  direct: z.union([z.boolean(), z.literal('mixed')]),
  note: z.string().optional(),
  about: z.literal(true).optional(),
  within: z.int().optional(),
} satisfies Shape<model.Statement>);

export const abstentionSchema = z.object({
  sentence: z.int(),
  start: z.int(),
  end: z.int(),
  why: z.string(),
} satisfies Shape<model.Abstention>);
