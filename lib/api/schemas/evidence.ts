import { z } from 'zod';
import { columnKinds } from '@/lib/data/evidence/columns';
import { answerLimitsSchema } from '@/lib/evidence/figures/answerLimits';
import { importKinds } from '@/lib/evidence/importKind';
import { importStates } from '@/lib/evidence/importState';
import { columnPlanSchema } from '@/lib/evidence/reading/columns';
import { readingPlanSchema } from '@/lib/evidence/reading/readingPlan';
import { scoreMethodSchema } from '@/lib/evidence/scoreMethod';
import { scoreScaleSchema } from '@/lib/evidence/scoreScale';
import { sourceKinds, surveyBases } from '@/lib/evidence/sourceKind';
import { categoryOfAnswerSchema } from './categories';
import { id, moment } from './common';

export const sourceIdParams = z.object({ sourceId: id });
export const columnParams = z.object({
  sourceId: id,
  number: z.coerce.number().int().min(1).max(100_000).describe('The column’s number, as `getSource` tells it.'),
});
export const importIdParams = z.object({ importId: id });

const exemplaryScale = { metric: 'nps', min: 0, max: 10, direction: 'highIsGood' } as const;
export const scaleSchema = scoreScaleSchema.meta({ examples: [exemplaryScale] });

const count = z.number().int().min(0);

export const evidenceColumnSchema = z
  .object({
    number: count.describe('By which answers and figures name it.'),
    kind: z.enum(columnKinds),
    name: z.string(),
    label: z.string().describe('What was asked.'),
    scale: scaleSchema.nullable().describe('Of scores: the metric, the numbers that could be answered, and which end is good.'),
    method: scoreMethodSchema.nullable().describe('Of scores: how they are reckoned.'),
  })
  .meta({ id: 'EvidenceColumn', description: 'A column of answers.' });

export const sourceSchema = z
  .object({
    id,
    workspaceId: id,
    kind: z.enum(sourceKinds),
    basis: z.enum(surveyBases).nullable(),
    name: z.string(),
    retentionDays: count.nullable(),
    createdAt: moment,
  })
  .meta({ id: 'EvidenceSource', description: 'Where answers of customers come from.' });

export const sourceDimensionSchema = z
  .object({
    name: z
      .string()
      .describe('`touchpoint`, `channel`, `language`, `givenCategory` (what files call the reason) or `segment.…`.'),
    values: z.array(z.string()),
  })
  .meta({ id: 'EvidenceDimension', description: 'What answers are told apart by, with its values: the first 300 of them.' });

export const problemOfFileSchema = z
  .object({
    key: z.string().describe('Stays the same in all languages.'),
    line: count.nullable().describe('The line of the file, from 1.'),
    column: z.string().nullable(),
    sentence: z.string(),
  })
  .meta({ id: 'FileProblem', description: 'What is to be said of a file of answers, or of one of its rows.' });

export const importSchema = z
  .object({
    id,
    sourceId: id,
    kind: z
      .enum(importKinds)
      .describe(
        '`file`: one file. `pushed`: what a webhook brought within a month, `typed`: what people typed in; they count at once, and grow.',
      ),
    state: z
      .enum(importStates)
      .describe(
        '`staged`: it lies ready. `queued`, `running`: it is being imported, and counts for nothing yet. Only `finished` counts.',
      ),
    fileName: z.string(),
    byteCount: count,
    bytesRead: count,
    rowsRead: count,
    added: count.describe('Answers that came in.'),
    skipped: count.describe('Rows that were there before.'),
    changed: count.describe('Skipped rows that say something else than before.'),
    erased: count.describe('Rows of persons who were erased.'),
    expired: count.describe('Rows older than the source keeps answers.'),
    rejected: count.describe('Rows that could not be taken over: see the report.'),
    failure: problemOfFileSchema.nullable(),
    createdAt: moment,
    startedAt: moment.nullable(),
    endedAt: moment.nullable(),
  })
  .meta({ id: 'EvidenceImport', description: 'One file of answers.' });

/** The plan as it is sent; what is absent is as usual. */
export const givenPlanSchema = readingPlanSchema.meta({ id: 'GivenReadingPlan', description: 'How a file is to be read.' });

const readColumnSchema = z
  .object({
    ...columnPlanSchema.shape,
    role: columnPlanSchema.shape.role.meta({ examples: [{ kind: 'score', scale: exemplaryScale, labels: {} }] }),
  })
  .meta({ id: 'PlannedColumn' });
export const readPlanSchema = z
  .object({ ...readingPlanSchema.shape, columns: z.array(readColumnSchema) })
  .meta({ id: 'ReadingPlan', description: 'How a file is read. Correct it, and send it back.' });

const scores = z.record(z.string(), z.number());
const texts = z.record(z.string(), z.string());

export const entryFileSchema = z
  .object({
    id,
    name: z.string(),
    mediaType: z.string().describe('`image/png` or `image/jpeg` for pictures, else `application/octet-stream`.'),
    size: count.describe('Bytes.'),
    width: count.nullable().describe('Of a picture, in pixels.'),
    height: count.nullable().describe('Of a picture, in pixels.'),
  })
  .meta({ id: 'EvidenceFile', description: 'A picture or file of an entry.' });

export const entryNoteSchema = z
  .object({
    author: z.string().nullable().describe('Who typed it in; null when the account is gone.'),
    createdAt: moment,
    editedAt: moment.nullable(),
    files: z.array(entryFileSchema),
  })
  .meta({ id: 'EvidenceEntryNote', description: 'That an answer was typed in by hand.' });

export const answerSchema = z
  .object({
    id: z.string().describe('Unique in its source.'),
    importId: id,
    at: moment.nullable(),
    day: z.string().nullable().describe('The day that it was where it was written.'),
    dimensions: texts.describe('`touchpoint`, `channel`, `language`, `givenCategory` and `segment.…`, as far as they are known.'),
    category: categoryOfAnswerSchema,
    scores: scores.describe('By numbers of columns.'),
    verbatims: texts.describe('By numbers of columns.'),
    personal: texts.describe('What somebody has decided to keep, or pseudonyms of it, by numbers of columns.'),
    entry: entryNoteSchema.nullable().describe('Of what somebody typed in; null for all others.'),
  })
  .meta({ id: 'EvidenceAnswer', description: 'What one customer said once.' });

export const intervalSchema = z.object({ lower: z.number(), upper: z.number() });

export const limitsSchema = answerLimitsSchema.meta({
  id: 'AnswerLimits',
  description: 'From how many answers on there is a score (`score`), and from how many on it is no longer tentative (`firm`).',
});

/** The limits as they are sent. */
export const givenLimitsSchema = answerLimitsSchema.meta({ id: 'GivenAnswerLimits' });

export const figureSchema = z
  .object({
    n: count,
    standing: z.enum(['tooFew', 'tentative', 'firm']),
    score: z.number().nullable().describe('Null for too few answers.'),
    interval: intervalSchema.nullable().describe('Holds the score with 95 % confidence.'),
    distribution: z.array(z.object({ score: z.number(), count })),
    offScale: count,
  })
  .meta({ id: 'EvidenceFigure', description: 'A score with what it takes to judge it.' });

export const changeSchema = z
  .object({
    verdict: z.enum(['better', 'worse', 'withinNoise', 'tooFew', 'incomparable']),
    difference: z.number().nullable(),
    interval: intervalSchema.nullable(),
  })
  .meta({ id: 'EvidenceChange', description: 'What became of a score.' });

export const columnFiguresSchema = z
  .object({
    column: evidenceColumnSchema,
    figure: figureSchema,
    trend: z.array(z.object({ month: z.string(), figure: figureSchema, change: changeSchema.nullable() })),
    groups: z.array(z.object({ value: z.string().nullable(), figure: figureSchema })),
  })
  .meta({ id: 'EvidenceColumnFigures' });

export const dimensionSchema = z
  .string()
  .max(510)
  .regex(/^(touchpoint|channel|language|givenCategory|segment\..+)$/)
  .describe('Scores of groups: of `touchpoint`, `channel`, `language`, `givenCategory`, or `segment.` and a column’s name.');
