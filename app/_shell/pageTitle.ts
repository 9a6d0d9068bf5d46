import type { Metadata } from 'next';
import { translatorOf } from '@/lib/i18n/translator';
import { pagePreferences } from './preferences';

type Say = { auth: ReturnType<typeof translatorOf<'auth'>>; workspace: ReturnType<typeof translatorOf<'workspace'>> };

/** Metadata with a title in the reader's language. */
export async function pageTitle(title: (say: Say) => string): Promise<Metadata> {
  const { locale } = await pagePreferences();
  return { title: title({ auth: translatorOf(locale, 'auth'), workspace: translatorOf(locale, 'workspace') }) };
}
