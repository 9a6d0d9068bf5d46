import { maxEmotion, minEmotion } from '../emotion';

/** An emotion from what stands in a cell: `-2`, `+1,5`, `−1`. Undefined for an empty cell, null for what is no number from −2 to +2. */
export function readEmotion(text: string): number | undefined | null {
  const input = text.trim().replace(/^[−–]/, '-').replace(/^\+/, '').replace(',', '.');
  if (input === '') return undefined;
  if (!/^-?\d+(?:\.\d+)?$/.test(input)) return null;
  const value = Number(input);
  return value >= minEmotion && value <= maxEmotion ? value : null;
}
