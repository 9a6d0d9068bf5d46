import type { Metadata } from 'next';
import { Section } from '@/components/workspace/Section';
import { AnswerLimitsForm } from '@/components/workspace/settings/AnswerLimitsForm';
import { DeleteWorkspace } from '@/components/workspace/settings/DeleteWorkspace';
import { WorkspaceNameForm } from '@/components/workspace/settings/WorkspaceNameForm';
import { requireWorkspaceAccess } from '@/lib/auth/workspaceAccess';
import { findAnswerLimits } from '@/lib/data/evidence/limits';
import { listWorkspaces } from '@/lib/data/workspaces';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { orNotFound } from '../../../_shell/orNotFound';
import { Page } from '../../../_shell/Page';
import { pageTitle } from '../../../_shell/pageTitle';
import { pagePreferences } from '../../../_shell/preferences';
import { requireAccount } from '../../../_shell/requireAccount';

type Props = { params: Promise<{ workspaceId: string }> };

export const generateMetadata = (): Promise<Metadata> => pageTitle(({ lifecycle }) => lifecycle('settings.title'));

/** A workspace's name, from how many answers on it shows scores, and its end. */
export default async function SettingsPage({ params }: Props) {
  const { workspaceId } = await params;
  const user = await requireAccount(`/workspace/${workspaceId}/settings`);
  const { workspace } = await orNotFound(requireWorkspaceAccess(user, workspaceId, 'workspace.delete'));
  const { database, env } = runtime();
  const workspaces = await listWorkspaces(database, user.userId);
  const { locale, theme } = await pagePreferences();
  const t = translatorOf(locale, 'lifecycle');
  const named = { id: workspace.id, name: workspace.name };
  const days = env.BIN_DAYS;
  return (
    <Page theme={theme} user={user} workspaces={workspaces} currentWorkspaceId={workspace.id} width="medium">
      <h1 className="mb-1 font-bold text-2xl tracking-tight">{t('settings.title')}</h1>
      <p className="mb-8 text-ink-soft">{t('settings.lead', { workspace: workspace.name })}</p>
      <Section title={t('settings.name')}>
        <WorkspaceNameForm workspace={named} />
      </Section>
      <Section title={t('settings.limits')} lead={t('settings.limitsLead')}>
        <AnswerLimitsForm workspaceId={workspace.id} limits={await findAnswerLimits(database, workspace.id)} />
      </Section>
      <Section title={t('settings.delete')} lead={t('settings.deleteLead', { days })}>
        <DeleteWorkspace workspace={named} days={days} />
      </Section>
    </Page>
  );
}
