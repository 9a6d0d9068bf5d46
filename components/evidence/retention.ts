/** Usual spans of time for which answers are kept, in days; others can be typed. */
export const usualRetentions = [180, 365, 730, 1_095, 1_825] as const;

export const mostRetentionDays = 36_500;

/** A number of days that somebody typed; null when it is none that answers can be kept for. */
export function readDays(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d{1,5}$/.test(trimmed)) return null;
  const days = Number(trimmed);
  return days >= 1 && days <= mostRetentionDays ? days : null;
}
