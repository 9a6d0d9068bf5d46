import { emotionTone } from '@/lib/export/scene/curve';
import type { EvidenceLevel } from '@/lib/map/evidenceLevel';
import { emotionFace } from '@/lib/map/layout/emotionFace';
import { momentSign } from '@/lib/map/layout/momentSign';
import type { Gate } from '@/lib/map/moment';
import { mapColour } from '../mapColour';

type At = { x: number; y: number; radius: number };

const discs: Record<EvidenceLevel, { fill: string; stroke: string; dash?: string }> = {
  assumed: { fill: 'var(--surface)', stroke: 'var(--evidence)', dash: '2.5 2.5' },
  observed: { fill: 'var(--evidence-observed)', stroke: 'var(--line-strong)' },
  measured: { fill: 'var(--evidence-measured)', stroke: 'var(--evidence)' },
  confirmed: { fill: 'var(--evidence)', stroke: 'var(--evidence)' },
};

/** The disc that says how a step is known: dashed for assumed, fuller the better it is known. */
export function EvidenceDisc({ level, x, y, radius }: At & { level: EvidenceLevel }) {
  const { fill, stroke, dash } = discs[level];
  return (
    <circle
      cx={x}
      cy={y}
      r={radius}
      fill={fill}
      stroke={stroke}
      strokeWidth={1.25}
      strokeDasharray={dash}
      strokeLinecap="round"
    />
  );
}

/** Colour of the number on an evidence disc. */
export function discInk(level: EvidenceLevel): string {
  return level === 'confirmed' ? 'var(--ink-inverse)' : 'var(--ink)';
}

/** The sign of an all-or-nothing moment: a diamond with a tick (held), a cross (failed) or a question mark (not known). */
export function MomentSign({ gate, x, y, radius }: At & { gate: Gate }) {
  const sign = momentSign({ x, y }, gate, radius);
  return (
    <g strokeLinecap="round" strokeLinejoin="round">
      <path d={sign.diamond} fill="var(--moment)" stroke="var(--paper)" strokeWidth={2} />
      <path d={sign.mark} fill="none" stroke="var(--ink-inverse)" strokeWidth={sign.markWidth} />
    </g>
  );
}

/** A face whose mouth follows an emotion, −2 … +2: readable without colour. */
export function Face({ value, x, y, radius }: At & { value: number }) {
  const tone = emotionTone(value);
  const face = emotionFace({ x, y }, value, radius);
  return (
    <g stroke={mapColour(tone.strong)} strokeLinecap="round" strokeLinejoin="round" fill="none">
      <circle cx={x} cy={y} r={radius} fill={mapColour(tone.tint)} strokeWidth={2} />
      <path d={face.eyes} strokeWidth={1.75} />
      <path d={face.mouth} strokeWidth={1.75} />
    </g>
  );
}
