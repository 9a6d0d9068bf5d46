/** One replacement: at `index`, `remove` code units go and `insert` comes. */
export type TextEdit = { index: number; remove: number; insert: string };

const isHighHalf = (text: string, index: number): boolean => /[\ud800-\udbff]/.test(text.charAt(index));
const isLowHalf = (text: string, index: number): boolean => /[\udc00-\udfff]/.test(text.charAt(index));

/**
 * The smallest single replacement that turns one text into another; null when they are equal. `caret` is where the caret stands
 * after the edit: it decides which of several equal letters was typed ("aa" → "aaa"). Never cuts a surrogate pair in half.
 */
export function diffText(before: string, after: string, caret = after.length): TextEdit | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  // What was typed ends at the caret: the tail after it is unchanged as far as it agrees.
  const longestTail = Math.min(shorter, after.length - Math.min(Math.max(caret, 0), after.length));
  let tail = 0;
  while (tail < longestTail && before.charAt(before.length - 1 - tail) === after.charAt(after.length - 1 - tail)) tail++;
  let head = 0;
  while (head < shorter - tail && before.charAt(head) === after.charAt(head)) head++;
  // The caret was no help (as after an undo by the browser): let the tail grow behind the changed part.
  while (tail < shorter - head && before.charAt(before.length - 1 - tail) === after.charAt(after.length - 1 - tail)) tail++;
  if (head > 0 && (isHighHalf(before, head - 1) || isHighHalf(after, head - 1))) head--;
  if (tail > 0 && (isLowHalf(before, before.length - tail) || isLowHalf(after, after.length - tail))) tail--;
  return { index: head, remove: before.length - tail - head, insert: after.slice(head, after.length - tail) };
}
