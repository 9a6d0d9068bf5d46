import { z } from 'zod';
import { errorCodes } from '@/lib/errors';

/** What a failed request answers (lib/http/problem.ts). */
export const problemSchema = z
  .object({
    type: z.string().describe('A URN that names the kind of problem.'),
    title: z.string(),
    status: z.number().int(),
    code: z.enum([...errorCodes, 'unexpected']),
    reason: z.string().describe('The cause, for programs: more exact than `code`.'),
    detail: z.string().describe('A sentence for people.'),
    instance: z
      .string()
      .optional()
      .describe('A URN with the request’s id, by which the server’s log knows it; also in `X-Request-Id`.'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('What is wrong where.'),
  })
  .meta({ id: 'Problem', description: 'A problem document (RFC 9457).' });
