import type { ComparedEntry, ComparedGroup } from '@/lib/map/compare/comparedEntry';
import { type ComparedStates, compareStates } from '@/lib/map/compare/compareStates';
import { toWordPieces } from '../wordDiff';
import { asSeenFrom } from './asSeenFrom';
import type { ChangeState, CurrentChange, ThreeStates } from './currentChange';
import { fingerprintOf } from './fingerprintOf';
import { listCurrentChanges } from './listCurrentChanges';

/** A change of the current state as it is listed. `parts`: how much comes with it; `left`: it is not to be taken over, as it is now. */
export type SinceEntry = { entry: ComparedEntry; state: ChangeState; left: boolean; parts: number };
export type SinceGroup = Omit<ComparedGroup, 'entries'> & { entries: readonly SinceEntry[] };

/** What the current state has changed, step by step as one reads. `settled`: what is taken over, left, or about something that is gone. */
export type Since = { compared: ComparedStates; open: readonly SinceGroup[]; settled: readonly SinceGroup[]; openCount: number };

const isOpen = ({ state, left }: SinceEntry): boolean => !left && (state === 'open' || state === 'conflict');

/** Lists what the current state has changed since; `left`: fingerprints of what is not to be taken over, by key. */
export function groupSince({ base, current, future }: ThreeStates, left: ReadonlyMap<string, string>): Since {
  const seen = asSeenFrom(base, current);
  const compared = compareStates(base, seen, toWordPieces);
  const changes = listCurrentChanges({ base, current: seen, future }, compared.diff);
  const byKey = new Map(changes.map((change) => [change.key, change]));
  const parts = countParts(changes, byKey);
  const toEntry = (entry: ComparedEntry): SinceEntry[] => {
    const change = byKey.get(entry.key);
    // What somebody went on with here is decided by itself.
    if (!change || (change.within !== null && !isGoneOnWith(change))) return [];
    const isLeft = left.get(entry.key) === fingerprintOf(change.difference);
    return [{ entry, state: change.state, left: isLeft, parts: parts.get(entry.key) ?? 0 }];
  };
  const groups = compared.groups.map((group) => ({ ...group, entries: group.entries.flatMap(toEntry) }));
  const pick = (wanted: boolean): SinceGroup[] =>
    groups
      .map((group) => ({ ...group, entries: group.entries.filter((entry) => isOpen(entry) === wanted) }))
      .filter(({ entries }) => entries.length > 0);
  const open = pick(true);
  return { compared, open, settled: pick(false), openCount: open.reduce((sum, { entries }) => sum + entries.length, 0) };
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
