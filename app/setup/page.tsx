import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EntryCard } from '@/components/workspace/entry/EntryCard';
import { SetupForm } from '@/components/workspace/entry/SetupForm';
import { passwordMinLength } from '@/lib/auth/credentials';
import { isSetupOpen } from '@/lib/auth/setup';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { Page } from '../_shell/Page';
import { pageTitle } from '../_shell/pageTitle';
import { pagePreferences } from '../_shell/preferences';

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ auth }) => auth('setup.title'));

export default async function SetupPage({ searchParams }: Props) {
  if (!(await isSetupOpen(runtime().database))) redirect('/sign-in');
  const { code } = await searchParams;
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'auth');
  return (
    <Page theme={theme} user={null} width="narrow">
      <EntryCard title={t('setup.title')} lead={t('setup.lead')}>
        <SetupForm code={typeof code === 'string' ? code.slice(0, 64) : ''} minLength={passwordMinLength} />
      </EntryCard>
    </Page>
  );
}
