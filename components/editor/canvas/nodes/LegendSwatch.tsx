import { hatchPath } from '@/lib/map/layout/hatch';
import { legendSignRadius } from '@/lib/map/layout/legend';

/** A patch of the hatching that the legend explains: behind a failed moment, or only assumed. */
export function LegendSwatch({ kind, x, y }: { kind: 'loss' | 'assumed'; x: number; y: number }) {
  const size = 2 * legendSignRadius;
  const box = { x: x - legendSignRadius, y: y - legendSignRadius, width: size, height: size };
  const assumed = kind === 'assumed';
  return (
    <>
      <rect {...box} rx={3} fill={assumed ? 'var(--surface)' : 'var(--moment-tint)'} />
      <path d={hatchPath(box)} stroke={assumed ? 'var(--hatch)' : 'var(--lost)'} />
      {assumed ? <rect {...box} rx={3} fill="none" stroke="var(--line-strong)" strokeWidth={1.25} strokeDasharray="4 3" /> : null}
    </>
  );
}
