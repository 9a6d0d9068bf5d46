import type { Metadata } from 'next';
import { InviteForm } from '@/components/workspace/members/InviteForm';
import { MemberList } from '@/components/workspace/members/MemberList';
import { PendingInvitations } from '@/components/workspace/members/PendingInvitations';
import { Section } from '@/components/workspace/Section';
import { roleSchema } from '@/lib/access/standing';
import { canChangeRoles, canInviteMembers } from '@/lib/access/workspace';
import { findCompanyAccounts } from '@/lib/auth/oidc/companyAccounts';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { listInvitations } from '@/lib/data/invitations';
import { listMembers } from '@/lib/data/memberships';
import { listWorkspaces } from '@/lib/data/workspaces';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { orNotFound } from '../../../_shell/orNotFound';
import { Page } from '../../../_shell/Page';
import { pageTitle } from '../../../_shell/pageTitle';
import { pagePreferences } from '../../../_shell/preferences';
import { requireAccount } from '../../../_shell/requireAccount';

type Props = { params: Promise<{ workspaceId: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ workspace }) => workspace('members.title'));

/** A role from the database; an unknown one is shown as the weakest, which is all that it is worth. */
const toRole = (role: string) => roleSchema.catch('viewer').parse(role);

export default async function MembersPage({ params }: Props) {
  const { workspaceId } = await params;
  const user = await requireAccount(`/workspace/${workspaceId}/members`);
  const { workspace, standing } = await orNotFound(requireWorkspaceAccess(user, workspaceId, 'member.list'));
  const { database, env } = runtime();
  const mayInvite = canInviteMembers(standing);
  const [members, invitations, workspaces] = await Promise.all([
    listMembers(database, workspace.id),
    mayInvite ? listInvitations(database, workspace.id) : [],
    listWorkspaces(database, user.userId),
  ]);
  const mayManage = canChangeRoles(standing);
  const atCompany = await findCompanyAccounts(runtime(), mayManage ? members.map(({ userId }) => userId) : []);
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'workspace');
  return (
    <Page theme={theme} user={user} workspaces={workspaces} currentWorkspaceId={workspace.id} width="medium">
      <h1 className="mb-1 font-bold text-2xl tracking-tight">{t('members.title')}</h1>
      <p className="mb-4 text-ink-soft">{t('members.lead', { workspace: workspace.name })}</p>
      <MemberList
        workspace={{ id: workspace.id, name: workspace.name }}
        members={members.map(({ joinedAt, role, ...member }) => ({
          ...member,
          role: toRole(role),
          joinedAt: joinedAt.toISOString(),
          atCompany: atCompany.has(member.userId),
        }))}
        ownUserId={user.userId}
        canManage={mayManage}
        passwordSignIn={env.PASSWORD_SIGN_IN}
      />
      {mayInvite ? (
        <div className="mt-10">
          <Section title={t('members.invite')} lead={t('members.inviteLead')}>
            <InviteForm workspaceId={workspace.id} />
          </Section>
          {invitations.length > 0 ? (
            <Section title={t('members.pending')}>
              <PendingInvitations
                invitations={invitations.map(({ id, email, role, expiresAt }) => ({
                  id,
                  email,
                  role: toRole(role),
                  expiresAt: expiresAt.toISOString(),
                }))}
              />
            </Section>
          ) : null}
        </div>
      ) : null}
    </Page>
  );
}
