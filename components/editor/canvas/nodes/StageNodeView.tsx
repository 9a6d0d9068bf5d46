import type { NodeProps } from '@xyflow/react';
import { Lock } from 'lucide-react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { hatchPath } from '@/lib/map/layout/hatch';
import { chevronPath, chevronTip } from '@/lib/map/layout/stageBand';
import { useShownLock } from '../../workshop/locks/useShownLock';
import type { StageNode } from './mapNode';
import { TextLines } from './TextLines';
import { useMapItem } from './useMapItem';

/** A stage of the band over the steps. The stand-in stage for steps of deleted stages is drawn hatched and cannot be renamed. */
export const StageNodeView = memo(function StageNodeView({ data: { stage, first, stepCount } }: NodeProps<StageNode>) {
  const t = useTranslations('editor.canvas');
  const reference = { type: 'stage', id: stage.id } as const;
  const item = useMapItem(reference);
  const { box } = stage;
  const isLocked = useShownLock('stage', stage.id);
  const locked = useTranslations('workshop.locks')('locked');
  const lost = stage.lost && { ...stage.lost, x: stage.lost.x - box.x, y: 0 };
  const back = lost?.x === 0 && !first ? chevronTip : 0;
  const start = first ? 0 : chevronTip;
  const title = stage.title.lines.map((line) => line.text).join(' ');
  const name = t('stageName', { title: title === '' ? t('untitled') : title, count: stepCount });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, a stage is not.
    <div
      {...item.props}
      role="group"
      aria-roledescription={t('stage')}
      aria-label={isLocked ? `${name}, ${locked}` : name}
      className="map-item map-stage"
      data-unplaced={stage.unplaced}
    >
      <svg aria-hidden="true" width={box.width + 8} height={box.height} className="map-drawing">
        <path d={chevronPath({ x: 0, y: 0, width: box.width, height: box.height }, first)} fill="var(--band)" />
        {lost && !stage.unplaced ? (
          <>
            <path d={chevronPath(lost, first || lost.x > 0)} fill="var(--moment-tint)" />
            <path d={hatchPath({ ...lost, x: lost.x + back, width: lost.width - back - 4 })} stroke="var(--lost)" />
          </>
        ) : null}
        {isLocked && !stage.unplaced ? (
          <path className="map-lock-hatch" d={hatchPath({ x: start, y: 0, width: box.width - start - 4, height: box.height })} />
        ) : null}
      </svg>
      {isLocked && !stage.unplaced ? (
        <Lock className="map-lock map-stage-lock" size={14} strokeWidth={2.25} aria-hidden="true" />
      ) : null}
      {item.editing && !stage.unplaced ? null : title === '' ? (
        <span aria-hidden="true" className="map-placeholder" style={{ left: 20, top: 10, fontSize: 15, lineHeight: '20px' }}>
          {t('untitled')}
        </span>
      ) : (
        <TextLines text={stage.title} origin={box} />
      )}
    </div>
  );
});
