import { type DestinationStream, type Logger, pino } from 'pino';

export type LogOptions = {
  level: string;
  /** One readable line instead of one JSON object each: for a person at a terminal. */
  readable?: boolean;
  /** Where lines go; standard output when absent. */
  destination?: DestinationStream;
};

type LoggedError = { type: string; message: string; code?: string; stack?: string; cause?: LoggedError };

/** Deepest chain of causes that is written down. */
const deepestCause = 3;

/** PostgreSQL's class of errors about a value ("invalid input syntax for type …"), whose messages quote the value. */
const valueError = /^22[0-9A-Z]{3}$/;

/**
 * What is logged of an error: no more than its name, message, code and stack. Database drivers hang rows, parameters and queries
 * on their errors, or quote them, and those are people's data.
 */
export function toLoggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const clean = (text: string): string => (code !== undefined && valueError.test(code) ? text.replace(/"[^"]*"/g, '"…"') : text);
  return {
    type: error.name,
    message: clean(error.message).slice(0, 1000),
    ...(code === undefined ? {} : { code }),
    ...(error.stack === undefined ? {} : { stack: clean(error.stack).slice(0, 4000) }),
    ...(error.cause !== undefined && depth < deepestCause ? { cause: toLoggedError(error.cause, depth + 1) } : {}),
  };
}

const levelNames: Readonly<Record<number, string>> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

/** A log line as a person reads it: `14:03:12 warn  a frame was refused  mapId=… bytes=12`. */
export function toReadableLine(line: string): string {
  const { level, time, msg, err, ...rest }: Record<string, unknown> = JSON.parse(line);
  const at = new Date(Number(time)).toTimeString().slice(0, 8);
  const name = (levelNames[Number(level)] ?? 'info').padEnd(5);
  const values = Object.entries(rest).map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const error = err as LoggedError | undefined;
  const trace = error ? `\n${error.stack ?? `${error.type}: ${error.message}`}` : '';
  return `${[`${at} ${name} ${String(msg ?? '')}`, ...values].join('  ')}${trace}\n`;
}

/** The process's log. Never give it names, addresses, texts of maps or anything else of people: ids, numbers and kinds only. */
export function createLog({ level, readable = false, destination = process.stdout }: LogOptions): Logger {
  const target = readable ? { write: (line: string) => void destination.write(toReadableLine(line)) } : destination;
  return pino({ level, base: null, serializers: { err: (error: unknown) => toLoggedError(error) } }, target);
}
