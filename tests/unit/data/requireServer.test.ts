import { describe, expect, test } from 'vitest';
import { findObjection, type ServerFacts } from '@/lib/data/server/requireServer';

const fit: ServerFacts = {
  version: '15.4 (Debian 15.4-1)',
  versionNumber: 150_004,
  encoding: 'UTF8',
  readOnly: false,
  user: 'maps',
  hasSchema: true,
  mayCreate: true,
};

describe('whether a PostgreSQL server is fit', () => {
  test('takes what is supported, from the oldest version on', () => {
    expect(findObjection(fit, 'public')).toBeNull();
    expect(findObjection({ ...fit, version: '14.0', versionNumber: 140_000 }, 'public')).toBeNull();
  });

  test('names what is wrong', () => {
    expect(findObjection({ ...fit, version: '13.22', versionNumber: 130_022 }, 'public')).toBe(
      'it is PostgreSQL 13.22, and 14 or newer is needed',
    );
    expect(findObjection({ ...fit, encoding: 'LATIN1' }, 'public')).toMatch(/^its encoding is LATIN1, and UTF8 is needed/);
    expect(findObjection({ ...fit, readOnly: true }, 'public')).toMatch(/can only be read/);
    expect(findObjection({ ...fit, mayCreate: false }, 'public')).toContain('grant create on schema public to "maps"');
    expect(findObjection({ ...fit, hasSchema: false, mayCreate: false }, 'maps')).toBe(
      'it has no schema "maps", and the user "maps" may not make one',
    );
  });
});
