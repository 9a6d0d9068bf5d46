import { type Locale, localeCookie } from '@/lib/i18n/locale';
import { negotiateLocale } from '@/lib/i18n/negotiateLocale';
import { parseCookies } from './cookies';
import type { HeaderReader } from './origin';

/** The language for an answer: the one chosen in this browser, else the best that the browser (or the page that asks) wants, else English. */
export function localeOfHeaders(headers: HeaderReader): Locale {
  return negotiateLocale({
    cookie: parseCookies(headers.get('cookie'))[localeCookie],
    acceptLanguage: headers.get('accept-language'),
  });
}
