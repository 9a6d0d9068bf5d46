import { describe, expect, test } from 'vitest';
import { readClaims, roleOf } from '@/lib/auth/oidc/claims';
import { readEmailAddress } from '@/lib/auth/oidc/emailAddress';
import { parseEnv } from '@/lib/env';

const company = { OIDC_ISSUER: 'https://login.example.org', OIDC_CLIENT_ID: 'wegmarke' };
const settings = (more: Record<string, string> = {}) => parseEnv({ ...company, ...more });
const ana = { sub: 'a', email: 'ana@example.org', email_verified: true };

describe('an address', () => {
  test.each([
    ['Ana@Example.ORG', 'ana@example.org', 'example.org'],
    [' ana@example.org ', 'ana@example.org', 'example.org'],
    ['ana+maps@example.org', 'ana+maps@example.org', 'example.org'],
    ['ana@Bücher.example', 'ana@xn--bcher-kva.example', 'xn--bcher-kva.example'],
    ['ana@EXAMPLE。org', 'ana@example.org', 'example.org'],
  ])('%s is %s', (text, address, domain) => expect(readEmailAddress(text)).toEqual({ address, domain }));

  test.each([
    '',
    'ana',
    '@example.org',
    'ana@',
    '\u212aarl@example.org',
    'änna@example.org',
    'a b@example.org',
    'ana@[127.0.0.1]',
    'ana\u0000@example.org',
  ])('%j belongs to no account', (text) => expect(readEmailAddress(text)).toBeNull());
});

describe('roles', () => {
  const mapping = (claim: string, roles = 'admins=owner,cx=editor,readers=viewer') =>
    settings({ OIDC_ROLE_CLAIM: claim, OIDC_ROLES: roles });

  test.each([
    [{ groups: 'cx' }, 'groups', 'editor'],
    [{ groups: ['readers', 'cx'] }, 'groups', 'editor'],
    [{ realm_access: { roles: ['admins'] } }, 'realm_access.roles', 'owner'],
    [{ 'https://example.org/roles': ['cx'] }, 'https://example.org/roles', 'editor'],
    [{ groups: ['CX', 'others'] }, 'groups', null],
    [{ groups: { cx: true } }, 'groups', null],
    [{ groups: [['cx'], null, 3] }, 'groups', null],
    [{}, 'groups', null],
    [{}, 'constructor.name', null],
    [{ groups: [] }, 'groups.length', null],
  ])('%j by %s: %s', (claims, path, role) => expect(roleOf(claims, mapping(path))).toBe(role));

  test('of values that hold commas and equals signs', () => {
    const env = mapping('groups', 'CN=Admins,OU=Maps=owner; CN=CX,OU=Maps=editor');
    expect(roleOf({ groups: ['CN=CX,OU=Maps'] }, env)).toBe('editor');
  });
});

describe('a person', () => {
  test('has the name that fits, whatever the provider sends', () => {
    const nameBy = (claims: object) => readClaims({ ...ana, ...claims }, settings()).name;
    expect(nameBy({ name: ' Ana\n Ott ' })).toBe('Ana Ott');
    expect(nameBy({ name: '', given_name: 'Ana', family_name: 'Ott' })).toBe('Ana Ott');
    expect(nameBy({ name: 7, preferred_username: 'aott' })).toBe('aott');
    expect(nameBy({})).toBe('ana');
    expect([...nameBy({ name: '😀'.repeat(100) })].length).toBeGreaterThan(10);
    expect(nameBy({ name: 'x'.repeat(500) })).toHaveLength(60);
  });

  test('at Google needs `hd`: a private account may hold a company address', () => {
    const google = settings({ OIDC_ISSUER: 'https://accounts.google.com', OIDC_ALLOWED_DOMAINS: 'example.org' });
    expect(readClaims({ ...ana, hd: 'example.org' }, google).email).toBe('ana@example.org');
    for (const more of [{}, { hd: 'evil.example' }, { hd: '' }]) {
      expect(() => readClaims({ ...ana, ...more }, google)).toThrow('another domain');
    }
  });

  test('without a subject is a defect of the provider, not nobody', () => {
    for (const sub of [undefined, '', 7]) expect(() => readClaims({ ...ana, sub }, settings())).toThrow();
  });
});

describe('settings about sign-in', () => {
  test.each([
    [{ OIDC_ISSUER: 'https://login.example.org' }, 'OIDC_CLIENT_ID is missing'],
    [{ OIDC_CLIENT_ID: 'x' }, 'OIDC_ISSUER is missing'],
    [{ OIDC_CLIENT_SECRET: 'x' }, 'OIDC_ISSUER is missing'],
    [{ PASSWORD_SIGN_IN: 'false' }, 'nobody could sign in any more'],
    [{ ...company, OIDC_ISSUER: 'http://login.example.org' }, 'must begin with https://, except on localhost'],
    [{ ...company, OIDC_ISSUER: 'login.example.org' }, 'must be an address such as'],
    [{ ...company, OIDC_ISSUER: 'https://login.microsoftonline.com/common/v2.0' }, 'must name your own tenant'],
    [{ ...company, OIDC_ISSUER: 'https://login.microsoftonline.com/organizations/v2.0' }, 'must name your own tenant'],
    [{ ...company, OIDC_ISSUER: 'https://login.microsoftonline.us/Common/' }, 'must name your own tenant'],
    [{ ...company, OIDC_SCOPE: 'email' }, 'must contain openid'],
    [{ ...company, OIDC_ROLES: 'admins=owner' }, 'OIDC_ROLE_CLAIM is missing'],
    [{ ...company, OIDC_ROLE_CLAIM: 'groups' }, 'OIDC_ROLES is missing'],
    [{ ...company, OIDC_ROLE_CLAIM: 'groups', OIDC_ROLES: 'admins=boss' }, 'must be values with roles such as'],
    [{ ...company, OIDC_ALLOWED_DOMAINS: 'example.org, @example.com' }, 'must be domains such as'],
    [{ ...company, OIDC_DEFAULT_ROLE: 'viewer' }, 'OIDC_ALLOWED_DOMAINS is missing'],
    [{ ...company, OIDC_DEFAULT_ROLE: 'owner', OIDC_ALLOWED_DOMAINS: '*' }, 'must be editor, commenter or viewer'],
  ])('%j is refused in a sentence', (given, sentence) => {
    expect(() => parseEnv(given)).toThrow(sentence);
  });

  test.each([
    'https://login.microsoftonline.com/8a1b6f1c-0000-4000-8000-000000000000/v2.0',
    'https://login.example.org/realms/common',
    'https://login.example.org/common',
  ])('%s is an issuer of one company', (issuer) => {
    expect(settings({ OIDC_ISSUER: issuer }).OIDC_ISSUER).toBe(issuer);
  });

  test('a secret is never repeated', () => {
    expect(() => parseEnv({ OIDC_CLIENT_SECRET: 'hunter2' })).not.toThrow('hunter2');
  });
});
