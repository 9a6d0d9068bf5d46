/** The closed set of things that can go wrong for a caller. Only lib/http, the socket handler and error.tsx translate them. */
export const errorCodes = [
  'notFound',
  'forbidden',
  'invalid',
  'conflict',
  'tooLarge',
  'unauthenticated',
  'tooMany',
  'methodNotAllowed',
  'preconditionFailed',
  'unsupportedMedia',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What is wrong with one part of an input: where (a path such as `members.0.role`) and why, in English for logs and programs. */
export type ErrorDetail = { path: string; message: string };

export type AppErrorOptions = {
  /** Key of a sentence in the `errors` messages; the code's own sentence when absent. */
  messageKey?: string;
  /** The sentence itself, by language, where the messages of another area have it. */
  sentence?: (locale: 'de' | 'en') => string;
  /** Values for the key's sentence. Never personal data: they may be logged. */
  values?: Record<string, string | number>;
  details?: ErrorDetail[];
  /** Seconds after which trying again makes sense (`tooMany`). */
  retryAfter?: number;
  /** Headers that belong to the answer, such as Allow. */
  headers?: Record<string, string>;
  cause?: unknown;
};

/** An error that a caller can do something about. Library code throws it; everything else is a defect and answered generically. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly messageKey: string;
  readonly sentence: AppErrorOptions['sentence'];
  readonly values: Record<string, string | number>;
  readonly details: ErrorDetail[];
  readonly retryAfter: number | undefined;
  readonly headers: Record<string, string>;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.messageKey = options.messageKey ?? code;
    this.sentence = options.sentence;
    this.values = options.values ?? {};
    this.details = options.details ?? [];
    this.retryAfter = options.retryAfter;
    this.headers = { ...options.headers };
  }
}
