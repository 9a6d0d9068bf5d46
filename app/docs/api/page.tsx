import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { ApiReference } from '@/components/apiReference/ApiReference';
import { AppHeader } from '@/components/workspace/header/AppHeader';
import { currentReference } from '@/lib/api/reference/currentReference';
import { findActor } from '@/lib/auth/actor';
import { baseAddress } from '@/lib/auth/baseAddress';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { pagePreferences } from '../../_shell/preferences';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translatorOf((await pagePreferences()).locale, 'apiReference')('title') };
}

/** What programs can ask of this installation, for whoever writes one: no account is needed to read it. */
export default async function ApiPage() {
  const [{ locale, theme }, actor] = await Promise.all([pagePreferences(), findActor()]);
  const server = baseAddress(runtime(), await headers());
  return (
    <div className="flex min-h-dvh flex-col">
      <AppHeader theme={theme} user={actor?.kind === 'user' ? actor : null} wide />
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-[88rem] flex-1 px-4 pb-20 outline-none sm:px-6">
        <ApiReference t={translatorOf(locale, 'apiReference')} reference={currentReference()} server={server} />
      </main>
    </div>
  );
}
