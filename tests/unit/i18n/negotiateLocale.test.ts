import { describe, expect, test } from 'vitest';
import { findLocaleOfHeader, negotiateLocale } from '@/lib/i18n/negotiateLocale';

describe('negotiateLocale', () => {
  test.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['fr-CH, fr;q=0.9, en;q=0.8, de;q=0.7, *;q=0.5', 'en'],
    ['en;q=0.5, de;q=0.9', 'de'],
    ['de;q=0, en', 'en'],
    ['DE', 'de'],
    ['fr', null],
    ['', null],
    [null, null],
    [',;q=,,de;q=abc', 'de'],
  ])('reads Accept-Language %j as %j', (header, locale) => {
    expect(findLocaleOfHeader(header)).toBe(locale);
  });

  test("takes the browser's choice, then the account's, then the header, then English", () => {
    expect(negotiateLocale({ cookie: 'de', account: 'en', acceptLanguage: 'en' })).toBe('de');
    expect(negotiateLocale({ cookie: 'xx', account: 'de', acceptLanguage: 'en' })).toBe('de');
    expect(negotiateLocale({ cookie: null, account: null, acceptLanguage: 'de-CH' })).toBe('de');
    expect(negotiateLocale({})).toBe('en');
  });
});
