import { z } from 'zod';
import { type ComparedSide, comparedSidePattern, readComparedSide, writeComparedSide } from './comparedSide';

/** Two states that are compared. */
export type AskedComparison = { from: ComparedSide; to: ComparedSide };

/** How two states are written in one: `3..live`, `MAPID@2..live`. */
export const comparisonPattern = new RegExp(
  `^${comparedSidePattern.source.slice(1, -1)}\\.\\.${comparedSidePattern.source.slice(1, -1)}$`,
);

/** Reads what an address asks for: `3..live`. Null for what cannot be compared. */
export function parseComparison(text: string): AskedComparison | null {
  const [before = '', after = '', more] = text.split('..');
  const [from, to] = [readComparedSide(before), readComparedSide(after)];
  return from && to && more === undefined ? { from, to } : null;
}

/** A pair of states in a query. */
export const comparisonSchema = z.string().regex(comparisonPattern);

/** Reads one that `comparisonSchema` let through. */
export function toComparison(text: string): AskedComparison {
  const asked = parseComparison(text);
  if (!asked) throw new Error('A comparison that the schema let through cannot be read.');
  return asked;
}

/** Writes it, as `parseComparison` reads it. */
export const writeComparison = ({ from, to }: AskedComparison): string => `${writeComparedSide(from)}..${writeComparedSide(to)}`;
