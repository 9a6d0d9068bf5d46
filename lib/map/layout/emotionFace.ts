import type { Point } from './types';

const round = (value: number): number => Math.round(value * 100) / 100;

/** SVG path data of a face that feels so, −2 … +2, in a disc of a radius: eyes as short strokes, and a mouth bent by the emotion. */
export function emotionFace(at: Point, value: number, radius: number): { eyes: string; mouth: string } {
  const unit = radius / 10;
  const p = (dx: number, dy: number) => `${round(at.x + dx * unit)} ${round(at.y + dy * unit)}`;
  const bend = Math.max(-2, Math.min(2, value)) * 2;
  // The mouth's ends move against its middle, so that a sad face is not only a happy one upside down at the same height.
  const end = 3.6 - bend / 4;
  return {
    eyes: `M${p(-3.2, -3)}L${p(-3.2, -1.8)}M${p(3.2, -3)}L${p(3.2, -1.8)}`,
    mouth: `M${p(-4, end)}Q${p(0, end + bend)} ${p(4, end)}`,
  };
}
