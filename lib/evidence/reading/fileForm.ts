import { z } from 'zod';
import { delimitedFormSchema } from './delimited/delimitedForm';
import { textEncodingSchema } from './encoding/encodingName';
import { jsonFormSchema } from './json/jsonForm';

/** How a file has to be taken apart into rows and cells. */
export const fileFormSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('delimited'), encoding: textEncodingSchema, ...delimitedFormSchema.shape }),
  z.object({ kind: z.literal('json'), encoding: textEncodingSchema, ...jsonFormSchema.shape }),
  z.object({ kind: z.literal('spreadsheet'), sheet: z.string().max(200) }),
]);
export type FileForm = z.infer<typeof fileFormSchema>;
