import { z } from 'zod';

/** The encodings that exports are met in. */
export const encodingNames = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'macintosh', 'cp850'] as const;

export const encodingNameSchema = z.enum(encodingNames);
export type EncodingName = z.infer<typeof encodingNameSchema>;

/**
 * What becomes of bytes that are not text in UTF-8: `reject` rejects the rows that hold them; `windows-1252` reads each as a character of
 * that encoding, for files that were put together from two.
 */
export const invalidBytesSchema = z.enum(['reject', 'windows-1252']);
export type InvalidBytes = z.infer<typeof invalidBytesSchema>;

/** How the bytes of a text file become text. */
export const textEncodingSchema = z.object({
  name: encodingNameSchema,
  invalidBytes: invalidBytesSchema.default('reject'),
});
export type TextEncoding = z.infer<typeof textEncodingSchema>;
