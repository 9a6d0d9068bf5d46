import { type Collection, collections } from '../collections';
import type { Change, Difference, Move, Place, Presence } from '../diff/mapDiff';
import { toStandingMap } from '../diff/standingMap';
import { placeOf, readStandings } from '../diff/standings';
import type { JourneyMap } from '../journeyMap';
import { recordKey } from '../recordKey';
import { type MergedText, mergeText, type TextSpan, type ToPieces } from './mergedText';

/** Two states of a map as one that shows both. */
export type UnionMap = {
  map: JourneyMap;
  /** What of a text only one of them says, by `textKey`. */
  texts: ReadonlyMap<string, readonly TextSpan[]>;
  /** Cards that stand where others were before they moved: their ids, and those of the others. */
  ghosts: ReadonlyMap<string, string>;
};

/** Names a text of a record. */
export const textKey = (collection: Collection | 'meta', id: string, field: string): string => `${collection} ${id} ${field}`;

/** The texts that stand on a map and are shown word by word. */
const shownTexts: { readonly [C in Collection | 'meta']?: readonly string[] } = {
  meta: ['title', 'scenario', 'goal'],
  stages: ['title'],
  steps: ['title'],
  lanes: ['title'],
  cards: ['text'],
  transitions: ['label'],
  touchpoints: ['name'],
};

/** What of a removed thing is not put back: it hangs on what is still there, and would be read as if it were, too. */
const notPutBack: ReadonlySet<Collection> = new Set(['emotions', 'moments', 'links']);

type Fields = Record<string, unknown>;
type Records = { id: string }[];

const ghostId = (id: string): string => `was-${id}`.slice(0, 64);

/**
 * Puts two states of a map together: everything of the second, what was removed where it stood, and cards that moved to another cell a second time where
 * they were. Texts that differ say both. Lanes are unfolded, and hidden only where they are so on both sides: what differs must be seen.
 */
export function uniteMaps(
  before: JourneyMap,
  after: JourneyMap,
  differences: readonly Difference[],
  toPieces: ToPieces,
): UnionMap {
  const [a, b] = [toStandingMap(before), toStandingMap(after)];
  const removed = differences.filter((one): one is Presence => one.kind === 'removed');
  const gone = new Set(removed.map(({ collection, id }) => `${collection} ${id}`));
  const moves = differences.filter((one): one is Move => one.kind === 'moved');
  const ghosts = new Map<string, string>();
  const map = { ...b, meta: b.meta } as JourneyMap;
  for (const collection of collections) {
    const back = putBack(collection, { a, b, removed, gone, moves }, ghosts);
    if (back.length > 0) setRecords(map, collection, [...(b[collection] as Records), ...back]);
  }
  const wasHidden = new Map(a.lanes.map(({ id, hidden }) => [id, hidden === true]));
  map.lanes = map.lanes.map((lane) => {
    const { folded: _, hidden, ...open } = lane;
    return hidden && wasHidden.get(lane.id) !== false ? { ...open, hidden } : open;
  });
  const texts = new Map<string, readonly TextSpan[]>();
  const said = new Map<string, Fields>();
  for (const one of differences) {
    if (one.kind === 'changed') mergeTexts(one, toPieces, texts, said);
  }
  map.meta = { ...map.meta, ...said.get('meta ') };
  for (const collection of collections) {
    if (shownTexts[collection] === undefined) continue;
    const records: readonly object[] = map[collection];
    const merged = records.map((record) => {
      const fields = said.get(`${collection} ${recordKey(collection, record as never)}`);
      return fields ? { ...record, ...fields } : record;
    });
    if (merged.some((record, at) => record !== records[at])) setRecords(map, collection, merged as Records);
  }
  return { map, texts, ghosts };
}

function setRecords(map: JourneyMap, collection: Collection, records: Records): void {
  Object.assign(map, { [collection]: records });
}

function mergeTexts(
  { collection, id, fields }: Change,
  toPieces: ToPieces,
  texts: Map<string, readonly TextSpan[]>,
  said: Map<string, Fields>,
): void {
  for (const { field, before = '', after = '' } of fields) {
    if (!shownTexts[collection]?.includes(field) || typeof before !== 'string' || typeof after !== 'string') continue;
    const { text, spans }: MergedText = mergeText(toPieces(before, after));
    texts.set(textKey(collection, id, field), spans);
    said.set(`${collection} ${id}`, { ...said.get(`${collection} ${id}`), [field]: text });
  }
}

type Sides = {
  a: JourneyMap;
  b: JourneyMap;
  removed: readonly Presence[];
  gone: ReadonlySet<string>;
  moves: readonly Move[];
};

/** The records of a collection that only stood on the first map, at their old places among those that stayed. */
function putBack(collection: Collection, { a, b, removed, gone, moves }: Sides, ghosts: Map<string, string>): Records {
  if (notPutBack.has(collection)) return [];
  const own = removed.filter((one) => one.collection === collection);
  const away = moves.filter((one) => one.collection === collection);
  const leaving = new Map(collection === 'cards' ? away.filter(leavesCell).map((one) => [one.id, one]) : []);
  if (own.length === 0 && leaving.size === 0) return [];
  const moved = new Set(away.map(({ id }) => id));
  const orders = new Map((b[collection] as object[]).map((record) => [recordKey(collection, record as never), placeOf(record)]));
  const places = new Map<string, string>();
  for (const list of readStandings(a, collection).lists.values()) {
    let last = '';
    let count = 0;
    for (const id of list) {
      const isGone = gone.has(`${collection} ${id}`);
      if (isGone || leaving.has(id)) {
        // “!” comes before every digit of an index: right behind the neighbour, before whatever follows it.
        count += 1;
        places.set(id, `${last}!${String(count).padStart(4, '0')}`);
      } else if (!moved.has(id)) {
        last = orders.get(id)?.order ?? last;
        count = 0;
      }
    }
  }
  const standing = new Map((a[collection] as object[]).map((record) => [recordKey(collection, record as never), record]));
  const back = own.map(({ id, record }) => at(record, places.get(id)));
  for (const id of leaving.keys()) {
    const record = standing.get(id);
    if (!record) continue;
    ghosts.set(ghostId(id), id);
    back.push({ ...at(record, places.get(id)), id: ghostId(id) });
  }
  return back as Records;
}

/** What came into the tray because its step or lane is gone still stands where it was: the union has that step. */
const leavesCell = ({ from, to }: Move): boolean =>
  !from.unplaced && (from.place.stepId !== to.place.stepId || from.place.laneId !== to.place.laneId);

function at(record: object, order: string | undefined): object {
  if (order === undefined) return record;
  if ('pos' in record) return { ...record, pos: { ...(record.pos as Place), order } };
  return 'order' in record ? { ...record, order } : record;
}
