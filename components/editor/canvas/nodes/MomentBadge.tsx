import { useTranslations } from 'use-intl';
import type { Point } from '@/lib/map/layout/types';
import type { Gate } from '@/lib/map/moment';
import { MomentSign } from './signs';
import { useMapItem } from './useMapItem';

type Props = { stepId: string; number: number; gate: Gate; at: Point; radius: number };

/** The sign of the all-or-nothing moment on a step's frame. */
export function MomentBadge({ stepId, number, gate, at, radius }: Props) {
  const t = useTranslations('editor.canvas');
  const gates = useTranslations('canvas.gate');
  const item = useMapItem({ type: 'moment', id: stepId });
  const size = 2 * radius + 4;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, a sign is not.
    <div
      {...item.props}
      role="group"
      aria-label={t('momentName', { number, gate: gates(gate) })}
      className="map-item map-moment"
      style={{ left: at.x - size / 2, top: at.y - size / 2, width: size, height: size }}
    >
      <svg aria-hidden="true" width={size} height={size} className="map-drawing">
        <MomentSign gate={gate} x={size / 2} y={size / 2} radius={radius} />
      </svg>
    </div>
  );
}
