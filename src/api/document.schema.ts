import { z } from 'zod';
import type * as model from '../model/index.ts';

/** `satisfies` keeps each schema as wide as its noun: a field added to the model does not compile until it is here. */
type Shape<T> = Record<keyof T, z.ZodType>;

const span = { start: z.int().describe('UTF-16 units into `text`'), end: z.int() } satisfies Shape<model.Span>;
export const spanSchema = z.object(span);
export const textSpanSchema = z.object({ ...span, text: z.string() } satisfies Shape<model.TextSpan>);

const cslName = z.object({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
} satisfies Shape<model.CslName>);

const cslDate = z.object({
  'date-parts': z.array(z.array(z.number()).readonly()).readonly(),
} satisfies Shape<model.CslDate>);

export const cslSchema = z
  .object({
    id: z.string(),
    type: z.string(),
    title: z.string().optional(),
    author: z.array(cslName).readonly().optional(),
    'container-title': z.string().optional(),
    publisher: z.string().optional(),
    'publisher-place': z.string().optional(),
    volume: z.string().optional(),
    issue: z.string().optional(),
    page: z.string().optional(),
    URL: z.string().optional(),
    DOI: z.string().optional(),
    issued: cslDate.optional(),
    accessed: cslDate.optional(),
    note: z.string().optional(),
  } satisfies Shape<model.CslItem>)
  .describe('CSL-JSON');

const block = z.object({
  ...span,
  kind: z.enum([
    'title',
    'heading',
    'keypoint',
    'paragraph',
    'blockquote',
    'listitem',
    'table',
    'caption',
    'note',
    'byline',
  ]),
} satisfies Shape<model.Block>);

const note = z.object({
  ...span,
  mark: z.string(),
  references: z.array(spanSchema).readonly(),
  form: z.enum(['full', 'ibid', 'opcit', 'none']),
  resolvesTo: z.string().optional(),
  chain: z.array(z.string()).readonly().optional().describe('Marks walked through to the full note'),
  citation: cslSchema.optional(),
  accessed: z.string().optional(),
  locator: z.string().optional(),
  why: z.string().optional().describe('Why the note could not be resolved'),
} satisfies Shape<model.Note>);

export const documentSchema = z.object({
  id: z.string().describe('sha256 of the source bytes'),
  url: z.string().nullable(),
  title: z.string().optional(),
  section: z.string().optional(),
  authors: z.array(z.string()).readonly(),
  publisher: z.string().optional(),
  published: z.string().optional(),
  language: z.string().optional(),
  alternates: z
    .array(z.object({ language: z.string(), url: z.string().nullable() } satisfies Shape<model.Alternate>))
    .readonly(),
  text: z.string(),
  blocks: z.array(block).readonly(),
  notes: z.array(note).readonly(),
  removed: z.array(z.object({ reason: z.string(), text: z.string() } satisfies Shape<model.Removed>)).readonly(),
} satisfies Shape<model.Document>);
