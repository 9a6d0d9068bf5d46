import { toCanonicalMap } from '@/lib/map/canonicalJson';
import { type Collection, collections } from '@/lib/map/collections';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import { placeOf } from '@/lib/map/diff/standings';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { recordKey } from '@/lib/map/recordKey';
import { isSameValue } from '@/lib/map/sameValue';
import { isRecordOf } from '../readRecord';
import { groupNotes, placeAspect, type TakenNote, type TakenNotes, wholeAspect } from './takenNotes';

type Fields = Readonly<Record<string, unknown>>;

/**
 * What a future state and its current state have in common by now: the baseline, with what the future state took over since as the current state had it then.
 * What the current state has changed is told from here, and texts are merged from here, so that nothing which was taken over counts
 * as the future state’s own. The same object when nothing was taken over that still counts.
 */
export function rebase(base: JourneyMap, future: JourneyMap, notes: TakenNotes): JourneyMap {
  if (notes.size === 0) return base;
  const [was, is] = [indexFields(base), indexFields(toStandingMap(future))];
  const next = new Map<string, Fields | null>();
  for (const [thing, aspects] of groupNotes(notes)) {
    const record = apply(was.get(thing), is.get(thing), aspects);
    if (record !== undefined && isWell(thing, record)) next.set(thing, record);
  }
  return next.size === 0 ? base : replace(base, next);
}

/** A map’s records by collection and key, and its title block (`meta `). */
function indexFields(map: JourneyMap): Map<string, Fields> {
  const all = new Map<string, Fields>([['meta ', map.meta]]);
  for (const collection of collections) {
    for (const record of map[collection]) all.set(nameOf(collection, record), { ...record });
  }
  return all;
}

const nameOf = (collection: Collection, record: JourneyMap[Collection][number]): string =>
  `${collection} ${recordKey(collection, record as never)}`;

/** A thing as it was last taken over; null: it is gone by now; undefined: it is as the baseline has it. */
function apply(
  was: Fields | undefined,
  is: Fields | undefined,
  aspects: ReadonlyMap<string, TakenNote>,
): Fields | null | undefined {
  const whole = aspects.get(wholeAspect)?.value;
  if (whole === null && !is) return was ? null : undefined;
  const came = is && typeof whole === 'object' && whole !== null ? withoutGoneBack({ ...whole }, was, is) : undefined;
  const first: Fields | undefined = came ?? was;
  if (!first) return undefined;
  let record = first;
  for (const [aspect, { value }] of aspects) {
    if (aspect === wholeAspect) continue;
    const said = (fields: Fields): unknown => (aspect === placeAspect ? placeOf(fields) : fields[aspect]);
    // Whoever has gone back to what the baseline says has not taken it over.
    if (is && isSameValue(said(is), said(first))) continue;
    record = aspect === placeAspect ? withPlace(record, value) : withField(record, aspect, value);
  }
  return came || record !== first ? record : undefined;
}

/** What came again, but for what says in the future state what the baseline says: whoever has gone back to that has not taken it over. */
function withoutGoneBack(whole: Fields, was: Fields | undefined, is: Fields): Fields {
  if (!was) return whole;
  const back = Object.keys({ ...was, ...whole }).filter((field) => isSameValue(is[field], was[field]));
  return back.reduce((record, field) => withField(record, field, was[field]), whole);
}

function withField(record: Fields, field: string, value: unknown): Fields {
  if (value !== undefined) return { ...record, [field]: value };
  const { [field]: _, ...rest } = record;
  return rest;
}

function withPlace(record: Fields, place: unknown): Fields {
  if ('pos' in record) return { ...record, pos: place };
  const order = typeof place === 'object' && place !== null && 'order' in place ? place.order : undefined;
  return { ...record, order };
}

/** Notes are what peers wrote: only a record of its kind, under its own key, is one. */
function isWell(thing: string, record: Fields | null): boolean {
  if (record === null) return true;
  const at = thing.indexOf(' ');
  const name = thing.slice(0, at);
  if (name === 'meta') return isRecordOf('meta', record);
  const collection = collections.find((one) => one === name);
  return (
    collection !== undefined && isRecordOf(collection, record) && recordKey(collection, record as never) === thing.slice(at + 1)
  );
}

function replace(base: JourneyMap, next: ReadonlyMap<string, Fields | null>): JourneyMap {
  const rest = new Map(next);
  const map: Record<string, unknown> = { ...base, meta: next.get('meta ') ?? base.meta };
  for (const collection of collections) {
    map[collection] = (base[collection] as readonly JourneyMap[Collection][number][]).flatMap((record) => {
      const name = nameOf(collection, record);
      const other = rest.get(name);
      rest.delete(name);
      return other === undefined ? [record] : other === null ? [] : [other];
    });
  }
  for (const [thing, record] of rest) {
    const collection = collections.find((one) => thing.startsWith(`${one} `));
    if (collection && record) (map[collection] as Fields[]).push(record);
  }
  // Every record was judged by the schema of its collection.
  return toCanonicalMap(map as JourneyMap);
}
