'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { anyAnswer, requestJson } from '../request';
import { TypeNameDialog } from '../TypeNameDialog';

/** Puts a workspace into the bin, once its name was typed. */
export function DeleteWorkspace({ workspace, days }: { workspace: { id: string; name: string }; days: number }) {
  const t = useTranslations('lifecycle.settings');
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t('deleteButton')}
      </Button>
      {asking ? (
        <TypeNameDialog
          title={t('deleteTitle', { name: workspace.name })}
          text={t('deleteText', { days })}
          name={workspace.name}
          confirmLabel={t('deleteConfirm')}
          send={async (name) => {
            await requestJson('DELETE', `/api/workspaces/${workspace.id}`, anyAnswer, { name });
            // A full load: nothing of the workspace stays in the page's memory.
            window.location.assign('/workspaces');
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
}
