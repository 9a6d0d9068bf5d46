import type { Gate } from '../moment';
import type { Point } from './types';

/** SVG path data of the diamond of an all-or-nothing moment, and of the mark in it: ✕ failed, ✓ held, ? unknown. */
export function momentSign(at: Point, gate: Gate, radius: number): { diamond: string; mark: string; markWidth: number } {
  const { x, y } = at;
  const unit = radius / 12;
  const p = (dx: number, dy: number) => `${round(x + dx * unit)} ${round(y + dy * unit)}`;
  const diamond = `M${p(0, -12)}L${p(12, 0)}L${p(0, 12)}L${p(-12, 0)}Z`;
  const marks: Record<Gate, string> = {
    failed: `M${p(-3.2, -3.2)}L${p(3.2, 3.2)}M${p(3.2, -3.2)}L${p(-3.2, 3.2)}`,
    held: `M${p(-4.2, 0.2)}L${p(-1.2, 3.2)}L${p(4.2, -3)}`,
    unknown: `M${p(-2.4, -2.6)}C${p(-2.4, -6)} ${p(2.6, -6)} ${p(2.6, -2.6)}C${p(2.6, -0.4)} ${p(0, -0.4)} ${p(0, 2)}M${p(0, 4.9)}L${p(0, 5)}`,
  };
  return { diamond, mark: marks[gate], markWidth: 2 * unit };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
