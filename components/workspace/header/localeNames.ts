import type { Locale } from '@/lib/i18n/locale';

/** Languages in their own words: whoever looks for one cannot read the present one. */
export const localeNames: Record<Locale, string> = { de: 'Deutsch', en: 'English' };
