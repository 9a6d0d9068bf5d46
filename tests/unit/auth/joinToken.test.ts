import { describe, expect, test } from 'vitest';
import { inGroups, readBase32, toBase32 } from '@/lib/auth/base32';
import { newJoinLinkId, readJoinToken, toJoinToken } from '@/lib/auth/joinToken';

const secret = 'a secret of thirty-two characters, at least';

describe('join tokens', () => {
  const id = newJoinLinkId();
  const token = toJoinToken(id, secret);
  test('are short enough to type and say which link they are', () => {
    expect(token).toMatch(/^([0-9a-z]{6}-){3}[0-9a-z]{6}$/);
    expect(token.length).toBeLessThanOrEqual(32);
    expect(readJoinToken(token, secret)).toBe(id);
    expect(toJoinToken(id, secret)).toBe(token);
  });
  test('may be typed in capitals, without dashes, with spaces, with O for 0 and L for 1', () => {
    expect(readJoinToken(token.toUpperCase(), secret)).toBe(id);
    expect(readJoinToken(` ${token.replaceAll('-', ' ')} `, secret)).toBe(id);
    expect(readJoinToken(token.replaceAll('0', 'O').replaceAll('1', 'l'), secret)).toBe(id);
  });
  test('of another secret, changed, cut or made up, are none', () => {
    expect(readJoinToken(token, `${secret}!`)).toBeNull();
    const last = token.at(-1) === 'a' ? 'b' : 'a';
    for (const wrong of [`${token.slice(0, -1)}${last}`, token.slice(1), `${token}a`, '', '/../', 'x'.repeat(10_000)]) {
      expect(readJoinToken(wrong, secret)).toBeNull();
    }
  });
  test('of two links share nothing but their form', () => {
    expect(toJoinToken('aaaaaaa0', secret).slice(9)).not.toBe(toJoinToken('aaaaaaa1', secret).slice(9));
  });
});

describe('base32', () => {
  test('keeps five bits a character', () => {
    expect(toBase32(new Uint8Array([0, 0, 0, 0, 0]))).toBe('00000000');
    expect(toBase32(new Uint8Array([255, 255, 255, 255, 255]))).toBe('zzzzzzzz');
    expect(toBase32(new Uint8Array([0b00001_000, 0b10_00011_0, 0b0100_0010, 0b1_00110_00, 0b111_01000]))).toBe('12345678');
  });
  test('reads what people type, and nothing else', () => {
    expect(readBase32('ABC-oO iIlL')).toBe('abc001111');
    expect(readBase32('abc!')).toBeNull();
    expect(readBase32('')).toBeNull();
  });
  test('groups', () => expect(inGroups('abcdefgh', 3)).toBe('abc-def-gh'));
});
