/** What a Yjs text event tells: keep, insert and delete in order, from the beginning of the text. */
export type TextDelta = readonly { retain?: number; insert?: unknown; delete?: number }[];

/** A stretch of a text, in code units. */
export type TextRange = { index: number; length: number };

/** A selection: `start` and `end` are the same for a caret. */
export type TextSelection = { start: number; end: number };

const insertedLength = (insert: unknown): number => (typeof insert === 'string' ? insert.length : 1);

/**
 * Where a place between two characters lies after a change. When something was inserted exactly there, the place stays
 * behind the character at its left, or before the one at its right.
 */
export function mapIndex(index: number, delta: TextDelta, side: 'left' | 'right'): number {
  let old = 0;
  let mapped = index;
  for (const { retain, insert, delete: deleted } of delta) {
    if (old > index) break;
    if (retain !== undefined) old += retain;
    else if (insert !== undefined && (old < index || side === 'right')) mapped += insertedLength(insert);
    else if (deleted !== undefined) {
      mapped -= Math.min(deleted, Math.max(index - old, 0));
      old += deleted;
    }
  }
  return mapped;
}

/** Where the characters of a range are after a change: in several pieces when something was inserted among them, in none when they are gone. */
export function mapRange({ index, length }: TextRange, delta: TextDelta): TextRange[] {
  const end = index + length;
  const pieces: TextRange[] = [];
  let old = 0;
  let now = 0;
  const keep = (count: number): void => {
    const from = Math.max(old, index);
    const to = Math.min(old + count, end);
    if (to > from) pieces.push({ index: now + from - old, length: to - from });
    old += count;
    now += count;
  };
  for (const { retain, insert, delete: deleted } of delta) {
    if (retain !== undefined) keep(retain);
    else if (insert !== undefined) now += insertedLength(insert);
    else if (deleted !== undefined) old += deleted;
  }
  if (old < end) keep(end - old);
  return pieces;
}

/** A selection after a change by somebody else: it holds the same characters; a caret stays behind the one at its left. */
export function mapSelection({ start, end }: TextSelection, delta: TextDelta): TextSelection {
  if (start === end) {
    const caret = mapIndex(start, delta, 'left');
    return { start: caret, end: caret };
  }
  const from = mapIndex(start, delta, 'right');
  return { start: from, end: Math.max(from, mapIndex(end, delta, 'left')) };
}
