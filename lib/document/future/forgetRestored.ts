import type * as Y from 'yjs';
import type { MapDiff } from '@/lib/map/diff/mapDiff';
import { placeOf } from '@/lib/map/diff/standings';
import { isSameValue } from '@/lib/map/sameValue';
import { forgetTaken, type IsOver, placeAspect, thingOf, wholeAspect } from './takenNotes';

/**
 * Forgets what was taken over of what a restore (`diff`) has written. Only of that: a field that goes back says nothing of another one. What says again what was taken
 * over keeps its note. Call inside the transaction that restores.
 */
export function forgetRestored(doc: Y.Doc, { differences, quiet }: MapDiff): void {
  forgetTaken(doc, [
    ...differences.map((difference) => [thingOf(difference), isOverAfter(difference)] as const),
    ...quiet.map((place) => [thingOf(place), isOverIn(new Map([[placeAspect, place.to]]))] as const),
  ]);
}

/** The same for one field (as the activity list calls it) that was taken back, and says `value` now. */
export function forgetTakenBack(doc: Y.Doc, thing: { collection: string; id: string }, field: string, value: unknown): void {
  forgetTaken(doc, [[thingOf(thing), isOverWith(field, value)]]);
}

function isOverAfter(difference: MapDiff['differences'][number]): IsOver {
  if (difference.kind === 'changed') return isOverIn(new Map(difference.fields.map(({ field, after }) => [field, after])));
  if (difference.kind === 'moved') return isOverIn(new Map([[placeAspect, difference.to.place]]));
  return difference.kind === 'added' ? isOverInRecord(difference.record) : () => true;
}

function isOverWith(field: string, value: unknown): IsOver {
  if (field === 'record') return typeof value === 'object' && value !== null ? isOverInRecord(value) : () => true;
  if (field === 'deletedAt' || field === 'mergedInto') return isGone;
  if (field === 'pos') return isOverIn(new Map([[placeAspect, value]]));
  if (field === 'order') return isOverIn(new Map([[placeAspect, { order: value }]]));
  return isOverIn(new Map([[field, value]]));
}

/** By what aspects say now; of others nothing is known. */
const isOverIn =
  (said: ReadonlyMap<string, unknown>): IsOver =>
  (aspect, { value }) =>
    said.has(aspect) && !isSameValue(said.get(aspect) ?? undefined, value ?? undefined);

/** That it is gone holds no longer, of something that came back. */
const isGone: IsOver = (aspect, { value }) => aspect === wholeAspect && value === null;

/** Of something that came back as this record. As what it came is told from there, field by field. */
const isOverInRecord =
  (record: object): IsOver =>
  (aspect, note) => {
    if (aspect === wholeAspect) return isGone(aspect, note);
    const said: unknown = aspect === placeAspect ? placeOf(record) : { ...record }[aspect as never];
    return isOverIn(new Map([[aspect, said]]))(aspect, note);
  };
