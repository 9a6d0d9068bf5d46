import { ChevronRight } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { LaneLayout } from '@/lib/map/layout/types';
import { TextLines } from './TextLines';
import { useMapItem } from './useMapItem';

/** The title of a lane at its left. */
export function LaneHeader({ lane }: { lane: LaneLayout }) {
  const t = useTranslations('editor.canvas');
  const reference = { type: 'lane', id: lane.id } as const;
  const item = useMapItem(reference);
  const { header } = lane;
  const top = (lane.title.lines[0]?.y ?? header.y + 36) - header.y - 15;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, a lane is not.
    <div
      {...item.props}
      role="group"
      aria-roledescription={t('lane')}
      aria-label={t(lane.folded ? 'foldedLaneName' : 'laneName', { title: lane.title.lines.map((line) => line.text).join(' ') })}
      className="map-item map-lane-header"
      style={{ width: header.width - 16, height: header.height }}
    >
      {lane.folded ? <ChevronRight aria-hidden="true" className="map-fold-sign" style={{ top: header.height / 2 - 8 }} /> : null}
      {item.editing ? null : (
        <TextLines text={lane.title} origin={header} />
      )}
    </div>
  );
}
