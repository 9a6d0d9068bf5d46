import type { translatorOf } from '@/lib/i18n/translator';

/** The page's own words in the reader's language. What the API says of itself is English. */
export type Words = ReturnType<typeof translatorOf<'apiReference'>>;
