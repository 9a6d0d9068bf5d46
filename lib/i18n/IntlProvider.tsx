'use client';

import { type ReactNode, useSyncExternalStore } from 'react';
import { IntlProvider as Provider } from 'use-intl/react';
import type { Locale } from './locale';
import type { Messages } from './translator';

type Props = {
  locale: Locale;
  messages: Partial<Messages>;
  /** When the page was made: "five minutes ago" then reads the same on the server and in the browser that takes the page over. */
  now?: Date | undefined;
  children: ReactNode;
};

const neverChanges = () => () => undefined;
const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const serverTimeZone = () => 'UTC';

/**
 * Gives client components their language: `useTranslations('common')`, `useFormatter()`. Times are in the browser's zone; the server,
 * which does not know it, writes UTC for the moment until the browser takes over.
 * A page that needs more than the base namespaces wraps its part in another one with `pickMessages(locale, ['editor', …])`.
 */
export function IntlProvider({ locale, messages, now, children }: Props) {
  const timeZone = useSyncExternalStore(neverChanges, browserTimeZone, serverTimeZone);
  return (
    <Provider locale={locale} messages={messages} timeZone={timeZone} {...(now ? { now } : {})}>
      {children}
    </Provider>
  );
}
