'use client';

import { Combine, CopyPlus, SplitSquareHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { Button } from '@/components/ui/Button';
import { unplacedStageId } from '@/lib/map/arrange';
import { useNotices } from '../canvas/useNotices';
import { useArrangedMap, useEditor } from '../session/EditorContext';
import { duplicateThings } from './duplicateThings';
import { mergeThings, type StructureContext } from './mergeThings';
import { SplitStepDialog } from './SplitStepDialog';

type Props = { type: 'step' | 'stage' | 'lane'; id: string };

/** Duplicating, splitting and merging from the panel: for fingers, and for whoever knows no shortcut. */
export function StructureButtons({ type, id }: Props) {
  const t = useTranslations('structure');
  const { doc, selection, undo, canWrite, navigation } = useEditor();
  const notify = useNotices();
  const map = useArrangedMap();
  const selected = useStore(selection, (state) => state.selected);
  const [splitting, setSplitting] = useState(false);
  const context: StructureContext = { doc, selection, undo, notify, focusCanvas: navigation.focus };
  if (!canWrite) return null;

  const alike = selected.flatMap((reference) =>
    reference.type === type && reference.id !== unplacedStageId ? [reference.id] : [],
  );
  const ids = alike.length > 1 && alike.includes(id) ? alike : [id];
  const row = type === 'step' ? map.steps : map.stages.filter(({ unplaced }) => !unplaced);
  const next = row[row.findIndex((one) => one.id === id) + 1]?.id;
  const merging = ids.length > 1 ? ids : next === undefined ? [] : [id, next];
  const hasStage = map.stages.some(({ unplaced, steps }) => !unplaced && steps.some((step) => step.id === id));
  const mergeWords = {
    step: ids.length > 1 ? t('menu.mergeSteps', { count: ids.length }) : t('menu.mergeStepWithNext'),
    stage: ids.length > 1 ? t('menu.mergeStages', { count: ids.length }) : t('menu.mergeStageWithNext'),
  };
  return (
    <div className="border-line border-t px-4 py-4">
      <div className="flex flex-wrap gap-2">
        {type === 'step' && !hasStage ? null : (
          <Button size="sm" icon={<CopyPlus size={14} aria-hidden="true" />} onClick={() => duplicateThings(context, type, ids)}>
            {t('panel.duplicate')}
          </Button>
        )}
        {type === 'step' && hasStage ? (
          <Button
            size="sm"
            icon={<SplitSquareHorizontal size={14} aria-hidden="true" />}
            aria-haspopup="dialog"
            onClick={() => setSplitting(true)}
          >
            {t('panel.split')}
          </Button>
        ) : null}
        {type !== 'lane' && merging.length > 1 ? (
          <Button size="sm" icon={<Combine size={14} aria-hidden="true" />} onClick={() => mergeThings(context, type, merging)}>
            {mergeWords[type]}
          </Button>
        ) : null}
      </div>
      {type !== 'lane' && merging.length > 1 ? (
        <p className="mt-2 text-ink-faint text-xs">{t(type === 'step' ? 'panel.mergeStepsRule' : 'panel.mergeStagesRule')}</p>
      ) : null}
      {splitting ? <SplitStepDialog stepId={id} from={null} onClose={() => setSplitting(false)} /> : null}
    </div>
  );
}
