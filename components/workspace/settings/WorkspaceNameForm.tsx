'use client';

import { useTranslations } from 'use-intl';
import { NameForm } from '../NameForm';

/** Gives a workspace another name. */
export function WorkspaceNameForm({ workspace }: { workspace: { id: string; name: string } }) {
  const t = useTranslations('lifecycle');
  return (
    <NameForm
      path={`/api/workspaces/${workspace.id}`}
      name={workspace.name}
      label={t('workspaces.name')}
      needed={t('workspaces.nameNeeded')}
      autoComplete="off"
      saved={(name) => t('settings.nameSaved', { name })}
    />
  );
}
