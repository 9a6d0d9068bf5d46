import { curveThrough } from '@/lib/map/layout/monotoneCurve';
import type { Outline } from '@/lib/map/templates/outline';

const width = 240;
const height = 44;
const margin = 6;

/** The main persona's feelings through the steps of a template, drawn small. Decoration; without a feeling, the bare line of the steps. */
export function CurvePreview({ curve }: { curve: Outline['curve'] }) {
  const unit = (width - 2 * margin) / Math.max(1, curve.length - 1);
  const middle = height / 2;
  const steps = curve.map((value, index) => ({
    x: curve.length === 1 ? width / 2 : margin + index * unit,
    y: middle - ((value ?? 0) / 2) * (middle - margin),
    value,
  }));
  const felt = steps.filter(({ value }) => value !== null);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="block h-11 w-full" preserveAspectRatio="none" aria-hidden="true">
      <path
        d={`M${margin} ${middle}H${width - margin}`}
        stroke="var(--line-strong)"
        strokeDasharray="2 4"
        strokeOpacity={0.7}
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={curveThrough(felt)}
        fill="none"
        stroke="var(--ink)"
        strokeWidth={1.5}
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      {(felt.length > 0 ? felt : steps).map(({ x, y, value }) => (
        // A line without length: its round end is a dot that stays round, however wide the picture is drawn.
        <path
          key={x}
          d={`M${x} ${y}h0`}
          stroke={value === null ? 'var(--line-strong)' : value < 0 ? 'var(--negative)' : 'var(--positive)'}
          strokeWidth={5}
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
