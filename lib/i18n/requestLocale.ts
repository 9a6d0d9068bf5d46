import { cookies, headers } from 'next/headers';
import { type Locale, localeCookie } from './locale';
import { negotiateLocale } from './negotiateLocale';

/**
 * The language for the request that is being answered (pages and route handlers).
 * `accountLocale`: the signed-in person's setting, where the caller knows it; a choice made in this browser goes before it.
 */
export async function requestLocale(accountLocale?: string | null): Promise<Locale> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return negotiateLocale({
    cookie: jar.get(localeCookie)?.value,
    account: accountLocale,
    acceptLanguage: head.get('accept-language'),
  });
}
