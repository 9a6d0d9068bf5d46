'use client';

import { Route, X } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { IconButton } from '@/components/ui/IconButton';
import { findWay } from '@/lib/map/ways/listWays';
import { useEditor } from '../../session/EditorContext';
import { useCanvas } from '../CanvasContext';
import { useWays } from './useWays';
import { useWayWords } from './useWayWords';

/** While the list is closed: which way is highlighted, how to get back to the list, and how to end it. */
export function WayChip() {
  const { lens } = useEditor();
  const wayId = useStore(lens, (state) => state.wayId);
  return wayId === null ? null : <Chip wayId={wayId} />;
}

function Chip({ wayId }: { wayId: string }) {
  const t = useTranslations('editor.lens.ways');
  const { lens } = useEditor();
  const canvas = useCanvas();
  const ways = useWays();
  const wordsOf = useWayWords();
  const way = findWay(ways, wayId);
  if (!way) return null;
  return (
    <div data-covers-map className="map-lens">
      <div className="map-lens-chip">
        <button
          type="button"
          className="flex min-h-9 items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-hover"
          onClick={() => lens.getState().open('ways')}
        >
          <Route size={16} aria-hidden="true" className="shrink-0" />
          {t('chip', { way: wordsOf(way) })}
        </button>
        <IconButton
          size="sm"
          label={t('endHighlight')}
          icon={<X size={16} />}
          onClick={() => {
            canvas.commands.run('endWay');
            canvas.context().focusCanvas();
          }}
        />
      </div>
    </div>
  );
}
