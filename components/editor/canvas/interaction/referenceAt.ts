import type { Point } from '@/lib/map/layout/types';
import type { MapReference } from '../../reference';
import type { Canvas } from '../CanvasContext';
import { hitTest } from '../geometry/hitTest';
import { toReference } from '../geometry/parseReference';

/** Half the width of a finger or a mouse pointer, in pixels of the screen. */
const reach = { touch: 10, other: 3 };

/** What lies under the pointer: an element that stands for something (also a sticky title), else what the layout has at that place. */
export function referenceAt(
  canvas: Canvas,
  event: Pick<PointerEvent, 'clientX' | 'clientY' | 'target'> & { pointerType?: string },
): MapReference | null {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-reference]') : null;
  const named = element?.dataset.reference ? toReference(element.dataset.reference) : null;
  // A cell's element lies under its cards and transitions, which may be painted only.
  if (named && named.type !== 'cell') return named;
  return hitTest(
    canvas.index.get(),
    pointAt(canvas, event),
    (event.pointerType === 'touch' ? reach.touch : reach.other) / canvas.view.viewport().zoom,
  );
}

/** The place on the map under a pointer. */
export function pointAt(canvas: Canvas, event: Pick<PointerEvent, 'clientX' | 'clientY'>): Point {
  return canvas.view.pointAt({ x: event.clientX, y: event.clientY });
}
