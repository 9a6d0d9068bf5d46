import { z } from 'zod';

const answerSchema = z.object({ build: z.string() });

/** Which build the server is of now. Rejects when it does not answer. */
export async function askBuild(): Promise<string> {
  const response = await fetch('/api/build', { cache: 'no-store' });
  return answerSchema.parse(await response.json()).build;
}
