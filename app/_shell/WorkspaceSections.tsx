import { Section } from '@/components/workspace/Section';
import { DeletedWorkspaces } from '@/components/workspace/workspaces/DeletedWorkspaces';
import { NewWorkspaceForm } from '@/components/workspace/workspaces/NewWorkspaceForm';
import { translatorOf } from '@/lib/i18n/translator';
import type { ListedDeletedWorkspace } from '@/lib/workspaces/listDeletedWorkspaces';
import { pagePreferences } from './preferences';

type Props = { mayAdd: boolean; deleted: readonly ListedDeletedWorkspace[] };

/** What a person can do about workspaces: make one, and bring back those that they deleted. Nothing where neither is possible. */
export async function WorkspaceSections({ mayAdd, deleted }: Props) {
  const t = translatorOf((await pagePreferences()).locale, 'lifecycle');
  return (
    <>
      {mayAdd ? (
        <Section title={t('workspaces.create')} lead={t('workspaces.createLead')}>
          <NewWorkspaceForm />
        </Section>
      ) : null}
      {deleted.length > 0 ? (
        <Section title={t('workspaces.deleted')} lead={t('workspaces.deletedLead')}>
          <DeletedWorkspaces
            workspaces={deleted.map(({ id, name, mapCount, deletedAt, deletedByName, daysLeft }) => ({
              ...{ id, name, mapCount, deletedByName, daysLeft },
              deletedAt: deletedAt.toISOString(),
            }))}
          />
        </Section>
      ) : null}
    </>
  );
}
