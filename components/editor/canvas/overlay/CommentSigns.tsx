'use client';

import { useStore as useFlowStore } from '@xyflow/react';
import { useTranslations } from 'use-intl';
import { useStore } from 'zustand';
import { commentTargetKey } from '@/lib/comments/commentTarget';
import { useEditor } from '../../session/EditorContext';
import { useMapIndex } from '../CanvasContext';
import { listSigns, type SignPlace } from '../geometry/signPlaces';
import { windowOf } from '../geometry/visible';

/** Half a sign's size in map pixels, and how far it grows when that is zoomed out: between two columns there is room for no more. */
const half = 11;
const mostGrown = 1.25;
/** Further out than this a number cannot be read: a dot says that there is something. */
const numbersFrom = 0.55;

/** How many open conversations there are, at what they are about. The keyboard gets there by the commands; so Tab passes over them. */
export function CommentSigns() {
  const { comments } = useEditor();
  const counts = useStore(comments, (state) => state.openCounts);
  return counts.size === 0 ? null : <Signs counts={counts} />;
}

function Signs({ counts }: { counts: ReadonlyMap<string, number> }) {
  const index = useMapIndex();
  const key = useFlowStore(({ transform: [x, y, zoom], width, height }) => {
    const window = windowOf({ x, y, zoom }, { width, height });
    return `${window.x} ${window.y} ${window.width} ${window.height}`;
  });
  // In steps, as `--map-scale`: zooming must not make every sign anew with every turn of the wheel.
  const scale = useFlowStore(({ transform: [, , zoom] }) => Math.min(mostGrown, Math.max(1, Math.round(4 / zoom) / 4)));
  const isDot = useFlowStore(({ transform: [, , zoom] }) => zoom < numbersFrom);
  const [x = 0, y = 0, width = 0, height = 0] = key.split(' ').map(Number);
  return listSigns(index, counts, { x, y, width, height }, half * scale).map((place) => (
    <Sign key={place.key} place={place} scale={scale} isDot={isDot} />
  ));
}

function Sign({ place, scale, isDot }: { place: SignPlace; scale: number; isDot: boolean }) {
  const t = useTranslations('comments');
  const { comments, selection } = useEditor();
  const { target, at, count, key } = place;
  const open = () => {
    selection.getState().select(target);
    const about = [...comments.getState().threads.values()].filter(
      (thread) => thread.resolvedAt === null && commentTargetKey(thread.target) === key,
    );
    const [last] = about.sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
    if (last) comments.getState().show(last.id);
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      data-own-pointer
      data-comments={key}
      data-dot={isDot || undefined}
      aria-label={t('sign', { count })}
      title={t('sign', { count })}
      className="map-comments"
      style={{ left: at.x, top: at.y, scale }}
      onClick={open}
    >
      <span>{isDot ? '' : count > 9 ? '9+' : count}</span>
    </button>
  );
}
