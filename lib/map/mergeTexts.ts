import { maxTextLength } from './text';

/** What stands between the texts of merged records: titles stay one line, notes get a paragraph each. */
export const textJoints = { title: ' / ', notes: '\n\n', stays: '\n', leaves: '\n' } as const;
export type JoinedField = keyof typeof textJoints;

/** Both texts, one behind the other; what is there already is not said twice. Null when that would be longer than a text may be. */
export function joinTexts(field: JoinedField, text: string, more: string): string | null {
  const joint = textJoints[field];
  const words = more.trim();
  if (words === '' || text.trim() === words || text.split(joint).some((part) => part.trim() === words)) return text;
  if (text.trim() === '') return words;
  const joined = `${text.trimEnd()}${joint}${words}`;
  return joined.length > maxTextLength ? null : joined;
}

/**
 * What of a text has not been taken over yet: all of it at first; afterwards what was written since, by somebody who did not know of the
 * merging. What was only deleted since says nothing.
 */
export function notTakenYet(field: JoinedField, text: string, taken: string | undefined): string {
  if (taken === undefined || taken.trim() === '') return text.trim();
  if (text === taken || isWithin(text, taken)) return '';
  const joint = textJoints[field];
  return text.startsWith(taken + joint) ? text.slice(taken.length + joint.length).trim() : text.trim();
}

/** Whether a text is another one from which something was deleted in one place. */
function isWithin(text: string, whole: string): boolean {
  if (text.length > whole.length) return false;
  let head = 0;
  while (head < text.length && text.charAt(head) === whole.charAt(head)) head++;
  return whole.endsWith(text.slice(head));
}
