import { z } from 'zod';
import { delimitedFormSchema } from './delimited/delimitedForm';
import { textEncodingSchema } from './encoding/encodingName';
import { jsonFormSchema } from './json/jsonForm';
import { layoutNames } from './layouts/knownLayouts';
import type { ReadingPlan } from './readingPlan';
import type { ReadingProblem, RefusalKey, RemarkKey } from './readingProblem';
import { isTimeZone } from './time/timeZone';
import { decimalSignSchema } from './values/parseNumber';

const timeZoneSchema = z.string().max(100).refine(isTimeZone, { error: 'This time zone is not known.' });

/** What a person has settled before the rest is guessed anew, so that the preview shows it. */
export const inspectionChoicesSchema = z
  .object({
    ...delimitedFormSchema.shape,
    encoding: textEncodingSchema,
    json: jsonFormSchema,
    sheet: z.string().max(200),
    /** Null: none of the known layouts, whatever it looks like. */
    layout: z.enum(layoutNames).nullable(),
    skippedRows: z.number().int().min(0).max(100),
    headerRows: z.number().int().min(0).max(5),
    decimal: decimalSignSchema,
    missing: z.array(z.string().max(100)).max(100),
    /** Where times were written that do not say it. */
    timeZone: timeZoneSchema,
    /** Where they were probably written, if neither the file nor a person says so: where the person is who imports it. */
    likelyTimeZone: timeZoneSchema,
  })
  .partial();
export type InspectionChoices = z.infer<typeof inspectionChoicesSchema>;

/** A file as it was understood: the plan by which it can be read, and what a person should see before it is. */
export type InspectedFile = {
  kind: 'readable';
  plan: ReadingPlan;
  /** By what the next file of this kind is known. */
  shape: string;
  remarks: ReadingProblem<RemarkKey>[];
  preview: {
    /** The header rows as they stand in the file. */
    headers: string[][];
    /** The first rows below them, with the lines that they stand on. */
    rows: { line: number; cells: string[] }[];
  };
  /** The sheets of a spreadsheet, in their order. */
  sheets: string[];
};

/** A file that cannot be read, and why. */
export type RefusedFile = { kind: 'refused'; problem: ReadingProblem<RefusalKey> };
