import { z } from 'zod';
import { requireImportAccess } from '@/lib/auth/sourceAccess';
import { delimitedFormSchema } from '@/lib/evidence/reading/delimited/delimitedForm';
import { textEncodingSchema } from '@/lib/evidence/reading/encoding/encodingName';
import type { InspectionChoices } from '@/lib/evidence/reading/inspection';
import { jsonFormSchema } from '@/lib/evidence/reading/json/jsonForm';
import { layoutNames } from '@/lib/evidence/reading/layouts/knownLayouts';
import { isTimeZone } from '@/lib/evidence/reading/time/timeZone';
import { decimalSignSchema } from '@/lib/evidence/reading/values/parseNumber';
import { inspectStaged, previewStaged } from '@/lib/sources/lookAtFile';
import { sayProblem } from '@/lib/sources/problemSentence';
import { endpoint } from '../endpoint';
import { moment } from '../schemas/common';
import { givenPlanSchema, importIdParams, problemOfFileSchema, readPlanSchema } from '../schemas/evidence';

const timeZone = z.string().max(100).refine(isTimeZone, { error: 'This time zone is not known.' });

const choicesSchema = z
  .strictObject({
    encoding: textEncodingSchema,
    ...delimitedFormSchema.shape,
    json: jsonFormSchema,
    sheet: z.string().max(200),
    layout: z.enum(layoutNames).nullable(),
    skippedRows: z.int().min(0).max(100),
    headerRows: z.int().min(0).max(5),
    decimal: decimalSignSchema,
    missing: z.array(z.string().max(100)).max(100),
    timeZone,
    likelyTimeZone: timeZone.describe('Where the times were probably written when neither the file nor `timeZone` says it.'),
  })
  .partial()
  .meta({ id: 'InspectionChoices', description: 'What is settled already; the rest is guessed around it.' });

const withoutAbsent = (choices: z.output<typeof choicesSchema>): InspectionChoices =>
  Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined));

export const inspectAnswersEndpoint = endpoint({
  method: 'POST',
  path: '/imports/{importId}/inspect',
  id: 'inspectAnswers',
  tag: 'Evidence',
  summary: 'See how a file that lies ready would be read',
  description: 'Encoding, delimiter, headers, and what each column is for. Choose what was guessed wrong, and ask again.',
  access: 'read',
  cost: 5,
  params: importIdParams,
  body: { kind: 'json', required: false, schema: choicesSchema },
  answer: {
    status: 200,
    description: 'The plan, and what there is to say of the file.',
    schema: z
      .object({
        plan: readPlanSchema,
        isRemembered: z.boolean().describe('Whether the plan takes over what was settled for the last file of this shape.'),
        remarks: z.array(problemOfFileSchema),
        sheets: z.array(z.string()),
        headers: z.array(z.array(z.string())).describe('The header rows as they stand in the file.'),
        rows: z.array(z.object({ line: z.number().int(), cells: z.array(z.string()) })).describe('The first rows below them.'),
      })
      .meta({ id: 'InspectedAnswers' }),
  },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'tooMany', 'unsupportedMedia'],
  example: { params: { importId: '{importId}' }, body: { timeZone: 'Europe/Berlin' } },
  handle: async ({ runtime, actor, params, body, locale }) => {
    const { row } = await requireImportAccess(actor, params.importId, runtime.database);
    const { plan, isRemembered, remarks, sheets, preview } = await inspectStaged(runtime, row, withoutAbsent(body));
    const said = remarks.map((remark) => sayProblem(remark, locale));
    return { body: { plan, isRemembered, remarks: said, sheets, headers: preview.headers, rows: preview.rows } };
  },
});

const valueIn = (value: z.ZodType) => z.array(z.object({ column: z.string(), value }));

const previewRowSchema = z
  .object({
    line: z.number().int(),
    problem: problemOfFileSchema.nullable().describe('Why the row would not be taken over.'),
    isRepeated: z.boolean().describe('Whether it says what a row before it has said.'),
    at: moment.nullable(),
    touchpoint: z.string().nullable(),
    channel: z.string().nullable(),
    language: z.string().nullable(),
    category: z.string().nullable().describe('What the file calls the reason.'),
    segments: valueIn(z.string()),
    scores: valueIn(z.number()),
    verbatims: valueIn(z.string()),
  })
  .meta({ id: 'PreviewedRow' });

const nothing = {
  at: null,
  touchpoint: null,
  channel: null,
  language: null,
  category: null,
  segments: [],
  scores: [],
  verbatims: [],
};

export const previewAnswersEndpoint = endpoint({
  method: 'POST',
  path: '/imports/{importId}/preview',
  id: 'previewAnswers',
  tag: 'Evidence',
  summary: 'See what a plan makes of the first rows',
  description: 'The first 50 rows of a file that lies ready.',
  access: 'read',
  cost: 5,
  params: importIdParams,
  body: { kind: 'json', schema: z.strictObject({ plan: givenPlanSchema }).meta({ id: 'AnswersToPreview' }) },
  answer: {
    status: 200,
    description: 'The rows.',
    schema: z.object({ rows: z.array(previewRowSchema) }).meta({ id: 'PreviewedAnswers' }),
  },
  problems: ['forbidden', 'notFound', 'conflict', 'tooLarge', 'tooMany', 'unsupportedMedia'],
  example: {
    params: { importId: '{importId}' },
    body: {
      plan: {
        version: 1,
        form: { kind: 'delimited', encoding: { name: 'utf-8' }, delimiter: ',', quote: '"' },
        layout: null,
        headerRows: 1,
        decimal: 'point',
        timeZone: 'Europe/Berlin',
        columns: [{ name: 'Why?', label: 'Why?', role: { kind: 'verbatim' } }],
      },
    },
  },
  handle: async ({ runtime, actor, params, body, locale }) => {
    const { row } = await requireImportAccess(actor, params.importId, runtime.database);
    const rows = (await previewStaged(runtime, row, body.plan)).map((item) => {
      const { line } = item;
      if (item.kind === 'rejected') return { line, problem: sayProblem(item.problem, locale), isRepeated: false, ...nothing };
      if (item.kind === 'repeated') return { line, problem: null, isRepeated: true, ...nothing };
      const { time, touchpoint, channel, language, category, segments } = item;
      const scores = item.scores.map(({ column, value }) => ({ column, value }));
      const verbatims = item.verbatims.map(({ column, text }) => ({ column, value: text }));
      const at = time && new Date(time.at).toISOString();
      return { line, problem: null, isRepeated: false, at, touchpoint, channel, language, category, segments, scores, verbatims };
    });
    return { body: { rows } };
  },
});
