'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/Dialog';
import { Tabs } from '@/components/ui/Tabs';
import { useEditor } from '../session/EditorContext';
import type { MapPermissions } from '../shell/mapPermissions';
import { DeletedList } from './DeletedList';
import { Timeline } from './Timeline';

type Props = { permissions: MapPermissions; onSaveVersion: () => void; onOpenChange: (open: boolean) => void };

/** What became of the map: its versions and who did what, and what was deleted and can be brought back. */
export function HistoryDialog({ permissions, onSaveVersion, onOpenChange }: Props) {
  const t = useTranslations('history');
  const { canWrite } = useEditor();
  const hasTimeline = permissions.mayReadActivity || permissions.mayReadVersions;
  const [tab, setTab] = useState<'timeline' | 'deleted'>(hasTimeline ? 'timeline' : 'deleted');
  const close = (): void => onOpenChange(false);
  const deleted = <DeletedList onShow={close} />;
  return (
    <Dialog open onOpenChange={onOpenChange} size="lg" title={t('title')} description={canWrite ? t('text') : undefined}>
      {hasTimeline ? (
        <Tabs
          label={t('title')}
          value={tab}
          onChange={setTab}
          tabs={[
            {
              value: 'timeline',
              label: t(permissions.mayReadActivity ? 'activity' : 'versions'),
              content: <Timeline permissions={permissions} onSaveVersion={onSaveVersion} onShow={close} />,
            },
            { value: 'deleted', label: t('deleted'), content: deleted },
          ]}
        />
      ) : (
        deleted
      )}
    </Dialog>
  );
}
