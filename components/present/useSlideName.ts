import { useTranslations } from 'use-intl';
import type { ArrangedMap } from '@/lib/map/arrange';
import type { Slide } from '@/lib/map/slides';

/** What slides are called, for the eye and the ear. */
export function useSlideName(map: ArrangedMap) {
  const t = useTranslations('present');
  const stageTitle = (stageId: string): string => {
    const stage = map.stages.find(({ id }) => id === stageId);
    return stage?.unplaced ? t('unplaced') : stage?.title.trim() || t('untitledStage');
  };
  const stepOf = (stepId: string) => map.steps.find(({ id }) => id === stepId);
  const stepTitle = (stepId: string): string => stepOf(stepId)?.title.trim() || t('untitledStep');
  const stageNumber = (stageId: string): number => map.stages.findIndex(({ id }) => id === stageId) + 1;
  const nameOf = (slide: Slide): string => {
    if (slide.kind === 'title' || slide.kind === 'end') return t(slide.kind);
    if (slide.kind === 'stage') return t('stage', { number: stageNumber(slide.stageId), title: stageTitle(slide.stageId) });
    return t(slide.kind, { number: stepOf(slide.stepId)?.number ?? 0, title: stepTitle(slide.stepId) });
  };
  return { nameOf, stageTitle, stageNumber, stepTitle, stepOf };
}
