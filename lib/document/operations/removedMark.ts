import * as Y from 'yjs';
import { type RecordCollection, type RecordMap, textFields } from '../schema';
import { isRemovedButWrittenOn } from '../writtenOn';

/**
 * Marks a record that a restore takes away with what its texts say (writtenOn.ts): now, or, where `textThen` tells of another text, before somebody went on
 * with it. Call inside a transaction.
 */
export function markRemoved(
  record: RecordMap,
  collection: RecordCollection,
  textThen: (field: string) => string | undefined = () => undefined,
): void {
  const fields: readonly string[] = textFields[collection];
  const texts = fields.flatMap((field) => {
    const text = record.get(field);
    return text instanceof Y.Text ? [[field, textThen(field) ?? text.toString()] as const] : [];
  });
  if (texts.length > 0) record.set('removed', Object.fromEntries(texts));
}

/** Takes the mark away, before a record is deleted, brought back or put elsewhere: what was written into it counts from now on. Call inside a transaction. */
export function settleRemoved(record: RecordMap): void {
  if (!record.has('removed')) return;
  if (isRemovedButWrittenOn(record)) record.delete('deletedAt');
  record.delete('removed');
}
