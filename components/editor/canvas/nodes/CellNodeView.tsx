import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { CellNode } from './mapNode';
import { useLaneTitle } from './useLaneTitle';
import { useMapItem } from './useMapItem';

/** A cell: drawn only when the keyboard or the pointer is on it. */
export const CellNodeView = memo(function CellNodeView({ data: { cell, at, empty } }: NodeProps<CellNode>) {
  const t = useTranslations('editor.canvas');
  const item = useMapItem({ type: 'cell', stepId: cell.stepId, laneId: cell.laneId });
  const lane = useLaneTitle(at.laneId);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, a cell is not.
    <div
      {...item.props}
      role="group"
      aria-roledescription={t('cell')}
      aria-label={t(empty ? 'emptyCellName' : 'cellName', { number: at.number, step: at.step, lane })}
      className="map-item map-cell"
    />
  );
});
