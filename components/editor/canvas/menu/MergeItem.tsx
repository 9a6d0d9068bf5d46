'use client';

import { useTranslations } from 'use-intl';
import { selectedIds } from '../../commands/targets';
import { useCanvas } from '../CanvasContext';
import { CommandItem } from './CommandItem';

const words = {
  step: { several: 'mergeSteps', next: 'mergeStepWithNext', rule: 'mergeStepsRule' },
  stage: { several: 'mergeStages', next: 'mergeStageWithNext', rule: 'mergeStagesRule' },
} as const;

/** Merging what is selected, or the one thing with what comes after it; with the rule by which ids are kept. */
export function MergeItem({ type }: { type: 'step' | 'stage' }) {
  const t = useTranslations('structure.menu');
  const { context } = useCanvas();
  const count = selectedIds(context(), type).length;
  const { several, next, rule } = words[type];
  return count > 1 ? (
    <CommandItem id="merge" label={t(several, { count })} hint={t(rule)} />
  ) : (
    <CommandItem id="mergeWithNext" label={t(next)} hint={t(rule)} />
  );
}
