import { z } from 'zod';

const problemSchema = z.object({
  status: z.number(),
  code: z.string(),
  reason: z.string(),
  detail: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

/** What the server answered to a request that failed; `detail` is a sentence in the reader's language. */
export type RequestProblem = z.infer<typeof problemSchema>;

/** A request that did not succeed. `problem` is null when no answer came (offline, server down) or none that can be read. */
export class RequestError extends Error {
  override name = 'RequestError';
  constructor(
    readonly kind: 'refused' | 'offline' | 'unexpected',
    readonly problem: RequestProblem | null,
  ) {
    super(problem?.reason ?? kind);
  }
}

/** What an answer that is no success says. */
export async function toRequestError(response: Response): Promise<RequestError> {
  const answer: unknown = await response.json().catch(() => undefined);
  const problem = problemSchema.safeParse(answer).data ?? null;
  return new RequestError(problem ? 'refused' : 'unexpected', problem);
}

/** Sentences in answers are to be in the page's language, which may come from the account and not from the browser. */
function pageLanguage(): Record<string, string> {
  const language = typeof document === 'undefined' ? '' : document.documentElement.lang;
  return language === '' ? {} : { 'Accept-Language': language };
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Asks one of our own routes and judges the answer by a schema; an empty answer (204) is `undefined`.
 * Throws `RequestError` for everything that is not a success.
 */
export async function requestJson<Schema extends z.ZodType>(
  method: Method,
  path: string,
  schema: Schema,
  body?: unknown,
): Promise<z.output<Schema>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: {
        Accept: 'application/json',
        ...pageLanguage(),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      cache: 'no-store',
    });
  } catch {
    throw new RequestError('offline', null);
  }
  if (!response.ok) throw await toRequestError(response);
  const answer: unknown = await response.json().catch(() => undefined);
  const result = schema.safeParse(answer);
  if (!result.success) throw new RequestError('unexpected', null);
  return result.data;
}

/** For answers whose content does not matter. */
export const anyAnswer = z.unknown();
