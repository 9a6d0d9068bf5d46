import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { Size, Viewport } from '@/components/editor/canvas/geometry/viewport';
import { boxToScreen } from '@/components/editor/canvas/geometry/viewport';
import type { Picture } from '@/components/picture/usePicture';
import { narrowest, type SlideView } from './slideView';

type Props = { picture: Picture; view: SlideView; viewport: Viewport; screen: Size; resting: boolean };

/** Around a part of the map nothing else is seen, once the camera has come to rest; the names of its rows stand at the left. */
export function SlideMasks({ picture, view, viewport, screen, resting }: Props) {
  if (!view.alone) return null;
  const { layout, map } = picture.index;
  const part = boxToScreen(viewport, view.box);
  const gap = 6;
  const narrow = screen.width < narrowest;
  const right = part.x + part.width + gap;
  const left = Math.max(0, part.x - gap);
  const rows = !view.rows
    ? []
    : [
        { id: 'curve', name: picture.labels.emotion, box: layout.curve.box },
        ...layout.lanes.map(({ id, box, kind }) => ({
          id,
          name: map.lanes.find((lane) => lane.id === id)?.title.trim() || picture.labels.laneKind[kind],
          box,
        })),
      ];
  const fade = clsx('absolute transition-opacity motion-reduce:transition-none', resting ? 'opacity-100' : 'opacity-0');
  // What of the part still lies below.
  const more = view.below - (view.viewport.y - viewport.y);
  const bottom = part.y + part.height + gap;
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 overflow-hidden">
      {view.rows ? null : <div className={clsx(fade, 'inset-x-0 top-0 bg-paper')} style={{ height: Math.max(0, part.y) }} />}
      <div className={clsx(fade, 'inset-x-0 bottom-0 bg-paper')} style={{ top: Math.min(bottom, screen.height) }} />
      {/* Of a part the way goes on, pale: the next one is to be seen coming. */}
      <div
        className={clsx(fade, 'inset-y-0 right-0 bg-paper', view.rows && resting && 'opacity-85!')}
        style={{ left: Math.min(right, screen.width) }}
      />
      <div className={clsx(fade, 'inset-y-0 left-0 bg-paper')} style={{ width: left }}>
        {rows.map(({ id, name, box }) => {
          const { y, height } = boxToScreen(viewport, box);
          return (
            <p
              key={id}
              className="absolute line-clamp-3 hyphens-auto break-words pt-1 font-semibold text-[0.6875rem] text-ink-soft leading-tight md:text-sm"
              style={{ top: y, height: Math.max(height, 20), left: narrow ? 12 : 48, right: 8 }}
            >
              {name}
            </p>
          );
        })}
      </div>
      {more > 1 ? (
        <div
          className={clsx(
            fade,
            'inset-x-0 bottom-16 flex h-16 items-end justify-center bg-linear-to-t from-paper pb-1 text-ink-soft',
          )}
        >
          <ChevronDown size={20} />
        </div>
      ) : null}
    </div>
  );
}
