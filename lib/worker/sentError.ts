import { AppError, type ErrorCode } from '@/lib/errors';

/** An error on its way between threads; without `code` it is a defect. */
export type SentError = {
  message: string;
  stack?: string;
  code?: ErrorCode;
  messageKey?: string;
  values?: Record<string, string | number>;
};

export function toSentError(error: unknown): SentError {
  if (error instanceof AppError) {
    return { message: error.message, code: error.code, messageKey: error.messageKey, values: error.values };
  }
  return error instanceof Error
    ? { message: error.message, ...(error.stack ? { stack: error.stack } : {}) }
    : { message: String(error) };
}

/** The error as the main thread throws it: an AppError again, or an Error that keeps the worker's stack. `what` failed: “The export”. */
export function fromSentError({ message, stack, code, messageKey, values }: SentError, what: string): Error {
  if (code) return new AppError(code, message, { ...(messageKey ? { messageKey } : {}), ...(values ? { values } : {}) });
  const error = new Error(`${what} failed: ${message}`);
  if (stack) error.stack = stack;
  return error;
}
