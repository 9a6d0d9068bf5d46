import { describe, expect, test } from 'vitest';
import { cardLinkSchema, hostOf, linkWords, toLinkAddress } from '@/lib/map/cardLink';

describe('an address of a link', () => {
  test.each([
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    ['  http://example.org ', 'http://example.org/'],
    ['HTTPS://Example.org', 'https://example.org/'],
    ['example.org', 'https://example.org/'],
    ['www.example.org/bills', 'https://www.example.org/bills'],
    ['localhost.test:3000/x', 'https://localhost.test:3000/x'],
    ['mailto:billing@example.org', 'mailto:billing@example.org'],
    ['billing@example.org', 'mailto:billing@example.org'],
    ['https://müller.example/ä', 'https://xn--mller-kva.example/%C3%A4'],
  ])('%s is taken as %s', (given, address) => {
    expect(toLinkAddress(given)).toBe(address);
    expect(toLinkAddress(address)).toBe(address);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\nscript:alert(1)',
    ' \u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://example.org',
    'blob:https://example.org/1',
    'https://',
    'https:///',
    'mailto:',
    '//example.org',
    '/path',
    'two words',
    'word',
    '',
  ])('%j is none', (given) => {
    expect(toLinkAddress(given)).toBeNull();
  });

  test('is shown by its label, else by the host', () => {
    expect(hostOf('https://www.example.org/bills')).toBe('example.org');
    expect(hostOf('mailto:billing@example.org?subject=x')).toBe('billing@example.org');
    expect(linkWords({ label: ' ', address: 'https://www.example.org/bills' })).toBe('example.org');
    expect(linkWords({ label: 'All bills', address: 'https://www.example.org/bills' })).toBe('All bills');
  });

  test('that a peer wrote past the operations is left out when it is read', () => {
    const pos = { cardId: 'card1', order: 'a0' };
    expect(cardLinkSchema.safeParse({ id: 'x', pos, address: 'javascript:alert(1)' }).success).toBe(false);
    expect(cardLinkSchema.safeParse({ id: 'x', pos, address: 'https://example.org/' }).success).toBe(true);
  });
});
