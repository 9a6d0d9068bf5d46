import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { requestIdOf, settleRequestId } from '@/lib/http/requestId';

const settle = (headers: IncomingHttpHeaders, trustProxy: boolean) => {
  const id = settleRequestId({ headers }, trustProxy);
  expect(headers['x-request-id']).toBe(id);
  return id;
};

test('a trusted proxy’s id is taken over, a stranger’s is not', () => {
  expect(settle({ 'x-request-id': 'proxy-0001' }, true)).toBe('proxy-0001');
  expect(settle({ 'x-request-id': 'stranger-01' }, false)).not.toBe('stranger-01');
});

test.each(['short', 'x'.repeat(65), 'line\nbreak1', 'ana@example.org', 'with space', ''])(
  '%j is no id, whoever sends it',
  (id) => {
    expect(settle({ 'x-request-id': id }, true)).toMatch(/^[A-Za-z0-9_-]{12}$/);
  },
);

test('each request has another id', () => {
  expect(new Set(Array.from({ length: 1000 }, () => settle({}, false))).size).toBe(1000);
});

test('what was not settled has none', () => {
  expect(requestIdOf(new Headers())).toBeNull();
  expect(requestIdOf(new Headers({ 'X-Request-Id': 'abcdefgh1234' }))).toBe('abcdefgh1234');
});
