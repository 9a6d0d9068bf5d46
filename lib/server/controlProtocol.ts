import { z } from 'zod';
import { emailSchema } from '@/lib/auth/credentials';
import { tokenAnswerSchema, tokenRequestSchema } from '@/lib/auth/operatorTokens';

/** What a command in the terminal may ask of the running server: one line of JSON. */
export const controlRequestSchema = z.discriminatedUnion('command', [
  z.object({ command: z.enum(['resetPassword', 'unlinkIdentity']), email: emailSchema }),
  z.object({ command: z.literal('token'), request: tokenRequestSchema }),
  z.object({ command: z.literal('backup') }),
]);
export type ControlRequest = z.output<typeof controlRequestSchema>;

/** What the server answers: one line of JSON. The answer to `backup` is many: see ./controlBackup.ts. */
export const controlAnswerSchema = z.union([
  z.object({ url: z.string() }),
  z.object({ tokenAnswer: tokenAnswerSchema }),
  z.object({ unlinked: z.number() }),
  z.object({ problem: z.enum(['notFound', 'passwordsOff', 'invalid', 'unexpected']) }),
]);
export type ControlAnswer = z.output<typeof controlAnswerSchema>;

/** The most bytes of a request's line. */
export const lineLimit = 4096;
/** The most bytes of an answer: a hundred tokens with long names have room. */
export const answerLimit = 128 * 1024;
