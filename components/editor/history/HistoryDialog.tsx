'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/Dialog';
import { Tabs } from '@/components/ui/Tabs';
import { useEditor } from '../session/EditorContext';
import { ActivityList } from './ActivityList';
import { DeletedList } from './DeletedList';

type Props = { mayReadActivity: boolean; mayTakeBack: boolean; onOpenChange: (open: boolean) => void };

/** Who did what, and what was deleted and can be brought back. */
export function HistoryDialog({ mayReadActivity, mayTakeBack, onOpenChange }: Props) {
  const t = useTranslations('history');
  const { canWrite } = useEditor();
  const [tab, setTab] = useState<'activity' | 'deleted'>(mayReadActivity ? 'activity' : 'deleted');
  const close = (): void => onOpenChange(false);
  const deleted = <DeletedList onShow={close} />;
  return (
    <Dialog open onOpenChange={onOpenChange} size="lg" title={t('title')} description={canWrite ? t('text') : undefined}>
      {mayReadActivity ? (
        <Tabs
          label={t('title')}
          value={tab}
          onChange={setTab}
          tabs={[
            { value: 'activity', label: t('activity'), content: <ActivityList mayTakeBack={mayTakeBack} onShow={close} /> },
            { value: 'deleted', label: t('deleted'), content: deleted },
          ]}
        />
      ) : (
        deleted
      )}
    </Dialog>
  );
}
