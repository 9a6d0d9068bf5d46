import clsx from 'clsx';
import { comparedColours, comparedSignPath } from '@/lib/export/scene/comparison';
import type { DifferenceKind } from '@/lib/map/diff/mapDiff';
import { signRadius } from '@/lib/map/layout/compare/comparedMarks';
import { mapColour } from '../canvas/mapColour';

const size = 2 * signRadius;

/** The sign of a kind of difference, as it stands on the map. */
export function DifferenceSign({ kind, className }: { kind: DifferenceKind; className?: string }) {
  return (
    <svg aria-hidden="true" width={size} height={size} className={clsx('shrink-0', className)}>
      <circle cx={signRadius} cy={signRadius} r={signRadius} fill={mapColour(comparedColours[kind])} />
      <path
        d={comparedSignPath(kind, { x: signRadius, y: signRadius }, signRadius)}
        fill="none"
        stroke="var(--paper)"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
