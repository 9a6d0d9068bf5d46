'use client';

import { transitionPaints } from '@/lib/export/scene/transitions';
import { arrowHead } from '@/lib/map/layout/arrowHead';
import { layoutWay } from '@/lib/map/layout/wayLine';
import { listOnWay } from '@/lib/map/ways/onWay';
import type { Way } from '@/lib/map/ways/way';
import { useMapIndex } from '../CanvasContext';
import { mapColour } from '../mapColour';

/** The highlighted way, drawn over the map at every zoom: a line under the steps it goes through, and the transitions on it, stronger. */
export function WayLayer({ way }: { way: Way }) {
  const { layout, map } = useMapIndex();
  const line = layoutWay(layout, way);
  const { transitions } = listOnWay(map, way);
  return (
    <svg aria-hidden="true" width={1} height={1} className="map-drawing map-way" data-way-line={way.id}>
      {layout.transitions
        .filter(({ id }) => transitions.has(id))
        .map((transition) => {
          const { colour, dash } = transitionPaints[transition.kind];
          return (
            <g key={transition.id}>
              <path
                d={transition.path}
                fill="none"
                stroke={mapColour(colour)}
                strokeWidth="var(--way-stroke)"
                strokeDasharray={dash?.join(' ')}
              />
              <path d={arrowHead(transition.arrow, 13, 7)} fill={mapColour(colour)} />
            </g>
          );
        })}
      <path d={line.path} fill="none" stroke="var(--focus)" strokeWidth="var(--way-stroke)" strokeLinecap="round" />
      {line.stops.map(({ stepId, x, y }) => (
        <circle key={stepId} cx={x} cy={y} r={4.5} fill="var(--paper)" stroke="var(--focus)" strokeWidth={2} />
      ))}
      {line.start ? <circle cx={line.start.x} cy={line.start.y} r={4.5} fill="var(--focus)" /> : null}
      {line.end ? <rect x={line.end.x - 5} y={line.end.y - 5} width={10} height={10} rx={1.5} fill="var(--focus)" /> : null}
    </svg>
  );
}
