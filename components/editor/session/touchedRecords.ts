import type * as Y from 'yjs';

type AnyType = Y.Transaction['changed'] extends Map<infer Type, unknown> ? Type : never;

/** The key, directly under a root of the document, of the record that a type belongs to; null for a root itself. */
function recordOf(type: AnyType): string | null {
  let record: string | null = null;
  for (let item = type._item; item; item = (item.parent as AnyType | null)?._item ?? null) record = item.parentSub ?? record;
  return record;
}

/** The ids of the records (cards, steps …) that a transaction created, deleted or changed anything of. */
export function touchedRecords(transaction: Y.Transaction): Set<string> {
  const touched = new Set<string>();
  for (const [type, keys] of transaction.changed) {
    const record = recordOf(type);
    if (record !== null) touched.add(record);
    else for (const key of keys) if (key !== null) touched.add(key);
  }
  return touched;
}
