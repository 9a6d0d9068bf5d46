import * as Y from 'yjs';
import { toInputText } from '../plainValue';
import type { RecordMap } from '../schema';
import { writeText } from '../textReference';
import { diffWords } from '../wordDiff';

/** Changes a text word by word, so that what others type between the words meanwhile stays where they type it. Call inside a transaction. */
export function writeWords(holder: RecordMap, field: string, value: string): void {
  const text = holder.get(field);
  if (!(text instanceof Y.Text)) {
    writeText(holder, field, value);
    return;
  }
  // From the end, so that the places of the others stay right.
  for (const { index, remove, insert } of diffWords(text.toString(), toInputText(value)).reverse()) {
    if (remove !== '') text.delete(index, remove.length);
    if (insert !== '') text.insert(index, insert);
  }
}
