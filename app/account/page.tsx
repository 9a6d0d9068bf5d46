import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { CompanyLink } from '@/components/workspace/account/CompanyLink';
import { DeleteAccount } from '@/components/workspace/account/DeleteAccount';
import { DisplaySettings } from '@/components/workspace/account/DisplaySettings';
import { DownloadData } from '@/components/workspace/account/DownloadData';
import { PasswordForm } from '@/components/workspace/account/PasswordForm';
import { PersonNameForm } from '@/components/workspace/account/PersonNameForm';
import { SignOutEverywhere } from '@/components/workspace/account/SignOutEverywhere';
import { Section } from '@/components/workspace/Section';
import { freshSignInMinutes, isProvedByPassword } from '@/lib/account/deleteAccount';
import { baseAddress } from '@/lib/auth/baseAddress';
import { passwordMinLength } from '@/lib/auth/credentials';
import { signInWays } from '@/lib/auth/oidc/signInWays';
import { listSoleOwnedWorkspaces } from '@/lib/data/accountDeletion';
import { listIdentitiesOfUser } from '@/lib/data/identities';
import { findUser } from '@/lib/data/users';
import { listWorkspaces } from '@/lib/data/workspaces';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { Page } from '../_shell/Page';
import { pageTitle } from '../_shell/pageTitle';
import { pagePreferences } from '../_shell/preferences';
import { requireAccount } from '../_shell/requireAccount';
import { TokenSection } from './TokenSection';

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ workspace }) => workspace('account.title'));

export default async function AccountPage() {
  const user = await requireAccount('/account');
  const { locale, theme } = await pagePreferences();
  const { database, env } = runtime();
  const workspaces = await listWorkspaces(database, user.userId);
  const [account, soleOwned] = await Promise.all([
    findUser(database, user.userId),
    listSoleOwnedWorkspaces(database, user.userId),
  ]);
  const t = translatorOf(locale, 'workspace');
  const { password, company } = signInWays(env);
  const identities = await listIdentitiesOfUser(database, user.userId);
  const hasPassword = account?.passwordHash != null;
  const own = translatorOf(locale, 'lifecycle');
  return (
    <Page theme={theme} user={user} workspaces={workspaces} currentWorkspaceId={workspaces[0]?.id ?? null} width="medium">
      <h1 className="mb-1 font-bold text-2xl tracking-tight">{t('account.title')}</h1>
      <p className="mb-8 text-ink-soft">{t('account.email', { email: user.email })}</p>
      <Section title={t('account.profile')}>
        <PersonNameForm name={user.name} />
      </Section>
      <Section title={t('account.display')}>
        <DisplaySettings theme={theme} />
      </Section>
      {company === null ? null : (
        <Section title={t('account.company', { name: company })} lead={t('account.companyLead')}>
          <CompanyLink
            name={company}
            identities={identities.map(({ createdAt, lastUsedAt }) => ({
              since: createdAt.toISOString(),
              lastUsed: lastUsedAt.toISOString(),
            }))}
          />
        </Section>
      )}
      {password ? (
        <Section title={t('account.password')} lead={hasPassword ? t('account.passwordLead') : null}>
          {hasPassword ? (
            <PasswordForm email={user.email} minLength={passwordMinLength} />
          ) : (
            <p className="text-pretty text-ink-soft">
              {t(company !== null && identities.length > 0 ? 'account.noPassword' : 'account.noPasswordYet')}
            </p>
          )}
        </Section>
      ) : null}
      <TokenSection user={user} locale={locale} server={baseAddress(runtime(), await headers())} />
      <Section title={t('account.sessions')} lead={t('account.sessionsLead')}>
        <SignOutEverywhere />
      </Section>
      <Section title={own('account.data')} lead={own('account.dataLead')}>
        <DownloadData />
      </Section>
      <Section title={own('account.delete')} lead={own('account.deleteLead')}>
        <DeleteAccount
          email={user.email}
          soleOwned={soleOwned}
          asksPassword={account !== null && isProvedByPassword(account, env)}
          freshMinutes={freshSignInMinutes}
        />
      </Section>
    </Page>
  );
}
