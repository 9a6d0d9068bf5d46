import { describe, expect, test } from 'vitest';
import { looksLikeEmail, ownPath } from '@/components/workspace/entry/checks';

describe('ownPath', () => {
  test.each(['/', '/maps/abc', '/account?x=1#y'])('keeps %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  test.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\tfoo', 'javascript:alert(1)', '', null, undefined])(
    'goes home instead of to %j',
    (path) => {
      expect(ownPath(path)).toBe('/');
    },
  );
});

test.each([
  ['anna@example.org', true],
  [' anna@example.org ', true],
  ['anna@localhost', true],
  ['anna', false],
  ['anna@example', false],
  ['anna@exa mple.org', false],
  ['', false],
])('%j looks like an e-mail address: %s', (text, expected) => {
  expect(looksLikeEmail(text)).toBe(expected);
});
