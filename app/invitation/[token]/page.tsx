import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { AcceptInvitation } from '@/components/workspace/entry/AcceptInvitation';
import { EntryCard } from '@/components/workspace/entry/EntryCard';
import { InvitationForm } from '@/components/workspace/entry/InvitationForm';
import { WaysIn } from '@/components/workspace/entry/WaysIn';
import { findActor } from '@/lib/auth/actor';
import { passwordMinLength } from '@/lib/auth/credentials';
import { findInvitationByToken, hasJoinedBy } from '@/lib/auth/invitations';
import { signInWays } from '@/lib/auth/oidc/signInWays';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { Page } from '../../_shell/Page';
import { pageTitle } from '../../_shell/pageTitle';
import { pagePreferences } from '../../_shell/preferences';

type Props = { params: Promise<{ token: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ auth }) => auth('invitation.pageTitle'));

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'auth');
  const [invitation, actor] = await Promise.all([findInvitationByToken(runtime(), token), findActor()]);
  // Signing in at the company accepts invitations by itself; then this page has nothing more to ask.
  if (!invitation && actor?.kind === 'user' && (await hasJoinedBy(runtime(), token, actor))) redirect('/');
  if (!invitation) {
    return (
      <Page theme={theme} user={null} width="narrow">
        <EntryCard title={t('invitation.overTitle')} lead={t('invitation.overLead')} />
      </Page>
    );
  }
  const { email, hasAccount, workspaceName: workspace } = invitation;
  const title = t('invitation.title', { workspace });
  if (actor?.kind === 'user' && actor.email === email) {
    return (
      <Page theme={theme} user={actor} width="narrow">
        <EntryCard title={title} lead={t('invitation.acceptLead', { name: actor.name })}>
          <AcceptInvitation token={token} />
        </EntryCard>
      </Page>
    );
  }
  const { password, company } = signInWays(runtime().env);
  const lead = hasAccount ? t('invitation.existingLead', { email }) : t('invitation.lead');
  return (
    <Page theme={theme} user={null} width="narrow">
      <EntryCard title={title} lead={password || company === null ? lead : t('invitation.companyLead', { email, name: company })}>
        <WaysIn company={company} next={`/invitation/${token}`} or={t('company.or')}>
          {password ? (
            <InvitationForm
              token={token}
              email={email}
              hasAccount={hasAccount}
              minLength={passwordMinLength}
              primary={company === null}
            />
          ) : null}
        </WaysIn>
      </EntryCard>
    </Page>
  );
}
