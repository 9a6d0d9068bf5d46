import { cookies } from 'next/headers';
import { cache } from 'react';
import { findActor } from '@/lib/auth/actor';
import { findUser } from '@/lib/data/users';
import type { Locale } from '@/lib/i18n/locale';
import { requestLocale } from '@/lib/i18n/requestLocale';
import { type Theme, themeCookie, themeSchema } from '@/lib/i18n/theme';
import { runtime } from '@/lib/runtime';

/** Language and scheme for the page that is being made: chosen in this browser, else in the account, else what the device asks for. */
export const pagePreferences: () => Promise<{ locale: Locale; theme: Theme }> = cache(async () => {
  const actor = await findActor();
  const account = actor?.kind === 'user' ? await findUser(runtime().database, actor.userId) : null;
  const chosen = themeSchema.safeParse((await cookies()).get(themeCookie)?.value);
  return {
    locale: await requestLocale(account?.locale),
    theme: chosen.data ?? themeSchema.safeParse(account?.theme).data ?? 'system',
  };
});
