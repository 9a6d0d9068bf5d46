import { diffText } from './textDiff';

/** Letters around a place by which it is found again. */
const around = 24;

/**
 * A text as it would be without one change (`before` → `after`), whatever was written elsewhere in it since (`now`). Null when what the change
 * left can no longer be told from the rest: it was written over, or stands there more than once.
 */
export function reverseTextChange(before: string, after: string, now: string): string | null {
  if (now === after) return before;
  const edit = diffText(after, before);
  if (!edit) return null;
  const removed = after.slice(edit.index, edit.index + edit.remove);
  const left = after.slice(Math.max(0, edit.index - around), edit.index);
  const right = after.slice(edit.index + edit.remove, edit.index + edit.remove + around);
  // With what stood on both sides; else, when others wrote right beside it, with one of them, or by its own words.
  const sides = [
    [left, right],
    ...(removed === ''
      ? []
      : [
          [left, ''],
          ['', right],
          ['', ''],
        ]),
  ];
  for (const [head = '', tail = ''] of sides) {
    if (head + removed + tail === '') continue;
    const at = findOnlyPlace(head + removed + tail, now);
    if (at === null) continue;
    const start = at + head.length;
    return now.slice(0, start) + edit.insert + now.slice(start + removed.length);
  }
  return null;
}

function findOnlyPlace(part: string, text: string): number | null {
  const first = text.indexOf(part);
  return first >= 0 && text.indexOf(part, first + 1) < 0 ? first : null;
}
