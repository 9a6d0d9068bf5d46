import { defaultLocale, type Locale, localeSchema } from './locale';

/** The best supported language of an `Accept-Language` header (RFC 9110: `de-AT,de;q=0.9,en;q=0.8`), or null when it names none of ours. */
export function findLocaleOfHeader(header: string | null | undefined): Locale | null {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.trim().split('-')[0] ?? '', quality: quality === undefined ? 1 : Number(quality), index };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index);
  for (const wish of wishes) {
    const locale = localeSchema.safeParse(wish.language);
    if (locale.success) return locale.data;
  }
  return null;
}

/** The interface's language: what this browser chose, else what the account says, else what the browser asks for, else English. */
export function negotiateLocale(wish: {
  cookie?: string | null | undefined;
  account?: string | null | undefined;
  acceptLanguage?: string | null | undefined;
}): Locale {
  for (const chosen of [wish.cookie, wish.account]) {
    const locale = localeSchema.safeParse(chosen);
    if (locale.success) return locale.data;
  }
  return findLocaleOfHeader(wish.acceptLanguage) ?? defaultLocale;
}
