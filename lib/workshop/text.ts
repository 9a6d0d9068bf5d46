import { z } from 'zod';

/** What a database does not take for text, and what nobody sees. */
const unwritable = /[^\P{Cc}\t\n]|\p{Surrogate}/gu;

/** Words that somebody writes about a workshop: without what is no text, and without blanks around them. */
export const writtenText = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.replace(/\r\n?/g, '\n').replace(unwritable, '').trim());
