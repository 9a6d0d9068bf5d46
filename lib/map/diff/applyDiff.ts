import { toCanonicalMap } from '../canonicalJson';
import { collections } from '../collections';
import { emptyMap, type JourneyMap } from '../journeyMap';
import { recordKey } from '../recordKey';
import type { FieldDifference, MapDiff, Place } from './mapDiff';
import { toStandingMap } from './standingMap';

type Fields = Record<string, unknown>;

/** The map that lies on the other side of a difference: `applyDiff(a, diffMaps(a, b))` says what stands on `b`. Passes over what is not there to be changed. */
export function applyDiff(map: JourneyMap, { differences, quiet }: MapDiff): JourneyMap {
  const standing = toStandingMap(map);
  const all = new Map<string, Fields>([['meta ', { ...standing.meta }]]);
  for (const collection of collections) {
    for (const record of standing[collection]) {
      all.set(`${collection} ${recordKey(collection, record as never)}`, { ...record });
    }
  }
  for (const difference of differences) {
    const key = `${difference.collection} ${difference.id}`;
    if (difference.kind === 'added') all.set(key, { ...difference.record });
    else if (difference.kind === 'removed') all.delete(key);
    else if (difference.kind === 'changed') setFields(all.get(key), difference.fields);
    else if (difference.kind === 'moved') setPlace(all.get(key), difference.to.place);
  }
  for (const { collection, id, to } of quiet) setPlace(all.get(`${collection} ${id}`), to);
  return toMap(all);
}

function setFields(record: Fields | undefined, fields: readonly FieldDifference[]): void {
  if (!record) return;
  for (const { field, after } of fields) {
    if (after === undefined) delete record[field];
    else record[field] = after;
  }
}

function setPlace(record: Fields | undefined, place: Place): void {
  if (!record) return;
  if ('pos' in record) record.pos = place;
  else record.order = place.order;
}

function toMap(all: ReadonlyMap<string, Fields>): JourneyMap {
  const map: Record<string, unknown> = { ...emptyMap(), meta: all.get('meta ') };
  for (const collection of collections) {
    const own = [...all].flatMap(([key, record]) => (key.startsWith(`${collection} `) ? [record] : []));
    map[collection] = own;
  }
  // The records came from maps.
  return toCanonicalMap(map as JourneyMap);
}
