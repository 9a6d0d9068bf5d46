import type { ComparedEntry, ComparedGroup } from '@/lib/map/compare/comparedEntry';
import { type ComparedStates, compareStates } from '@/lib/map/compare/compareStates';
import { toWordPieces } from '../wordDiff';
import { asSeenFrom } from './asSeenFrom';
import { listTakenBefore } from './changesSince';
import type { ChangeState, CurrentChange, ThreeStates } from './currentChange';
import { fingerprintOf } from './fingerprintOf';
import { listCurrentChanges } from './listCurrentChanges';
import { rebase } from './rebase';
import type { TakenNotes } from './takenNotes';

/**
 * A change of the current state as it is listed. `parts`: how much comes with it; `left`: it is not to be taken over, as it is now; `isEarlier`: it was taken
 * over before, and is told as a difference from the baseline itself.
 */
export type SinceEntry = { entry: ComparedEntry; state: ChangeState; left: boolean; parts: number; isEarlier: boolean };
export type SinceGroup = Omit<ComparedGroup, 'entries'> & { entries: readonly SinceEntry[] };

/**
 * What the current state has changed, step by step as one reads. `settled`: what is taken over, left, or about something that is gone. `compared`: the current state
 * beside what it has in common with the future state; `first`: beside the baseline, of which entries tell that are `isEarlier`.
 */
export type Since = {
  compared: ComparedStates;
  first: ComparedStates;
  open: readonly SinceGroup[];
  settled: readonly SinceGroup[];
  openCount: number;
};

const isOpen = ({ state, left }: SinceEntry): boolean => !left && (state === 'open' || state === 'conflict');

/** Lists what the current state has changed since; `left`: fingerprints of what is not to be taken over, by key; `taken`: what was taken over. */
export function groupSince({ base, current, future }: ThreeStates, left: ReadonlyMap<string, string>, taken: TakenNotes): Since {
  const common = rebase(base, future, taken);
  const seen = asSeenFrom(common, current);
  const compared = compareStates(common, seen, toWordPieces);
  const changes = listCurrentChanges({ base: common, current: seen, future }, compared.diff, base);
  const now = toGroups(compared, changes, (change) => left.get(change.key) === fingerprintOf(change.difference));
  const open = pick(now, isOpen);
  const openCount = open.reduce((sum, { entries }) => sum + entries.length, 0);
  const settled = pick(now, (entry) => !isOpen(entry));
  if (common === base) return { compared, first: compared, open, settled, openCount };
  const seenFirst = asSeenFrom(base, current);
  const first = compareStates(base, seenFirst, toWordPieces);
  const earlier = toGroups(first, listTakenBefore({ base, current: seenFirst, future }, changes, first.diff));
  return { compared, first, open, settled: joinGroups(settled, earlier), openCount };
}

/** Changes beside what they are called. `isLeft`: absent for what was taken over before. */
function toGroups(
  { groups }: ComparedStates,
  changes: readonly CurrentChange[],
  isLeft?: (change: CurrentChange) => boolean,
): SinceGroup[] {
  const byKey = new Map(changes.map((change) => [change.key, change]));
  const parts = countParts(changes, byKey);
  const toEntry = (entry: ComparedEntry): SinceEntry[] => {
    const change = byKey.get(entry.key);
    // What somebody went on with here is decided by itself.
    if (!change || (change.within !== null && !isGoneOnWith(change))) return [];
    return [
      {
        ...{ entry, state: change.state, parts: parts.get(entry.key) ?? 0 },
        ...{ left: isLeft?.(change) ?? false, isEarlier: isLeft === undefined },
      },
    ];
  };
  return groups.map((group) => ({ ...group, entries: group.entries.flatMap(toEntry) }));
}

const pick = (groups: readonly SinceGroup[], isWanted: (entry: SinceEntry) => boolean): SinceGroup[] =>
  groups.map((group) => ({ ...group, entries: group.entries.filter(isWanted) })).filter(({ entries }) => entries.length > 0);

/** Both lists as one, step by step: a step that only one of them knows stands by its number. */
function joinGroups(some: readonly SinceGroup[], others: readonly SinceGroup[]): SinceGroup[] {
  const joined = new Map<string | null, SinceGroup>();
  for (const group of [...some, ...others]) {
    const known = joined.get(group.stepId);
    joined.set(group.stepId, known ? { ...known, entries: [...known.entries, ...group.entries] } : group);
  }
  return pick(
    [...joined.values()].sort((a, b) => a.number - b.number),
    () => true,
  );
}

/** Whether something is to go that the future state says something else of by now. */
const isGoneOnWith = ({ state, difference }: CurrentChange): boolean => state === 'conflict' && difference.kind === 'removed';

/** How many changes go with each one that stands by itself. */
function countParts(changes: readonly CurrentChange[], byKey: ReadonlyMap<string, CurrentChange>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const change of changes) {
    if (isGoneOnWith(change)) continue;
    const { within } = change;
    let whole = within === null ? undefined : byKey.get(within);
    while (whole && whole.within !== null) whole = byKey.get(whole.within);
    if (whole) counts.set(whole.key, (counts.get(whole.key) ?? 0) + 1);
  }
  return counts;
}
