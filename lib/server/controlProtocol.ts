import { z } from 'zod';
import { emailSchema } from '@/lib/auth/credentials';

/** What a command in the terminal may ask of the running server: one line of JSON. */
export const controlRequestSchema = z.object({ command: z.literal('resetPassword'), email: emailSchema });
export type ControlRequest = z.output<typeof controlRequestSchema>;

/** What the server answers: one line of JSON. */
export const controlAnswerSchema = z.union([
  z.object({ url: z.string() }),
  z.object({ problem: z.enum(['notFound', 'invalid', 'unexpected']) }),
]);
export type ControlAnswer = z.output<typeof controlAnswerSchema>;

/** The most bytes of a line, either way. */
export const lineLimit = 4096;
