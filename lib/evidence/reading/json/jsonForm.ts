import { z } from 'zod';

/**
 * Where the records of a JSON file are: the items of an `array` (the file itself, or one that lies at a path of names in it), each line
 * (`lines`, JSON Lines), or whatever values stand one behind the other (`values`, often one object).
 */
export const jsonFormSchema = z.object({
  records: z.enum(['array', 'lines', 'values']),
  path: z.array(z.string().max(500)).max(8).default([]),
});
export type JsonForm = z.infer<typeof jsonFormSchema>;
