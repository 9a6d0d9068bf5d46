import type { NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { lossDash } from '@/lib/export/scene/loss';
import { hatchPath } from '@/lib/map/layout/hatch';
import type { LossNode } from './mapNode';
import { TextLines } from './TextLines';

/** What lies behind the first failed all-or-nothing moment: the line that says who is missing, and the hatched curve. */
export const LossNodeView = memo(function LossNodeView({ data: { loss } }: NodeProps<LossNode>) {
  const t = useTranslations('editor.canvas');
  const { labelBox, label } = loss;
  const words = label.lines.map(({ text }) => text).join(' ');
  return (
    <>
      <svg aria-hidden="true" width={1} height={1} className="map-drawing">
        <path d={hatchPath(loss.plot)} stroke="var(--lost)" />
        <path
          d={loss.line}
          fill="none"
          stroke="var(--moment)"
          strokeWidth={2}
          strokeDasharray={lossDash.join(' ')}
          strokeLinecap="round"
        />
      </svg>
      <div
        role="note"
        aria-label={t('lossName', { words })}
        style={{
          position: 'absolute',
          left: labelBox.x,
          top: labelBox.y,
          width: labelBox.width,
          height: labelBox.height,
          pointerEvents: 'none',
        }}
      >
        <TextLines text={label} origin={labelBox} colour="var(--moment)" />
      </div>
    </>
  );
});
