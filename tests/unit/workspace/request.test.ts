import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { anyAnswer, RequestError, requestJson } from '@/components/workspace/request';

let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const answer = (status: number, body: string) => response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    if (request.url === '/ok') answer(200, '{"id":"a"}');
    else if (request.url === '/empty') response.writeHead(204).end();
    else if (request.url === '/refused') {
      answer(
        403,
        '{"status":403,"code":"forbidden","reason":"passwordWrong","detail":"No.","errors":[{"path":"current","message":"Wrong"}]}',
      );
    } else response.writeHead(502).end('<h1>Bad gateway</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const failure = (work: Promise<unknown>): Promise<RequestError> =>
  work.then(
    () => Promise.reject(new Error('It succeeded.')),
    (error) => error,
  );

describe('requestJson', () => {
  test('returns an answer in the form that was asked for', async () => {
    expect(await requestJson('GET', `${base}/ok`, z.object({ id: z.string() }))).toEqual({ id: 'a' });
    expect(await requestJson('DELETE', `${base}/empty`, anyAnswer)).toBeUndefined();
  });

  test('says that an answer has another form than expected', async () => {
    const error = await failure(requestJson('GET', `${base}/ok`, z.object({ id: z.number() })));
    expect(error).toBeInstanceOf(RequestError);
    expect(error.kind).toBe('unexpected');
  });

  test('carries what the server said', async () => {
    const error = await failure(requestJson('POST', `${base}/refused`, anyAnswer, {}));
    expect(error.kind).toBe('refused');
    expect(error.problem).toMatchObject({ reason: 'passwordWrong', detail: 'No.', errors: [{ path: 'current' }] });
  });

  test('tells an answer that is none of ours from no answer', async () => {
    expect((await failure(requestJson('GET', `${base}/proxy`, anyAnswer))).kind).toBe('unexpected');
    expect((await failure(requestJson('GET', 'http://127.0.0.1:1/', anyAnswer))).kind).toBe('offline');
  });
});
