import { z } from 'zod';

/** The sign before the decimals. */
export const decimalSigns = ['point', 'comma'] as const;
export const decimalSignSchema = z.enum(decimalSigns);
export type DecimalSign = z.infer<typeof decimalSignSchema>;

const withPoint = /^[+-]?(?:\d{1,3}(?:[,'’ \u00a0\u202f]\d{3})+|\d+)?(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const withComma = /^[+-]?(?:\d{1,3}(?:[.'’ \u00a0\u202f]\d{3})+|\d+)?(?:,\d+)?$/;

/**
 * Reads a number as a file writes it, with or without signs between thousands. What can only be meant otherwise is read so, whatever the
 * decimal sign: `8.5` in a file with commas. Null when it is no number.
 */
export function parseNumber(text: string, decimal: DecimalSign): number | null {
  const trimmed = text.trim().replace('−', '-');
  if (!/\d/.test(trimmed)) return null;
  const first = decimal === 'point' ? readPoint(trimmed) : readComma(trimmed);
  return first ?? (decimal === 'point' ? readComma(trimmed) : readPoint(trimmed));
}

const readPoint = (text: string): number | null =>
  withPoint.test(text) ? Number(text.replace(/[,'’ \u00a0\u202f]/g, '')) : null;

const readComma = (text: string): number | null =>
  withComma.test(text) ? Number(text.replace(/[.'’ \u00a0\u202f]/g, '').replace(',', '.')) : null;

/** Which decimal sign a file's cells have, by those that can only be read one way. */
export function guessDecimalSign(cells: Iterable<string>): DecimalSign {
  let commas = 0;
  let points = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (/^[+-]?\d+,(\d{1,2}|\d{4,})$|^[+-]?\d{1,3}(\.\d{3})+,\d+$/.test(text)) commas++;
    else if (/^[+-]?\d+\.(\d{1,2}|\d{4,})$|^[+-]?\d{1,3}(,\d{3})+\.\d+$/.test(text)) points++;
  }
  return commas > points ? 'comma' : 'point';
}
