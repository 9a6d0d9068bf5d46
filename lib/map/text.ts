import { z } from 'zod';

/** Longest text of one field in UTF-16 code units; longer ones are cut when read, never refused. */
export const maxTextLength = 20_000;

/** Text of a field; too long is cut, never between the halves of one character. */
export const textSchema = z
  .string()
  .transform((text) => (text.length > maxTextLength ? text.slice(0, maxTextLength).replace(/[\ud800-\udbff]$/, '') : text));

/** Present when a record was deleted: milliseconds since 1970. Deleting is soft. */
export const deletedAtSchema = z.number().optional();
