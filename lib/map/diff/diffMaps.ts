import { type Collection, collections } from '../collections';
import type { JourneyMap } from '../journeyMap';
import { recordKey } from '../recordKey';
import { isSameValue } from '../sameValue';
import { findSuccessors } from '../successors';
import { findMoved } from './findMoved';
import type { AnyRecord, Difference, FieldDifference, MapDiff, Presence, QuietPlace, Standing } from './mapDiff';
import { toStandingMap } from './standingMap';
import { listOf, readStandings } from './standings';

/**
 * What lies between two maps, record by record, by their ids. Compared is what stands on them (`toStandingMap`): deleted or merged away is
 * removed. Maps that look the same have no differences; turned round, added and removed change places, and the rest keeps its kind.
 */
export function diffMaps(before: JourneyMap, after: JourneyMap): MapDiff {
  if (before === after) return { differences: [], quiet: [] };
  const [a, b] = [toStandingMap(before), toStandingMap(after)];
  const heirs = { steps: findSuccessors(after.steps)?.heirs, stages: findSuccessors(after.stages)?.heirs };
  const meta = diffFields(a.meta, b.meta);
  const differences: Difference[] = meta.length > 0 ? [{ kind: 'changed', collection: 'meta', id: '', fields: meta }] : [];
  const quiet: QuietPlace[] = [];
  for (const collection of collections) {
    const moves = diffPlaces(collection, a, b);
    quiet.push(...moves.quiet);
    for (const difference of diffCollection(collection, a, b, moves.moved)) {
      const heir = heirOf(difference, heirs);
      differences.push(heir === undefined ? difference : { ...(difference as Presence), mergedInto: heir });
    }
  }
  return { differences, quiet };
}

type Heirs = { [C in 'steps' | 'stages']: ReadonlyMap<string, string> | undefined };

function heirOf({ kind, collection, id }: Difference, heirs: Heirs): string | undefined {
  return kind === 'removed' && (collection === 'steps' || collection === 'stages') ? heirs[collection]?.get(id) : undefined;
}

type Moves = { moved: ReadonlyMap<string, { from: Standing; to: Standing }>; quiet: QuietPlace[] };

/** What stands elsewhere, and whose place only says so. */
function diffPlaces(collection: Collection, a: JourneyMap, b: JourneyMap): Moves {
  const [before, after] = [readStandings(a, collection), readStandings(b, collection)];
  const shifted = new Set<string>();
  for (const [name, ids] of before.lists) {
    const now = after.lists.get(name);
    if (now) for (const id of findMoved(ids, now)) shifted.add(id);
  }
  const moved = new Map<string, { from: Standing; to: Standing }>();
  const quiet: QuietPlace[] = [];
  for (const [id, from] of before.standings) {
    const to = after.standings.get(id);
    if (!to) continue;
    const isElsewhere = from.unplaced !== to.unplaced || (!to.unplaced && listOf(from.place) !== listOf(to.place));
    if (isElsewhere || shifted.has(id)) moved.set(id, { from, to });
    else if (!isSameValue(from.place, to.place)) quiet.push({ collection, id, from: from.place, to: to.place });
  }
  return { moved, quiet };
}

function diffCollection(collection: Collection, a: JourneyMap, b: JourneyMap, moved: Moves['moved']): Difference[] {
  const [before, after] = [byKey(collection, a), byKey(collection, b)];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((id): Difference[] => {
    const [was, now] = [before.get(id), after.get(id)];
    if (!was && now) return [presence('added', collection, id, now)];
    if (was && !now) return [presence('removed', collection, id, was)];
    const fields = was && now ? diffFields(was, now) : [];
    const move = moved.get(id);
    return [
      ...(fields.length > 0 ? [{ kind: 'changed' as const, collection, id, fields }] : []),
      ...(move ? [{ kind: 'moved' as const, collection, id, ...move }] : []),
    ];
  });
}

function byKey(collection: Collection, map: JourneyMap): Map<string, AnyRecord> {
  const records: readonly AnyRecord[] = map[collection];
  // Each collection's records are of its own kind.
  return new Map(records.map((record) => [recordKey(collection, record as never), record]));
}

const presence = (kind: Presence['kind'], collection: Collection, id: string, record: AnyRecord): Presence =>
  ({ kind, collection, id, record }) as Presence;

const placeFields: ReadonlySet<string> = new Set(['pos', 'order']);

function diffFields(before: object, after: object): FieldDifference[] {
  if (before === after) return [];
  const [old, now]: Readonly<Record<string, unknown>>[] = [{ ...before }, { ...after }];
  const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])].sort();
  return names
    .filter((field) => !placeFields.has(field) && !isSameValue(old?.[field], now?.[field]))
    .map((field) => ({
      field,
      ...(old?.[field] !== undefined && { before: old[field] }),
      ...(now?.[field] !== undefined && { after: now[field] }),
    }));
}
