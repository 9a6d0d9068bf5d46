import { z } from 'zod';
import { columnPlanSchema, findColumnConflicts } from './columns';
import { fileFormSchema } from './fileForm';
import { layoutNames } from './layouts/knownLayouts';
import { isTimeZone } from './time/timeZone';
import { usualMissing } from './values/missing';
import { decimalSignSchema } from './values/parseNumber';

/**
 * How a file is read: every guess that was made of it, each of which a person can correct. With it, a file becomes the same answers
 * wherever and whenever it is read.
 */
export const readingPlanSchema = z
  .object({
    version: z.literal(1),
    form: fileFormSchema,
    /** The tool that wrote the file, if it is known by name. It says how header rows become names. */
    layout: z.enum(layoutNames).nullable(),
    /** Rows above the headers that belong to no table, and rows of headers. Rows without any text are not counted. */
    skippedRows: z.number().int().min(0).max(100).default(0),
    headerRows: z.number().int().min(0).max(5),
    decimal: decimalSignSchema,
    /** Words for “no value”, compared without case. */
    missing: z.array(z.string().max(100)).max(100).default(usualMissing),
    /** Where times were written that do not say it. */
    timeZone: z.string().max(100).refine(isTimeZone, { error: 'This time zone is not known.' }),
    /** Whether addresses, telephone numbers and account numbers in verbatims are replaced by a sign. */
    masksVerbatims: z.boolean().default(true),
    /** Rows that are no answers of customers, such as trials of the survey: those with one of these values, compared without case, in a column. */
    leavesOut: z
      .array(z.object({ column: z.string().max(500), values: z.array(z.string().max(100)).max(100) }))
      .max(10)
      .default([]),
    columns: z.array(columnPlanSchema).max(5000),
  })
  .superRefine(({ columns }, context) => {
    for (const { index, what } of findColumnConflicts(columns)) {
      const message =
        what === 'name' ? 'Another column has this name.' : 'Another column has this role, which only one can have.';
      context.addIssue({ code: 'custom', path: ['columns', index, what], message });
    }
  });
export type ReadingPlan = z.infer<typeof readingPlanSchema>;
