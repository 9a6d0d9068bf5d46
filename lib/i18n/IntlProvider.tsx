'use client';

import type { ReactNode } from 'react';
import { IntlProvider as Provider } from 'use-intl/react';
import type { Locale } from './locale';
import type { Messages } from './translator';

type Props = { locale: Locale; timeZone?: string | undefined; messages: Partial<Messages>; children: ReactNode };

/**
 * Gives client components their language: `useTranslations('common')`, `useFormatter()`.
 * A page that needs more than the base namespaces wraps its part in another one with `pickMessages(locale, ['editor', …])`.
 */
export function IntlProvider({ locale, timeZone, messages, children }: Props) {
  return (
    <Provider locale={locale} messages={messages} timeZone={timeZone}>
      {children}
    </Provider>
  );
}
