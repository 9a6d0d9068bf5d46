import { z } from 'zod';
import { mapSummarySchema } from './map';

/** What of a file was not taken over, or differently, line by line (lib/interchange/report.ts). */
export const reportSchema = z
  .array(
    z
      .object({
        line: z.number().int().describe('Line of the file, from 1.'),
        path: z.string().optional().describe('Place in the JSON, such as `steps.3.title`.'),
        code: z.string(),
        message: z.string().describe('A sentence for people.'),
      })
      .meta({ id: 'ReportLine' }),
  )
  .describe('What was not taken over, or differently. It stands in the map’s notes, too.');

/** A map that was made just now. */
export const madeMapSchema = mapSummarySchema.extend({ report: reportSchema }).meta({
  id: 'MadeMap',
  description: 'A new map, with what of its text or file was not taken over.',
});
