'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Banner } from '@/components/ui/Banner';
import { Dialog } from '@/components/ui/Dialog';
import { Spinner } from '@/components/ui/Spinner';
import { Tabs } from '@/components/ui/Tabs';
import { useProblemSentence } from '@/components/workspace/useProblemSentence';
import type { ComparedEntry } from '@/lib/map/compare/comparedEntry';
import { useEditor } from '../session/EditorContext';
import { useLiveMap } from '../session/useLiveMap';
import { DistancePanel } from './DistancePanel';
import { FutureList } from './FutureList';
import { OriginView } from './OriginView';
import { SincePanel } from './SincePanel';
import { useReloadFuture } from './useFutureLine';

type Props = { mayMake: boolean; onOpenChange: (open: boolean) => void };

/** Of a future state: what it starts from, how far it is from that, and what the current state has changed since. Of a current state: what was derived from it. */
export function FutureDialog({ mayMake, onOpenChange }: Props) {
  const t = useTranslations('future');
  const sentenceOf = useProblemSentence();
  const { future, selection, navigation } = useEditor();
  const { facts, problem, counts } = useStore(future);
  const isFuture = useLiveMap().meta.kind === 'future';
  const [tab, setTab] = useState<'since' | 'distance'>('since');
  const reload = useReloadFuture();
  useEffect(() => void reload(), [reload]);
  const close = (): void => onOpenChange(false);
  const goTo = ({ place }: ComparedEntry): void => {
    if (!place) return;
    close();
    selection.getState().select(place);
    navigation.goTo(place);
  };
  const origin = facts?.origin;
  const count = (name: 'since' | 'distance', number: number | null | undefined): string =>
    number == null ? t(`tabs.${name}`) : t('tabs.counted', { name: t(`tabs.${name}`), count: number });
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      size="lg"
      title={t(origin || isFuture ? 'title' : 'listTitle')}
      description={t(origin || isFuture ? 'lead' : 'listLead')}
    >
      <div className="space-y-5">
        {problem ? (
          <Banner tone="danger" urgent>
            {sentenceOf(problem)}
          </Banner>
        ) : null}
        {!facts && !problem ? <Spinner /> : null}
        {origin ? (
          <>
            <OriginView origin={origin} onDone={close} />
            <Tabs
              label={t('title')}
              value={tab}
              onChange={setTab}
              tabs={[
                { value: 'since', label: count('since', counts?.open), content: <SincePanel onGo={goTo} /> },
                { value: 'distance', label: count('distance', counts?.differences), content: <DistancePanel onGo={goTo} /> },
              ]}
            />
          </>
        ) : null}
        {facts && !origin && isFuture ? <Banner>{t('noOrigin')}</Banner> : null}
        {facts && !origin && !isFuture ? <FutureList futures={facts.futures} mayMake={mayMake} onDone={close} /> : null}
      </div>
    </Dialog>
  );
}
