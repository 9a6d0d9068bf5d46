'use client';

import { useRouter } from 'next/navigation';
import { useCallback } from 'react';
import { type Locale, localeCookie } from '@/lib/i18n/locale';
import { writePreferenceCookie } from '@/lib/i18n/preferenceCookie';
import { type Theme, themeCookie } from '@/lib/i18n/theme';
import { anyAnswer, requestJson } from '../request';

/** Sets language and scheme: at once in this browser, and in the account for other devices when somebody is signed in. */
export function usePreferences(signedIn: boolean) {
  const router = useRouter();
  const keep = useCallback(
    (change: { locale?: Locale; theme?: Theme }) => {
      // The cookie decides in this browser; the account only matters elsewhere, so its failure is no reason to disturb.
      if (signedIn) requestJson('PATCH', '/api/account', anyAnswer, change).catch(() => undefined);
      router.refresh();
    },
    [router, signedIn],
  );
  const setLocale = useCallback(
    (locale: Locale) => {
      writePreferenceCookie(localeCookie, locale);
      keep({ locale });
    },
    [keep],
  );
  const setTheme = useCallback(
    (theme: Theme) => {
      writePreferenceCookie(themeCookie, theme);
      if (theme === 'system') delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = theme;
      keep({ theme });
    },
    [keep],
  );
  return { setLocale, setTheme };
}
