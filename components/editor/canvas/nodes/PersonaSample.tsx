import { markPath, personaStyle } from '@/lib/map/layout/personaStyle';
import { mapColour } from '../mapColour';

type Props = { index: number; x: number; y: number; width: number; faint?: boolean };

/** A piece of a persona's line with one of its points, as the curve draws them. */
export function PersonaSample({ index, x, y, width, faint = false }: Props) {
  const { colour, dash, mark } = personaStyle(index);
  return (
    <svg aria-hidden="true" width={x + width} height={y * 2} className="map-drawing" opacity={faint ? 0.45 : undefined}>
      <g fill="none" stroke={mapColour(colour)} strokeWidth={2} strokeLinecap="round" strokeLinejoin="round">
        <path d={`M${x} ${y}h${width}`} strokeDasharray={dash?.join(' ')} />
        <path d={markPath(mark, { x: x + width / 2, y }, 3.5)} fill="var(--paper)" />
      </g>
    </svg>
  );
}
