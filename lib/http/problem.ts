import { AppError, type ErrorCode, type ErrorDetail } from '@/lib/errors';
import type { Locale } from '@/lib/i18n/locale';
import { translatorOf } from '@/lib/i18n/translator';

const statuses: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  tooLarge: 413,
  tooMany: 429,
  methodNotAllowed: 405,
  preconditionFailed: 412,
  unsupportedMedia: 415,
};

/** What a failed request answers (RFC 9457). `detail` is a sentence for people, in their language. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: ErrorCode | 'unexpected';
  /** Which sentence `detail` is: for clients that react to one cause in particular. */
  reason: string;
  detail: string;
  /** The request, by the id under which the server's log has it. */
  instance?: string;
  errors?: ErrorDetail[];
};

/** The HTTP status of an error code. */
export const statusOfCode = (code: ErrorCode): number => statuses[code];

/** The HTTP status of an error; 500 for what is not an AppError. */
export function statusOf(error: unknown): number {
  return error instanceof AppError ? statuses[error.code] : 500;
}

/** The sentence that an error tells a person, in their language. */
export function sentenceOf(error: unknown, locale: Locale): string {
  const say = translatorOf(locale, 'errors');
  // The closed list of keys is checked by a test over the sources; a key without a sentence falls back to its code's.
  const text = (key: string, values: Record<string, string | number> = {}) => say(key as 'invalid', values as never);
  if (!(error instanceof AppError)) return text('unexpected');
  if (error.sentence) return error.sentence(locale);
  const values = { ...error.values, ...(error.retryAfter === undefined ? {} : { minutes: Math.ceil(error.retryAfter / 60) }) };
  return say.has(error.messageKey as 'invalid') ? text(error.messageKey, values) : text(error.code, values);
}

/** The problem document of an error. With the request's id it can be found in the log, and a defect's sentence names it. */
export function toProblem(error: unknown, locale: Locale, requestId: string | null = null): Problem {
  const say = translatorOf(locale, 'errors');
  const isDefect = !(error instanceof AppError) && requestId !== null;
  const code = error instanceof AppError ? error.code : 'unexpected';
  return {
    type: `urn:wegmarke:problem:${code}`,
    title: say(`titles.${code}`),
    status: statusOf(error),
    code,
    reason: error instanceof AppError ? error.messageKey : 'unexpected',
    detail: isDefect ? say('unexpectedReference', { reference: requestId }) : sentenceOf(error, locale),
    ...(requestId === null ? {} : { instance: `urn:wegmarke:request:${requestId}` }),
    ...(error instanceof AppError && error.details.length > 0 ? { errors: error.details } : {}),
  };
}

/** The problem document of an error as a response. */
export function problemResponse(error: unknown, locale: Locale, requestId: string | null = null): Response {
  const problem = toProblem(error, locale, requestId);
  const headers = new Headers({ 'Content-Type': 'application/problem+json', 'Content-Language': locale });
  if (error instanceof AppError) for (const [name, value] of Object.entries(error.headers)) headers.set(name, value);
  if (error instanceof AppError && error.retryAfter !== undefined) {
    headers.set('Retry-After', String(Math.max(1, Math.ceil(error.retryAfter))));
  }
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
