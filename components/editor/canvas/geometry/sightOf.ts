import type { Sight } from '../../session/navigation';
import type { Canvas } from '../CanvasContext';

/** What of the map the canvas shows, and the step in the middle of it; null while it has no size. */
export function sightOf({ view, index }: Pick<Canvas, 'view' | 'index'>): Sight | null {
  const size = view.size();
  if (size.width === 0 || size.height === 0) return null;
  const { x, y, zoom } = view.viewport();
  const viewport = { x: -x / zoom, y: -y / zoom, width: size.width / zoom, height: size.height / zoom };
  const middle = viewport.x + viewport.width / 2;
  let [near, nearest] = [null as string | null, Number.POSITIVE_INFINITY];
  for (const { id, box } of index.get().steps) {
    const distance = Math.abs(box.x + box.width / 2 - middle);
    if (distance >= nearest) continue;
    nearest = distance;
    near = `step:${id}`;
  }
  return { viewport, near };
}
