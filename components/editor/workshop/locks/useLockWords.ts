'use client';

import { useTranslations } from 'use-intl';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { LockReason } from '@/lib/workshop/lockAt';

/** Why something cannot be written, in a sentence that names what is locked. */
export function useLockWords(): (reason: LockReason, map: JourneyMap) => string {
  const t = useTranslations('workshop.locks.refused');
  const words = useTranslations('canvas');
  return (reason, { lanes, stages }) => {
    if (reason.type === 'lane') {
      const lane = lanes.find(({ id }) => id === reason.id);
      return t('lane', { title: lane ? lane.title.trim() || words(`laneKind.${lane.kind}`) : '…' });
    }
    if (reason.type === 'stage') return t('stage', { title: stages.find(({ id }) => id === reason.id)?.title.trim() || '…' });
    return t(reason.type);
  };
}
