/** The language in which dates, times of the clock and lists are written: the interface is written in British English, and so are they. Nothing formats them otherwise. */
export const dateLocale = (locale: string): string => (locale === 'en' ? 'en-GB' : locale);
