import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/buttonClass';
import { EntryCard } from '@/components/workspace/entry/EntryCard';
import { ResetForm } from '@/components/workspace/entry/ResetForm';
import { passwordMinLength } from '@/lib/auth/credentials';
import { findResetByToken } from '@/lib/auth/passwords';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { Page } from '../../_shell/Page';
import { pageTitle } from '../../_shell/pageTitle';
import { pagePreferences } from '../../_shell/preferences';

type Props = { params: Promise<{ token: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ auth }) => auth('reset.title'));

export default async function ResetPage({ params }: Props) {
  const { token } = await params;
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'auth');
  const account = await findResetByToken(runtime(), token);
  return (
    <Page theme={theme} user={null} width="narrow">
      {!runtime().env.PASSWORD_SIGN_IN ? (
        <EntryCard title={t('reset.offTitle')} lead={t('reset.offLead')}>
          <Link href="/sign-in" className={buttonClass({ variant: 'primary', size: 'lg' })}>
            {t('signIn.title')}
          </Link>
        </EntryCard>
      ) : account ? (
        <EntryCard title={t('reset.title')} lead={t('reset.lead', { email: account.email })}>
          <ResetForm token={token} email={account.email} minLength={passwordMinLength} />
        </EntryCard>
      ) : (
        <EntryCard title={t('reset.overTitle')} lead={t('reset.overLead')} />
      )}
    </Page>
  );
}
