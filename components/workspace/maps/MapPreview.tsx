import type { MapSummary } from './mapSummary';

const width = 288;
const height = 80;
const margin = 12;
const gap = 4;
const maxSteps = 24;

/** Splits steps over stages as evenly as they go: all that the list knows is how many there are. */
function share(steps: number, stages: number): number[] {
  return Array.from(
    { length: stages },
    (_, index) => Math.floor(((index + 1) * steps) / stages) - Math.floor((index * steps) / stages),
  );
}

/** A chevron of the stage band. */
function chevron(x: number, y: number, w: number, h: number, first: boolean): string {
  const tip = Math.min(4, w / 4);
  return `M${x} ${y}h${w - tip}l${tip} ${h / 2} ${-tip} ${h / 2}H${x}${first ? '' : `l${tip} ${-h / 2}`}z`;
}

/** The extent of a map, drawn small: its stages as a band, its steps as boxes. Decoration. */
export function MapPreview({ map }: { map: MapSummary }) {
  const stages = Math.min(map.stageCount, 12);
  const steps = Math.min(map.stepCount, maxSteps);
  const inner = width - 2 * margin;
  const weights = stages > 0 ? share(Math.max(steps, stages), stages) : [];
  const unit =
    (inner - gap * Math.max(0, stages - 1)) /
    Math.max(
      1,
      weights.reduce((sum, weight) => sum + weight, 0),
    );
  let x = margin;
  const band = weights.map((weight, index) => {
    const w = weight * unit;
    const path = chevron(x, margin, w, 14, index === 0);
    x += w + gap;
    return path;
  });
  const stepWidth = steps > 0 ? (inner - gap * (steps - 1)) / steps : 0;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="block h-auto w-full" aria-hidden="true">
      {band.map((path) => (
        <path key={path} d={path} fill="var(--band)" />
      ))}
      {Array.from({ length: steps }, (_, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: boxes have no identity but their place
          key={index}
          x={margin + index * (stepWidth + gap)}
          y={34}
          width={stepWidth}
          height={28}
          rx={3}
          fill="var(--surface)"
          stroke="var(--line-strong)"
          strokeOpacity={0.5}
        />
      ))}
      {steps === 0 ? <path d={`M${margin} 48h${inner}`} stroke="var(--line)" strokeDasharray="4 6" strokeWidth={2} /> : null}
    </svg>
  );
}
