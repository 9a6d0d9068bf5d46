/** A share, 0–1, as percent; empty when it is not known. */
export const toPercentText = (value: number | undefined): string =>
  value === undefined ? '' : String(Math.round(value * 1000) / 10);

/** A share, 0–1, from `38`, `38 %` or `12,5`; null for an empty text, undefined for one that is no share. */
export function parsePercent(text: string): number | null | undefined {
  const input = text.replace('%', '').replace(',', '.').trim();
  if (input === '') return null;
  const percent = Number(input);
  return Number.isFinite(percent) && percent >= 0 && percent <= 100 ? percent / 100 : undefined;
}
