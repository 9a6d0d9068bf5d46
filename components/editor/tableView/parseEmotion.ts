import { maxEmotion, minEmotion, toEmotion } from '@/lib/map/emotion';

/** A feeling from what people write: `-1,5`, `−1.5`, `+2`; undefined for an empty text, null for what is no number from −2 to +2. */
export function parseEmotion(text: string): number | undefined | null {
  const input = text.trim().replace(/[−–]/g, '-').replace(',', '.');
  if (input === '') return undefined;
  if (!/^[+-]?\d(?:\.\d+)?$/.test(input)) return null;
  const value = Number(input);
  return value < minEmotion || value > maxEmotion ? null : (toEmotion(value) ?? null);
}
