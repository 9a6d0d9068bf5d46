import { z } from 'zod';
import { AppError } from '@/lib/errors';

function tooLarge(limit: number): AppError {
  return new AppError('tooLarge', `The request is larger than ${limit} bytes.`, {
    messageKey: 'requestTooLarge',
    values: { megabytes: Math.round((limit / 1024 / 1024) * 10) / 10 },
  });
}

/**
 * The body as bytes. Stops reading at the limit (bytes), whatever the Content-Length says. Throws `tooLarge`.
 */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    const reader = request.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > limit) {
        await reader.cancel().catch(() => undefined);
        throw tooLarge(limit);
      }
      chunks.push(value);
    }
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

/** The body as text. Throws `tooLarge`, or `invalid` when it is not UTF-8. */
export async function readText(request: Request, limit: number): Promise<string> {
  const bytes = await readBytes(request, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('invalid', 'The request is not UTF-8 text.', { messageKey: 'notJson', cause });
  }
}

/** What a failed schema says, as an AppError with one detail for each wrong part. */
export function toInvalid(error: z.ZodError): AppError {
  return new AppError('invalid', 'The input does not have the expected form.', {
    details: error.issues.slice(0, 50).map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })),
    cause: error,
  });
}

/** Parses anything by a schema. Throws `invalid` with the parts that are wrong. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = z.safeParse(schema, input);
  if (!result.success) throw toInvalid(result.error);
  return result.data;
}

/**
 * The body as JSON of the schema's form, up to `limit` bytes. Only `application/json` is taken: a form on another site cannot send
 * that. Throws `invalid` or `tooLarge`.
 */
export async function readJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  limit: number,
): Promise<z.output<Schema>> {
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? '')) {
    throw new AppError('invalid', 'The request must be application/json.', { messageKey: 'notJson' });
  }
  const text = await readText(request, limit);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('invalid', 'The request is not JSON.', { messageKey: 'notJson', cause });
  }
  return parseInput(schema, value);
}

/**
 * The query string as an object of the schema's form; a name given twice counts once, the last. Throws `invalid`, also for U+0000, which
 * no database takes.
 */
export function readQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  const given = [...new URL(request.url).searchParams];
  const broken = given.find(([, value]) => value.includes('\u0000'));
  if (broken) {
    const details = [{ path: broken[0], message: 'holds a character that is no text' }];
    throw new AppError('invalid', 'The query holds U+0000.', { details });
  }
  return parseInput(schema, Object.fromEntries(given));
}
