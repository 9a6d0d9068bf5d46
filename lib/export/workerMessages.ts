import { AppError, type ErrorCode } from '@/lib/errors';
import type { ReadFile } from '@/lib/interchange/readMapFile';
import type { ExportRequest, ExportResult } from './exportRequest';

/** To make a file, or to read one: the text of a map's JSON. */
export type Work = { request: ExportRequest } | { mapFile: string };
export type WorkResult = ExportResult | ReadFile;

export type WorkerJob = { id: number; work: Work };

/** An error on its way between threads; without `code` it is a defect. */
export type SentError = {
  message: string;
  stack?: string;
  code?: ErrorCode;
  messageKey?: string;
  values?: Record<string, string | number>;
};

export type WorkerAnswer = { id: number } & ({ result: WorkResult } | { error: SentError });

export function toSentError(error: unknown): SentError {
  if (error instanceof AppError) {
    return { message: error.message, code: error.code, messageKey: error.messageKey, values: error.values };
  }
  return error instanceof Error
    ? { message: error.message, ...(error.stack ? { stack: error.stack } : {}) }
    : { message: String(error) };
}

/** The error as the main thread throws it: an AppError again, or an Error that keeps the worker's stack. */
export function fromSentError({ message, stack, code, messageKey, values }: SentError): Error {
  if (code) return new AppError(code, message, { ...(messageKey ? { messageKey } : {}), ...(values ? { values } : {}) });
  const error = new Error(`The export failed: ${message}`);
  if (stack) error.stack = stack;
  return error;
}
