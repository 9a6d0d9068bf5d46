'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/Dialog';
import { Tabs } from '@/components/ui/Tabs';
import { JoinLinks } from './JoinLinks';
import { ViewLinks } from './ViewLinks';

type Props = { mapId: string; mapTitle: string; open: boolean; onOpenChange: (open: boolean) => void };

/** Who takes part in a map by link, and who looks at it by one. Needs the right to share the map. */
export function ShareDialog({ mapId, mapTitle, open, onOpenChange }: Props) {
  const t = useTranslations('workspace.share');
  const [tab, setTab] = useState<'join' | 'look'>('join');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title', { title: mapTitle || t('untitled') })}>
      <Tabs
        label={t('tabs')}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'join', label: t('join'), content: <JoinLinks mapId={mapId} mapTitle={mapTitle} /> },
          { value: 'look', label: t('look'), content: <ViewLinks mapId={mapId} mapTitle={mapTitle} /> },
        ]}
      />
    </Dialog>
  );
}
