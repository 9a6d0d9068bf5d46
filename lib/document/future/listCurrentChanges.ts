import { diffMaps } from '@/lib/map/diff/diffMaps';
import { indexRecords } from '@/lib/map/diff/indexRecords';
import type { AnyRecord, Change, Difference, MapDiff, Move, Presence, QuietPlace } from '@/lib/map/diff/mapDiff';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import { listOf, placeOf } from '@/lib/map/diff/standings';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { linkKey } from '@/lib/map/listLinks';
import { isSameValue } from '@/lib/map/sameValue';
import { textFields } from '../schema';
import { type ChangeState, type CurrentChange, changeKey, type ThreeStates } from './currentChange';
import { hasWordsOf } from './hasWordsOf';
import { changesNeeded, changesOfParents } from './parentChanges';

/** Fields of the title block that belong to a map by itself: what it is called, what it shows, and when. */
export const ownMetaFields: ReadonlySet<string> = new Set(['title', 'kind', 'asOf']);

/**
 * What the current state changed since a future state was derived from it, and how each change stands to the future state as it is now. In canonical
 * order. What follows from another change by itself (a card is in the tray as its step was removed) is left out.
 * `diff`: what lies between base and current, if that is known. `first`: the baseline itself, where `base` is what both have in common by now.
 */
export function listCurrentChanges(
  { base, current, future }: ThreeStates,
  diff: MapDiff = diffMaps(base, current),
  first = base,
): CurrentChange[] {
  const { differences, quiet } = diff;
  const isBack = makeIsBack(first, base, future);
  const changes = differences.flatMap(withoutOwn).filter((difference) => !isBack(difference));
  const byKey = new Map(changes.map((difference) => [changeKey(difference), difference]));
  const judge = makeJudge(base, future, byKey, quiet);
  return changes.map((difference) => ({
    key: changeKey(difference),
    difference,
    state: judge(difference),
    within: findWhole(difference, byKey),
  }));
}

function withoutOwn(difference: Difference): Difference[] {
  if (difference.kind === 'moved') {
    const { from, to } = difference;
    return from.unplaced !== to.unplaced && isSameValue(from.place, to.place) ? [] : [difference];
  }
  // They say why the current state differs from something itself.
  if (difference.collection === 'reasons') return [];
  if (difference.collection !== 'meta') return [difference];
  const fields = difference.fields.filter(({ field }) => !ownMetaFields.has(field));
  return fields.length > 0 ? [{ ...difference, fields }] : [];
}

/**
 * Whether something only seems to come: it was on the baseline, was deleted here, and is out of sight in what both have in common only because what it hung on was taken
 * over as gone (a transition, of whose steps one was merged).
 */
function makeIsBack(first: JourneyMap, common: JourneyMap, future: JourneyMap): (difference: Difference) => boolean {
  if (first === common) return () => false;
  const [stood, known, here] = [indexRecords(toStandingMap(first)), indexRecords(common), indexRecords(future)];
  const isHere = (name: string): boolean => {
    const record = here.get(name);
    return record !== undefined && !('deletedAt' in record && record.deletedAt !== undefined);
  };
  return ({ kind, collection, id }) => {
    const name = `${collection} ${id}`;
    return kind === 'added' && stood.has(name) && known.has(name) && !isHere(name);
  };
}

function findWhole(difference: Difference, changes: ReadonlyMap<string, Difference>): string | null {
  if (difference.kind !== 'added' && difference.kind !== 'removed') return null;
  return changesOfParents(difference.kind, difference.collection, difference.record).find((key) => changes.has(key)) ?? null;
}

type Fields = Readonly<Record<string, unknown>>;

function makeJudge(
  base: JourneyMap,
  future: JourneyMap,
  changes: ReadonlyMap<string, Difference>,
  quiet: readonly QuietPlace[],
): (difference: Difference) => ChangeState {
  const now = toStandingMap(future);
  const records = indexRecords(now);
  const before = indexRecords(toStandingMap(base));
  const moved = new Set(diffMaps(base, future).differences.flatMap(({ kind, id }) => (kind === 'moved' ? [id] : [])));
  /** Whether what something new stands in is there, or can be taken over with it. */
  const isReachable = (home: string): boolean => {
    if (records.has(home.slice('added '.length))) return true;
    const change = changes.get(home);
    return change?.kind === 'added' && judgeAdded(change) === 'open';
  };
  // Two links that say the same count as one, whoever made them.
  const linked = new Set(now.links.map(linkKey));
  const judgeAdded = ({ collection, id, record }: Presence): ChangeState => {
    if (records.has(`${collection} ${id}`)) return 'taken';
    if (collection === 'links' && linked.has(linkKey(record))) return 'taken';
    return changesOfParents('added', collection, record).every(isReachable) ? 'open' : 'gone';
  };
  const judgeRemoved = ({ collection, id }: Presence): ChangeState => {
    const [was, is] = [before.get(`${collection} ${id}`), records.get(`${collection} ${id}`)];
    if (!is) return 'taken';
    if (moved.has(id)) return 'conflict';
    return isSameValue(withoutPlace(was), withoutPlace(is)) ? 'open' : 'conflict';
  };
  const judgeChanged = (change: Change): ChangeState => {
    const { collection, id, fields } = change;
    const is: Fields | undefined = collection === 'meta' ? now.meta : records.get(`${collection} ${id}`);
    if (!is) return 'gone';
    const states = fields.map(({ field, before: was, after }): ChangeState => {
      if (isSameValue(is[field], after)) return 'taken';
      if (isSameValue(is[field], was)) return 'open';
      const isText = (textFields[collection] as readonly string[]).includes(field);
      return isText && hasWordsOf(String(was ?? ''), String(after ?? ''), String(is[field] ?? '')) ? 'taken' : 'conflict';
    });
    if (states.every((state) => state === 'taken')) return 'taken';
    if (!changesNeeded(change).every(isReachable)) return 'gone';
    return states.includes('conflict') ? 'conflict' : 'open';
  };
  /** Of what stands elsewhere only because the others in its list were given other orders. */
  const judgePassed = ({ collection, to }: Move): ChangeState => {
    // What is gone here stands nowhere.
    const others = quiet.filter(
      (other) =>
        other.collection === collection && listOf(other.to) === listOf(to.place) && records.has(`${collection} ${other.id}`),
    );
    const places = others.map((other) => ({ ...other, is: placeOf(records.get(`${collection} ${other.id}`) ?? {}) }));
    if (places.every((other) => isSameValue(other.is, other.to))) return 'taken';
    return places.every((other) => isSameValue(other.is, other.to) || isSameValue(other.is, other.from)) ? 'open' : 'conflict';
  };
  const judgeMoved = (move: Move): ChangeState => {
    const { collection, id, from, to } = move;
    const is = records.get(`${collection} ${id}`);
    const place = is && placeOf(is);
    if (!place) return 'gone';
    if (isSameValue(from.place, to.place)) return changesNeeded(move).every(isReachable) ? judgePassed(move) : 'gone';
    if (isSameValue(place, to.place)) return 'taken';
    if (!changesNeeded(move).every(isReachable)) return 'gone';
    if (!moved.has(id)) return 'open';
    return listOf(place) === listOf(to.place) && listOf(from.place) !== listOf(to.place) ? 'taken' : 'conflict';
  };
  return (difference) => {
    if (difference.kind === 'changed') return judgeChanged(difference);
    if (difference.kind === 'moved') return judgeMoved(difference);
    return difference.kind === 'added' ? judgeAdded(difference) : judgeRemoved(difference);
  };
}

function withoutPlace(record: AnyRecord | undefined): Fields {
  const { pos: _, order: __, ...rest } = (record ?? {}) as Record<string, unknown>;
  return rest;
}
