import { z } from 'zod';

export const delimiters = [',', ';', '\t', '|'] as const;

/** What stands between the cells of a text file, and around those that hold it. An empty quote: nothing is quoted. */
export const delimitedFormSchema = z.object({
  delimiter: z.string().length(1),
  quote: z.enum(['"', "'", '']),
});
export type DelimitedForm = z.infer<typeof delimitedFormSchema>;
