import { describe, expect, test } from 'vitest';
import { newPasswordSchema } from '@/lib/auth/credentials';
import { requireNewPassword } from '@/lib/auth/newPassword';
import { currentParameters, hashPassword, verifyPassword } from '@/lib/auth/password';

const cheap = { ln: 4, r: 8, p: 1 };

describe('password hashes', () => {
  test('cost what OWASP asks of scrypt, and say so', async () => {
    expect(currentParameters).toEqual({ ln: 17, r: 8, p: 1 });
    const hash = await hashPassword('correct horse battery');
    expect(hash).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await verifyPassword('correct horse battery', hash)).toEqual({ matches: true, outdated: false });
  });
  test('are salted, and know the wrong password', async () => {
    const hash = await hashPassword('secret words', cheap);
    expect(await hashPassword('secret words', cheap)).not.toBe(hash);
    expect(await verifyPassword('secret word', hash)).toEqual({ matches: false, outdated: true });
  });
  test('of other costs are recognised and reported as outdated', async () => {
    expect(await verifyPassword('secret words', await hashPassword('secret words', cheap))).toEqual({
      matches: true,
      outdated: true,
    });
  });
  test('take the same letters typed another way as the same password', async () => {
    const hash = await hashPassword('Gr\u00fc\u00dfe aus K\u00f6ln', cheap);
    expect((await verifyPassword('Gru\u0308\u00dfe aus Ko\u0308ln', hash)).matches).toBe(true);
  });
  test.each(['', '$scrypt$ln=17,r=8,p=1$short$x', '$2b$10$abc', `$scrypt$ln=30,r=8,p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`])(
    'that are damaged or absurdly costly are no hash: %s',
    async (hash) => expect(verifyPassword('x', hash)).rejects.toThrow('damaged'),
  );
});

describe('the password policy', () => {
  test('is ten characters of any kind', () => {
    expect(newPasswordSchema.safeParse('aaaaaaaaaa').success).toBe(true);
    expect(() => requireNewPassword('aaaaaaaaa', 'next')).toThrow(
      expect.objectContaining({
        code: 'invalid',
        messageKey: 'passwordTooShort',
        values: { min: 10 },
        details: [{ path: 'next', message: 'Too short' }],
      }),
    );
    expect(() => requireNewPassword(undefined, 'next')).toThrow();
    expect(() => requireNewPassword('x'.repeat(201), 'next')).toThrow(expect.objectContaining({ messageKey: 'invalid' }));
  });
});
