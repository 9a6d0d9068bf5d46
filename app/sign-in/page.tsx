import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Banner } from '@/components/ui/Banner';
import { ownPath } from '@/components/workspace/entry/checks';
import { EntryCard } from '@/components/workspace/entry/EntryCard';
import { SignInForm } from '@/components/workspace/entry/SignInForm';
import { findActor } from '@/lib/auth/actor';
import { isSetupOpen } from '@/lib/auth/setup';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { Page } from '../_shell/Page';
import { pageTitle } from '../_shell/pageTitle';
import { pagePreferences } from '../_shell/preferences';

type Props = { searchParams: Promise<{ next?: string | string[]; callbackUrl?: string | string[] }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ auth }) => auth('signIn.title'));

export default async function SignInPage({ searchParams }: Props) {
  if (await isSetupOpen(runtime().database)) redirect('/setup');
  const { next, callbackUrl } = await searchParams;
  const wish = [next, callbackUrl].find((value) => typeof value === 'string');
  const target = ownPath(typeof wish === 'string' ? wish : null);
  if ((await findActor())?.kind === 'user') redirect(target);
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'auth');
  return (
    <Page theme={theme} user={null} width="narrow">
      <EntryCard title={t('signIn.title')} lead={t('signIn.lead')}>
        {target.startsWith('/maps/') ? (
          <div className="mb-6">
            <Banner title={t('signIn.mapTitle')}>{t('signIn.mapText')}</Banner>
          </div>
        ) : null}
        <SignInForm next={target} />
        <p className="mt-8 text-pretty text-ink-faint text-sm">{t('signIn.help')}</p>
      </EntryCard>
    </Page>
  );
}
