import { describe, expect, test } from 'vitest';
import { readTokenCommand, UsageError } from '@/lib/auth/tokenCommandLine';

const read = (line: string) => readTokenCommand(line.split(' ').filter(Boolean));

describe('npm run token', () => {
  test('reads what shall be made', () => {
    expect(read('--email Ana@Example.org --scope read')).toEqual({
      ...{ work: 'make', email: 'ana@example.org', scope: 'read', name: 'npm run token', expiresInDays: 90 },
    });
    expect(readTokenCommand(['--email=ana@example.org', '--scope=write', '--name= Nightly export ', '--days=365'])).toEqual({
      ...{ work: 'make', email: 'ana@example.org', scope: 'write', name: 'Nightly export', expiresInDays: 365 },
    });
    expect(read('--email ana@example.org --scope read --days never')).toMatchObject({ expiresInDays: null });
  });

  test('reads what shall be listed, revoked and explained', () => {
    expect(read('--email ana@example.org --list')).toEqual({ work: 'list', email: 'ana@example.org' });
    expect(read('--revoke 0192f0a0-0000-7000-8000-000000000000')).toEqual({
      ...{ work: 'revoke', id: '0192f0a0-0000-7000-8000-000000000000' },
    });
    expect(read('--email ana@example.org --help')).toBe('help');
    expect(read('-h')).toBe('help');
  });

  test.each([
    ['', /Whose token/],
    ['--scope read', /Whose token/],
    ['--email ana --scope read', /"ana" is not an e-mail address/],
    ['--email ana@example.org', /--scope read or --scope write/],
    ['--email ana@example.org --scope admin', /"admin" is no scope: read or write/],
    ['--email ana@example.org --scope read --days 0', /"0" is neither a number of days from 1 to 3650/],
    ['--email ana@example.org --scope read --days 3651', /"3651"/],
    ['--email ana@example.org --scope read --days 1.5', /"1.5"/],
    ['--email ana@example.org --scope read --days 1e2', /"1e2"/],
    ['--email ana@example.org --scope read --days=', /"" is neither/],
    ['--email ana@example.org --scope read --name=', /1 to 100 characters/],
    [`--email ana@example.org --scope read --name=${'x'.repeat(101)}`, /1 to 100 characters/],
    ['--revoke wgm_*', /"wgm_\*" is no id/],
    ['--mail ana@example.org', /--mail/],
    ['--email', /--email/],
    ['ana@example.org', /ana@example.org/],
  ])('says what is wrong with “%s”', (line, sentence) => {
    expect(() => read(line)).toThrow(UsageError);
    expect(() => read(line)).toThrow(sentence);
  });
});
