import type { Locale } from '@/lib/i18n/locale';

/** One item of a template: title and what the leader is told, in each language. */
export type AgendaLine = { minutes: number } & Record<Locale, readonly [title: string, notes: string]>;
