import type { Metadata } from 'next';
import { AcceptInvitation } from '@/components/workspace/entry/AcceptInvitation';
import { EntryCard } from '@/components/workspace/entry/EntryCard';
import { InvitationForm } from '@/components/workspace/entry/InvitationForm';
import { findActor } from '@/lib/auth/actor';
import { passwordMinLength } from '@/lib/auth/credentials';
import { findInvitationByToken } from '@/lib/auth/invitations';
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
  return (
    <Page theme={theme} user={null} width="narrow">
      <EntryCard title={title} lead={hasAccount ? t('invitation.existingLead', { email }) : t('invitation.lead')}>
        <InvitationForm token={token} email={email} hasAccount={hasAccount} minLength={passwordMinLength} />
      </EntryCard>
    </Page>
  );
}
