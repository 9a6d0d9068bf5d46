import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signed request says of itself, by Standard Webhooks (standardwebhooks.com): `webhook-id`, `webhook-timestamp`, `webhook-signature`. */
export type Signed = { id: string; timestamp: string; signature: string };

/** Why a request is not believed: headers are missing or malformed, its time is not now, or nothing signed it that is known here. */
export type SignatureProblem = 'headersMissing' | 'timestampOff' | 'signatureWrong';

/** Seconds that a delivery's time may be off, both ways: what somebody recorded cannot be sent again later. */
export const tolerance = 5 * 60;

/** Signatures of one delivery that are looked at: a sender that changes its secret sends one for each. */
const mostSignatures = 10;

const idForm = /^[\x21-\x7e]{1,255}$/;
const timestampForm = /^\d{1,12}$/;

/** The headers of a signed request; null when one is missing or is none. */
export function readSigned(headers: { get(name: string): string | null }): Signed | null {
  const [id, timestamp, signature] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => headers.get(name));
  if (!id || !timestamp || !signature || !idForm.test(id) || !timestampForm.test(timestamp)) return null;
  return { id, timestamp, signature };
}

/** The signature of a delivery with a key, as the header has it: `v1,` and the HMAC-SHA-256 in Base64. */
export function signDelivery(key: Uint8Array, { id, timestamp }: Pick<Signed, 'id' | 'timestamp'>, body: Uint8Array): string {
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;
}

// The lengths differ for what is no signature of ours at all, which may be known.
const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** What is wrong with a delivery; null when one of the keys has signed it, just now. `now` in milliseconds. */
export function findSignatureProblem(
  signed: Signed | null,
  body: Uint8Array,
  { keys, now }: { keys: readonly Uint8Array[]; now: number },
): SignatureProblem | null {
  if (!signed) return 'headersMissing';
  const given = signed.signature
    .split(' ')
    .slice(0, mostSignatures)
    .filter((one) => one.startsWith('v1,') && /^[\x21-\x7e]+$/.test(one));
  const expected = keys.map((key) => signDelivery(key, signed, body));
  // Each is compared with each: how long it takes tells nothing.
  const matches = expected.flatMap((own) => given.map((one) => isSame(own, one)));
  if (!matches.includes(true)) return 'signatureWrong';
  return Math.abs(now / 1000 - Number(signed.timestamp)) > tolerance ? 'timestampOff' : null;
}
