import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { EnvError, envSchema, parseEnv } from '@/lib/env';

const read = (name: string) => readFileSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), 'utf8');

/** A value of a systemd EnvironmentFile without quotes: whatever stands on the line, but for blanks around it. */
const asSystemd = (value: string): string => value.trim();

describe('configuration', () => {
  test('works without any variable', () => {
    const env = parseEnv({});
    expect(env.PORT).toBe(3000);
    expect(env.DATABASE_URL).toBeUndefined();
    expect(env.MAX_FRAME_MB).toBe(4 * 1024 * 1024);
  });

  test('takes an empty value as absent', () => {
    expect(parseEnv({ PORT: '', PUBLIC_URL: ' ' }).PORT).toBe(3000);
  });

  test.each([
    ['PORT', 'eighty', 'The setting PORT "eighty" cannot be used: must be a number.'],
    ['PORT', '70000', 'The setting PORT "70000" cannot be used:'],
    ['TRUST_PROXY', 'perhaps', 'The setting TRUST_PROXY "perhaps" cannot be used: must be true or false.'],
    [
      'PUBLIC_URL',
      'maps.example.org',
      'The setting PUBLIC_URL cannot be used: must be an address such as https://maps.example.org.',
    ],
    [
      'PUBLIC_URL',
      'https://example.org/maps',
      'The setting PUBLIC_URL cannot be used: must be an address without a path behind it.',
    ],
    [
      'DATABASE_URL',
      'mysql://secret@host/x',
      'The setting DATABASE_URL cannot be used: must be an address such as postgresql://',
    ],
    ['METRICS_TOKEN', 'short', 'The setting METRICS_TOKEN cannot be used: must be at least 16 characters long.'],
    ['NEXTAUTH_SECRET', 'short', 'The setting NEXTAUTH_SECRET cannot be used: must be at least 32 characters long.'],
  ])('says in one sentence what is wrong with %s=%s', (name, value, sentence) => {
    expect(() => parseEnv({ [name]: value })).toThrow(EnvError);
    expect(() => parseEnv({ [name]: value })).toThrow(sentence);
  });

  test('never repeats a secret', () => {
    expect(() => parseEnv({ DATABASE_URL: 'mysql://root:hunter2@host/x' })).not.toThrow('hunter2');
  });

  test('removes slashes at the end of the public address', () => {
    expect(parseEnv({ PUBLIC_URL: 'https://maps.example.org/' }).PUBLIC_URL).toBe('https://maps.example.org');
  });

  test('each line of .env.example, uncommented and read as systemd reads it, is a setting as it is by default', () => {
    const lines = read('.env.example').split('\n');
    const settings = lines.flatMap((line) => {
      const [, name, value] = /^# ([A-Z][A-Z_]*)=(.*)$/.exec(line) ?? [];
      return name === undefined || value === undefined ? [] : [{ name, value: asSystemd(value) }];
    });
    expect(settings.length).toBeGreaterThan(40);
    const example = new Map(Object.entries(parseEnv(Object.fromEntries(settings.map(({ name, value }) => [name, value])))));
    const defaults = Object.entries(parseEnv({})).filter(([name]) => name !== 'NODE_ENV');
    expect(defaults.length).toBeGreaterThan(25);
    for (const [name, value] of defaults) expect([name, example.get(name)]).toEqual([name, value]);
    // A container's --env-file does not even take quotes off.
    for (const { name, value } of settings) expect(value, name).not.toMatch(/["'\\]/);
    expect(lines.filter((line) => !/^(#|$)/.test(line))).toEqual([]);
  });

  test('every setting stands in .env.example and in the README', () => {
    const names = Object.keys(envSchema.shape).filter((name) => name !== 'NODE_ENV');
    const example = read('.env.example');
    const readme = read('README.md');
    expect(names.filter((name) => !new RegExp(`^# ${name}=`, 'm').test(example))).toEqual([]);
    expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
  });
});
