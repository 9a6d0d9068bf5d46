import type * as Y from 'yjs';
import { diffMaps } from '@/lib/map/diff/diffMaps';
import { indexRecords } from '@/lib/map/diff/indexRecords';
import type { AnyRecord, Difference, MapDiff, QuietPlace } from '@/lib/map/diff/mapDiff';
import { toStandingMap } from '@/lib/map/diff/standingMap';
import { placeOf } from '@/lib/map/diff/standings';
import type { JourneyMap } from '@/lib/map/journeyMap';
import { isSameValue } from '@/lib/map/sameValue';
import { mergeWords } from '../mergeWords';
import { readMap } from '../readMap';
import { writeDifferences } from '../restore/writeDifferences';
import { localOrigin, textFields } from '../schema';
import type { CurrentChange, ThreeStates } from './currentChange';
import { hasWordsOf } from './hasWordsOf';
import { listCurrentChanges } from './listCurrentChanges';
import { changesNeeded } from './parentChanges';
import { rebase } from './rebase';
import { noteTaken, readTaken } from './takenNotes';

/**
 * Takes changes of the current state (by their keys) over into a future state's document, in one transaction: what came or went with one goes with it,
 * and what a new thing stands in comes first. Where both changed a text, it gets the words of both; of everything else the current state's
 * value stands. What is taken over already, or is about something that is gone, is passed over. What is taken over is noted beside it: the next change of the
 * same thing goes on from there. Returns the keys that were taken over.
 */
export function takeOver(
  doc: Y.Doc,
  { base, current }: Omit<ThreeStates, 'future'>,
  keys: ReadonlySet<string>,
  { at, origin = localOrigin }: { at: number; origin?: unknown },
): string[] {
  return doc.transact(() => {
    const future = readMap(doc).map;
    const common = rebase(base, future, readTaken(doc));
    const diff = diffMaps(common, current);
    const changes = listCurrentChanges({ base: common, current, future }, diff, base);
    const chosen = choose(changes, keys);
    const standing = toStandingMap(future);
    const records: Records = new Map<string, AnyRecord | JourneyMap['meta']>([
      ...indexRecords(standing),
      ['meta ', standing.meta],
    ]);
    const differences = chosen.map(({ difference }) => toWritten(difference, records));
    const quiet = findQuiet(diff, differences, records);
    noteTaken(
      doc,
      chosen.map(({ difference }) => difference),
      quiet,
    );
    writeDifferences(doc, standing, { differences, quiet }, { at, revocable: true });
    return chosen.map(({ key }) => key);
  }, origin);
}

/** What was asked for with what belongs to it, in canonical order. */
function choose(changes: readonly CurrentChange[], keys: ReadonlySet<string>): CurrentChange[] {
  const byKey = new Map(changes.map((change) => [change.key, change]));
  const isAsked = ({ key, within }: CurrentChange): boolean => {
    if (keys.has(key)) return true;
    const whole = within === null ? undefined : byKey.get(within);
    return whole !== undefined && isAsked(whole);
  };
  const chosen = new Set(changes.filter(isAsked).map(({ key }) => key));
  for (const key of chosen) {
    const change = byKey.get(key);
    for (const parent of change ? changesNeeded(change.difference) : []) if (byKey.has(parent)) chosen.add(parent);
  }
  // What somebody went on with here goes only when it is named itself: otherwise it is found in the tray.
  const mayGo = ({ key, state, difference }: CurrentChange): boolean =>
    state === 'open' || (state === 'conflict' && (difference.kind !== 'removed' || keys.has(key)));
  return changes.filter((change) => chosen.has(change.key) && mayGo(change));
}

/**
 * What stands in the same place under another order, for others to find room beside it: without these, what is moved in a list of equal orders would
 * not stand where it does in the current state. Only where the future state has not moved it.
 */
function findQuiet(diff: MapDiff, taken: readonly Difference[], future: Records): QuietPlace[] {
  const placed = new Set(taken.flatMap(({ kind, collection }) => (kind === 'added' || kind === 'moved' ? [collection] : [])));
  if (placed.size === 0) return [];
  return diff.quiet.filter(({ collection, id, from }) => {
    if (!placed.has(collection)) return false;
    const record = future.get(`${collection} ${id}`);
    return record !== undefined && isSameValue(placeOf(record), from);
  });
}

type Records = ReadonlyMap<string, AnyRecord | JourneyMap['meta']>;
type Change = Extract<Difference, { kind: 'changed' }>;

/** What is written for a difference. `records`: what the future state says, by collection and key. */
function toWritten(difference: Difference, records: Records): Difference {
  if (difference.kind !== 'changed') return difference;
  return merge(difference, { ...records.get(`${difference.collection} ${difference.id}`) });
}

/** Of texts that the future state changed as well, with the words of both. `is`: the record as the future state has it. */
function merge(change: Change, is: Readonly<Record<string, unknown>>): Change {
  const texts: readonly string[] = textFields[change.collection];
  const fields = change.fields.map((difference) => {
    const { field, before, after } = difference;
    if (!texts.includes(field) || isSameValue(is[field], before)) return difference;
    const [common, wanted, written] = [before, after, is[field]].map((text) => String(text ?? '')) as [string, string, string];
    if (hasWordsOf(common, wanted, written)) return { ...difference, after: written };
    return { ...difference, after: mergeWords(common, wanted, written) };
  });
  return { ...change, fields };
}
