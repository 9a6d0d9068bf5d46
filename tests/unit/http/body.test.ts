import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { readBytes, readJson, readQuery } from '@/lib/http/body';

const schema = z.object({ name: z.string().max(5) });
const post = (body: BodyInit, type = 'application/json') =>
  new Request('http://a/', { method: 'POST', body, headers: { 'Content-Type': type } });

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof AppError ? `${error.code}/${error.messageKey}` : String(error);
}

describe('reading JSON', () => {
  test('of the schema’s form', async () => expect(await readJson(post('{"name":"Ana"}'), schema, 100)).toEqual({ name: 'Ana' }));
  test.each([
    ['a form, which another site could send', post('{"name":"Ana"}', 'text/plain'), 'invalid/notJson'],
    ['no JSON', post('{'), 'invalid/notJson'],
    ['no UTF-8', post(new Uint8Array([0xff, 0xfe])), 'invalid/notJson'],
    ['another form', post('{"name":1}'), 'invalid/invalid'],
    ['too much', post(`{"name":"${'x'.repeat(200)}"}`), 'tooLarge/requestTooLarge'],
  ])('refuses %s', async (_name, request, code) => expect(await codeOf(readJson(request, schema, 100))).toBe(code));
  test('says which part is wrong', async () => {
    await expect(readJson(post('{"name":"too long"}'), schema, 100)).rejects.toMatchObject({ details: [{ path: 'name' }] });
  });
});

test('a body that lies about its length is cut off while it comes in', async () => {
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(1000));
    },
  });
  const request = new Request('http://a/', { method: 'POST', body: endless, duplex: 'half' } as RequestInit);
  expect(await codeOf(readBytes(request, 5_000))).toBe('tooLarge/requestTooLarge');
  expect(pulled).toBeLessThan(20);
});

test('a query string is judged like a body', () => {
  expect(readQuery(new Request('http://a/?name=Ana'), schema)).toEqual({ name: 'Ana' });
  expect(() => readQuery(new Request('http://a/?name=too+long'), schema)).toThrow(AppError);
});
