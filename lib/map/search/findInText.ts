import { foldText } from './foldText';

/** A part of a text that was looked for: from `start` up to, not including, `end`, in UTF-16 units. */
export type TextRange = { start: number; end: number };

/**
 * Where the words of a search stand in a text, in order and without overlap; null unless every word is in it. Words as `toSearchWords`
 * gives them.
 */
export function findInText(text: string, words: readonly string[]): TextRange[] | null {
  if (words.length === 0 || text === '') return null;
  const { folded, at } = foldText(text);
  const ranges: TextRange[] = [];
  for (const word of words) {
    let found = folded.indexOf(word);
    if (found < 0) return null;
    for (; found >= 0; found = folded.indexOf(word, found + word.length)) {
      ranges.push({ start: at[found] ?? 0, end: endOf(text, at, found + word.length) });
    }
  }
  return merge(ranges);
}

/** The end of the character that the last folded unit came from. */
function endOf(text: string, at: readonly number[], unit: number): number {
  const last = at[unit - 1] ?? 0;
  const next = at[unit] ?? text.length;
  // Half of “ß” was found: all of it is marked.
  return next > last ? next : last + 1;
}

function merge(ranges: TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = merged.at(-1);
    if (before && range.start <= before.end) before.end = Math.max(before.end, range.end);
    else merged.push({ ...range });
  }
  return merged;
}
