import type { EvidenceLevel } from '@/lib/map/evidenceLevel';
import type { Gate } from '@/lib/map/moment';

type At = { x: number; y: number; radius: number };

const discs: Record<EvidenceLevel, { fill: string; stroke: string; dashed: boolean }> = {
  assumed: { fill: 'none', stroke: 'var(--map-evidence)', dashed: true },
  observed: { fill: 'var(--map-evidenceObserved)', stroke: 'var(--map-evidence)', dashed: false },
  measured: { fill: 'var(--map-evidenceMeasured)', stroke: 'var(--map-evidence)', dashed: false },
  confirmed: { fill: 'var(--map-evidence)', stroke: 'var(--map-evidence)', dashed: false },
};

/** The disc that says how a step is known: dashed for assumed, fuller the better it is known. */
export function EvidenceDisc({ level, x, y, radius }: At & { level: EvidenceLevel }) {
  const { fill, stroke, dashed } = discs[level];
  return (
    <circle
      cx={x}
      cy={y}
      r={radius - 0.75}
      fill={fill}
      stroke={stroke}
      strokeWidth={1.5}
      strokeDasharray={dashed ? '2.5 2.5' : undefined}
    />
  );
}

/** Colour of the number on an evidence disc. */
export function discInk(level: EvidenceLevel): string {
  return level === 'confirmed' ? 'var(--map-inkInverse)' : 'var(--map-ink)';
}

/** The sign of an all-or-nothing moment: a diamond with a tick (held), a cross (failed) or a question mark (not known). */
export function MomentSign({ gate, x, y, radius }: At & { gate: Gate }) {
  const r = radius;
  const s = radius * 0.3;
  const mark = {
    held: `M${x - s} ${y}L${x - s * 0.25} ${y + s * 0.75}L${x + s} ${y - s * 0.75}`,
    failed: `M${x - s * 0.8} ${y - s * 0.8}L${x + s * 0.8} ${y + s * 0.8}M${x + s * 0.8} ${y - s * 0.8}L${x - s * 0.8} ${y + s * 0.8}`,
    unknown: `M${x - s * 0.75} ${y - s * 0.5}A${s * 0.75} ${s * 0.75} 0 1 1 ${x} ${y + s * 0.25}V${y + s * 0.55}M${x} ${y + s * 1.2}V${y + s * 1.25}`,
  }[gate];
  return (
    <g>
      <path
        d={`M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`}
        fill="var(--map-moment)"
        stroke="var(--map-paper)"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
      <path
        d={mark}
        fill="none"
        stroke="var(--map-inkInverse)"
        strokeWidth={radius / 6}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </g>
  );
}

/** Colour of an emotion: the diverging pair of the palette. */
export function emotionInk(value: number): string {
  if (value < -0.25) return 'var(--map-negative)';
  return value > 0.25 ? 'var(--map-positive)' : 'var(--map-neutral)';
}

/** A face whose mouth follows an emotion, −2 … +2: readable without colour. */
export function Face({ value, x, y, radius }: At & { value: number }) {
  const bend = (value / 2) * radius * 0.55;
  const mouth = y + radius * 0.36 - bend * 0.35;
  const half = radius * 0.46;
  return (
    <g stroke={emotionInk(value)} strokeWidth={Math.max(1.25, radius / 7)} strokeLinecap="round" fill="none">
      <circle cx={x} cy={y} r={radius - 0.75} fill="var(--map-surface)" />
      <path
        d={`M${x - radius * 0.34} ${y - radius * 0.2}v.01M${x + radius * 0.34} ${y - radius * 0.2}v.01`}
        strokeWidth={radius / 4.5}
      />
      <path d={`M${x - half} ${mouth}Q${x} ${mouth + bend} ${x + half} ${mouth}`} />
    </g>
  );
}
