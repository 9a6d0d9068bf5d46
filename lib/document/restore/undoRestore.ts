import type * as Y from 'yjs';
import { type Collection, collections } from '@/lib/map/collections';
import type { AnyRecord } from '@/lib/map/diff/mapDiff';
import { parentsOf } from '@/lib/map/diff/parentsOf';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { recordKey } from '@/lib/map/recordKey';
import { isSameValue } from '@/lib/map/sameValue';
import { describeChanges, type FieldChange } from '../activity';
import { serverOrigin } from '../createDocument';
import { mergeWords } from '../mergeWords';
import { readMap } from '../readMap';
import { recordNames } from '../schema';
import { type TakenBack, takeBack } from '../takeBack';

/** The map right before a restore and right after it, as they were read, deleted records included. */
export type RestoredFrom = { before: JourneyMap; restored: JourneyMap };

/**
 * Undoes a restore in one transaction, three ways: what still is as the restore left it becomes what it was before; what somebody changed since stays
 * as they left it, and texts keep both. What the restore brought goes again, unless somebody went on with it.
 */
export function undoRestore(doc: Y.Doc, { before, restored }: RestoredFrom, origin: unknown = serverOrigin): TakenBack {
  const usedSince = findUsed(toStandingMap(restored), toStandingMap(readMap(doc).map));
  const changes = describeChanges(before, restored);
  const kept = changes.filter((change) => isReturn(change) && usedSince.has(`${change.record} ${change.recordId}`));
  const done = takeBack(
    doc,
    changes.filter((change) => !kept.includes(change)),
    // The common text is what the restore wrote: one went back from it, the others went on.
    { origin, anyPlace: true, reverse: (was, left, now) => mergeWords(left, was, now) },
  );
  return { ...done, kept: done.kept + new Set(kept.map(({ record, recordId }) => `${record} ${recordId}`)).size };
}

/** Whether a change is part of a record's coming back: out of the bin, or out of another record that it had been merged into. */
function isReturn({ field, after }: FieldChange): boolean {
  return (field === 'deletedAt' || field === 'mergedInto' || field === 'mergedTexts') && after === null;
}

/** Names and keys of what somebody wrote into, or put something into, since. */
function findUsed(restored: JourneyMap, now: JourneyMap): Set<string> {
  const left = indexRecords(restored);
  const used = new Set<string>();
  for (const [name, { collection, record }] of indexRecords(now)) {
    const was = left.get(name)?.record;
    const isChanged = was === undefined || !isSameValue(withoutPlace(was), withoutPlace(record));
    if (isChanged) used.add(name);
    const homes = was ? new Set(parentsOf(collection, was)) : null;
    for (const parent of parentsOf(collection, record)) if (isChanged || !homes?.has(parent)) used.add(parent);
  }
  return used;
}

function indexRecords(map: JourneyMap): Map<string, { collection: Collection; record: AnyRecord }> {
  const records = collections.flatMap((collection) =>
    map[collection].map(
      (record) => [`${recordNames[collection]} ${recordKey(collection, record as never)}`, { collection, record }] as const,
    ),
  );
  return new Map(records);
}

/** Whoever only moves a thing has not gone on with it. */
function withoutPlace(record: AnyRecord): Record<string, unknown> {
  const { pos: _, order: __, ...rest } = record as Record<string, unknown>;
  return rest;
}
