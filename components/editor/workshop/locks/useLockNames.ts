'use client';

import { useTranslations } from 'use-intl';
import { useArrangedPart } from '../../session/EditorContext';

type Named = { id: string; name: string };

/** Lanes and stages as they are called on the map, hidden lanes among them. */
export function useLockNames(): { lanes: Named[]; stages: Named[] } {
  const t = useTranslations('workshop.locks');
  const words = useTranslations('canvas');
  const lanes = useArrangedPart((map) => map.lanes);
  const hiddenLanes = useArrangedPart((map) => map.hiddenLanes);
  const stages = useArrangedPart((map) => map.stages);
  return {
    lanes: [...lanes, ...hiddenLanes].map(({ id, title, kind }) => ({ id, name: title.trim() || words(`laneKind.${kind}`) })),
    stages: stages.filter(({ unplaced }) => !unplaced).map(({ id, title }) => ({ id, name: title.trim() || t('untitledStage') })),
  };
}
