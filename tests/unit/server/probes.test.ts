import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { mayReadMetrics, type ProbeSettings } from '@/lib/server/probes';

const open: ProbeSettings = { METRICS_TOKEN: undefined, PUBLIC_URL: undefined, TRUST_PROXY: false };
const token = 'a-token-of-some-length';
const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
  ({ headers: { host: 'localhost:3000', ...headers }, socket: { remoteAddress } }) as unknown as IncomingMessage;

test.each([
  ['this machine', from('127.0.0.1'), open, true],
  ['this machine, by IPv6', from('::1', { host: '[::1]:3000' }), open, true],
  ['this machine, by IPv4 in IPv6', from('::ffff:127.0.0.1', { host: '127.0.0.1:3000' }), open, true],
  ['another machine', from('192.168.1.7', { host: '192.168.1.2:3000' }), open, false],
  ['another machine that lies about its name', from('192.168.1.7'), open, false],
  ['a page whose host name points here', from('127.0.0.1', { host: 'evil.example' }), open, false],
  ['a request without a host', from('127.0.0.1', { host: '' }), open, false],
  ['a proxy on this machine', from('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }), open, false],
  ['a proxy that says so otherwise', from('127.0.0.1', { via: '1.1 cache' }), open, false],
  ['a silent proxy that is known of', from('127.0.0.1'), { ...open, TRUST_PROXY: true }, false],
  ['a silent proxy with a public address', from('127.0.0.1'), { ...open, PUBLIC_URL: 'https://maps.example.org' }, false],
  ['whoever has the token', from('203.0.113.9', { authorization: `Bearer ${token}` }), { ...open, METRICS_TOKEN: token }, true],
  ['whoever has half of it', from('127.0.0.1', { authorization: 'Bearer a-token' }), { ...open, METRICS_TOKEN: token }, false],
  ['this machine without the token', from('127.0.0.1'), { ...open, METRICS_TOKEN: token }, false],
])('metrics for %s', (_who, request, settings, expected) => {
  expect(mayReadMetrics(request, settings)).toBe(expected);
});
