import type { Difference, MapDiff, Move } from '@/lib/map/diff/mapDiff';
import type { JourneyMap } from '@/lib/map/journeyMap';
import type { Differing, Reason } from '@/lib/map/reason';
import { differingKey, groupReasons, saysSomething } from '@/lib/map/reasons';
import { isSameValue } from '@/lib/map/sameValue';
import { findSuccessors } from '@/lib/map/successors';
import { changeKey } from './currentChange';
import { changesOfParents } from './parentChanges';

/** The reasons of a future state, beside what differs in it. */
export type MatchedReasons = {
  /** What was given for a thing, also before it says anything. */
  of(thing: { collection: string; id: string }): readonly Reason[];
  /** Whether a difference has a reason that says something: of its own, or of what it came or went with. */
  hasReason(difference: Difference): boolean;
  /** What differs without a reason. What came or went with something else, or follows from it by itself, is not listed again. */
  open: readonly Difference[];
  /** Reasons for what does not differ (any more). */
  idle: readonly Reason[];
};

/**
 * Matches reasons with what lies between a baseline and the future state (`map`, with what was deleted; the difference is that of `asSeenFrom`). What was given for a step, stage, feeling or moment that is no difference
 * by itself any more, because it was merged, counts for what stands for it.
 */
export function matchReasons(map: JourneyMap, { differences }: MapDiff): MatchedReasons {
  const things = new Set(differences.map(differingKey));
  const heirOf = makeHeirs(map);
  const reasons = groupReasons(map.reasons, ({ about }) => {
    if (things.has(differingKey(about))) return about;
    const heir = heirOf(about);
    return heir && things.has(differingKey(heir)) ? heir : about;
  });
  const changes = new Map(differences.map((difference) => [changeKey(difference), difference]));
  const wholesOf = (difference: Difference): Difference[] => {
    if (difference.kind === 'moved') return followsByItself(difference) ? homesThatWent(difference, changes) : [];
    if (difference.kind === 'changed') return [];
    return changesOfParents(difference.kind, difference.collection, difference.record).flatMap((key) => changes.get(key) ?? []);
  };
  const of = (thing: { collection: string; id: string }): readonly Reason[] => reasons.get(differingKey(thing)) ?? [];
  const hasReason = (difference: Difference): boolean =>
    of(difference).some(saysSomething) || wholesOf(difference).some(hasReason);
  return {
    of,
    hasReason,
    open: differences.filter((one) => wholesOf(one).length === 0 && !followsByItself(one) && !hasReason(one)),
    idle: [...reasons].flatMap(([key, own]) => (things.has(key) ? [] : own)),
  };
}

/** A card is in the tray, or a step in no stage, because what it stood in is gone; or the other way round. */
function followsByItself(difference: Difference): boolean {
  if (difference.kind !== 'moved') return false;
  const { from, to } = difference;
  return from.unplaced !== to.unplaced && isSameValue(from.place, to.place);
}

const homeFields = { stageId: 'stages', stepId: 'steps', laneId: 'lanes' } as const;

/** What a thing stood in that is gone now, or stands in that came: that is why it stands elsewhere. */
function homesThatWent({ from, to }: Move, changes: ReadonlyMap<string, Difference>): Difference[] {
  const [kind, { place }] = to.unplaced ? (['removed', from] as const) : (['added', to] as const);
  return Object.entries(homeFields).flatMap(([field, collection]) => {
    const id = place[field as keyof typeof homeFields];
    return id === undefined ? [] : (changes.get(changeKey({ kind, collection, id })) ?? []);
  });
}

/** What stands for a thing that was merged, or hangs on what was. */
function makeHeirs({ steps, stages }: JourneyMap): (thing: Differing) => Differing | null {
  const [stepHeirs, stageHeirs] = [findSuccessors(steps)?.heirs, findSuccessors(stages)?.heirs];
  return ({ collection, id }) => {
    if (collection === 'stages') return renamed(collection, stageHeirs?.get(id));
    if (collection === 'steps' || collection === 'moments') return renamed(collection, stepHeirs?.get(id));
    if (collection !== 'emotions' && collection !== 'stepDepartments') return null;
    const [stepId = '', other = ''] = id.split(':');
    const heir = stepHeirs?.get(stepId);
    return renamed(collection, heir && `${heir}:${other}`);
  };
}

const renamed = (collection: Differing['collection'], id: string | undefined): Differing | null =>
  id === undefined ? null : { collection, id };
