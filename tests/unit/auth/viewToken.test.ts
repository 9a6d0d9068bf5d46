import { describe, expect, test } from 'vitest';
import { toJoinToken } from '@/lib/auth/joinToken';
import { isViewProof, newViewLinkId, readViewToken, toViewProof, toViewToken } from '@/lib/auth/viewToken';

const secret = 'a secret of thirty-two characters, at least';
const hour = 60 * 60 * 1000;

test('a view link’s token names it, and no join link', () => {
  const id = newViewLinkId();
  expect(readViewToken(toViewToken(id, secret), secret)).toBe(id);
  expect(readViewToken(toJoinToken(id, secret), secret)).toBeNull();
  expect(readViewToken(toViewToken(id, secret), `${secret}!`)).toBeNull();
});

describe('the proof of a password', () => {
  const link = { id: newViewLinkId(), passwordHash: '$scrypt$one' };
  const now = 1_800_000_000_000;
  const proof = toViewProof(link, secret, now);
  test('holds for half a day', () => {
    expect(isViewProof(proof, link, secret, now)).toBe(true);
    expect(isViewProof(proof, link, secret, now + 11.9 * hour)).toBe(true);
    expect(isViewProof(proof, link, secret, now + 12.1 * hour)).toBe(false);
  });
  test('holds for this link, this password and this installation only', () => {
    expect(isViewProof(proof, { ...link, id: newViewLinkId() }, secret, now)).toBe(false);
    expect(isViewProof(proof, { ...link, passwordHash: '$scrypt$two' }, secret, now)).toBe(false);
    expect(isViewProof(proof, link, `${secret}!`, now)).toBe(false);
  });
  test('cannot be made longer, or up', () => {
    const [until = '', mac = ''] = proof.split('.');
    for (const wrong of ['', '.', mac, `${until}z.${mac}`, `zzzzzzzzz.${mac}`, `${until}.${mac}a`, `${until}.`, `-1.${mac}`]) {
      expect(isViewProof(wrong, link, secret, now), wrong).toBe(false);
    }
  });
});
