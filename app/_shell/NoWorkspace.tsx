import { EmptyState } from '@/components/ui/EmptyState';
import { PathPicture } from '@/components/workspace/PathPicture';
import { translatorOf } from '@/lib/i18n/translator';
import { runtime } from '@/lib/runtime';
import { mayAddWorkspace } from '@/lib/workspaces/addWorkspace';
import { listDeletedWorkspaces } from '@/lib/workspaces/listDeletedWorkspaces';
import { pagePreferences } from './preferences';
import { WorkspaceSections } from './WorkspaceSections';

/** The start page of somebody who belongs to no workspace: what they can do about it, or whom to ask. */
export async function NoWorkspace({ userId }: { userId: string }) {
  const running = runtime();
  const { locale } = await pagePreferences();
  const [mayAdd, deleted] = await Promise.all([mayAddWorkspace(running, userId), listDeletedWorkspaces(running, userId)]);
  const t = translatorOf(locale, 'workspace');
  const own = translatorOf(locale, 'lifecycle');
  return (
    <>
      <EmptyState picture={<PathPicture />} title={t('maps.noWorkspaceTitle')} headingLevel={1}>
        {mayAdd ? own('workspaces.noneText') : t('maps.noWorkspaceText')}{' '}
        {deleted.length > 0 ? own('workspaces.noneTextDeleted') : null}
      </EmptyState>
      <WorkspaceSections mayAdd={mayAdd} deleted={deleted} />
    </>
  );
}
