import { expect, test } from 'vitest';
import { findSignatureProblem, readSigned, signDelivery, tolerance } from '@/lib/sources/push/signature';
import { deriveKey, newSalt, toSecret } from '@/lib/sources/push/webhookSecret';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The example of the specification’s own libraries. */
const key = new Uint8Array(Buffer.from('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'base64'));
const delivery = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: '1614265330' };
const body = bytes('{"test": 2432232314}');
const signature = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=';
const then = 1_614_265_330_000;

const problemOf = (
  given: Partial<Record<'id' | 'timestamp' | 'signature', string>>,
  { keys = [key], now = then, text = body } = {},
) => findSignatureProblem({ ...delivery, signature, ...given }, text, { keys, now });

test('signs as Standard Webhooks says', () => {
  expect(signDelivery(key, delivery, body)).toBe(signature);
  expect(problemOf({})).toBeNull();
});

test('believes nothing that was changed', () => {
  expect(problemOf({ id: 'msg_other' })).toBe('signatureWrong');
  expect(problemOf({ timestamp: '1614265331' })).toBe('signatureWrong');
  expect(problemOf({}, { text: bytes('{"test": 2432232315}') })).toBe('signatureWrong');
  expect(problemOf({ signature: signature.replace('g0', 'g1') })).toBe('signatureWrong');
  // Another scheme, the bare value, nothing, and what is no text at all.
  for (const other of [signature.replace('v1', 'v1a'), signature.slice(3), 'v1,', ',', `${signature}=`, 'v1,ü'.repeat(12)]) {
    expect(problemOf({ signature: other })).toBe('signatureWrong');
  }
  expect(problemOf({}, { keys: [] })).toBe('signatureWrong');
});

test('believes what was signed now, and not what somebody recorded', () => {
  for (const [seconds, problem] of [
    [tolerance, null],
    [-tolerance, null],
    [tolerance + 1, 'timestampOff'],
    [-tolerance - 1, 'timestampOff'],
  ] as const) {
    expect(problemOf({}, { now: then + 1000 * seconds })).toBe(problem);
  }
  // Who cannot sign is not told about clocks.
  expect(problemOf({ id: 'x' }, { now: 0 })).toBe('signatureWrong');
});

test('finds the one signature that counts among several, and either key while both count', () => {
  const other = new Uint8Array(32).fill(7);
  const others = signDelivery(other, delivery, body);
  expect(problemOf({ signature: `v1a,xyz ${others} ${signature}` })).toBeNull();
  expect(problemOf({ signature: others }, { keys: [key, other] })).toBeNull();
  expect(problemOf({ signature: others })).toBe('signatureWrong');
  // A header full of guesses is not looked through.
  expect(problemOf({ signature: `${`${others} `.repeat(10)}${signature}` })).toBe('signatureWrong');
});

test('takes headers only in the form that they have', () => {
  const headersOf = (given: Record<string, string>) =>
    readSigned(new Headers({ 'webhook-id': 'a', 'webhook-timestamp': '1', 'webhook-signature': 'v1,x', ...given }));
  expect(headersOf({})).toEqual({ id: 'a', timestamp: '1', signature: 'v1,x' });
  expect(headersOf({ 'webhook-id': 'with blank' })).toBeNull();
  expect(headersOf({ 'webhook-id': 'a'.repeat(256) })).toBeNull();
  expect(headersOf({ 'webhook-timestamp': '1e9' })).toBeNull();
  expect(headersOf({ 'webhook-timestamp': '-1' })).toBeNull();
  expect(headersOf({ 'webhook-signature': '' })).toBeNull();
  expect(readSigned(new Headers())).toBeNull();
});

test('derives a secret of its own for each webhook, each renewal and each installation', () => {
  const salt = newSalt();
  const secrets = [
    deriveKey('installation', { id: 'a', salt }),
    deriveKey('installation', { id: 'b', salt }),
    deriveKey('installation', { id: 'a', salt: newSalt() }),
    deriveKey('another', { id: 'a', salt }),
  ].map(toSecret);
  expect(new Set(secrets).size).toBe(4);
  for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(toSecret(deriveKey('installation', { id: 'a', salt }))).toBe(secrets[0]);
});
