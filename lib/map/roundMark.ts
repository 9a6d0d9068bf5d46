import { z } from 'zod';
import { idSchema } from './id';

/**
 * In which silent round of a workshop a card was written, and in which browser: `by` is a random word that only that browser keeps. While the
 * round is on, pages show the card to that browser alone. It says nothing once the round is over, and never leaves the document.
 */
export const roundMarkSchema = z.object({ id: idSchema, by: idSchema, startedAt: z.number().int().min(0) });
export type RoundMark = z.infer<typeof roundMarkSchema>;
