const units: Record<string, number> = { '': 1, m: 1, min: 1, h: 60, std: 60, d: 1440, t: 1440, w: 10_080 };

/**
 * Minutes from what people write: `15`, `1,5 h`, `2 d`, `1 h 30`, `1:30`. Undefined for an empty text, null for one that cannot be read.
 */
export function parseMinutes(text: string): number | undefined | null {
  const input = text.trim().toLowerCase();
  if (input === '') return undefined;
  const clock = /^(\d{1,4}):([0-5]\d)$/.exec(input);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const parts = [...input.matchAll(/(\d+(?:[.,]\d+)?)\s*([a-zäöü]*)\.?\s*/gy)];
  if (parts.length === 0 || parts.reduce((length, [whole]) => length + whole.length, 0) !== input.length) return null;
  let minutes = 0;
  for (const [, number = '', word = ''] of parts) {
    const unit = units[word] ?? units[word.slice(0, 3)] ?? units[word.slice(0, 1)];
    if (unit === undefined) return null;
    minutes += Number(number.replace(',', '.')) * unit;
  }
  return Math.round(minutes * 100) / 100;
}

/** The shortest way to write minutes that `parseMinutes` reads back: `90` → `1 h 30 min`. */
export function toMinutesText(minutes: number | undefined): string {
  if (minutes === undefined) return '';
  if (!Number.isInteger(minutes) || minutes < 60) return `${minutes} min`;
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  return [days > 0 ? `${days} d` : '', hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}
