import type { Metadata } from 'next';
import { DisplaySettings } from '@/components/workspace/account/DisplaySettings';
import { NameForm } from '@/components/workspace/account/NameForm';
import { PasswordForm } from '@/components/workspace/account/PasswordForm';
import { SignOutEverywhere } from '@/components/workspace/account/SignOutEverywhere';
import { Section } from '@/components/workspace/Section';
import { passwordMinLength } from '@/lib/auth/credentials';
import { listWorkspaces } from '@/lib/data/workspaces';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { Page } from '../_shell/Page';
import { pageTitle } from '../_shell/pageTitle';
import { pagePreferences } from '../_shell/preferences';
import { requireAccount } from '../_shell/requireAccount';

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ workspace }) => workspace('account.title'));

export default async function AccountPage() {
  const user = await requireAccount('/account');
  const { locale, theme } = await pagePreferences();
  const workspaces = await listWorkspaces(runtime().database, user.userId);
  const t = translatorOf(locale, 'workspace');
  return (
    <Page theme={theme} user={user} workspaces={workspaces} currentWorkspaceId={workspaces[0]?.id ?? null} width="medium">
      <h1 className="mb-1 font-bold text-2xl tracking-tight">{t('account.title')}</h1>
      <p className="mb-8 text-ink-soft">{t('account.email', { email: user.email })}</p>
      <Section title={t('account.profile')}>
        <NameForm name={user.name} />
      </Section>
      <Section title={t('account.display')}>
        <DisplaySettings theme={theme} />
      </Section>
      <Section title={t('account.password')} lead={t('account.passwordLead')}>
        <PasswordForm email={user.email} minLength={passwordMinLength} />
      </Section>
      <Section title={t('account.sessions')} lead={t('account.sessionsLead')}>
        <SignOutEverywhere />
      </Section>
    </Page>
  );
}
