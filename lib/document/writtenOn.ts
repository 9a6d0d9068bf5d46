import * as Y from 'yjs';
import { notTakenYet } from '@/lib/map/mergeTexts';

// A restore takes away what its version does not have, while others may be writing into it. It leaves a mark on each record with texts that it
// deletes (`removed`: what its texts said then). When they say more than that, somebody wrote there who did not know: the record is not gone.
// A card like that lies in the tray, everything else stands where it stood.

const isTexts = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether texts have more words than the mark says. `read` gives a text by its field; what was only deleted since says nothing. */
export function isWrittenOn(removed: unknown, read: (field: string) => unknown): boolean {
  if (!isTexts(removed)) return false;
  return Object.entries(removed).some(([field, taken]) => {
    const text = read(field);
    return typeof text === 'string' && typeof taken === 'string' && hasMore(text, taken);
  });
}

const hasMore = (text: string, taken: string): boolean =>
  taken.trim() === '' ? text.trim() !== '' : notTakenYet('notes', text, taken) !== '';

/** Whether a restore took this record away, and somebody wrote into it all the same. */
export function isRemovedButWrittenOn(record: Y.Map<unknown>): boolean {
  return (
    record.has('removed') &&
    isWrittenOn(record.get('removed'), (field) => {
      const text = record.get(field);
      return text instanceof Y.Text ? text.toString() : text;
    })
  );
}
