import { type Collection, collections } from '@/lib/map/collections';
import type { AnyRecord, Change, Difference, Place, Presence } from '@/lib/map/diff/mapDiff';
import { parentsOf } from '@/lib/map/diff/parentsOf';
import { recordNames } from '../schema';
import { changeKey } from './currentChange';

const collectionOf = new Map<string, Collection>(collections.map((collection) => [recordNames[collection], collection]));

/** Keys of the changes by which what a record stands in, or hangs on, came or went as well, as far as there are such changes. */
export function changesOfParents(kind: Presence['kind'], collection: Collection, record: AnyRecord): string[] {
  return parentsOf(collection, record).flatMap((parent) => {
    const space = parent.indexOf(' ');
    const home = collectionOf.get(parent.slice(0, space));
    return home ? [changeKey({ kind, collection: home, id: parent.slice(space + 1) })] : [];
  });
}

const homes = { stageId: 'stages', stepId: 'steps', laneId: 'lanes', cardId: 'cards' } as const;

/** Keys of the changes that brought what a change needs: what a new thing stands in, where something was moved to, and what a transition leads to now. */
export function changesNeeded(difference: Difference): string[] {
  if (difference.kind === 'added') return changesOfParents('added', difference.collection, difference.record);
  if (difference.kind === 'changed') return changesOfEnds(difference);
  if (difference.kind !== 'moved') return [];
  const place: Place = difference.to.place;
  return Object.entries(homes).flatMap(([field, collection]) => {
    const id = place[field as keyof typeof homes];
    return id === undefined ? [] : [changeKey({ kind: 'added', collection, id })];
  });
}

function changesOfEnds({ collection, fields }: Change): string[] {
  if (collection !== 'transitions') return [];
  return fields.flatMap(({ field, after }) =>
    (field === 'from' || field === 'to') && typeof after === 'string'
      ? [changeKey({ kind: 'added', collection: 'steps', id: after })]
      : [],
  );
}
