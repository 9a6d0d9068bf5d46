import { z } from 'zod';

export const locales = ['de', 'en'] as const;
export type Locale = (typeof locales)[number];
export const localeSchema = z.enum(locales);
export const defaultLocale: Locale = 'en';
/** The cookie in which a browser keeps the chosen language. */
export const localeCookie = 'wegmarke-locale';
