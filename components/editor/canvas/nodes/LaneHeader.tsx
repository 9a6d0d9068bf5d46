import { Lock } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { LaneLayout } from '@/lib/map/layout/types';
import { useShownLock } from '../../workshop/locks/useShownLock';
import { TextLines } from './TextLines';
import { useMapItem } from './useMapItem';

/** The title of a lane at its left. */
export function LaneHeader({ lane }: { lane: LaneLayout }) {
  const t = useTranslations('editor.canvas');
  const reference = { type: 'lane', id: lane.id } as const;
  const item = useMapItem(reference);
  const { header } = lane;
  const isLocked = useShownLock('lane', lane.id);
  const locked = useTranslations('workshop.locks')('locked');
  const name = t(lane.folded ? 'foldedLaneName' : 'laneName', { title: lane.title.lines.map((line) => line.text).join(' ') });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a part of a form, a lane is not.
    <div
      {...item.props}
      role="group"
      aria-roledescription={t('lane')}
      aria-label={isLocked ? `${name}, ${locked}` : name}
      className="map-item map-lane-header"
      style={{ width: header.width - 16, height: header.height }}
    >
      {isLocked ? <Lock className="map-lock" size={14} strokeWidth={2.25} aria-hidden="true" /> : null}
      {lane.folded ? (
        <svg
          aria-hidden="true"
          width={16}
          height={16}
          className="map-drawing map-fold-sign"
          style={{ left: header.width - 26, top: header.height / 2 - 8 }}
        >
          <path
            d="M6 4L10 8L6 12"
            fill="none"
            stroke="var(--ink-muted)"
            strokeWidth={1.5}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      ) : null}
      {item.editing ? null : (
        <TextLines text={lane.title} origin={header} colour={lane.folded ? 'var(--ink-muted)' : undefined} />
      )}
    </div>
  );
}
