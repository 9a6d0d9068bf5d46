import * as Y from 'yjs';

/**
 * A place in a text that stays between the same characters while others type: for carets in presence. The place is tied to the character
 * at its left, so that what somebody else types there comes after it.
 */
export function toTextPosition(text: Y.Text, index: number): string {
  const position = Y.createRelativePositionFromTypeIndex(text, Math.min(Math.max(index, 0), text.length), -1);
  return JSON.stringify(Y.relativePositionToJSON(position));
}

/** Where such a place is now; null when it is none of this text. Takes anything that a peer may send. */
export function findTextPosition(text: Y.Text, position: string): number | null {
  if (!text.doc) return null;
  try {
    const relative = Y.createRelativePositionFromJSON(JSON.parse(position));
    const absolute = Y.createAbsolutePositionFromRelativePosition(relative, text.doc);
    return absolute?.type === text ? absolute.index : null;
  } catch {
    // Not JSON, or ids that this document does not have yet.
    return null;
  }
}
