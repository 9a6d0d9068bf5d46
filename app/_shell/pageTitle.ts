import type { Metadata } from 'next';
import { translatorOf } from '@/lib/i18n/translator';
import { pagePreferences } from './preferences';

type Say = {
  audit: ReturnType<typeof translatorOf<'audit'>>;
  auth: ReturnType<typeof translatorOf<'auth'>>;
  evidencePages: ReturnType<typeof translatorOf<'evidencePages'>>;
  lifecycle: ReturnType<typeof translatorOf<'lifecycle'>>;
  workspace: ReturnType<typeof translatorOf<'workspace'>>;
};

/** Metadata with a title in the reader's language. */
export async function pageTitle(title: (say: Say) => string): Promise<Metadata> {
  const { locale } = await pagePreferences();
  const say: Say = {
    audit: translatorOf(locale, 'audit'),
    auth: translatorOf(locale, 'auth'),
    evidencePages: translatorOf(locale, 'evidencePages'),
    lifecycle: translatorOf(locale, 'lifecycle'),
    workspace: translatorOf(locale, 'workspace'),
  };
  return { title: title(say) };
}
