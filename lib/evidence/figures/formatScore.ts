import type { ScoreUnit } from '../scoreMethod';

/** Writes a number in the reader's language. */
export type WriteNumber = (value: number, options: Intl.NumberFormatOptions) => string;

const options: Record<ScoreUnit, Intl.NumberFormatOptions> = {
  points: { maximumFractionDigits: 0, signDisplay: 'exceptZero' },
  percent: { style: 'percent', maximumFractionDigits: 0 },
  scale: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
};

/** A score as it is read: `+32`, `74%` (in German with a no-break space), `4.3`. Zero has no sign, and the sign for less is a minus, not a hyphen. */
export function formatScore(value: number, unit: ScoreUnit, write: WriteNumber): string {
  // Half a point below zero is written as zero, and not as “−0”.
  const rounded = unit === 'scale' ? value : Math.round(value) || 0;
  return write(unit === 'percent' ? rounded / 100 : rounded, options[unit]).replace('-', '−');
}
